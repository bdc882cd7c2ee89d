import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../tests/factories.ts';
import { beginDraft, type DraftGround, type ImportDraft, settle, withColumns, withKnownDepartments, withLevels, withTables } from './import-draft.ts';
import { sheetOf } from './sheet-of.testing.ts';
import { tablesUnder } from './tables-under.ts';
import { understand } from './understand.ts';

const { municipality } = makePlan();
const header = ['施策', '基本事業', '番号', '取組項目', '担当課', '令和２年度の取組状況'];
const rows = [['１ 行政', '① 改善', '01', '窓口の見直し', '政策室', '始めた。'], ['２ 財政', '① 財源', '02', '収納率の向上', '納税課', '続けた。']];
const indicators = [['指標名', '基準値（R2年度）', '目標値（R6年度）'], ['満足度', '50', '60']];
const sheet = sheetOf([['見本市の計画'], header, ...rows, [], ['【指標】'], ...indicators]);
const ground = (sheets = [sheet], more: Partial<DraftGround> = {}): DraftGround => ({ sheets, municipality, stored: null, saved: null, ...more });
const choicesOf = (draft: ImportDraft, sheets = [sheet]) => tablesUnder(sheets, draft.mapping.tables).map(({ sheet: name, headerRows }, index) => ({ sheet: name, use: draft.mapping.tables[index]!.use, from: headerRows[0]! + 1, to: headerRows.at(-1)! + 1 }));
const rolesOf = ({ mapping }: ImportDraft, table = 0) => mapping.tables[table]!.columns.map(({ role }) => role);

test('begins with what the headings say, under the city that is registered', () => {
  const draft = beginDraft(ground());
  expect(draft.mapping.municipality).toEqual(municipality);
  expect(draft.mapping.tables.map(({ use }) => use)).toEqual([true, true]);
  expect(draft).toMatchObject({ updates: null, settled: [], facts: { period: null } });
});

describe('tables', () => {
  test('that are chosen as they were change nothing', () => {
    const draft = settle(withColumns(beginDraft(ground()), 0, beginDraft(ground()).mapping.tables[0]!.columns), 'columns-0');
    expect(withTables(draft, ground(), choicesOf(draft))).toBe(draft);
  });
  test('that are left out take their levels with them, and what was said of the others stays', () => {
    const begun = beginDraft(ground());
    const columns = begun.mapping.tables[1]!.columns.map((column) => ({ ...column, reason: '選んだ' }));
    const draft = withTables(withColumns(begun, 1, columns), ground(), choicesOf(begun).map((choice, index) => ({ ...choice, use: index === 1 })));
    expect(draft.mapping.levels).toEqual([]);
    expect(draft.mapping.tables[1]!.columns).toEqual(columns);
  });
  test('with a header in other rows are read anew, and the rows are remembered', () => {
    const strange = sheetOf([['甲', '乙'], ['丙', '丁'], ['施策', '取組項目'], ['行政', '窓口']]);
    const begun = beginDraft(ground([strange]));
    expect(choicesOf(begun, [strange])).toEqual([{ sheet: 'Sheet1', use: true, from: 3, to: 3 }]);
    const draft = withTables(begun, ground([strange]), [{ sheet: 'Sheet1', use: true, from: 1, to: 2 }]);
    expect(draft.mapping.tables).toMatchObject([{ use: true, headerRows: { from: 1, to: 2 }, columns: [{ heading: '甲／丙' }, { heading: '乙／丁' }] }]);
    expect(tablesUnder([strange], draft.mapping.tables)).toMatchObject([{ headerRows: [0, 1], rows: [2, 3] }]);
    expect(choicesOf(withTables(draft, ground([strange]), [{ sheet: 'Sheet1', use: true, from: 3, to: 3 }]), [strange])).toEqual([{ sheet: 'Sheet1', use: true, from: 3, to: 3 }]);
  });
});

