import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDepartmentRows } from './department-rows.ts';

const known = [{ id: 'seisaku', name: '政策室' }, { id: 'zaisei', name: '財政課' }, { id: 'shokuin', name: '職員課' }];
const read = (...rows: readonly string[]) => readDepartmentRows(['識別子,名称,開始日,終了日,引継先', ...rows].map((row, index) => ({ line: index + 1, cells: row.split(',') })), known);

test('founds what is new, renames what has another name, dissolves what has a last day, in the order of days', () => {
  const { steps, unchanged, problems } = read('shokuin,,,令和５年３月31日,人財戦略課', 'jinzai,人財戦略課,R5.4.1,,', 'seisaku,企画政策課,2022/4/1,,', 'zaisei,財政課,,,');
  expect(problems).toEqual([]);
  expect(unchanged).toBe(1);
  expect(steps).toEqual([
    { line: 4, form: { kind: 'rename', day: '2022-04-01', before: ['seisaku'], after: [{ id: 'seisaku', name: '企画政策課' }] } },
    { line: 3, form: { kind: 'establish', day: '2023-04-01', before: [], after: [{ id: 'jinzai', name: '人財戦略課' }] } },
    { line: 2, form: { kind: 'abolish', day: '2023-04-01', before: ['shokuin'], after: [{ id: 'jinzai', name: '' }] } },
  ]);
});

test('takes a department through its names, whatever the order of its lines', () => {
  const { steps } = read('digital,デジタル戦略課,2023-04-01,2024-03-31,政策室', 'digital,デジタル課,2022-04-01,,');
  expect(steps.map(({ form: { kind, day } }) => `${day} ${kind}`)).toEqual(['2022-04-01 establish', '2023-04-01 rename', '2024-04-01 abolish']);
});

test('names every problem with its line and column', () => {
  const { problems } = read(',無名課,2022-04-01,,', 'kikaku,企画課,,,', 'seisaku,企画課,,,', 'zaisei,財政課,いつか,2022-03-31,', 'shokuin,職員課,2022-04-01,2022-03-01,', 'shokuin,職員課,,,政策室', 'shokuin,職員課,,2022-03-31,無い課', 'x,=1+1,2022-04-01,,', 'zaisei,財政課,,,', 'zaisei,財政課,,,');
  expect(problems.map(({ line, column, code }) => `${line} ${column} ${code}`).toSorted()).toEqual([
    '11 識別子 duplicate-row', '2 識別子 no-id', '3 開始日 no-days', '4 開始日 no-days', '5 開始日 not-a-date', '6 終了日 until-before-from', '7 引継先 successor-without-end', '8 引継先 unknown-department', '9 名称 formula',
  ].toSorted());
  expect(readDepartmentRows([{ line: 1, cells: ['識別子', '名称', '名称'] }], known).problems.map(({ code }) => code)).toEqual(['repeated-column', 'missing-column']);
  expect(readDepartmentRows([], known).problems.map(({ code }) => code)).toEqual(['empty-file']);
});

test('whatever is typed, a row leads to steps, is unchanged, or has a problem; never silence and never a fault', () => {
  const cell = fc.oneof(fc.constantFrom('', 'seisaku', '政策室', '新課', '2022-04-01', '令和４年３月31日', 'x', '=1'), fc.string({ maxLength: 8 }));
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 6 }), (typed) => {
    const { steps, unchanged, problems } = readDepartmentRows([{ line: 1, cells: ['識別子', '名称', '開始日', '終了日', '引継先'] }, ...typed.map((cells, index) => ({ line: index + 2, cells }))], known);
    const told = new Set([...steps, ...problems].map(({ line }) => line));
    expect(typed.length - told.size).toBe(unchanged);
    expect(steps.map(({ form }) => form.day)).toEqual(steps.map(({ form }) => form.day).toSorted());
  }));
});
