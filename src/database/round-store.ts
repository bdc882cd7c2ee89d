import { sql } from 'kysely';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlannedRequest, Round } from '../domain/round/round.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

export async function loadRound(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Round | undefined> {
  const row = await trx.selectFrom('round').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).executeTakeFirst();
  return row && roundFromRow(row);
}

/** The rounds of one plan, or of all; newest year first. */
export async function listRounds(trx: ReadTransaction, planId?: string): Promise<Round[]> {
  let query = trx.selectFrom('round').selectAll();
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  return (await query.orderBy('fiscal_year', 'desc').orderBy('plan_id').execute()).map(roundFromRow);
}

/** The requests of a round as they were planned, in their order. */
export async function listPlannedRequests(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<PlannedRequest[]> {
  const rows = await trx.selectFrom('request').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).where('merged_into', 'is', null).orderBy('position').execute();
  return rows.map((row) => ({ subject: subjectFromRow(row), department: row.department_id, capacity: row.capacity }));
}

/** Stores a round; one that is there becomes this one. */
export async function saveRound(trx: WriteTransaction, { planId, fiscalYear, state, asked, scale, departmentDeadline, headDeadline }: Round): Promise<void> {
  const columns = { state, asked: JSON.stringify(asked), scale: JSON.stringify(scale), department_deadline: departmentDeadline, head_deadline: headDeadline };
  await trx.insertInto('round').values({ plan_id: planId, fiscal_year: fiscalYear, ...columns })
    .onConflict((conflict) => conflict.columns(['plan_id', 'fiscal_year']).doUpdateSet(columns)).execute();
}

/** Makes the requests of a round be these. Only for a round that nobody has answered: a request that was written to cannot be removed. */
export async function replaceRequests(trx: WriteTransaction, planId: string, fiscalYear: FiscalYear, planned: readonly PlannedRequest[]): Promise<void> {
  await trx.deleteFrom('request').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).execute();
  const rows = planned.map(({ subject, department, capacity }, index) => ({
    plan_id: planId, fiscal_year: fiscalYear, position: index + 1, department_id: department, capacity,
    node_id: subject.kind === 'node' ? subject.id : null, indicator_id: subject.kind === 'indicator' ? subject.id : null,
  }));
  for (let start = 0; start < rows.length; start += 1_000) await trx.insertInto('request').values(rows.slice(start, start + 1_000)).execute();
}

/** Adds a request behind the others of its round. The round is locked by the caller. */
export async function addRequest(trx: WriteTransaction, planId: string, fiscalYear: FiscalYear, { subject, department, capacity }: PlannedRequest): Promise<string> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from ayumi.request where plan_id = ${planId} and fiscal_year = ${fiscalYear})`;
  const { id } = await trx.insertInto('request').values({
    plan_id: planId, fiscal_year: fiscalYear, position, department_id: department, capacity,
    node_id: subject.kind === 'node' ? subject.id : null, indicator_id: subject.kind === 'indicator' ? subject.id : null,
  }).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

/** A request that refers to something which a new form of its plan no longer has. */
export interface StrayRequest {
  readonly key: number;
  readonly fiscalYear: FiscalYear;
  readonly roundState: Round['state'];
  readonly subject: PlannedRequest['subject'];
  readonly department: string;
}

/** The stored requests for which the plan, as it is to be from now on, has no element, indicator or department. */
export async function listStrayRequests(trx: ReadTransaction, { id, nodes, indicators, departments }: Pick<Plan, 'id' | 'nodes' | 'indicators' | 'departments'>): Promise<StrayRequest[]> {
  const rows = await trx.selectFrom('request')
    .innerJoin('round', (join) => join.onRef('round.plan_id', '=', 'request.plan_id').onRef('round.fiscal_year', '=', 'request.fiscal_year'))
    .selectAll('request').select('round.state as round_state').where('request.plan_id', '=', id).orderBy('request.id').execute();
  const known = new Set([...nodes.map((node) => `node ${node.id}`), ...indicators.map((indicator) => `indicator ${indicator.id}`)]);
  const named = new Set(departments.map((department) => department.id));
  return rows.map((row) => ({ key: row.id, fiscalYear: row.fiscal_year, roundState: row.round_state, subject: subjectFromRow(row), department: row.department_id }))
    .filter(({ subject, department }) => !known.has(`${subject.kind} ${subject.id}`) || !named.has(department));
}

/** Removes requests that nobody has written to: those of a round that is only prepared. */
export async function removeRequests(trx: WriteTransaction, requests: readonly StrayRequest[]): Promise<void> {
  if (requests.length > 0) await trx.deleteFrom('request').where('id', 'in', requests.map(({ key }) => key)).execute();
}

/**
 * Waits until nobody works on any request of the round, until the end of the transaction. Who works on a request locks it
 * first and looks at the round afterwards, so nobody writes into a round that was closed meanwhile.
 */
export async function lockRequestsOfRound(trx: WriteTransaction, planId: string, fiscalYear: FiscalYear): Promise<void> {
  await trx.selectFrom('request').select('id').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('id').forUpdate().execute();
}

/** What rounds could not ask yet when the oldest were prepared. */
const askedSinceLater = { evidence: 'not-asked' } as const;

export function roundFromRow(row: Row<'round'>): Round {
  return {
    planId: row.plan_id, fiscalYear: row.fiscal_year, state: row.state, asked: { ...askedSinceLater, ...row.asked }, scale: row.scale,
    departmentDeadline: row.department_deadline, headDeadline: row.head_deadline,
  };
}

export function subjectFromRow({ node_id, indicator_id }: Pick<Row<'request'>, 'node_id' | 'indicator_id'>): PlannedRequest['subject'] {
  if (node_id !== null) return { kind: 'node', id: node_id };
  if (indicator_id !== null) return { kind: 'indicator', id: indicator_id };
  throw new Error('A stored request is about neither an element nor an indicator; the table forbids it.');
}
