import { Bookmark, TextRun } from 'docx';
import type { Edition, EditionNode } from '../../domain/edition/edition.ts';
import { approvalLine, decidedParts, lifeLines, otherDecided, otherDecidedHeading, type PrintedPart } from '../../domain/edition/item-print.ts';
import { ancestorsOf, ownerName, yearLabelOf } from '../../domain/edition/reading.ts';
import { type Block, heading, line, paragraphs } from './blocks.ts';
import { bookmarkOf, type Chapter, nodeTitle } from './plan-chapters.ts';

/** 主な取組状況: the whole tree in printed order, each element under a heading of its depth. */
export function progressChapter(edition: Edition): Chapter {
  const lowest = edition.levels.at(-1)?.id;
  const blocks = edition.nodes.flatMap((node, index): Block[] => {
    const depth = ancestorsOf(edition, node).length;
    const name = new Bookmark({ id: bookmarkOf(edition, node), children: [new TextRun(nodeTitle(edition, node))] });
    const title = heading(depth + 2, [name], depth === 0 && index > 0 && edition.levels.length > 1);
    return [title, ...indicatorLine(edition, node), ...paragraphs(edition, node.description), ...(node.level === lowest ? reportBlocks(edition, node) : [])];
  });
  return { heading: `${yearLabelOf(edition)}の主な取組状況`, ownPage: true, blocks };
}

/** The line 指標 of an element to which the plan ties indicators itself. */
function indicatorLine(edition: Edition, node: EditionNode): Block[] {
  const numbers = edition.indicators.filter(({ related }) => related.includes(node.id)).map(({ number }) => number);
  return numbers.length === 0 ? [] : [line('Owner', [new TextRun({ text: '指標', bold: true }), new TextRun({ text: `\t${numbers.join('・')}` })])];
}

function reportBlocks(edition: Edition, node: EditionNode): Block[] {
  const approval = approvalLine(node.report?.paragraphs ?? []);
  const owners = node.report?.responsiblePrinted ?? node.responsible.map((owner) => ownerName(edition, owner)).join('／');
  return [
    ...(owners === '' ? [] : [line('Owner', [new TextRun({ text: '推進部署', bold: true }), new TextRun({ text: `\t${owners}` })])]),
    ...(approval === null ? [] : [line('Owner', [new TextRun({ text: '承認', bold: true }), new TextRun({ text: `\t${approval}` })])]),
    ...lifeLines(edition, node).map((text) => line('Owner', [new TextRun({ text: '変更', bold: true }), new TextRun({ text: `\t${text}` })])),
    ...(node.report && node.report.paragraphs.length > 0 ? paragraphs(edition, node.report.paragraphs) : [line('BodyText', 'この年度の報告はありません。')]),
    ...decidedBlocks(decidedParts(edition, { kind: 'node', id: node.relistingOf ?? node.id })),
  ];
}

/** Decisions of headquarters and opinions from outside. */
function decidedBlocks(parts: readonly PrintedPart[]): Block[] {
  return parts.flatMap(({ heading: name, source, lines }) => [line('Owner', [new TextRun({ text: name, bold: true }), new TextRun({ text: `\t${source}` })], { keepNext: true }), ...lines.map((text) => line('BodyText', [new TextRun(text)]))]);
}

/** What was decided or said on no item; none where nothing is published. */
export function decidedChapters(edition: Edition): Chapter[] {
  const parts = otherDecided(edition);
  return parts.length === 0 ? [] : [{ heading: otherDecidedHeading, ownPage: true, blocks: decidedBlocks(parts) }];
}
