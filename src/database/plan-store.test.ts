import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { PlanBundle } from '../domain/plan/plan-bundle.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { parseYearReport } from '../domain/report/parse-year-report.ts';
import { arbitraryPlan, arbitraryReport, hardTexts } from './arbitrary-bundles.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { listPlans, loadPlan, savePlan } from './plan-store.ts';
import { readTransaction, writeTransaction } from './transaction.ts';
import { loadYearReport, saveYearReport } from './year-report-store.ts';

let opened: OpenTestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

const save = (plan: Plan) => writeTransaction(opened.db, (trx) => savePlan(trx, plan));
const load = (id: string) => readTransaction(opened.db, (trx) => loadPlan(trx, id));

function planOf(bundle: PlanBundle): Plan {
  const parsed = parsePlan(bundle);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('a plan', () => {
  test('comes back exactly as it was stored, also over another plan of the same id', async () => {
    await fc.assert(fc.asyncProperty(fc.gen(), async (g) => {
      // Changes of a plan are only added to: they have a test of their own.
      const plan = planOf({ ...arbitraryPlan(g, 'any'), changes: [] });
      await save(plan);
      expect(await load('any')).toStrictEqual(plan);
      expect(await save(plan), 'the same plan again changes nothing').toEqual({});
    }), { numRuns: 60 });
  });

  test('comes back with its changes, and keeps those that another form of it does not tell', async () => {
    let run = 0;
    await fc.assert(fc.asyncProperty(fc.gen(), async (g) => {
      run += 1;
      const bundle = arbitraryPlan(g, `changed-${run}`);
      const plan = planOf(bundle);
      await save(plan);
      expect(await load(plan.id)).toStrictEqual(plan);
      await save(planOf({ ...bundle, changes: [] }));
      expect(await load(plan.id)).toStrictEqual(plan);
      expect(await save(plan)).toEqual({});
    }), { numRuns: 30 });
  });

  test('is not there before it is stored', async () => {
    expect(await load('nowhere')).toBeUndefined();
  });

  test('counts what was added, changed and removed', async () => {
    const bundle = smallPlan('counted');
    await save(planOf(bundle));
    const [node] = bundle.tree;
    const changes = await save(planOf({ ...bundle, tree: [{ ...node!, title: '改めた題名', description: [] }, { id: 'n9', number: '9', title: '加えた要素' }] }));
    expect(changes).toEqual({ plan_node: { added: 1, changed: 1, removed: 0 }, plan_node_paragraph: { added: 0, changed: 0, removed: hardTexts.length } });
  });

  test('can swap two siblings, two departments and the judged series', async () => {
    const bundle = smallPlan('swapped');
    const two = { ...bundle, tree: [...bundle.tree, { id: 'n2', number: '2', title: '二番目' }], departments: [{ id: 'a', name: '甲' }, { id: 'b', name: '乙' }] };
    const series = [{ id: 'x', title: '旧', judged: true }, { id: 'y', title: '新' }];
    const figure = { label: '値', fiscalYear: 2020, printed: '1' };
    const indicator = { id: 'i', number: '1', title: '指標', unit: null, definition: '', kind: 'increase' as const, baseline: figure, target: figure };
    await save(planOf({ ...two, indicators: [{ ...indicator, series }] }));
    const swapped = planOf({
      ...two, tree: two.tree.toReversed(), departments: two.departments.toReversed(),
      indicators: [{ ...indicator, series: [{ id: 'x', title: '旧' }, { id: 'y', title: '新', judged: true }] }],
    });
    await save(swapped);
    expect(await load('swapped')).toStrictEqual(swapped);
  });

  test('stands in the list with its city and the years reported on', async () => {
    await save(planOf(smallPlan('listed')));
    expect((await readTransaction(opened.db, listPlans)).find(({ id }) => id === 'listed')).toEqual({
      id: 'listed', title: '試しの計画', municipality: { code: '132195', name: '狛江市' }, reportedYears: [], newestEdition: null,
    });
  });
});

test('keeps every text as it was typed', async () => {
  await save(planOf(smallPlan('typed')));
  expect((await load('typed'))?.nodes[0]?.description.map(({ text }) => text)).toEqual(hardTexts);
});

test('refuses a text that it could not keep as typed, and stores nothing', async () => {
  const plan = planOf(smallPlan('unstorable'));
  for (const title of ['途中に\0', '半分の\ud842']) await expect(save({ ...plan, title })).rejects.toThrow('（plan.title）');
  expect(await load('unstorable')).toBeUndefined();
});

test("gives a year's report back exactly as it was stored, also over another report of that year", async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.gen(), async (g) => {
    run += 1;
    const plan = planOf(arbitraryPlan(g, `reported-${run}`));
    await save(plan);
    for (const bundle of [arbitraryReport(g, plan, 2020), arbitraryReport(g, plan, 2020), arbitraryReport(g, plan, 2021)]) {
      const parsed = parseYearReport(bundle, plan);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      await writeTransaction(opened.db, (trx) => saveYearReport(trx, parsed.value));
      expect(await readTransaction(opened.db, (trx) => loadYearReport(trx, plan.id, bundle.fiscalYear))).toStrictEqual(parsed.value);
      expect(await writeTransaction(opened.db, (trx) => saveYearReport(trx, parsed.value))).toEqual({});
    }
  }), { numRuns: 40 });
});

describe('a read transaction', () => {
  test('sees one state of the data from beginning to end', async () => {
    await save(planOf(smallPlan('watched')));
    await readTransaction(opened.db, async (trx) => {
      const before = await loadPlan(trx, 'watched');
      await save(planOf({ ...smallPlan('watched'), levels: [{ id: 'top', name: '後から' }] }));
      expect(await loadPlan(trx, 'watched')).toStrictEqual(before);
    });
  });

  test('cannot write: the types forbid it and the server refuses it', async () => {
    await expect(readTransaction(opened.db, async (trx) => {
      // @ts-expect-error A read transaction has no insertInto.
      await trx.insertInto('department').values({ municipality_code: '132195', id: 'x' }).execute();
    })).rejects.toThrow('read-only transaction');
    // @ts-expect-error What writes asks for a write transaction.
    await expect(readTransaction(opened.db, (trx) => savePlan(trx, planOf(smallPlan('refused'))))).rejects.toThrow('read-only transaction');
  });

  test('is never opened inside another: the types forbid it and it fails', async () => {
    await expect(writeTransaction(opened.db, async (trx) => {
      // @ts-expect-error A transaction is no pool.
      await readTransaction(trx, listPlans);
    })).rejects.toThrow('calling the transaction method for a Transaction is not supported');
  });
});

function smallPlan(id: string): PlanBundle {
  return {
    format: 'ayumi-plan/1', municipality: { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } },
    plan: { id, title: '試しの計画' }, levels: [{ id: 'top', name: '取組項目' }], departments: [], indicators: [],
    tree: [{ id: 'n1', number: '1', title: '一番目', description: [...hardTexts] }],
  };
}
