import { sql } from 'kysely';
import { type FiscalYear, firstDayOf } from '../domain/fiscal-year/fiscal-year.ts';
import { beganOn, type DepartmentHistory, endedOn, nameOn, type Reorganisation } from '../domain/organization/department-history.ts';
import type { Department } from '../domain/organization/department.ts';
import { type Followed, planAfter, planToAsk, type SuccessorChoice, withSuccessors } from '../domain/organization/follow-departments.ts';
import { historyOfYear, historyToAsk, type RoundFollows } from '../domain/organization/history-of-year.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { loadPlan } from './plan-store.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The reorganisations of a city in the order in which they took effect. */
export async function loadDepartmentHistory(trx: ReadTransaction, municipality: string): Promise<DepartmentHistory> {
  const rows = await trx.selectFrom('reorganisation').selectAll().where('municipality_code', '=', municipality).orderBy('effective_on').orderBy('id').execute();
  if (rows.length === 0) return [];
  const sides = Map.groupBy(await trx.selectFrom('reorganisation_department').selectAll().where('municipality_code', '=', municipality).orderBy('position').execute(), ({ reorganisation_id: id }) => id);
  return rows.map(({ id, effective_on, kind, reason }): Reorganisation => {
    const side = (wanted: 'before' | 'after'): Department[] => (sides.get(id) ?? []).flatMap((row) => (row.side === wanted ? [{ id: row.department_id, name: row.name }] : []));
    return { id: String(id), day: effective_on, kind, reason, before: side('before'), after: side('after') };
  });
}

/** A department that there is or was, with its newest name. */
export interface DatedDepartment extends Department {
  /** First day, or null where it is older than the records. */
  readonly from: string | null;
  /** The day from which it is no more, or null while it goes on. */
  readonly ended: string | null;
}

/** Every department of a city, dissolved ones too, in the order of the plans and then of the reorganisations. */
export async function listDatedDepartments(trx: ReadTransaction, municipality: string): Promise<DatedDepartment[]> {
  const history = await loadDepartmentHistory(trx, municipality);
  const ids = await trx.selectFrom('department').select('id').where('municipality_code', '=', municipality).orderBy('id').execute();
  const printed = new Map((await trx.selectFrom('plan_department').select(['department_id', 'name']).where('municipality_code', '=', municipality).orderBy('plan_id').orderBy('position').execute())
    .map(({ department_id, name }) => [department_id, name]));
  const order = [...printed.keys(), ...history.flatMap(({ after }) => after.map(({ id }) => id))];
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return ids.map(({ id }) => ({ id, name: nameOn(history, id, '9999-12-31', printed.get(id) ?? id), from: beganOn(history, id), ended: endedOn(history, id) }))
    .toSorted((left, right) => place(left.id) - place(right.id));
}

/** All that is followed in a plan: every reorganisation of its city, and what was chosen for it. */
export async function loadFollowed(trx: ReadTransaction, { id, municipality }: { readonly id: string; readonly municipality: Pick<Plan['municipality'], 'code'> }): Promise<Followed> {
  const history = await loadDepartmentHistory(trx, municipality.code);
  if (history.length === 0) return { history, choices: [] };
  const rows = await trx.selectFrom('reorganisation_successor').selectAll().where('plan_id', '=', id).execute();
  return { history, choices: rows.map((row): SuccessorChoice => ({ reorganisation: String(row.reorganisation_id), planId: id, subject: { kind: row.subject_kind, id: row.subject_id }, from: row.department_id, to: row.successor_id })) };
}

/** The plan with its departments as they are now. */
export async function loadPlanNow(trx: ReadTransaction, planId: string): Promise<Plan | undefined> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return undefined;
  const all = await loadFollowed(trx, plan);
  return planAfter(plan, all, all.history);
}

/** The plan under which a year is reported and published: with the departments that its round asked. A correction of an old year keeps the old names. */
export async function loadPlanOfYear(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Plan | undefined> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return undefined;
  const all = await loadFollowed(trx, plan);
  return planAfter(plan, { ...all, history: historyOfYear(all.history, fiscalYear, await loadMet(trx, plan, fiscalYear)) }, all.history);
}

