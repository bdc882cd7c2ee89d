import { expect, test } from 'vitest';
import { minimalWorkbook } from './minimal-workbook.testing.ts';
import { showNumber } from './number-formats.ts';
import { readWorkbook } from './read-workbook.ts';

test.each([
  [1, 'General', '1'], [0.1 + 0.2, 'General', '0.3'], [1, '00', '01'], [12345.678, '#,##0', '12,346'], [12345.678, '#,##0.00', '12,345.68'], [0.227, '0%', '23%'], [0.227, '0.0%', '22.7%'], [0.227, '0.0"％"', '0.2％'],
  [5, '0"件"', '5件'], [5, '"第"0"号"', '第5号'], [-1234, '#,##0;"△ "#,##0', '△ 1,234'], [-5, '0', '-5'], [1234, '#,##0_ ;[Red]\\-#,##0\\ ', '1,234'], [-1234, '#,##0_ ;[Red]\\-#,##0\\ ', '-1,234'], [0, '0;-0;"－"', '－'],
  [18_700_000, '#,##0,', '18,700'], [0.5, '#.##', '.5'], [2, '0.0#', '2.0'], [2.25, '0.0#', '2.25'], [7, '@', '7'], [1.5, '# ?/?', '1.5'], [1200, '0.00E+00', '1200'],
])('%d in %s is shown as %s', (value, format, text) => { expect(showNumber(value, format, false).text).toBe(text); });

test.each([
  [44_286, 'yyyy/m/d', '2021/3/31', '2021-03-31'], [44_286, '[$-411]ggge"年"m"月"d"日"', '令和3年3月31日', '2021-03-31'], [43_585, '[$-411]ge.m.d', 'H31.4.30', '2019-04-30'], [43_586, '[$-411]ge.m.d', 'R1.5.1', '2019-05-01'],
  [44_286.5, 'yyyy/m/d h:mm', '2021/3/31 12:00', '2021-03-31T12:00:00'], [44_286, 'm"月"d"日"', '3月31日', '2021-03-31'], [44_286, 'yyyy"年"m"月"', '2021年3月', '2021-03-31'], [44_286, '[$-F800]dddd, mmmm dd, yyyy', 'Wednesday, March 31, 2021', '2021-03-31'],
  [44_286, 'm"月"d"日"(aaa)', '3月31日(水)', '2021-03-31'], [1, 'yyyy/m/d', '1900/1/1', '1900-01-01'], [59, 'yyyy/m/d', '1900/2/28', '1900-02-28'], [61, 'yyyy/m/d', '1900/3/1', '1900-03-01'],
])('%d in %s is the day %s', (value, format, text, iso) => { expect(showNumber(value, format, false)).toEqual({ kind: 'date', text, value: iso }); });

test('a serial number counts from 1904 where the workbook says so', async () => {
  const day = async (date1904: boolean) => {
    const read = await readWorkbook(minimalWorkbook({ date1904, sheets: [{ rows: [[{ number: 42_824, format: 'yyyy/m/d' }]] }] }));
    return read.ok && read.sheets[0]!.cells[0]!.value;
  };
  expect(await day(true)).toBe('2021-03-31');
  expect(await day(false)).toBe('2017-03-30');
});

test('a number outside of the calendar is no day', () => {
  expect(showNumber(-5, 'yyyy/m/d', false).kind).toBe('number');
  expect(showNumber(1e10, 'yyyy/m/d', false).kind).toBe('number');
});

test('every kind of cell keeps what is shown and what is stored', async () => {
  const read = await readWorkbook(minimalWorkbook({ sheets: [{ name: '表', rows: [['文字_x000D_\n列', 5, { number: 0.227, format: '0.0%' }, true, { error: '#DIV/0!', formula: '1/0' }, { formula: 'A1' }, { formula: 'SUM(A1)', number: 3 }, { number: 44_286, format: 'yyyy/m/d' }]], hiddenRows: [1], merges: ['A1:B2'] }] }));
  if (!read.ok) throw new Error('refused');
  expect(read.sheets[0]).toMatchObject({ name: '表', state: 'visible', merges: [{ top: 0, left: 0, bottom: 1, right: 1 }], hiddenRows: [{ from: 0, to: 0 }] });
  expect(read.sheets[0]!.cells.map(({ kind, text, value, formula }) => [kind, text, value, formula])).toEqual([
    ['text', '文字\n列', '文字\n列', false], ['number', '5', 5, false], ['percent', '22.7%', 0.227, false], ['boolean', 'TRUE', true, false], ['error', '#DIV/0!', '#DIV/0!', true], ['formula', '', null, true], ['number', '3', 3, true], ['date', '2021/3/31', '2021-03-31', false],
  ]);
});
