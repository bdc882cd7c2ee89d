import { expect, test } from 'vitest';
import { makeIndicator, makePlan, makePlanBundle } from '../../../tests/factories.ts';
import { keepUnread } from './keep-unread.ts';
import type { ColumnRole } from './mapping.ts';

const stored = makePlan();
const { tree } = makePlanBundle();
const bare = makePlan({ tree: JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'description' || key === 'responsible' ? undefined : value))) as typeof tree, indicators: [], departments: [] });
const mapping = (...roles: ColumnRole[]) => ({ tables: [{ sheet: '体系', use: true, columns: roles.map((role) => ({ heading: role, nth: 1, role, reason: '' })) }] });

test('descriptions, departments and indicators stay where the sheet has no column for them', () => {
  const { plan: kept } = keepUnread(bare, stored, mapping('level-title'), true);
  expect(kept.nodes).toEqual(stored.nodes);
  expect(kept.indicators).toEqual(stored.indicators);
  expect(kept.departments).toEqual(stored.departments);
  expect(kept.parents).toEqual(stored.parents);
});

test('what the sheet has a column for is taken from it, blank cells too', () => {
  const { plan: kept } = keepUnread(bare, stored, mapping('level-title', 'description', 'departments', 'indicator-title'), true);
  expect(kept.nodes.flatMap(({ description, responsible }) => [...description, ...responsible])).toEqual([]);
  expect(kept.indicators).toEqual([]);
});

test('an indicator keeps its series, and its definition where none was read', () => {
  const series = [{ id: 'old', title: '旧', judged: true }, { id: 'new', title: '新', from: 2021 }];
  const read = makePlan({ indicators: [makeIndicator({ definition: '', target: { label: '目標値', fiscalYear: 2024, printed: '70.0' } })] });
  const [indicator] = keepUnread(read, makePlan({ indicators: [makeIndicator({ series })] }), mapping('level-title', 'indicator-title', 'indicator-unit'), true).plan.indicators;
  expect(indicator).toMatchObject({ definition: '市民アンケート', target: { printed: '70.0' }, related: ['m1-b1'], series: [{ id: 'old' }, { id: 'new' }] });
});

test('elements that are new come as they are; of a plan on which nothing stands those that are left out go, and what pointed to them points to them no more', () => {
  const less = makePlan({ tree: [{ id: 'm2', number: '２', title: '新しい施策', children: [{ id: 'm2-b1', number: '１', title: '新しい事業', children: [{ id: 'i09', number: '09', title: '新しい取組' }] }] }], indicators: [] });
  const { plan, kept } = keepUnread(less, stored, mapping('level-title'), false);
  expect(plan.nodes.map(({ id }) => id)).toEqual(['m2', 'm2-b1', 'i09']);
  expect([plan.indicators[0]!.related, kept]).toEqual([[], []]);
});

test('of a plan with reports or editions an element that the sheet leaves out stays below its parent', () => {
  const [measure] = tree;
  const less = makePlan({ tree: [{ ...measure!, children: [{ ...measure!.children![0]!, children: [measure!.children![0]!.children![0]!] }] }] });
  const { plan, kept } = keepUnread(less, stored, mapping('level-title', 'indicator-title'), true);
  expect(kept.map(({ id }) => id)).toEqual(['i02', 'm1-b2', 'i03']);
  expect(plan.nodes.map(({ id }) => id)).toEqual(['m1', 'm1-b1', 'i01', 'i02', 'm1-b2', 'i03']);
});
