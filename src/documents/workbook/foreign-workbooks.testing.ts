import { writeXlsx } from 'hucre/xlsx';
import { minimalWorkbook, type TestCell, type TestSheet, type TestWorkbook, workbookParts } from './minimal-workbook.testing.ts';
import { encodeCp932 } from './cp932.testing.ts';
import { packZip } from '../zip/repack-zip.ts';
import { lyingZip } from './lying-zip.testing.ts';

/**
 * One small plan as twenty offices would lay it out. Every make says the same: the test reads each and expects one tree.
 */
export interface ForeignWorkbook {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** Levels as the workbook names them, where they are other than 施策, 基本事業, 取組項目. */
  readonly levels?: readonly string[];
  /** The tree where the make cannot say the same: no numbers, other owners. */
  readonly tree?: readonly string[];
  /** Codes of the warnings that a person gets to see. */
  readonly warnings?: readonly string[];
}

/** The plan that all makes say. */
export const expectedTree = [
  '1 行政運営の質を高める',
  '  1 業務の改善',
  '    01 窓口の見直し [政策室、総務課]',
  '    02 ５レスの推進 [総務課]',
  '  2 人材の育成',
  '    03 職員研修の充実 [職員課、<関係各課>]',
  '2 財政の健全化',
  '  1 財源の確保',
  '    04 市税の収納率の向上 [納税課]',
  '    05 公共施設の使用料の見直し [財政課]',
];

const measures = ['行政運営の質を高める', '財政の健全化'];
const projects = ['業務の改善', '人材の育成', '財源の確保'];
const items = [['01', '窓口の見直し', '政策室／総務課'], ['02', '５レスの推進', '総務課'], ['03', '職員研修の充実', '職員課／関係各課'], ['04', '市税の収納率の向上', '納税課'], ['05', '公共施設の使用料の見直し', '財政課']] as const;
const projectOf = [0, 0, 1, 2, 2];
const measureOf = [0, 0, 0, 1, 1];
const projectNumber = ['1', '2', '1'];

type Shape = (item: number, first: { measure: boolean; project: boolean }) => TestCell[];
/** A row an item; `first` says whether the item is the first of its measure or project. */
export function rowsOf(shape: Shape): TestCell[][] {
  return items.map((_, index) => shape(index, { measure: measureOf[index] !== measureOf[index - 1], project: projectOf[index] !== projectOf[index - 1] }));
}
const measure = (index: number) => measures[measureOf[index]!]!;
const measureNumber = (index: number) => String(measureOf[index]! + 1);
const project = (index: number) => projects[projectOf[index]!]!;
const numberOf = (index: number) => projectNumber[projectOf[index]!]!;

