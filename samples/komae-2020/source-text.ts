// The text taken out of the report's PDF, cut into its chapters, and what each chapter must consist of according to the sample.
// Both sides are compared without white space: the extraction puts spaces and line breaks inside words.
import { nodes, planFile, reportFile, textOf, type TreeNode } from './sample.ts';

export const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

const CHAPTER_STARTS = ['１．計画の目的', '３．体系図', '４．取組項目一覧', 'No.', '６．令和２年度の主な取組状況'];

export type Chapters = { preface: string; outline: string; list: string; indicators: string; reports: string };

/** Chapter 5 begins at its first table ("No."): the heading 「５．指標」 stands further down in the extracted text. */
export function chaptersOf(source: string): Chapters {
  const text = withoutSpace(source);
  const starts = CHAPTER_STARTS.map((heading) => text.indexOf(heading));
  if (starts.some((start, index) => start === -1 || start < (starts[index - 1] ?? 0))) {
    throw new Error('This is not the source text: a chapter heading is missing or out of order.');
  }
  const [preface = '', outline = '', list = '', indicators = '', reports = ''] = starts.map((start, index) =>
    text.slice(start, starts[index + 1]),
  );
  return { preface, outline, list, indicators, reports };
}

/**
 * Takes each piece out of the text once, the longest first, and leaves a gap, so that no later piece is found across it.
 * `missing`: pieces that do not occur (often enough); `left`: what no piece accounts for.
 */
export function takeOut(text: string, pieces: string[]): { missing: string[]; left: string[] } {
  const GAP = '\n';
  const missing: string[] = [];
  let rest = text;
  for (const piece of pieces.map(withoutSpace).sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(piece);
    if (at === -1) missing.push(piece);
    else rest = rest.slice(0, at) + GAP + rest.slice(at + piece.length);
  }
  return { missing, left: rest.split(GAP).filter((fragment) => fragment !== '') };
}

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);
const fullWidth = (digits: string): string => digits.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const levelName = (depth: number): string => planFile.levels[depth]?.name ?? '';
const titleAt = (node: TreeNode, place: string): string =>
  node.alsoPrinted?.find((form) => form.place === place)?.title ?? node.title;

export const prefacePieces = (): string[] =>
  reportFile.preface.flatMap((section, index) => [
    `${fullWidth(String(index + 1))}．${section.heading}`,
    ...section.paragraphs.map(textOf),
  ]);

const OUTLINE = '３．体系図';
export const outlinePieces = (): string[] => [
  OUTLINE,
  '狛江市総合基本計画（第４次基本構想）',
  ...planFile.plan.alsoPrinted.filter((form) => form.place === OUTLINE).map((form) => form.title),
  ...nodes
    .filter(({ depth }) => depth <= 1)
    .map(({ node, depth }) => `${levelName(depth)}${node.number}${titleAt(node, OUTLINE)}`),
  '基本事業を推進',
];

/** The list prints a page number behind each 取組項目; the sample does not keep it. */
export const listPieces = (): string[] => [
  '４．取組項目一覧',
  ...nodes.map(({ node, depth }) => `${levelName(depth)}${node.number}${titleAt(node, '４．取組項目一覧')}`),
];
export const PAGE_REFERENCE = /^P\.\d+$/;

/** 「方向性１基本事業１基本事業２」: one piece for each direction that an indicator is tied to. */
const relatedPieces = (related: string[]): string[] =>
  nodes
    .filter(({ depth }) => depth === 1)
    .map(({ node: direction }) => {
      const projects = (direction.children ?? []).filter((project) => related.includes(project.id));
      const printed = projects.map((project) => `${levelName(2)}${project.number}`).join('');
      return printed === '' ? '' : `${levelName(1)}${direction.number}${printed}`;
    })
    .filter((piece) => piece !== '');

export const indicatorPieces = (): string[] => [
  ...planFile.indicators.flatMap((indicator) => {
    const measurement = reportFile.measurements.find((entry) => entry.indicator === indicator.id);
    return [
      indicator.unit === null ? indicator.title : `${indicator.title}（${indicator.unit}）`,
      indicator.definition,
      '説明',
      `${measurement?.label ?? ''}${indicator.target.label}`,
      `${measurement?.printed ?? ''}${indicator.target.printed}`,
      indicator.baseline.label,
      indicator.baseline.printed,
      '【関連基本事業】施策1',
      '施策２施策３',
      ...relatedPieces(indicator.related),
    ];
  }),
  ...reportFile.notes.map((note) => note.text),
  reportFile.notes.map((note) => note.mark).join(''),
  '５．指標',
  ...times(3, 'No.'),
  ...times(3, '指標'),
  // Column "No." of each page, and the page number below it; the third page has one figure 7 for both.
  '1235',
  '4566',
  '7',
];

const indicatorNumbersOf = (id: string): string =>
  planFile.indicators
    .filter((indicator) => indicator.related.includes(id))
    .map((indicator) => fullWidth(indicator.number))
    .join('・');

const SECTION_6 = '６．令和２年度の主な取組状況';

/** Chapter 6 without its text: what is printed on each page around it, as far as it reached the extracted text. */
const CHAPTER_6_FURNITURE = [
  SECTION_6,
  '狛江市総合基本計画第４次基本構想・前期基本計画',
  'まちの姿８',
  '持続可能な自治体経営（狛江市第６次行財政改革大綱）',
  // One mark for each page from P.8 to P.27.
  ...times(7, '施策１'),
  ...times(5, '施策２'),
  ...times(8, '施策３'),
  // The vertical labels: two of the 65 beside the 取組項目 did not reach the text (P.12, P.13) and one only in part (P.12);
  // that of the 施策 is broken on P.14 and missing on P.13 and on P.15 to P.20.
  ...times(62, 'R2年度の取組状況'),
  'R2年度の況',
  ...times(5, '質の高い行政運営の推進'),
  '質の高い行政の推進',
  ...times(7, '組織づくり・人財育成の推進'),
];

export const reportPieces = (): string[] => [
  ...CHAPTER_6_FURNITURE,
  ...nodes.flatMap(({ node, depth }) => {
    const title = titleAt(node, SECTION_6);
    const description = (node.description ?? []).map(textOf);
    if (depth === 0) return description;
    // A direction lists its description behind one ■ each; the marks stand apart from the text.
    if (depth === 1) return [`${levelName(1)}${node.number}`, title, ...description, ...description.map(() => '■')];
    if (depth === 3) return [`${levelName(3)}${node.number}${title}`];
    const indicators = indicatorNumbersOf(node.id);
    return [`${levelName(2)}${node.number}${indicators && `№指標${indicators}`}`, title, ...description];
  }),
  ...reportFile.reports.flatMap((report) => [`推進部署${report.responsiblePrinted}`, ...report.paragraphs.map(textOf)]),
];
