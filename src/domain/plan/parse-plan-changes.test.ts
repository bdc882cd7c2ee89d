import { describe, expect, test } from 'vitest';
import { makePlan, makePlanBundle } from '../../../tests/factories.ts';
import { planToBundle } from './plan-to-bundle.ts';
import { parsePlan } from './parse-plan.ts';
import type { PlanChangeRow } from './plan-bundle.ts';
import { isAskedIn, lifeOf } from './plan-change.ts';

const finished: PlanChangeRow = { id: 'c1', kind: 'finished', fiscalYear: 2021, decidedOn: '2022-02-01', nodes: ['i02'], reason: '目的を達したため' };
const merged: PlanChangeRow = { id: 'c2', kind: 'merged', fiscalYear: 2022, nodes: ['i02'], into: 'i01', reason: '一体で進めるため' };

const codesOf = (...changes: PlanChangeRow[]): string[] => {
  const parsed = parsePlan(makePlanBundle({ changes }));
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

test('changes of a plan written as a clerk writes them and read again are the same', () => {
  const plan = makePlan({ changes: [finished] });
  expect(plan.changes).toEqual([{ ...finished, into: null }]);
  expect(parsePlan(planToBundle(plan))).toEqual({ ok: true, value: plan });
});

describe('is refused', () => {
  test.each<[string, PlanChangeRow[], string]>([
    ['an item that the plan does not have', [{ ...finished, nodes: ['i99'] }], 'unknown-node'],
    ['an element above the items', [{ ...finished, nodes: ['m1'] }], 'unknown-node'],
    ['a relisting, which follows its original', [{ ...finished, nodes: ['i03'] }], 'change-of-relisting'],
    ['a merger into nothing', [{ ...merged, into: null }], 'merger-without-into'],
    ['a merger of an item into itself', [{ ...merged, into: 'i02' }], 'into-itself'],
    ['an end that names an item that goes on', [{ ...finished, into: 'i01' }], 'into-without-merger'],
    ['an item that ends twice', [finished, { ...merged, id: 'c9' }], 'changed-twice'],
    ['the same id twice', [finished, { ...finished, nodes: ['i01'] }], 'duplicate-id'],
    ['an item that is named twice', [{ ...finished, nodes: ['i02', 'i02'] }], 'duplicate-node'],
    ['an end before the beginning', [{ ...finished, id: 'c0', kind: 'added', fiscalYear: 2023 }, finished], 'ended-before-added'],
    ['a merger into what has ended', [{ ...finished, nodes: ['i01'] }, merged], 'into-ended'],
    ['a year outside of the plan', [{ ...finished, fiscalYear: 2031 }], 'outside-period'],
    ['a day that does not exist', [{ ...finished, decidedOn: '2022-02-30' }], 'not-a-date'],
    ['a change without a reason', [{ ...finished, reason: ' ' }], 'empty-text'],
  ])('%s', (_, changes, code) => expect(codesOf(...changes)).toContain(code));
});

test('an item may come and end, and another be merged into one that ends later', () => {
  expect(codesOf({ ...finished, id: 'c0', kind: 'added', fiscalYear: 2021 }, finished)).toEqual([]);
  expect(codesOf(merged, { ...finished, id: 'c3', fiscalYear: 2023, nodes: ['i01'] })).toEqual([]);
});

describe('a round asks', () => {
  const years = [2020, 2021, 2022, 2023];
  const asked = (change: PlanChangeRow, id = 'i02', relistingOf: string | null = null) => years.filter((year) => isAskedIn(makePlan({ changes: [change] }).changes, { id, relistingOf }, year));

  test('a stopped or finished item a last time, for the year in which it ended', () => {
    expect(asked(finished)).toEqual([2020, 2021]);
    expect(asked({ ...finished, kind: 'stopped' })).toEqual([2020, 2021]);
  });
  test('a merged item no more from the year of the merger; the one that goes on answers for it', () => {
    expect(asked(merged)).toEqual([2020, 2021]);
    expect(asked(merged, 'i01')).toEqual(years);
  });
  test('an added item from its year on', () => expect(asked({ ...finished, kind: 'added' })).toEqual([2021, 2022, 2023]));
  test('of a relisting as of its original', () => expect(asked(finished, 'i03', 'i02')).toEqual([2020, 2021]));
});

test('the item that goes on knows what was merged into it', () => {
  const { changes } = makePlan({ changes: [merged] });
  expect(lifeOf(changes, { id: 'i01', relistingOf: null }).takenIn.map(({ id }) => id)).toEqual(['c2']);
  expect(lifeOf(changes, { id: 'i02', relistingOf: null }).ended?.into).toBe('i01');
});