const header: TestCell[] = ['施策番号', '施策名', '基本事業番号', '基本事業名', '取組番号', '取組項目', '担当課'];
const everyRow = rowsOf((index) => [measureNumber(index), measure(index), numberOf(index), project(index), ...items[index]!]);
const merged = rowsOf((index, first) => [first.measure ? measureNumber(index) : null, first.measure ? measure(index) : null, first.project ? numberOf(index) : null, first.project ? project(index) : null, ...items[index]!]);
const mergesFrom = (top: number) => [['A', 0, 3], ['B', 0, 3], ['A', 3, 5], ['B', 3, 5], ['C', 0, 2], ['D', 0, 2], ['C', 3, 5], ['D', 3, 5]].map(([column, from, to]) => `${column}${top + Number(from)}:${column}${top + Number(to) - 1}`);
const ditto = (sign: string) => rowsOf((index, first) => [first.measure ? measureNumber(index) : sign, first.measure ? measure(index) : sign, first.project ? numberOf(index) : sign, first.project ? project(index) : sign, ...items[index]!]);
const outline: TestCell[][] = items.flatMap((item, index) => [
  ...(measureOf[index] !== measureOf[index - 1] ? [[`施策${measureNumber(index)}　${measure(index)}`]] : []),
  ...(projectOf[index] !== projectOf[index - 1] ? [[null, `(${numberOf(index)}) ${project(index)}`]] : []),
  [null, null, ...item],
]);
const one = (sheet: TestSheet, rest: Omit<TestWorkbook, 'sheets'> = {}) => () => minimalWorkbook({ ...rest, sheets: [sheet] });
const csv = (rows: readonly (readonly TestCell[])[], delimiter = ',', end = '\r\n') => rows.map((row) => row.map((cell) => (/["\n,\t]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ''))).join(delimiter)).join(end) + end;
const utf8 = (text: string, mark = '') => new TextEncoder().encode(mark + text);
const fullRows = [header, ...everyRow];
const oneLevelTwo = (levels: readonly string[], shape: (index: number) => TestCell[]) => [[...levels, '担当課'], ...rowsOf(shape)];

export const foreignWorkbooks: readonly ForeignWorkbook[] = [
  { name: 'a plain table with every cell filled', make: one({ rows: fullRows }) },
  { name: 'merged cells for the upper levels', make: one({ rows: [header, ...merged], merges: mergesFrom(2) }) },
  { name: 'upper levels written once and blank below, without merges', make: one({ rows: [header, ...merged] }) },
  { name: '〃 for what repeats', make: one({ rows: [header, ...ditto('〃')] }) },
  { name: '同上 for what repeats', make: one({ rows: [header, ...ditto('同上')] }) },
  { name: '々 for what repeats', make: one({ rows: [header, ...ditto('々')] }) },
  { name: 'strings inside the cells', make: one({ rows: fullRows }, { strings: 'inline' }) },
  { name: 'strings made by formulas', make: one({ rows: fullRows }, { strings: 'str' }) },
  { name: 'a prefix before all elements', make: one({ rows: fullRows }, { prefix: 'x' }) },
  { name: 'no addresses on rows and cells', make: one({ rows: fullRows }, { unnumbered: true }) },
  { name: 'strict OOXML', make: one({ rows: fullRows }, { strict: true }) },
  { name: 'XML in UTF-16', make: one({ rows: fullRows }, { encoding: 'utf-16le' }) },
  { name: 'part names with backslashes', make: () => packZip(new Map(Object.entries(workbookParts({ sheets: [{ rows: fullRows }] })).map(([name, content]) => [name.replaceAll('/', '\\'), typeof content === 'string' ? utf8(content) : content]))) },
  { name: 'a zip written by another hand', make: () => lyingZip(workbookParts({ sheets: [{ rows: fullRows }] })) },
  {
    name: 'furigana and runs of letters in the strings',
    make: one({ rows: fullRows }, { parts: { 'xl/sharedStrings.xml': `<sst>${[...new Set(fullRows.flat())].map((text) => `<si><r><t>${String(text).slice(0, 1)}</t></r><r><rPr/><t xml:space="preserve">${String(text).slice(1)}</t></r><rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1"/></si>`).join('')}</sst>` } }),
  },
  {
    name: 'a title, a date, a two-row header with merges, and notes under the table',
    make: one({
      rows: [['見本市第２次推進計画　施策体系表'], [null, null, null, null, null, null, '令和３年４月１日現在'], [], ['施策', null, '基本事業', null, '取組項目', null, '担当課'], ['番号', '名称', '番号', '名称', '番号', '名称', null], ...merged, [], ['※１　番号は計画を通して付けている。'], ['※２　担当課は令和３年４月１日現在である。']],
      merges: ['A1:G1', 'A4:B4', 'C4:D4', 'E4:F4', 'G4:G5', ...mergesFrom(6)],
    }),
  },
  { name: 'a two-row header without merges, as a CSV has it', make: () => utf8(csv([['施策', null, '基本事業', null, '取組項目', null, '担当課'], ['番号', '名称', '番号', '名称', '番号', '名称', null], ...everyRow])) },
  { name: 'numbers in columns without headings of their own', make: one({ rows: [['施策', null, '基本事業', null, '取組項目', null, '所管'], ...everyRow], merges: ['A1:B1', 'C1:D1', 'E1:F1'] }), levels: ['施策', '基本事業', '取組項目'] },
  { name: 'number and title in one cell', make: one({ rows: [['施策', '基本事業', '取組項目', '担当課'], ...rowsOf((index) => [`${measureNumber(index)}　${measure(index)}`, `（${numberOf(index)}）${project(index)}`, `${items[index]![0]}．${items[index]![1]}`, items[index]![2]])] }), tree: expectedTree.map((line) => line.replace(/^ {2}(\d) /, '  （$1） ')) },
  { name: 'circled numbers in front of the titles', make: one({ rows: [['施策', '基本事業', '取組項目', '担当課'], ...rowsOf((index) => [`施策${measureNumber(index)} ${measure(index)}`, `${'①②'[Number(numberOf(index)) - 1]}${project(index)}`, `${items[index]![0]} ${items[index]![1]}`, items[index]![2]])] }), tree: expectedTree.map((line) => line.replace(/^ {2}1 /, '  ① ').replace(/^ {2}2 /, '  ② ')) },
  { name: 'full-width digits and numbers like No.1', make: one({ rows: [['No.', '施策', '基本事業', '取組項目', '担当課'], ...rowsOf((index) => [`No.${'１２３４５'[index]}`, `${'１２'[measureOf[index]!]} ${measure(index)}`, `${numberOf(index)} ${project(index)}`, items[index]![1], items[index]![2]])] }), tree: expectedTree.map((line) => line.replace(/^1/, '１').replace(/^2/, '２').replace(/^ {4}0/, '    ')) },
  { name: 'a heading a level and its rows below, shifted to the right', make: one({ rows: [['施策', '基本事業', '番号', '取組項目', '担当課'], ...outline] }), tree: expectedTree.map((line) => line.replace(/^ {2}(\d) /, '  ($1) ')) },
  { name: 'blank rows between the measures', make: one({ rows: [header, ...merged.slice(0, 3), [], [], ...merged.slice(3)] }) },
  { name: 'the header printed again on the second page', make: one({ rows: [header, ...everyRow.slice(0, 3), [], header, ...everyRow.slice(3)] }) },
  { name: 'hidden rows and a hidden column', make: one({ rows: fullRows, hiddenRows: [3], hiddenColumns: [3] }), warnings: ['hidden-rows', 'hidden-column'] },
  { name: 'line breaks, spread headings and full-width blanks', make: one({ rows: [['施　策\n番　号', '施策名', '基本事業\n番号', '基本事業名', '取組\n番号', '取　組　項　目', '担　当　課'], ...rowsOf((index) => [measureNumber(index), `　${measure(index).slice(0, 4)}\n${measure(index).slice(4)}　`, numberOf(index), project(index), items[index]![0], items[index]![1], items[index]![2].replace('総務課', '総　務　課').replace('／', '\n')])] }) },
  { name: 'departments parted by ・ and 、, with marks and brackets', make: one({ rows: [header, ...rowsOf((index) => [measureNumber(index), measure(index), numberOf(index), project(index), items[index]![0], items[index]![1], ['◎政策室・○総務課', '総務課', '職員課、関係各課（政策室・財政課）', '納税課', '財政課'][index]!])] }) },
  { name: 'numbers as numbers in the format 00', make: one({ rows: [header, ...rowsOf((index) => [Number(measureNumber(index)), measure(index), Number(numberOf(index)), project(index), { number: index + 1, format: '00' }, items[index]![1], items[index]![2]])] }) },
  { name: 'numbers from formulas', make: one({ rows: [header, ...rowsOf((index) => [Number(measureNumber(index)), measure(index), Number(numberOf(index)), project(index), { formula: 'TEXT(ROW()-1,"00")', text: items[index]![0] }, items[index]![1], items[index]![2]])] }) },
  { name: 'a column that says the level of each row', make: one({ rows: [['階層', '番号', '題名', '担当課'], ...outline.map((row): TestCell[] => (row[0] ? ['施策', row[0].toString().slice(2, 3), row[0].toString().slice(4), null] : row[1] ? ['基本事業', row[1].toString().slice(1, 2), row[1].toString().slice(4), null] : ['取組項目', ...row.slice(2)]))] }) },
  { name: 'a sheet a measure', make: () => minimalWorkbook({ sheets: [{ name: '施策１', rows: [header, ...everyRow.slice(0, 3)] }, { name: '施策２', rows: [header, ...everyRow.slice(3)] }] }) },
  { name: 'a table that begins in the middle of the sheet', make: one({ rows: [[], [], [], ...fullRows.map((row) => [null, null, ...row])] }) },
  { name: 'other columns in between and a total below', make: one({ rows: [[...header, '備考', '予算額（千円）'], ...everyRow.map((row, index) => [...row, null, index * 1000]), ['合計', null, null, null, null, null, null, null, 10_000]] }) },
  { name: 'blank cells with borders far outside of the table', make: one({ rows: [...fullRows, ...Array.from({ length: 500 }, () => Array.from({ length: 30 }, () => ({ raw: '<c s="0"/>' })))] }, { unnumbered: true }) },
  { name: 'a hidden sheet with another table', make: () => minimalWorkbook({ sheets: [{ name: '旧', state: 'hidden', rows: [header, ['9', '旧い施策', '9', '旧い事業', '99', '旧い取組', '旧い課']] }, { name: '体系', rows: fullRows }] }) },
  { name: 'a workbook of the library that writes ours', make: () => writeXlsx({ sheets: [{ name: '体系', rows: fullRows as never, merges: [] }] }) },
  { name: 'CSV in UTF-8', make: () => utf8(csv(fullRows)) },
  { name: 'CSV in UTF-8 with a byte order mark', make: () => utf8(csv(fullRows), '\ufeff') },
  { name: 'CSV in CP932, as Excel saves it', make: () => encodeCp932(csv(fullRows)) },
  { name: 'TSV in CP932', make: () => encodeCp932(csv(fullRows, '\t')) },
  { name: 'CSV with line feeds alone', make: () => utf8(csv(fullRows, ',', '\n')) },
  { name: 'CSV with 01 kept as ="01"', make: () => utf8(fullRows.map((row, index) => row.map((cell, column) => (index > 0 && column === 4 ? `="${String(cell)}"` : String(cell))).join(',')).join('\r\n')) },
  { name: 'TSV in UTF-8', make: () => utf8(csv(fullRows, '\t')) },
  { name: 'the Unicode text of Excel (UTF-16)', make: () => new Uint8Array(Buffer.from(`\ufeff${csv(fullRows, '\t')}`, 'utf16le')) },
  {
    name: 'a line for each measure between the rows, merged over the table',
    make: one({ rows: [['見本市第２次推進計画'], ...[[0, 1, 2], [3, 4]].flatMap((group, index): TestCell[][] => [[`施策${index + 1}　${measures[index]!}`], header.slice(2), ...group.map((item) => everyRow[item]!.slice(2)), []])], merges: ['A2:E2', 'A8:E8'] }),
  },
  { name: 'a line for each measure under one header', make: one({ rows: [header.slice(2), ...[[0, 1, 2], [3, 4]].flatMap((group, index): TestCell[][] => [[`施策${index + 1}　${measures[index]!}`], ...group.map((item) => everyRow[item]!.slice(2))])] }) },
  { name: 'a column of 部 beside that of 課', make: one({ rows: [[...header.slice(0, 6), '担当部', '担当課'], ...everyRow.map((row) => [...row.slice(0, 6), '総務部', row[6]!])] }) },
  { name: 'titles without any numbers', make: one({ rows: oneLevelTwo(['施策', '基本事業', '取組項目'], (index) => [measure(index), project(index), items[index]![1], items[index]![2]]) }) },
  { name: 'other names of levels', make: one({ rows: [['基本目標', '政策', 'No', '事業名', '所管部署'], ...rowsOf((index) => [`基本目標${measureNumber(index)}　${measure(index)}`, `政策${numberOf(index)}　${project(index)}`, items[index]![0], items[index]![1], items[index]![2]])] }), levels: ['基本目標', '政策', '事業'], tree: expectedTree },
];
