import { sql } from 'kysely';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { addChanges, standingChanges } from './plan-change-store.ts';
import { planFromRows, planToRows } from './plan-rows.ts';
import { type Changes, collectChanges, replaceRows } from './replace-rows.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A plan in a list. */
export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  readonly municipality: { readonly code: string; readonly name: string };
  /** Years that have a report, oldest first, published or not. */
  readonly reportedYears: readonly FiscalYear[];
  readonly newestEdition: { readonly fiscalYear: FiscalYear; readonly number: number } | null;
}

/**
 * Makes the stored plan be this one; what is the same is not touched. Its recorded changes (計画の変更) are only added to. The city is one fact for all of its plans: the last
 * plan that was saved says how it is called.
 */
export async function savePlan(trx: WriteTransaction, plan: Plan): Promise<Changes> {
  const rows = planToRows(plan);
  const scope = { plan_id: plan.id };
  // In one order for all plans: two imports that add the same departments wait for each other and never in a circle.
  const departments = rows.plan_department.map(({ municipality_code, department_id }) => ({ municipality_code, id: department_id }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const municipality = await replaceRows(trx, 'municipality', { code: rows.municipality.code }, [rows.municipality], ['code']);
  // A department outlives the plans that name it: it is added here and never removed.
  if (departments.length > 0) await trx.insertInto('department').values(departments).onConflict((conflict) => conflict.doNothing()).execute();
  return collectChanges([
    ['municipality', municipality],
    ['plan', await replaceRows(trx, 'plan', { id: plan.id }, [rows.plan], ['id'])],
    ['plan_printed_variant', await replaceRows(trx, 'plan_printed_variant', scope, rows.plan_printed_variant, ['plan_id', 'position'])],
    ['plan_parent', await replaceRows(trx, 'plan_parent', scope, rows.plan_parent, ['plan_id', 'position'])],
    ['plan_level', await replaceRows(trx, 'plan_level', scope, rows.plan_level, ['plan_id', 'id'])],
    ['plan_department', await replaceRows(trx, 'plan_department', scope, rows.plan_department, ['plan_id', 'department_id'])],
    ['plan_node', await replaceRows(trx, 'plan_node', scope, rows.plan_node, ['plan_id', 'id'])],
    ['plan_node_printed_variant', await replaceRows(trx, 'plan_node_printed_variant', scope, rows.plan_node_printed_variant, ['plan_id', 'node_id', 'position'])],
    ['plan_node_paragraph', await replaceRows(trx, 'plan_node_paragraph', scope, rows.plan_node_paragraph, ['plan_id', 'node_id', 'id'])],
    ['plan_node_owner', await replaceRows(trx, 'plan_node_owner', scope, rows.plan_node_owner, ['plan_id', 'node_id', 'position'])],
    ['indicator', await replaceRows(trx, 'indicator', scope, rows.indicator, ['plan_id', 'id'])],
    ['indicator_series', await replaceRows(trx, 'indicator_series', scope, rows.indicator_series, ['plan_id', 'indicator_id', 'id'])],
    ['indicator_node', await replaceRows(trx, 'indicator_node', scope, rows.indicator_node, ['plan_id', 'indicator_id', 'position'])],
    ['plan_change', await addChanges(trx, plan.id, plan.changes, null)],
    ['plan_succession', await replaceRows(trx, 'plan_succession', scope, rows.plan_succession, ['plan_id'])],
    ['plan_succession_item', await replaceRows(trx, 'plan_succession_item', scope, rows.plan_succession_item, ['plan_id', 'position', 'place'])],
    ['plan_succession_ended', await replaceRows(trx, 'plan_succession_ended', scope, rows.plan_succession_ended, ['plan_id', 'position'])],
  ]);
}

export async function loadPlan(trx: ReadTransaction, planId: string): Promise<Plan | undefined> {
  const plan = await trx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst();
  if (!plan) return undefined;
  const municipality = await trx.selectFrom('municipality').selectAll().where('code', '=', plan.municipality_code).executeTakeFirstOrThrow();
  return planFromRows({
    municipality, plan,
    plan_printed_variant: await trx.selectFrom('plan_printed_variant').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_parent: await trx.selectFrom('plan_parent').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_level: await trx.selectFrom('plan_level').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_department: await trx.selectFrom('plan_department').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_node: await trx.selectFrom('plan_node').selectAll().where('plan_id', '=', planId).execute(),
    plan_node_printed_variant: await trx.selectFrom('plan_node_printed_variant').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_node_paragraph: await trx.selectFrom('plan_node_paragraph').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_node_owner: await trx.selectFrom('plan_node_owner').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    indicator: await trx.selectFrom('indicator').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    indicator_series: await trx.selectFrom('indicator_series').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    indicator_node: await trx.selectFrom('indicator_node').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_change: await standingChanges(trx, planId).orderBy('position').execute(),
    plan_change_node: await trx.selectFrom('plan_change_node').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    plan_succession: await trx.selectFrom('plan_succession').selectAll().where('plan_id', '=', planId).execute(),
    plan_succession_item: await trx.selectFrom('plan_succession_item').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('place').execute(),
    plan_succession_ended: await trx.selectFrom('plan_succession_ended').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
  });
}

/** All plans, by city and title. */
export async function listPlans(trx: ReadTransaction): Promise<PlanSummary[]> {
  const rows = await trx.selectFrom('plan').innerJoin('municipality', 'municipality.code', 'plan.municipality_code')
    .select(['plan.id', 'plan.title', 'municipality.code', 'municipality.name'])
    .select((eb) => [
      eb.selectFrom('year_report').whereRef('plan_id', '=', 'plan.id')
        .select(sql<FiscalYear[]>`coalesce(array_agg(fiscal_year order by fiscal_year), '{}')`.as('years')).as('years'),
      eb.selectFrom('edition').whereRef('plan_id', '=', 'plan.id').select('fiscal_year').orderBy('fiscal_year', 'desc').orderBy('number', 'desc').limit(1).as('edition_year'),
      eb.selectFrom('edition').whereRef('plan_id', '=', 'plan.id').select('number').orderBy('fiscal_year', 'desc').orderBy('number', 'desc').limit(1).as('edition_number'),
    ])
    .orderBy('municipality.code').orderBy('plan.title').orderBy('plan.id').execute();
  return rows.map(({ id, title, code, name, years, edition_year, edition_number }) => ({
    id, title, municipality: { code, name }, reportedYears: years ?? [],
    newestEdition: edition_year === null || edition_number === null ? null : { fiscalYear: edition_year, number: edition_number },
  }));
}