describe('levels', () => {
  const draft = beginDraft(ground());
  test('keep their ids by their names, or by their places when one is renamed', () => {
    expect(withLevels(draft, ['施策', '事業', '取組項目'], null).mapping.levels).toEqual([{ id: 'measure', name: '施策' }, { id: 'basic-project', name: '事業' }, { id: 'initiative', name: '取組項目' }]);
  });
  test('that are put in get ids of their own; columns of those that are taken out are not used', () => {
    const changed = withLevels(draft, ['施策', '取組項目'], null);
    expect(rolesOf(changed)).toEqual(['level-title', 'ignore', 'level-number', 'level-title', 'departments', 'report']);
    expect(withLevels(changed, ['柱', '施策', '取組項目'], null).mapping.levels[0]).toEqual({ id: 'level-1', name: '柱' });
  });
});

test('departments that the city has keep their ids, a new one gets an id that none has', () => {
  const { mapping } = beginDraft(ground());
  const known = withKnownDepartments({ ...mapping, plan: { id: 'p', title: '計画' } }, [{ id: 'd01', name: '防災課' }, { id: 'nozei', name: '納税課' }]);
  const { bundle } = understand([sheet], tablesUnder([sheet], known.tables), known);
  expect(bundle.departments).toEqual([{ id: 'd02', name: '政策室' }, { id: 'nozei', name: '納税課' }]);
});

describe('a workbook of the next year', () => {
  const first = beginDraft(ground());
  const saved = understand([sheet], tablesUnder([sheet], first.mapping.tables), { ...first.mapping, plan: { id: 'plan', title: '計画' } }).mapping;

  test('is read as last year’s: a column of the new year takes the place of the old one, any other is named and not used', () => {
    const next = sheetOf([['番号', '施策', '基本事業', '取組項目', '担当課', '令和３年度の取組状況', '予算'], ...rows.map(([measure, project, number, title, department, report]) => [number!, measure!, project!, title!, department!, report!, '5'])]);
    const draft = beginDraft(ground([next], { saved: { ...saved, tables: saved.tables.slice(0, 1) } }));
    expect(rolesOf(draft)).toEqual(['level-number', 'level-title', 'level-title', 'level-title', 'departments', 'report', 'ignore']);
    expect(draft.mapping.tables[0]!.columns.slice(-2).map(({ reason }) => reason)).toEqual(['前回の「令和２年度の取組状況」に代わる列とした', '前回の読み方にない列']);
    expect(draft.mapping.reportYear).toBe(2021);
    const { bundle, problems } = understand([next], tablesUnder([next], draft.mapping.tables), draft.mapping);
    expect(problems).toEqual([]);
    expect(bundle.tree[1]!.children![0]!.children![0]!.id).toBe('i02');
  });
  test('without a column that was used blocks until somebody has looked', () => {
    const next = sheetOf([header.filter((heading) => heading !== '担当課'), ...rows.map((cells) => cells.filter((_, index) => index !== 4))]);
    const draft = beginDraft(ground([next], { saved }));
    expect(understand([next], tablesUnder([next], draft.mapping.tables), draft.mapping).problems.map(({ code }) => code)).toEqual(['table-not-found', 'missing-column']);
  });
});

test('a plan that came from elsewhere keeps its levels, elements and kinds under their ids', () => {
  const stored = makePlan();
  const own = sheetOf([['施策', '基本事業', '番号', '取組項目', '担当課'], ['１ 行政運営', '１ 業務の改善', '01', '窓口の見直し', '政策室'], ['１ 行政運営', '１ 業務の改善', '02', '人財の育成', '財政課'], [], ['指標名', '基準値（H30年度）', '目標値（R6年度）'], ['満足している市民の割合', '－', '60']]);
  const draft = beginDraft(ground([own], { stored }));
  expect(draft.mapping.levels.map(({ id }) => id)).toEqual(['measure', 'project', 'initiative']);
  expect(draft.facts).toEqual({ period: { from: 2020, to: 2024 }, adopted: '2020-03', headquarters: { name: '見本市推進本部', chair: '市長' } });
  const { bundle, problems } = understand([own], tablesUnder([own], draft.mapping.tables), withKnownDepartments(draft.mapping, stored.departments));
  expect(bundle.tree[0]).toMatchObject({ id: 'm1', children: [{ id: 'm1-b1', children: [{ id: 'i01', responsible: ['seisaku'] }, { id: 'i02' }] }] });
  expect(bundle.indicators).toMatchObject([{ id: 'ind1', kind: 'increase' }]);
  expect(problems).toEqual([]);
});
