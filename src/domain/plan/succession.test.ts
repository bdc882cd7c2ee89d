import { describe, expect, test } from 'vitest';
import { makePlan, makePlanBundle } from '../../../tests/factories.ts';
import { parsePlan } from './parse-plan.ts';
import type { SuccessionRow } from './plan-bundle.ts';
import { planToBundle } from './plan-to-bundle.ts';
import { fateOf, originOf } from './succession.ts';

const former = (id: string) => ({ id, number: id.slice(1), title: `前の${id}` });
const row = (items: SuccessionRow['items'], ended: SuccessionRow['ended'] = []): SuccessionRow => ({ from: { id: 'before', title: '前の計画' }, items, ended });

test('a succession written as a clerk writes it and read again is the same', () => {
  const plan = makePlan({ succession: row([{ node: 'i01', from: [former('o1')] }, { node: 'i02' }], [{ ...former('o9'), reason: '目的を達したため' }]) });
  expect(parsePlan(planToBundle(plan))).toEqual({ ok: true, value: plan });
});

test('every kind of succession is told from both sides', () => {
  const { succession } = makePlan({ succession: row([{ node: 'i01', from: [former('o1'), former('o2')] }, { node: 'i02' }], [{ ...former('o9'), reason: '終えたため' }]) });
  const split = makePlan({ succession: row([{ node: 'i01', from: [former('o3')] }, { node: 'i02', from: [former('o3')] }]) }).succession!;
  const continued = makePlan({ succession: row([{ node: 'i01', from: [former('o4')] }]) }).succession!;
  expect([originOf(succession!, 'i01')?.kind, originOf(succession!, 'i02')?.kind, originOf(succession!, 'i03')]).toEqual(['merged', 'new', null]);
  expect([fateOf(succession!, 'o1'), fateOf(succession!, 'o9'), fateOf(succession!, 'o7')]).toEqual([
    { kind: 'merged', to: ['i01'], reason: null }, { kind: 'ended', to: [], reason: '終えたため' }, null,
  ]);
  expect([originOf(split, 'i01')?.kind, fateOf(split, 'o3')]).toEqual(['split', { kind: 'split', to: ['i01', 'i02'], reason: null }]);
  expect([originOf(continued, 'i01')?.kind, fateOf(continued, 'o4')?.kind]).toEqual(['continued', 'continued']);
});

describe('is refused', () => {
  test.each<[string, SuccessionRow, string]>([
    ['a plan that goes on from itself', { ...row([]), from: { id: 'plan', title: '同じ計画' } }, 'own-successor'],
    ['an item that the new plan does not have', row([{ node: 'i99' }]), 'unknown-node'],
    ['an item of the new plan that is named twice', row([{ node: 'i01' }, { node: 'i01' }]), 'duplicate-node'],
    ['a former item that both goes on and ends', row([{ node: 'i01', from: [former('o1')] }], [{ ...former('o1'), reason: '終えたため' }]), 'ended-and-taken'],
    ['a former item under two titles', row([{ node: 'i01', from: [former('o1')] }, { node: 'i02', from: [{ ...former('o1'), title: '別' }] }]), 'former-item-differs'],
    ['an end without a reason', row([], [{ ...former('o1'), reason: '' }]), 'empty-text'],
  ])('%s', (_, succession, code) => {
    const parsed = parsePlan(makePlanBundle({ succession }));
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.code)).toContain(code);
  });
});
