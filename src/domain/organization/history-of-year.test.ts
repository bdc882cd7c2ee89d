import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../tests/factories.ts';
import type { Plan } from '../plan/plan.ts';
import { planRequests } from '../round/plan-requests.ts';
import { allOf, anyHistory, cityHall, record } from './any-history.testing.ts';
import { type DepartmentHistory, endedOn, successorsIn } from './department-history.ts';
import { assignmentsAfter, planAfter, planToAsk, type SuccessorChoice, withSuccessors } from './follow-departments.ts';
import { historyOfYear, historySince, historyToAsk, type RoundFollows } from './history-of-year.ts';

const adopted = makePlan();
const nodes = adopted.nodes.map((node, index) => (node.id === 'i01' || node.id === 'i02' ? { ...node, responsible: cityHall.slice(index % 2).map(({ id }) => ({ department: id })) } : node));
/** The plan with the departments that the histories start from, and those that the database names behind them. */
const stored = (all: DepartmentHistory): Plan => ({ ...adopted, nodes, departments: withSuccessors(cityHall, all) });
const following = (state: RoundFollows['state'], history: DepartmentHistory): RoundFollows => ({ state, reorganisations: new Set(history.map(({ id }) => id)) });

/** A history, who was chosen in it for the first item, and two places in the order in which it was recorded. */
const anyYear = fc.tuple(anyHistory, fc.nat(20), fc.nat(20), fc.nat(5)).map(([all, one, other, pick]) => {
  const [prepared, closed] = [one, other].map((step) => step % (all.length + 1)).toSorted((left, right) => left - right) as [number, number];
  const choices = all.flatMap((reorganisation): SuccessorChoice[] => reorganisation.before.map(({ id: from }) => {
    const successors = successorsIn(reorganisation, from);
    return { reorganisation: reorganisation.id, planId: adopted.id, subject: { kind: 'node', id: 'i01' }, from, to: successors[pick % Math.max(successors.length, 1)] ?? from };
  }));
  return { all, choices, atPreparation: all.slice(0, prepared), atClosing: all.slice(0, closed) };
});

const spring = { kind: 'split', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル課' }] };
const autumn = { kind: 'merge', day: '2022-10-01', reason: '規則改正', before: ['kikaku', 'zaisei'], after: [{ id: 'kikaku-zaisei', name: '企画財政課' }] };
const history = record([spring, autumn]);

describe('the reorganisations that a year follows', () => {
  test('are those until 1 April after it where no round asked about it', () => {
    expect(historyOfYear(history, 2020, undefined)).toEqual([]);
    expect(historyOfYear(history, 2021, undefined)).toEqual(history.slice(0, 1));
    expect(historyOfYear(history, 2022, undefined)).toEqual(history);
  });

  test('are those that its round met, whatever is recorded later and for whatever day', () => {
    expect(historyOfYear(history, 2021, following('closed', history))).toEqual(history);
    expect(historyOfYear(history, 2021, following('closed', []))).toEqual([]);
    expect(historyToAsk(history, following('open', history.slice(0, 1)))).toEqual(history.slice(0, 1));
  });

  test('are all that there are while nobody has been asked', () => {
    expect(historyToAsk(history, undefined)).toEqual(history);
    expect(historyToAsk(history, following('preparing', []))).toEqual(history);
  });
});

describe('in every history that the rules let through', () => {
  test('a round that is prepared asks nobody who is no more', () => {
    fc.assert(fc.property(anyYear, ({ all, choices }) => {
      const followed = { history: historyToAsk(all, undefined), choices };
      const plan = planToAsk(planAfter(stored(all), followed, all), followed.history, 2021);
      const assignments = assignmentsAfter({ forCollectives: { i01: cityHall.map(({ id }) => id) }, forIndicators: { ind1: 'zaisei' } }, followed, plan.id);
      for (const { department } of planRequests(plan, assignments)) {
        // What was abolished without anybody taking over is named as unknown before the round is saved.
        const leftAlone = all.some((reorganisation) => reorganisation.before.some(({ id }) => id === department) && successorsIn(reorganisation, department).length === 0);
        expect(endedOn(all, department) === null && plan.departments.some(({ id }) => id === department), department).toBe(!leftAlone);
      }
    }), { numRuns: 300 });
  });

  test('a closed round reads the same, whatever is recorded afterwards', () => {
    fc.assert(fc.property(anyYear, ({ all, choices, atClosing }) => {
      const read = (known: DepartmentHistory) => planAfter(stored(known), { history: historyOfYear(known, 2000, following('closed', atClosing)), choices }, known);
      const [now, then] = [read(all), read(atClosing)];
      expect(now.nodes).toEqual(then.nodes);
      // A department that was there, but not in the plan, and took over since then is named behind the others.
      expect(now.departments.slice(0, then.departments.length)).toEqual(then.departments);
    }), { numRuns: 300 });
  });

  test('it is the same to be prepared early and to move on, and to be prepared late', () => {
    fc.assert(fc.property(anyYear, ({ all, choices, atPreparation }) => {
      const proposed = { forCollectives: { i01: cityHall.map(({ id }) => id) }, forIndicators: { ind1: 'seisaku' } };
      const rest = historySince(all, atPreparation);
      expect([...atPreparation, ...rest]).toEqual(all);
      const early = assignmentsAfter(proposed, { history: historyToAsk(atPreparation, undefined), choices }, adopted.id);
      expect(assignmentsAfter(early, { history: all, choices }, adopted.id, rest)).toEqual(assignmentsAfter(proposed, { history: historyToAsk(all, undefined), choices }, adopted.id));
    }), { numRuns: 300 });
  });

  test('whoever kept what was accepted and was dissolved while the round went on is followed all the same', () => {
    fc.assert(fc.property(anyYear, ({ all, choices }) => {
      const asked = { forCollectives: { i01: cityHall.map(({ id }) => id) }, forIndicators: {} };
      expect(assignmentsAfter(asked, { history: all, choices }, adopted.id, historySince(all, all)).forCollectives['i01']!.filter((id) => endedOn(all, id) !== null && all.every((entry) => successorsIn(entry, id).length > 0))).toEqual([]);
    }), { numRuns: 300 });
  });

  test('nobody is carried over twice by one reorganisation', () => {
    fc.assert(fc.property(anyYear, ({ all, choices }) => {
      const everybody = allOf(cityHall, all).map(({ id }) => id).filter((id) => endedOn(all, id) === null);
      const asked = { forCollectives: { i01: everybody }, forIndicators: {} };
      expect(assignmentsAfter(asked, { history: all, choices }, adopted.id, historySince(all, all))).toEqual(asked);
    }), { numRuns: 100 });
  });
});
