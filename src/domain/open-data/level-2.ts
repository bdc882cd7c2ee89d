import { cellsOf, columnsWithCells, numberTypes } from './data-table.ts';
import { noneOf, notApplicable, type Rule } from './rule.ts';

/** The columns that say what a record is about; left empty in no record. */
const leading = 5;

/** レベル２: what a program needs to count and to join. */
export const level2: readonly Rule[] = [
  {
    id: 'L2-01', statement: '数値の列には数値だけを書き、単位や注の印を混ぜない。',
    check: (data) => noneOf(
      columnsWithCells(data).filter(({ type, cells }) => numberTypes.includes(type) && cells.some((cell) => cell !== '' && !/^-?\d+(\.\d+)?$/.test(cell))).map(({ file, column }) => `${file}の「${column}」`),
      '数値の列は、全て数字、符号及び小数点だけです。単位と注は別の列かファイルに、印刷された値（「90.0以下 ※３」など）は文字列の列にあります。', '数値でない値がある列：',
    ),
  },
  {
    id: 'L2-02', statement: '前の行と同じ値を省略しない。',
    check: ({ tables }) => noneOf(
      tables.filter(({ records }) => records.some((record) => record.slice(0, leading).some((cell) => /^[〃々"”″]?$/.test(cell)))).map(({ name }) => name), '地方公共団体、計画及び年度の列は、全ての行に値があります。同じ値も省略していません。', '省略があるもの：',
    ),
  },
  {
    id: 'L2-03', statement: '全ての列を、一つの行の項目名だけで区別できるようにする。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].filter(({ header }) => new Set(header).size !== header.length).map(({ name }) => name), '同じ項目名の列はありません。項目名は１行です。', '同じ項目名があるもの：',
    ),
  },
  {
    id: 'L2-04', statement: '選択肢の値を、揺れのない決まった言葉で書く。',
    check: (data) => noneOf(
      columnsWithCells(data).filter(({ description, cells }) => isChoice(description) && cells.some((cell) => cell !== '' && !choicesIn(description).includes(cell))).map(({ file, column }) => `${file}の「${column}」`),
      '選択肢の列の値は、「列の説明」に挙げた言葉のいずれかです。', '決めていない値がある列：',
    ),
  },
  {
    id: 'L2-05', statement: '選択肢の列に、「その他」の詳しい内容を混ぜない。',
    check: (data) => columnsWithCells(data).some(({ description, cells }) => isChoice(description) && cells.some((cell) => cell.includes('その他')))
      ? { outcome: 'fails', sentence: '選択肢の列に「その他」があります。' } : notApplicable('「その他」を選ぶ列はありません。'),
  },
  {
    id: 'L2-06', statement: '【Excel】数式を残さず、値にする。',
    check: ({ sheets }) => sheets === null ? notApplicable('Excelのファイルがありません。') : noneOf(sheets.filter(({ formulas }) => formulas > 0).map(({ name }) => name), '数式はありません。', '数式があるシート：'),
  },
];

function isChoice(description: string): boolean {
  return /のいずれか。/.test(description);
}

/** The words of 「前文（…）、説明（…）のいずれか。」 */
function choicesIn(description: string): string[] {
  return (description.split('のいずれか。')[0] ?? '').replaceAll(/（[^）]*）/g, '').split(/[、。]/).map((word) => word.trim());
}

/** Whether a table has a column, and in every record a value there. */
export function isFilled(table: Parameters<typeof cellsOf>[0], column: string): boolean {
  return table.header.includes(column) && cellsOf(table, column).every((cell) => cell !== '');
}
