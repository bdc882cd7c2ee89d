import { columnsWithCells, type OpenData, type Sheet, singleTypes } from './data-table.ts';
import { exception, type Finding, noneOf, notApplicable, type Rule } from './rule.ts';

const named = (file: string, what: string) => `${file}の「${what}」`;

/** レベル１: what a program needs to read a file at all. */
export const level1: readonly Rule[] = [
  {
    id: 'L1-01', statement: 'データを、プログラムが直接読める形式（CSV、Excel、JSONなど）で提供する。',
    check: ({ files, tables }) => noneOf(
      [...(tables.length > 0 ? [] : ['CSV']), ...(files.includes('edition.json') ? [] : ['JSON'])],
      `CSV ${tables.length}個とJSONを提供しています。PDFとWordの内容も、全て同じデータから作っています。`, '提供していない形式：',
    ),
  },
  {
    id: 'L1-02', statement: '一つのシート（CSVは一つのファイル）には、一つの表だけを載せる。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].filter(({ header, records }) => records.some((record) => record.length !== header.length || record.join() === header.join())).map(({ name }) => name),
      '全てのファイルとシートで、見出しが一つで、列の数が最後の行まで同じです。', '列の数が途中で変わるもの：',
    ),
  },
  {
    id: 'L1-03', statement: '空白の行や列で、表を分けない。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].filter(({ header, records }) => header.some((name) => name.trim() === '') || records.some((record) => record.every((cell) => cell === ''))).map(({ name }) => name),
      '空白の行、見出しのない列はありません。', '空白の行か列があるもの：',
    ),
  },
  {
    id: 'L1-04', statement: '表の外に、関係のない情報を書かない。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].filter(({ header, records }) => records.some((record) => record.length > header.length)).map(({ name }) => name),
      '見出しの範囲の外に値があるファイルとシートはありません。', '見出しの範囲の外に値があるもの：',
    ),
  },
  {
    id: 'L1-05', statement: '全ての列に、内容が分かる項目名を付ける。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].flatMap(({ name, header }) => header.filter((column) => !/[\p{L}]/u.test(column)).map((column) => named(name, column))),
      '全ての列に、文字による項目名があります。', '項目名が内容を示さない列：',
    ),
  },
  {
    id: 'L1-06', statement: '空白や改行で体裁を整えない。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].flatMap(({ name, header, records }) => header.filter((_column, index) => records.some((record) => isPadded(record[index] ?? ''))).map((column) => named(name, column))),
      '前後の空白、続けた空白、改行がある値はありません。', '空白か改行がある列：',
    ),
  },
  {
    id: 'L1-07', statement: '一つのセルには、一つの値だけを書く。',
    check: (data) => noneOf(
      columnsWithCells(data).filter(({ type, description, cells }) => description.includes('で区切る') || (singleTypes.includes(type) && cells.some((cell) => /[、，,／;；]/.test(cell)))).map(({ file, column }) => named(file, column)),
      '番号、数値及び日付の列に、二つ以上の値が入ったセルはありません。複数ある関係（上位計画、推進部署、注）は、１行に一つずつ別のファイルにしています。', '二つ以上の値が入る列：',
    ),
  },
  { id: 'L1-08', statement: '固有名詞などのやむを得ない場合を除き、機種依存文字を使わない。', check: machineDependent },
  {
    id: 'L1-09', statement: '空欄（値がない）とゼロを区別する。',
    check: (data) => noneOf(
      columnsWithCells(data).filter(({ type, description, cells }) => singleTypes.includes(type) && cells.includes('') && !/空欄|掲載した日|集計した日/.test(description)).map(({ file, column }) => named(file, column)),
      '値がないときは空欄、ゼロは「0」です。空欄がある番号、数値及び日付の列には、空欄の意味を「列の説明」に書いています。', '空欄の意味を書いていない列：',
    ),
  },
  excelRule('L1-10', '【Excel】図形や画像の中に情報を置かない。', ({ objects }) => objects > 0, '図形、画像、コメントがあるシートはありません。', '図形などがあるシート：'),
  {
    id: 'L1-11', statement: '【Excel】色や太字などの書式で、データの違いを表さない。',
    check: ({ sheets }) => sheets === null ? noWorkbook() : noneOf(
      sheets.flatMap(({ name, unevenColumns }) => unevenColumns.map((column) => named(name, column))), '見出しの下では、どの列も全てのセルが同じ書式です。', '書式が揃っていない列：',
    ),
  },
  excelRule('L1-12', '【Excel】セルを結合しない。', ({ merged }) => merged > 0, '結合したセルはありません。', '結合したセルがあるシート：'),
  excelRule('L1-13', '【Excel】行、列及びシートを、非表示や折りたたみのまま残さない。', ({ hidden }) => hidden > 0, '非表示の行、列及びシートはありません。', '非表示のものがあるシート：'),
  {
    id: 'L1-14', statement: '【CSV】一つの記録を、１行に書く。',
    check: ({ tables }) => noneOf(
      tables.filter(({ lines, records }) => lines !== records.length + 1).map(({ name, lines, records }) => `${name}（${lines}行、${records.length + 1}件）`), '全てのファイルで、行の数と記録の数が一致します。', '記録の途中で改行しているもの：',
    ),
  },
  {
    id: 'L1-15', statement: '【CSV】カンマがある値を、ダブルコーテーションで囲む。',
    check: ({ tables }) => noneOf(tables.filter(({ commasQuoted }) => !commasQuoted).map(({ name }) => name), 'カンマがある値は、全て囲んでいます。', '囲んでいない値があるもの：'),
  },
];

function isPadded(text: string): boolean {
  return /^[\s　]|[\s　]$|[ 　]{2}|[\r\n\t]/.test(text);
}

/** The texts are published as they were typed; a municipality's own ① is evidence and not a slip of ours. */
function machineDependent({ tables, isMachineDependent }: OpenData): Finding {
  const found = new Map<string, Set<string>>();
  for (const { name, header, records } of tables) {
    for (const record of [header, ...records]) {
      record.forEach((cell, index) => {
        for (const character of cell) if (isMachineDependent(character)) found.set(character, (found.get(character) ?? new Set()).add(`${name}の${header[index] ?? ''}`));
      });
    }
  }
  if (found.size === 0) return noneOf([], '機種依存文字はありません。', '');
  const shown = [...found].map(([character, places]) => `「${character}」（${[...places].slice(0, 2).join('、')}${places.size > 2 ? 'など' : ''}）`);
  return exception(`原文の表記を変えないため、次の文字を残しています：${shown.slice(0, 8).join('、')}${shown.length > 8 ? `ほか${shown.length - 8}字` : ''}。`);
}

function noWorkbook(): Finding {
  return notApplicable('Excelのファイルがありません。');
}

function excelRule(id: string, statement: string, isBad: (sheet: Sheet) => boolean, whenNone: string, whenSome: string): Rule {
  return { id, statement, check: ({ sheets }) => (sheets === null ? noWorkbook() : noneOf(sheets.filter(isBad).map(({ name }) => name), whenNone, whenSome)) };
}
