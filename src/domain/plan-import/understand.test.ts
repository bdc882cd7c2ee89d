import { describe, expect, test } from 'vitest';
import { placesOf, sheetOf, understandAgain, understandSheets } from './sheet-of.testing.ts';

const header = ['施策', '基本事業', '番号', '取組項目', '担当課'];
const plain = [header, ['１ 行政', '① 改善', '01', '窓口の見直し', '政策室'], ['１ 行政', '② 人材', '02', '研修の充実', '職員課'], ['２ 財政', '① 財源', '03', '収納率の向上', '納税課']];
const table = (...rows: Parameters<typeof sheetOf>[0]) => sheetOf([header, ...rows]);
const row = (...cells: Parameters<typeof sheetOf>[0][number]) => cells;

describe('every problem has its cell', () => {
  test.each([
    ['a cell in error', table(row('１ 行政', '① 改善', '01', { text: '#REF!', value: '#REF!', kind: 'error' as const }, '政策室')), 'D2 error-cell'],
    ['a formula whose result was not saved', table(row('１ 行政', '① 改善', '01', { kind: 'formula' as const, formula: true }, '政策室')), 'D2 formula-without-value'],
    ['a number that Excel made a date', table(row('１ 行政', '① 改善', { text: '1月1日', value: '2026-01-01', kind: 'date' as const }, '窓口', '政策室')), 'C2 date-for-number'],
    ['〃 with nothing above', table(row('〃', '① 改善', '01', '窓口', '政策室')), 'A2 nothing-to-repeat'],
    ['an item without its parents', table(row(null, null, '01', '窓口', '政策室')), 'D2 no-parent'],
    ['an item whose middle level is blank after a new measure', table(...plain.slice(1), row('３ 防災', null, '04', '訓練', '防災課')), 'D5 no-parent'],
    ['a number without a title', table(...plain.slice(1), row('２ 財政', '① 財源', '04', null, '財政課')), 'C5 number-without-title'],
    ['two items under one number', table(...plain.slice(1), row('２ 財政', '① 財源', '03', '使用料の改定', '財政課')), 'C5 duplicate-number'],
    ['an item without a number among items with one', table(...plain.slice(1), row('２ 財政', '① 財源', null, '使用料の改定', '財政課')), 'D5 no-number'],
    ['a number that no address can carry', table(...plain.slice(1), row('２ 財政', '① 財源', '甲乙丙', '使用料の改定', '財政課')), 'C5 number-form'],
    ['a relisting without an original', table(...plain.slice(1), row('２ 財政', '① 財源', '04', '防災訓練（再掲）', '防災課')), 'D5 relisting-original'],
    ['a character of the city alone', table(...plain.slice(1), row('２ 財政', '① 財源', '04', '\ue000橋の改修', '道路課')), 'D5 private-character'],
    ['a control character', table(...plain.slice(1), row('２ 財政', '① 財源', '04', '使用料\u0002の改定', '財政課')), 'D5 control-character'],
  ])('%s', (_name, sheet, place) => { expect(placesOf(understandSheets([sheet]))).toContain(place); });

  test('and all of them are reported at once', () => {
    const sheet = table(row('１ 行政', '① 改善', '01', { text: '#N/A', value: '#N/A', kind: 'error' as const }, '政策室'), row('１ 行政', '② 人材', { text: '1月2日', value: '2026-01-02', kind: 'date' as const }, '研修', '職員課'), row('２ 財政', null, '03', '収納', '納税課'));
    expect(placesOf(understandSheets([sheet]))).toEqual(expect.arrayContaining(['D2 error-cell', 'C3 date-for-number', 'D4 no-parent']));
  });
});

