import type { PlanChange } from '../domain/plan/plan-change.ts';
import { changesToRows } from './plan-change-rows.ts';
import type { RowChanges } from './replace-rows.ts';
import { type StrayRequest, subjectFromRow } from './round-store.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The changes of a plan that count: those that were not withdrawn. */
export function standingChanges(trx: ReadTransaction, planId: string) {
  return trx.selectFrom('plan_change').select(['plan_id', 'id', 'position', 'kind', 'fiscal_year', 'decided_on', 'into_node_id', 'reason']).where('plan_id', '=', planId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('plan_change_withdrawal').select('change_id')
      .whereRef('plan_change_withdrawal.plan_id', '=', 'plan_change.plan_id').whereRef('plan_change_withdrawal.change_id', '=', 'plan_change.id'))));
}

/**
 * Appends the changes that are not known yet, behind the others. What was recorded once stays, whether or not it is among these.
 *
 * @param personId who records them; null where they come with a bundle
 */
export async function addChanges(trx: WriteTransaction, planId: string, changes: readonly PlanChange[], personId: string | null): Promise<RowChanges> {
  const known = new Set((await trx.selectFrom('plan_change').select('id').where('plan_id', '=', planId).execute()).map(({ id }) => id));
  const added = changes.filter(({ id }) => !known.has(id));
  if (added.length > 0) {
    const rows = changesToRows(planId, added);
    await trx.insertInto('plan_change').values(rows.plan_change.map((row) => ({ ...row, position: known.size + row.position, person_id: personId }))).execute();
    await trx.insertInto('plan_change_node').values([...rows.plan_change_node]).execute();
  }
  return { added: added.length, changed: 0, removed: 0 };
}

/** A change as it was recorded, with who did so, and whether it was withdrawn. */
export interface RecordedChange {
  readonly id: string;
  readonly recordedAt: string;
  /** Name of the person; null for what came with a bundle. */
  readonly recordedBy: string | null;
  readonly withdrawn: { readonly reason: string; readonly at: string } | null;
}

/** Who recorded the changes of a plan and when, withdrawn ones too, in their order. */
export async function listRecordedChanges(trx: ReadTransaction, planId: string): Promise<(RecordedChange & Pick<Row<'plan_change'>, 'kind' | 'fiscal_year' | 'reason'>)[]> {
  const rows = await trx.selectFrom('plan_change').leftJoin('person', 'person.id', 'plan_change.person_id')
    .leftJoin('plan_change_withdrawal as withdrawal', (join) => join.onRef('withdrawal.plan_id', '=', 'plan_change.plan_id').onRef('withdrawal.change_id', '=', 'plan_change.id'))
    .select(['plan_change.id', 'plan_change.kind', 'plan_change.fiscal_year', 'plan_change.reason', 'plan_change.recorded_at', 'person.name', 'withdrawal.reason as withdrawn_reason', 'withdrawal.withdrawn_at'])
    .where('plan_change.plan_id', '=', planId).orderBy('plan_change.position').execute();
  return rows.map(({ id, kind, fiscal_year, reason, recorded_at, name, withdrawn_reason, withdrawn_at }) => ({
    id, kind, fiscal_year, reason, recordedAt: recorded_at, recordedBy: name,
    withdrawn: withdrawn_reason === null || withdrawn_at === null ? null : { reason: withdrawn_reason, at: withdrawn_at },
  }));
}

export async function insertWithdrawal(trx: WriteTransaction, withdrawal: Omit<Row<'plan_change_withdrawal'>, 'withdrawn_at'>): Promise<void> {
  await trx.insertInto('plan_change_withdrawal').values(withdrawal).execute();
}

/** The id for the next change of a plan: c1, c2 … */
export async function nextChangeId(trx: ReadTransaction, planId: string): Promise<string> {
  const ids = new Set((await trx.selectFrom('plan_change').select('id').where('plan_id', '=', planId).execute()).map(({ id }) => id));
  let number = ids.size + 1;
  while (ids.has(`c${number}`)) number += 1;
  return `c${number}`;
}

/** A request about an element of a plan, in a round that is not closed. */
export type RequestAbout = StrayRequest;

/** The requests about these elements in rounds that are not closed, in their order. */
export async function listRequestsAbout(trx: ReadTransaction, planId: string, nodes: readonly string[]): Promise<RequestAbout[]> {
  if (nodes.length === 0) return [];
  const rows = await trx.selectFrom('request')
    .innerJoin('round', (join) => join.onRef('round.plan_id', '=', 'request.plan_id').onRef('round.fiscal_year', '=', 'request.fiscal_year'))
    .selectAll('request').select('round.state as round_state').where('request.plan_id', '=', planId).where('request.node_id', 'in', nodes)
    .where('round.state', '<>', 'closed').where('request.merged_into', 'is', null).orderBy('request.id').execute();
  return rows.map((row) => ({ key: row.id, fiscalYear: row.fiscal_year, roundState: row.round_state, subject: subjectFromRow(row), department: row.department_id }));
}
