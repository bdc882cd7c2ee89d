import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../documents/bundle/read-bundle.ts';
import { itemsToSettle, nextPlan, type NextPlanForm, type SuccessionStep } from './next-plan.ts';
import { parsePlan } from './parse-plan.ts';
import { fateOf, originOf } from './succession.ts';

const sample = await readBundle('samples/komae-2020');
if (!sample.ok) throw new Error('The sample has problems.');
const { plan } = sample.value;
const items = itemsToSettle(plan);

function form(steps: readonly (readonly [string, SuccessionStep, string])[] = [], added: NextPlanForm['added'] = []): NextPlanForm {
  return { id: 'gyozaisei-7', title: '第７次', adopted: '2025-03', period: { from: 2025, to: 2029 }, steps: new Map(steps.map(([id, step, words]) => [id, { step, words }])), added };
}

function made(steps: Parameters<typeof form>[0], added: NextPlanForm['added'] = []) {
  const { bundle, problems } = nextPlan(plan, form(steps, added));
  const parsed = parsePlan(bundle);
  if (!parsed.ok || problems.length > 0) throw new Error(JSON.stringify([problems, parsed]));
  return parsed.value;
}

test('a plan whose every item goes on has the same items and relistings, numbered through, and no figures of the plan before', () => {
  const next = made([]);
  expect(next.nodes.map(({ id }) => id)).toEqual(plan.nodes.map(({ id }) => id));
  expect(next.indicators).toEqual([]);
  expect(next.succession?.items.every(({ node }) => originOf(next.succession!, node)?.kind === 'continued')).toBe(true);
});

test('items are merged, split, ended and added; a relisting of what does not go on is dropped, and so is a branch without items', () => {
  const branch = plan.nodes.find(({ id }) => id === 'i02')!.parentId!;
  const alone = items.filter(({ parentId }) => parentId === branch);
  const next = made([['i05', 'end', '目的を達したため'], ['i01', 'split', '窓口／電話'], ['i04', 'merge', '06'], ...alone.map(({ id }) => [id, 'end', '終えるため'] as const)], [{ parentId: 'm1-d2-b1', title: '新しい項目' }]);
  const ids = next.nodes.map(({ id }) => id);
  for (const gone of ['i45', 'i05', 'i04', 'i01', branch]) expect(ids).not.toContain(gone);
  expect(next.nodes.filter(({ id }) => /^(i01-\d|new-1|i06)$/.test(id)).map(({ id, number, title }) => [id, number, title])).toEqual([['i01-1', '01', '窓口'], ['i01-2', '02', '電話'], ['i06', '03', 'AI・RPA等の先進技術の導入'], ['new-1', '04', '新しい項目']]);
  const { succession } = next;
  expect(['i01', 'i04', 'i05'].map((id) => fateOf(succession!, id)?.kind)).toEqual(['split', 'merged', 'ended']);
  expect(originOf(succession!, 'new-1')?.kind).toBe('new');
});

test('a plan of 400 items goes on, numbered in three digits', () => {
  const level = (id: string) => ({ id, name: id });
  const tree = Array.from({ length: 20 }, (_, branch) => ({ id: `b${branch}`, number: String(branch + 1), title: `事業${branch + 1}`, children: Array.from({ length: 20 }, (__, item) => {
    const number = String(branch * 20 + item + 1).padStart(3, '0');
    return { id: `i${number}`, number, title: `項目${number}` };
  }) }));
  const large = parsePlan({ format: 'ayumi-plan/1', municipality: { code: '132195', name: '見本市', fiscalYearLabels: { ...plan.municipality.fiscalYearLabels } }, plan: { id: 'large', title: '大きな計画' }, levels: [level('top'), level('item')], departments: [], tree, indicators: [] });
  if (!large.ok) throw new Error(JSON.stringify(large.problems));
  const next = parsePlan(nextPlan(large.value, form([['i001', 'end', '終えるため'], ['i002', 'split', '甲／乙']])).bundle);
  expect(next.ok && next.value.nodes.filter(({ level: at }) => at === 'item').map(({ number }) => number).slice(-1)).toEqual(['400']);
  expect(next.ok && next.value.succession?.items).toHaveLength(400);
});

describe('is refused, at its field', () => {
  test.each<[string, Parameters<typeof form>[0], string]>([
    ['a merger into no number', [['i04', 'merge', '99']], 'unknown-goal'],
    ['a merger into itself', [['i04', 'merge', '04']], 'goal-not-continued'],
    ['a merger into what ends', [['i04', 'merge', '05'], ['i05', 'end', '終えるため']], 'goal-not-continued'],
    ['a split into one', [['i04', 'split', '一つだけ']], 'split-into-one'],
    ['an end without a reason', [['i04', 'end', ' ']], 'missing'],
  ])('%s', (_, steps, code) => expect(nextPlan(plan, form(steps)).problems).toMatchObject([{ code, path: ['words-i04'] }]));

  test('a new item without a title, or in no place', () => {
    expect(nextPlan(plan, form([], [{ parentId: 'm1', title: '' }])).problems.map(({ code }) => code)).toEqual(['missing', 'wrong-parent']);
  });
});

test('whatever is chosen, the next plan is right, and every item of both plans is accounted for', () => {
  const step = fc.constantFrom<SuccessionStep>('continue', 'merge', 'split', 'end');
  fc.assert(fc.property(fc.array(step, { minLength: items.length - 1, maxLength: items.length - 1 }), (chosen) => {
    // The first goes on, so that others can be merged into it.
    const steps = items.slice(1).map(({ id }, index) => [id, chosen[index]!, { continue: '', merge: items[0]!.number, split: '甲／乙／丙', end: '終えるため' }[chosen[index]!]] as const);
    const next = made(steps);
    const lowest = next.nodes.filter(({ level, relistingOf }) => level === next.levels.at(-1)?.id && relistingOf === null);
    expect(lowest.every(({ id }) => originOf(next.succession!, id) !== null)).toBe(true);
    expect(items.every(({ id }) => fateOf(next.succession!, id) !== null)).toBe(true);
  }), { numRuns: 40 });
});
