import { sql } from 'kysely';
import type { AnswerState } from '../domain/approval/transitions.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { PlannedRequest, Round, Subject } from '../domain/round/round.ts';
import { subjectFromRow } from './round-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** A request in a list. */
export interface RequestSummary {
  /** Decimal digits. */
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly fiscalYear: FiscalYear;
  readonly subject: Subject;
  /** Number of the item or indicator as printed. */
  readonly number: string;
  readonly title: string;
  readonly department: string;
  readonly departmentName: string;
  readonly state: AnswerState;
  readonly capacity: PlannedRequest['capacity'];
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
  readonly unlockedUntil: CalendarDate | null;
  readonly roundIsOpen: boolean;
  readonly currentVersion: number | null;
  /** Instant in UTC. */
  readonly lastActivity: string | null;
  /** Newest note of a send-back or a correction. */
  readonly lastNote: string | null;
  /** Whether the current answer says nothing that last year's published text did not. */
  readonly unchangedFromLastYear: boolean;
}

/** Requests with all that a list shows, in the order of their round. Callers add what they look for. */
export function summaries(trx: ReadTransaction) {
  return trx.selectFrom('request')
    .innerJoin('round', (join) => join.onRef('round.plan_id', '=', 'request.plan_id').onRef('round.fiscal_year', '=', 'request.fiscal_year'))
    .innerJoin('plan', 'plan.id', 'request.plan_id')
    .innerJoin('plan_department', (join) => join.onRef('plan_department.plan_id', '=', 'request.plan_id').onRef('plan_department.department_id', '=', 'request.department_id'))
    .leftJoin('plan_node', (join) => join.onRef('plan_node.plan_id', '=', 'request.plan_id').onRef('plan_node.id', '=', 'request.node_id'))
    .leftJoin('indicator', (join) => join.onRef('indicator.plan_id', '=', 'request.plan_id').onRef('indicator.id', '=', 'request.indicator_id'))
    .leftJoin('answer_version', (join) => join.onRef('answer_version.request_id', '=', 'request.id').onRef('answer_version.number', '=', 'request.current_version'))
    .select([
      'request.id', 'request.plan_id', 'request.fiscal_year', 'request.node_id', 'request.indicator_id', 'request.department_id', 'request.capacity',
      'request.state', 'request.unlocked_until', 'request.current_version', 'request.last_activity',
      'round.state as round_state', 'round.department_deadline', 'round.head_deadline', 'plan.title as plan_title', 
      'answer_version.copied',
    ])
    .select((eb) => [
      // The newest name of the department: its name in the plan is that of the day on which the plan was adopted.
      eb.fn.coalesce(
        eb.selectFrom('reorganisation_department').innerJoin('reorganisation', 'reorganisation.id', 'reorganisation_department.reorganisation_id').select('reorganisation_department.name')
          .where('side', '=', 'after').whereRef('reorganisation_department.municipality_code', '=', 'plan_department.municipality_code')
          .whereRef('reorganisation_department.department_id', '=', 'plan_department.department_id').orderBy('effective_on', 'desc').orderBy('reorganisation.id', 'desc').limit(1),
        'plan_department.name',
      ).as('department_name'),
      eb.fn.coalesce('plan_node.number', 'indicator.number', sql<string>`''`).as('number'),
      eb.fn.coalesce('plan_node.title', 'indicator.title', sql<string>`''`).as('title'),
      eb.selectFrom('answer_event').select('note').whereRef('answer_event.request_id', '=', 'request.id')
        .where('action', 'in', ['send-back', 'correct']).where('note', 'is not', null).orderBy('answer_event.id', 'desc').limit(1).as('last_note'),
    ])
    .where('request.merged_into', 'is', null)
    .orderBy('request.fiscal_year', 'desc').orderBy('request.plan_id').orderBy('request.position');
}

interface SummaryRow {
  readonly id: number;
  readonly plan_id: string;
  readonly plan_title: string;
  readonly fiscal_year: FiscalYear;
  readonly node_id: string | null;
  readonly indicator_id: string | null;
  readonly number: string;
  readonly title: string;
  readonly department_id: string;
  readonly department_name: string;
  readonly capacity: PlannedRequest['capacity'];
  readonly state: AnswerState;
  readonly round_state: Round['state'];
  readonly department_deadline: CalendarDate;
  readonly head_deadline: CalendarDate;
  readonly unlocked_until: CalendarDate | null;
  readonly current_version: number | null;
  readonly last_activity: string | null;
  readonly last_note: string | null;
  readonly copied: boolean | null;
}

export function summaryFromRow(row: SummaryRow): RequestSummary {
  return {
    id: String(row.id), planId: row.plan_id, planTitle: row.plan_title, fiscalYear: row.fiscal_year, subject: subjectFromRow(row), number: row.number,
    title: row.title, department: row.department_id, departmentName: row.department_name, state: row.state, capacity: row.capacity,
    departmentDeadline: row.department_deadline, headDeadline: row.head_deadline, unlockedUntil: row.unlocked_until, roundIsOpen: row.round_state === 'open',
    currentVersion: row.current_version, lastActivity: row.last_activity, lastNote: row.last_note, unchangedFromLastYear: row.copied ?? false,
  };
}
