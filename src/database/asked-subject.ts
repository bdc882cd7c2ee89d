import type { FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { type RequestedNode, requestedNode } from '../domain/round/requested-node.ts';
import type { Subject } from '../domain/round/round.ts';
import { indicatorsFromRows, nodesFromRows } from './plan-rows.ts';
import type { ReadTransaction } from './transaction.ts';

/** What a request is about, as its page shows it. */
export interface AskedSubject {
  readonly plan: { readonly id: string; readonly title: string; readonly labels: FiscalYearLabelling };
  readonly node: RequestedNode | null;
  readonly indicator: Indicator | null;
}

/**
 * Reads of a plan only what the page of one request shows. The whole plan of a large city has thousands of rows, and this
 * is read each time somebody opens an answer. Nothing when there is no such plan.
 */
export async function loadAskedSubject(trx: ReadTransaction, planId: string, subject: Subject): Promise<AskedSubject | undefined> {
  const plan = await trx.selectFrom('plan').innerJoin('municipality', 'municipality.code', 'plan.municipality_code')
    .select(['plan.title', 'municipality.first_reiwa_year', 'municipality.year_digits']).where('plan.id', '=', planId).executeTakeFirst();
  if (!plan) return undefined;
  return {
    plan: { id: planId, title: plan.title, labels: { firstReiwaYear: plan.first_reiwa_year, digits: plan.year_digits } },
    node: subject.kind === 'node' ? await loadNode(trx, planId, subject.id) : null,
    indicator: subject.kind === 'indicator' ? await loadIndicator(trx, planId, subject.id) : null,
  };
}

/** The element with those above it. Of all the others, only what tells whether they list it again. */
async function loadNode(trx: ReadTransaction, planId: string, id: string): Promise<RequestedNode | null> {
  const rows = await trx.selectFrom('plan_node').selectAll().where('plan_id', '=', planId).execute();
  const shown: string[] = [];
  for (let row = rows.find((candidate) => candidate.id === id); row; row = rows.find((candidate) => candidate.id === row?.parent_id)) shown.push(row.id);
  if (shown.length === 0) return null;
  const nodes = nodesFromRows({
    plan_node: rows, plan_node_printed_variant: [],
    plan_node_paragraph: await trx.selectFrom('plan_node_paragraph').selectAll().where('plan_id', '=', planId).where('node_id', 'in', shown).orderBy('position').execute(),
    plan_node_owner: await trx.selectFrom('plan_node_owner').selectAll().where('plan_id', '=', planId).where('node_id', '=', id).orderBy('position').execute(),
  });
  const levels = await trx.selectFrom('plan_level').select(['id', 'name']).where('plan_id', '=', planId).orderBy('position').execute();
  return requestedNode({ nodes, levels }, id);
}

async function loadIndicator(trx: ReadTransaction, planId: string, id: string): Promise<Indicator | null> {
  const [found] = indicatorsFromRows({
    indicator: await trx.selectFrom('indicator').selectAll().where('plan_id', '=', planId).where('id', '=', id).execute(),
    indicator_series: await trx.selectFrom('indicator_series').selectAll().where('plan_id', '=', planId).where('indicator_id', '=', id).orderBy('position').execute(),
    indicator_node: await trx.selectFrom('indicator_node').selectAll().where('plan_id', '=', planId).where('indicator_id', '=', id).orderBy('position').execute(),
  });
  return found ?? null;
}
