import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** Last days of a round, for departments and their heads; both included. */
export interface Deadlines {
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
}

/** One change of the deadlines of an open round. */
export interface DeadlineChange extends Deadlines {
  readonly former: Deadlines;
  readonly reason: string;
  readonly personName: string;
  /** Instant in UTC. */
  readonly changedAt: string;
}

export async function insertDeadlineChange(
  trx: WriteTransaction, change: Deadlines & { readonly planId: string; readonly fiscalYear: FiscalYear; readonly former: Deadlines; readonly reason: string; readonly personId: string },
): Promise<void> {
  await trx.insertInto('deadline_change').values({
    plan_id: change.planId, fiscal_year: change.fiscalYear, department_deadline: change.departmentDeadline, head_deadline: change.headDeadline,
    former_department_deadline: change.former.departmentDeadline, former_head_deadline: change.former.headDeadline, reason: change.reason, person_id: change.personId,
  }).execute();
}

/** The changes of a round, the newest first. */
export async function listDeadlineChanges(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<DeadlineChange[]> {
  const rows = await trx.selectFrom('deadline_change').innerJoin('person', 'person.id', 'deadline_change.person_id').selectAll('deadline_change').select('person.name as person_name')
    .where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('deadline_change.id', 'desc').execute();
  return rows.map(changeFromRow);
}

function changeFromRow(row: Row<'deadline_change'> & { readonly person_name: string }): DeadlineChange {
  return {
    departmentDeadline: row.department_deadline, headDeadline: row.head_deadline, reason: row.reason, personName: row.person_name, changedAt: row.changed_at,
    former: { departmentDeadline: row.former_department_deadline, headDeadline: row.former_head_deadline },
  };
}