/** The same for asking: without the departments that are no more, and without the items that are not asked in this year. */
export async function loadPlanToAsk(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Plan | undefined> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return undefined;
  const all = await loadFollowed(trx, plan);
  const history = historyToAsk(all.history, await loadRoundFollows(trx, planId, fiscalYear));
  return planToAsk(planAfter(plan, { ...all, history }, all.history), history, fiscalYear);
}

/** The reorganisations that led from the plan as it was adopted to its departments of a year. */
export async function loadHistoryOfYear(trx: ReadTransaction, plan: Plan, fiscalYear: FiscalYear): Promise<DepartmentHistory> {
  return historyOfYear(await loadDepartmentHistory(trx, plan.municipality.code), fiscalYear, await loadMet(trx, plan, fiscalYear));
}

/** What a year has met: its round, or its publication where no round asked about it. Undefined where it has neither. */
async function loadMet(trx: ReadTransaction, { id, municipality }: Plan, fiscalYear: FiscalYear): Promise<Pick<RoundFollows, 'reorganisations'> | undefined> {
  const round = await loadRoundFollows(trx, id, fiscalYear);
  if (round) return round;
  const first = await trx.selectFrom('edition').select('created_at').where('plan_id', '=', id).where('fiscal_year', '=', fiscalYear).orderBy('number').limit(1).executeTakeFirst();
  if (!first) return undefined;
  const rows = await trx.selectFrom('reorganisation').select('id').where('municipality_code', '=', municipality.code)
    .where('effective_on', '<=', firstDayOf(fiscalYear + 1)).where('recorded_at', '<', first.created_at).execute();
  return { reorganisations: new Set(rows.map((row) => String(row.id))) };
}

/** What the round of a year has met of the reorganisations; undefined where none is prepared. */
export async function loadRoundFollows(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<RoundFollows | undefined> {
  const round = await trx.selectFrom('round').select('state').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).executeTakeFirst();
  if (!round) return undefined;
  const rows = await trx.selectFrom('reorganisation_round').select('reorganisation_id').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).execute();
  return { state: round.state, reorganisations: new Set(rows.map(({ reorganisation_id: id }) => String(id))) };
}

/** Records that a round which is being prepared follows every reorganisation until now. */
export async function followUntilNow(trx: WriteTransaction, { id, municipality }: Pick<Plan, 'id' | 'municipality'>, fiscalYear: FiscalYear): Promise<void> {
  await trx.insertInto('reorganisation_round').columns(['reorganisation_id', 'plan_id', 'fiscal_year'])
    .expression((build) => build.selectFrom('reorganisation').where('municipality_code', '=', municipality.code)
      .select((column) => ['id', column.val(id).as('plan_id'), column.cast<number>(column.val(fiscalYear), 'integer').as('fiscal_year')]))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** Appends a reorganisation, with the identities of the departments that it founds. @returns its id */
export async function insertReorganisation(trx: WriteTransaction, municipality: string, { day, kind, reason, before, after }: Reorganisation, personId: string): Promise<string> {
  if (after.length > 0) await trx.insertInto('department').values(after.map(({ id }) => ({ municipality_code: municipality, id }))).onConflict((conflict) => conflict.doNothing()).execute();
  const { id } = await trx.insertInto('reorganisation').values({ municipality_code: municipality, effective_on: day, kind, reason, person_id: personId }).returning('id').executeTakeFirstOrThrow();
  const rows = ([['before', before], ['after', after]] as const).flatMap(([side, departments]) => departments.map((department, index) => (
    { reorganisation_id: id, side, position: index + 1, municipality_code: municipality, department_id: department.id, name: department.name })));
  await trx.insertInto('reorganisation_department').values(rows).execute();
  return String(id);
}

/** Lets the stored plan name the departments that follow those it names, so that they can be asked about it. */
export async function nameSuccessors(trx: WriteTransaction, { id, municipality, departments }: Plan): Promise<void> {
  const history = await loadDepartmentHistory(trx, municipality.code);
  const known = new Set((await trx.selectFrom('plan_department').select('department_id').where('plan_id', '=', id).execute()).map(({ department_id }) => department_id));
  const added = withSuccessors(departments, history).filter((department) => !known.has(department.id));
  for (const { id: department_id, name } of added) {
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from ayumi.plan_department where plan_id = ${id})`;
    await trx.insertInto('plan_department').values({ plan_id: id, municipality_code: municipality.code, department_id, position, name }).execute();
  }
}