describe('what no table can say', () => {
  test('is asked for and never made up', () => {
    const { problems } = understandSheets([sheetOf(plain)], (mapping) => ({ ...mapping, municipality: { ...mapping.municipality, code: null, name: null }, plan: { id: null, title: null } }));
    expect(problems.map(({ code }) => code)).toEqual(['no-municipality-code', 'no-municipality-name', 'no-plan-id', 'no-plan-title']);
  });
  test('a sheet without a table of a plan says so', () => {
    expect(placesOf(understandSheets([sheetOf([['会議の記録'], ['日時', '令和３年４月１日']])]))).toContain('- no-table');
    expect(placesOf(understandSheets([sheetOf([])]))).toEqual(['- no-table']);
  });
});

describe('relistings', () => {
  test.each([
    ['the same title without the mark', '窓口の見直し（再掲）'], ['the number that it names', '窓口業務の改革（再掲：01）'], ['another bracket', '窓口の見直し【再掲】'],
  ])('find their original by %s', (_name, title) => {
    const { bundle, problems } = understandSheets([table(...plain.slice(1), row('２ 財政', '① 財源', '04', title, '政策室'))]);
    expect(problems).toEqual([]);
    expect(bundle.tree[1]!.children![0]!.children![1]).toMatchObject({ id: 'i04', title, relistingOf: 'i01' });
  });
});

test('an upper level that is left blank is filled down, and every such cell is said', () => {
  const { bundle, understood } = understandSheets([table(plain[1]!, row(null, null, '02', '研修の充実', '職員課'))]);
  expect(bundle.tree[0]!.children![0]!.children).toHaveLength(2);
  expect(understood.filter(({ steps }) => steps.includes('空欄のため、上の行と同じとした')).map(({ cell, became }) => `${cell} ${became}`)).toEqual(['B3 改善', 'A3 行政']);
});

describe('a line between the rows', () => {
  test('names the upper level of the rows below it, and it is said for each', () => {
    const { bundle, problems, understood } = understandSheets([sheetOf([['施策１　行政運営'], ['番号', '取組項目', '担当課'], ['01', '窓口', '政策室'], ['施策２　財政'], ['02', '収納', '納税課']])]);
    expect(problems).toEqual([]);
    expect(bundle.tree.map(({ number, title, children }) => [number, title, children!.map((item) => item.title)])).toEqual([['１', '行政運営', ['窓口']], ['２', '財政', ['収納']]]);
    expect(understood.find(({ taken }) => taken === '施策の題名')).toMatchObject({ cell: 'A1', steps: ['表の途中の行（A1）が下の行の施策を表すと読んだ', '番号「１」と題名に分けた'] });
  });
  test('that is a sentence is not taken for one', () => {
    expect(placesOf(understandSheets([sheetOf([['番号', '取組項目', '担当課'], ['01', '窓口', '政策室'], ['施策の方向については別に定める'], ['02', '収納', '納税課']])]))).toEqual(['A3 number-without-title']);
  });
});

test('one column that holds several levels is named', () => {
  expect(placesOf(understandSheets([sheetOf([['取組項目', '担当課'], ['１ 行政', ''], ['(1) 改善', ''], ['① 窓口', '政策室'], ['② 研修', '職員課']])]))).toContain('A1 several-forms');
});

describe('numbers', () => {
  test('that begin again under every parent get those above in front, and it is said', () => {
    const { bundle, understood, problems } = understandSheets([sheetOf([['施策', '取組項目', '担当課'], ['１ 行政', '① 窓口', '政策室'], ['１ 行政', '② 研修', '職員課'], ['２ 財政', '① 収納', '納税課']])]);
    expect(problems).toEqual([]);
    expect(bundle.tree.flatMap(({ children }) => children!.map(({ id, number }) => `${id} ${number}`))).toEqual(['i1-1 1-1', 'i1-2 1-2', 'i2-1 2-1']);
    expect(understood.filter(({ steps }) => steps.some((step) => step.includes('上の階層の順番を前に付けた'))).map(({ cell }) => cell)).toEqual(['B2', 'B3', 'B4']);
  });
});

