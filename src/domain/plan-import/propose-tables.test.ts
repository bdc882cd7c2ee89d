import { describe, expect, test } from 'vitest';
import { proposeMapping } from './propose-mapping.ts';
import { proposeTables, tablePlace } from './propose-tables.ts';
import { sheetOf } from './sheet-of.testing.ts';

const shape = (sheet: Parameters<typeof proposeTables>[0]) => proposeTables(sheet).map((table) => ({ place: tablePlace(table), headings: table.columns.map(({ heading }) => heading), rows: table.rows.map((row) => row + 1), title: table.title, aside: table.setAside.map(({ row, why }) => `${row + 1} ${why}`) }));
const rolesOf = (sheet: Parameters<typeof proposeTables>[0]) => {
  const tables = proposeTables(sheet);
  return proposeMapping(tables, [sheet]).tables.map(({ columns }) => columns.map(({ role, level }) => (level === undefined ? role : `${role} ${level}`)));
};

describe('tables on a sheet', () => {
  test('below each other have each its title, rows and notes', () => {
    expect(shape(sheetOf([
      ['第２次計画'], [], ['施策', '取組項目', '担当課'], ['行政', '窓口', '政策室'], [], ['財政', '収納', '納税課'], ['※１　注である。'], [], ['【指標】'], ['指標名', '基準値', '目標値'], ['満足度', '50', '60'], ['（注）速報値である。'],
    ]))).toEqual([
      { place: 'A3:C6', headings: ['施策', '取組項目', '担当課'], rows: [4, 6], title: '第２次計画', aside: ['7 note'] },
      { place: 'A10:C11', headings: ['指標名', '基準値', '目標値'], rows: [11], title: '【指標】', aside: ['12 note'] },
    ]);
  });
  test('beside each other are two tables', () => {
    expect(shape(sheetOf([['施策', '取組項目', '担当課', null, '指標名', '基準値'], ['行政', '窓口', '政策室', null, '満足度', '50'], ['財政', '収納', '納税課']]))).toMatchObject([
      { place: 'A1:C3', rows: [2, 3] }, { place: 'E1:F2', rows: [2] },
    ]);
  });
  test('a table that is printed over two pages is one', () => {
    const header = ['施策', '取組項目', '担当課'];
    expect(shape(sheetOf([header, ['行政', '窓口', '政策室'], [], header, ['財政', '収納', '納税課']]))).toMatchObject([{ rows: [2, 5], aside: ['4 repeated-header'] }]);
  });
  test('a total is not an element', () => {
    expect(shape(sheetOf([['取組項目', '担当課', '予算'], ['窓口', '政策室', 5], ['合　計', null, 5]]))).toMatchObject([{ rows: [2], aside: ['3 total'] }]);
  });
  test('lines in a column of the table are data, lines that stand apart are not', () => {
    expect(shape(sheetOf([['施策', '取組項目', '担当課'], ['行政'], [null, '窓口', '政策室'], [], ['令和３年４月　政策室作成']]))).toMatchObject([{ rows: [2, 3], aside: ['5 note'] }]);
  });
  test('a sheet without any headings that are known still gives its first rows to look at', () => {
    expect(proposeTables(sheetOf([['甲', '乙'], ['丙', '丁']]))).toMatchObject([{ headerRows: [0], rows: [1] }]);
    expect(proposeTables(sheetOf([]))).toEqual([]);
  });
});

describe('headings', () => {
  test('of two rows are joined by their merges', () => {
    expect(shape(sheetOf([['施策', null, '取組項目', '担当課'], ['番号', '名称', null, null], ['1', '行政', '窓口', '政策室']], { merges: ['A1:B1', 'C1:C2', 'D1:D2'] }))).toMatchObject([{ place: 'A1:D3', headings: ['施策／番号', '施策／名称', '取組項目', '担当課'] }]);
  });
  test('of three rows too', () => {
    expect(shape(sheetOf([['施策', '指標', null, null], [null, '指標名', '値', null], [null, null, '基準値', '目標値'], ['行政', '満足度', '50', '60']], { merges: ['A1:A3', 'B1:D1', 'B2:B3', 'C2:D2'] }))[0]!.headings).toEqual(['施策', '指標／指標名', '指標／値／基準値', '指標／値／目標値']);
  });
  test('with blanks and line breaks for looks mean the same', () => {
    expect(rolesOf(sheetOf([['施　策', '取 組\n項 目', '担　当\n課'], ['行政', '窓口', '政策室']]))).toEqual([['level-title measure', 'level-title initiative', 'departments']]);
  });
  test.each([
    [['重点目標', 'No.', '事業名', '所管部署'], ['level-title level-1', 'level-number level-2', 'level-title level-2', 'departments']],
    [['整理番号', '取組名', '取組内容', '主管課', '備考'], ['level-number level-1', 'level-title level-1', 'description level-1', 'departments', 'ignore']],
    [['施策コード', '施策名', '施策の概要', '担当部局'], ['level-number measure', 'level-title measure', 'description measure', 'departments']],
    [['取組項目', '担当課', '令和２年度の取組状況', '令和３年度の取組状況'], ['level-title initiative', 'departments', 'ignore', 'report']],
    [['指標番号', '指標', '単位', '算出方法', '策定時（H30）', '目標（R6）', '関連施策'], ['indicator-number', 'indicator-title', 'indicator-unit', 'indicator-definition', 'indicator-baseline', 'indicator-target', 'related']],
    [['番号', '取組内容', '担当課'], ['level-number initiative', 'level-title initiative', 'departments']],
  ])('%s', (headings, roles) => {
    expect(rolesOf(sheetOf([headings, headings.map((_, index) => `値${index}`)]))).toEqual([roles]);
  });
});
