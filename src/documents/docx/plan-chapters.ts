import { InternalHyperlink, PageReference, TextRun } from 'docx';
import type { Edition, EditionNode } from '../../domain/edition/edition.ts';
import { ancestorsOf, nodeLabel, ownerName } from '../../domain/edition/reading.ts';
import { type Block, type Cell, line, paragraphs, table } from './blocks.ts';
import { faint, tint } from './styles.ts';

/** A chapter with its heading, before it gets its number. */
export interface Chapter {
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Whether it begins on a page of its own. */
  readonly ownPage: boolean;
}

/** The name by which the list and the contents find an element. Word takes 40 characters: letters, digits and _. */
export function bookmarkOf(edition: Edition, node: EditionNode): string {
  return `item_${edition.nodes.indexOf(node) + 1}`;
}

/** 「施策１」 and its title. A relisting says so, whether or not its title does. */
export function nodeTitle(edition: Edition, node: EditionNode): string {
  return `${nodeLabel(edition, node)}　${relistedTitle(node)}`;
}

function relistedTitle({ title, relistingOf }: EditionNode): string {
  return relistingOf === null || /再掲/.test(title) ? title : `${title}（再掲）`;
}

/** １計画の目的, ２進捗管理と公表 …: whatever the year put before the tree. */
export function prefaceChapters(edition: Edition): Chapter[] {
  return edition.preface.map(({ heading, paragraphs: texts }, index) => ({ heading, blocks: paragraphs(edition, texts), ownPage: index === 0 }));
}

/** 体系: the plans above, then the levels above the lowest, each indented under its parent. */
export function treeChapter(edition: Edition): Chapter {
  const lowest = edition.levels.at(-1)?.id;
  const upper = edition.levels.length > 1 ? edition.nodes.filter(({ level }) => level !== lowest) : edition.nodes;
  const parents = edition.plan.parents.map(({ title }) => line('Tree', [new TextRun(`上位計画　${title}`)]));
  return {
    heading: '体系', ownPage: edition.preface.length === 0,
    blocks: [
      ...parents,
      line('Tree', [new TextRun({ text: edition.plan.title, bold: true })], { spacing: { before: 120, after: 60 }, keepNext: true }),
      ...upper.map((node) => {
        const depth = ancestorsOf(edition, node).length;
        return line('Tree', [new TextRun({ text: nodeTitle(edition, node), bold: depth === 0 })], {
          indent: { left: 240 + depth * 420 }, ...(depth === 0 ? { spacing: { before: 120 }, keepNext: true } : {}),
        });
      }),
    ],
  };
}

/** 取組項目一覧: every element of the lowest level under its ancestors, with the page of its report. */
export function listChapter(edition: Edition): Chapter {
  const lowest = edition.levels.at(-1);
  const name = lowest?.name ?? '取組項目';
  const rows = edition.nodes.map((node): Cell[] => {
    const depth = ancestorsOf(edition, node).length;
    if (node.level !== lowest?.id) {
      return [{ text: nodeTitle(edition, node), bold: true, span: 4, indent: depth * 160, keepNext: true, ...(depth === 0 ? { fill: tint } : depth === 1 ? { fill: faint } : {}) }];
    }
    const bookmark = bookmarkOf(edition, node);
    const owners = node.report?.responsiblePrinted ?? node.responsible.map((owner) => ownerName(edition, owner)).join('／');
    return [
      { text: node.number, align: 'center' },
      { text: [new InternalHyperlink({ anchor: bookmark, children: [new TextRun(relistedTitle(node))] })] },
      { text: owners },
      { text: [new PageReference(bookmark, { hyperlink: true })], align: 'center' },
    ];
  });
  return { heading: `${name}一覧`, ownPage: true, blocks: [table([9, 50, 33, 8], ['番号', name, '推進部署', '頁'], rows)] };
}