describe('two spellings of one title under one number', () => {
  test('are one element: the first is its title, the other is kept as printed, and a person is asked', () => {
    const { bundle, problems } = understandSheets([table(row('１ 組織作り・人材育成', '① 改善', '01', '窓口', '政策室'), row('１ 組織づくり・人財育成', '② 人材', '02', '研修', '職員課'))]);
    expect(bundle.tree).toHaveLength(1);
    expect(bundle.tree[0]).toMatchObject({ title: '組織作り・人材育成', alsoPrinted: [{ place: 'Sheet1 A3', title: '組織づくり・人財育成' }] });
    expect(problems.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([['title-differs', 'warning', 'A3']]);
  });
});

describe('next year, with the saved mapping', () => {
  const first = understandSheets([sheetOf(plain)]);

  test('ids stay when columns move, rows are put in and numbers shift', () => {
    const moved = sheetOf([['担当課', '取組項目', '番号', '基本事業', '施策'], ...[plain[1]!, ['１ 行政', '① 改善', '02', '新しい取組', 'デジタル課'], ['１ 行政', '② 人材', '03', '研修の充実', '職員課'], ['２ 財政', '① 財源', '04', '収納率の向上', '納税課']].map((cells) => cells.toReversed())]);
    const { bundle, problems, understood } = understandAgain(moved, first.mapping);
    expect(problems).toEqual([]);
    const items = bundle.tree.flatMap(({ children }) => children!.flatMap((project) => project.children!.map(({ id, number, title }) => `${id} ${number} ${title}`)));
    expect(items).toEqual(['i01 01 窓口の見直し', 'i02-2 02 新しい取組', 'i02 03 研修の充実', 'i03 04 収納率の向上']);
    expect(bundle.departments.find(({ name }) => name === '職員課')!.id).toBe('d02');
    expect(bundle.departments.find(({ name }) => name === 'デジタル課')!.id).toBe('d04');
    expect(understood.filter(({ taken }) => taken === '識別子').map(({ became, cell }) => `${cell} ${became}`)).toEqual(['B4 i02', 'B5 i03']);
  });
  test('an id that was given up is not given again', () => {
    const without = understandAgain(sheetOf([header, plain[1]!, plain[3]!]), first.mapping);
    const back = understandAgain(sheetOf([header, plain[1]!, ['１ 行政', '② 人材', '02', '全く別の事柄', '職員課'], plain[3]!]), without.mapping);
    expect(back.bundle.tree[0]!.children![1]!.children![0]!.id).toBe('i02-2');
  });
  test('a column that is gone blocks, a new one is named and not read', () => {
    const changed = sheetOf([['施策', '基本事業', '番号', '取組項目', '予算'], ...plain.slice(1)]);
    expect(placesOf(understandAgain(changed, first.mapping))).toEqual(['E1 new-column', 'A1 missing-column']);
  });
  test('a department keeps the id that a person gave it', () => {
    const { bundle } = understandAgain(sheetOf(plain), { ...first.mapping, departments: [{ id: 'seisaku', name: '政策室' }] });
    expect(bundle.departments).toEqual([{ id: 'seisaku', name: '政策室' }, { id: 'd02', name: '職員課' }, { id: 'd03', name: '納税課' }]);
  });
});

test('tables that are too long together are named one by one, and the rest is read', () => {
  const many = (name: string) => sheetOf([header, ...Array.from({ length: 1_600 }, (_, index) => [`１ ${name}`, '① 改善', `${name}-${index}`, `取組${name}${index}`, '政策室'])], { name });
  const { problems, bundle } = understandSheets([many('a'), many('b')]);
  expect(problems.map(({ code, sheet, message }) => `${code} ${sheet} ${message}`)).toContain('too-many-rows b 表の行が多すぎます（ほかの表と合わせて3,200行、上限3,000行）。');
  expect(bundle.tree).toHaveLength(1);
});
