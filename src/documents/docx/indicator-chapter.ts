import { TextRun } from 'docx';
import type { Edition, EditionIndicator } from '../../domain/edition/edition.ts';
import { ancestorsOf, nodeById, nodeLabel } from '../../domain/edition/reading.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import { type Note, noteNumber } from '../../domain/report/paragraph.ts';
import { type Block, heading, line, table } from './blocks.ts';
import type { Chapter } from './plan-chapters.ts';

const noMeasurement = '掲載なし';

/** 指標: all of them at a glance, then each with its figures as printed, its judgement and its notes. Null where the plan has none. */
export function indicatorChapter(edition: Edition): Chapter | null {
  const { indicators, notes } = edition;
  if (indicators.length === 0 && notes.length === 0) return null;
  const used = new Set(indicators.flatMap((indicator) => notesOf(edition, indicator)));
  const rest = notes.filter((note) => !used.has(note));
  const summary = indicators.length === 0 ? [] : [
    table([7, 31, 13, 19, 16, 14.5], ['番号', '指標', '基準値', '現状値', '目標値', '判定'], indicators.map((indicator) => [
      { text: indicator.number, align: 'center' },
      { text: titleOf(indicator) },
      { text: indicator.baseline.printed, align: 'right' },
      { text: indicator.measurement?.printed ?? noMeasurement, align: 'right' },
      { text: indicator.target.printed, align: 'right' },
      { text: statusWords[indicator.evaluation.status], align: 'center' },
    ])),
    line('Small', '注（※）は、各指標の欄に記載しています。', { spacing: { before: 60, after: 60 } }),
  ];
  return { heading: '指標', ownPage: true, blocks: [...(used.size > 0 ? summary : summary.slice(0, 1)), ...indicators.flatMap((indicator) => indicatorBlocks(edition, indicator)), ...rest.map(noteLine)] };
}

function indicatorBlocks(edition: Edition, indicator: EditionIndicator): Block[] {
  const { baseline, target, measurement, evaluation, definition } = indicator;
  return [
    heading(2, `指標${indicator.number}　${titleOf(indicator)}`),
    ...(definition === '' ? [] : [line('Small', [new TextRun({ text: '説明　', bold: true }), new TextRun(definition)], { keepNext: true })]),
    table([1, 1, 1, 1], [baseline.label, measurement?.label ?? '現状値', target.label, '判定'], [[
      { text: baseline.printed, align: 'center', keepNext: true },
      { text: measurement?.printed ?? noMeasurement, align: 'center', keepNext: true },
      { text: target.printed, align: 'center', keepNext: true },
      { text: statusWords[evaluation.status], bold: true, align: 'center', keepNext: true },
    ]]),
    line('Small', [new TextRun({ text: '判定の説明　', bold: true }), new TextRun(evaluation.sentence)], { indent: { left: 1080, hanging: 1080 }, spacing: { before: 80 } }),
    ...relatedLines(edition, indicator),
    ...notesOf(edition, indicator).map(noteLine),
  ];
}

/** Title and unit as they are printed beside each other: 経常収支比率（％）. */
function titleOf({ title, unit }: EditionIndicator): string {
  return unit === null ? title : `${title}（${unit}）`;
}

/** The elements that an indicator belongs to, with those of one parent in one line. */
function relatedLines(edition: Edition, indicator: EditionIndicator): Block[] {
  const groups = new Map<string, string[]>();
  for (const id of indicator.related) {
    const node = nodeById(edition, id);
    if (!node) continue;
    const above = ancestorsOf(edition, node).map((ancestor) => nodeLabel(edition, ancestor)).join('　');
    groups.set(above, [...(groups.get(above) ?? []), `${nodeLabel(edition, node)}「${node.title}」`]);
  }
  return [...groups].map(([above, nodes], index) => line('Small', [
    new TextRun({ text: index === 0 ? '関連　' : '　　　', bold: true }), new TextRun(`${above}${above === '' ? '' : '　'}${nodes.join('、')}`),
  ]));
}

/** The notes that the figures of an indicator refer to, in the order of the list. */
function notesOf(edition: Edition, { baseline, measurement, target }: EditionIndicator): Note[] {
  const marks = new Set([...baseline.notes, ...(measurement?.notes ?? []), ...target.notes].map(noteNumber));
  return edition.notes.filter(({ mark }) => marks.has(noteNumber(mark)));
}

function noteLine({ mark, text }: Note): Block {
  return line('Small', [new TextRun({ text: `${mark}　`, bold: true }), new TextRun(text)]);
}
