import { sql } from 'kysely';
import { type FiscalYear, firstDayOf } from '../domain/fiscal-year/fiscal-year.ts';
import { ancestorsOn, beganOn, type DepartmentHistory, endedOn, nameOn, type Reorganisation } from '../domain/organization/department-history.ts';
import type { Department } from '../domain/organization/department.ts';
import { type Followed, planAfter, planToAsk, type SuccessorChoice, withSuccessors } from '../domain/organization/follow-departments.ts';
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
export async function loadFollowed(trx: ReadTransaction, { id, municipality }: Pick<Plan, 'id' | 'municipality'>): Promise<Followed> {
  const history = await loadDepartmentHistory(trx, municipality.code);
  if (history.length === 0) return { history, choices: [] };
  const rows = await trx.selectFrom('reorganisation_successor').selectAll().where('plan_id', '=', id).execute();
  return { history, choices: rows.map((row): SuccessorChoice => ({ reorganisation: String(row.reorganisation_id), planId: id, subject: { kind: row.subject_kind, id: row.subject_id }, from: row.department_id, to: row.successor_id })) };
}

/**
 * The plan under which a year is reported: with the departments of 1 April after the year, when they report, and with what was
 * reorganised while its round was going on. A correction of an old year therefore keeps the old names.
 */
export async function loadPlanOfYear(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Plan | undefined> {
  const plan = await loadPlan(trx, planId);
  return plan && (await followYear(trx, plan, fiscalYear)).plan;
}

/** The same for asking: without the departments that are no more, and without the items that are not asked in this year. */
export async function loadPlanToAsk(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Plan | undefined> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return undefined;
  const followed = await followYear(trx, plan, fiscalYear);
  return planToAsk(followed.plan, followed.history, fiscalYear);
}

/** The reorganisations that led from the plan as it was adopted to its departments of a year. */
export async function loadHistoryOfYear(trx: ReadTransaction, plan: Plan, fiscalYear: FiscalYear): Promise<DepartmentHistory> {
  return (await followYear(trx, plan, fiscalYear)).history;
}

async function followYear(trx: ReadTransaction, plan: Plan, fiscalYear: FiscalYear): Promise<{ readonly plan: Plan; readonly history: DepartmentHistory }> {
  const all = await loadFollowed(trx, plan);
  if (all.history.length === 0) return { plan, history: [] };
  const during = new Set((await trx.selectFrom('reorganisation_round').select('reorganisation_id').where('plan_id', '=', plan.id).where('fiscal_year', '=', fiscalYear).execute()).map(({ reorganisation_id: id }) => String(id)));
  const history = all.history.filter(({ id, day }) => day <= firstDayOf(fiscalYear + 1) || during.has(id));
  return { plan: planAfter(plan, { ...all, history }, all.history), history };
}

/** The department and all whose work it does: what was ordered to one of them is ordered to it. */
export async function listAncestors(trx: ReadTransaction, planId: string, department: string): Promise<string[]> {
  const row = await trx.selectFrom('plan').select('municipality_code').where('id', '=', planId).executeTakeFirst();
  return row ? ancestorsOn(await loadDepartmentHistory(trx, row.municipality_code), department, '9999-12-31') : [department];
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
