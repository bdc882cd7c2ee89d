import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ActingRole, Action, AnswerState } from '../domain/approval/transitions.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { DecisionsShown } from '../domain/headquarters/decisions-shown.ts';
import type { PlannedRequest, Round } from '../domain/round/round.ts';

/** Why a version was saved. */
export type VersionCause = 'save' | 'submit' | 'correct' | 'restore' | 'merge' | 'workbook';

/** Read as a value, written as JSON text: `pg` would make an array of PostgreSQL out of a list. */
type Json<Value> = ColumnType<Value, string, string>;

// The tables of the yearly round as the queries see them. What each means stands in tables.md.

export interface RoundTables {
  round: {
    plan_id: string;
    fiscal_year: FiscalYear;
    state: Round['state'];
    asked: Json<Round['asked']>;
    scale: Json<Round['scale']>;
    department_deadline: CalendarDate;
    head_deadline: CalendarDate;
    decisions_shown: Generated<DecisionsShown>;
  };
  deadline_change: {
    id: GeneratedAlways<number>;
    plan_id: string;
    fiscal_year: FiscalYear;
    former_department_deadline: CalendarDate;
    former_head_deadline: CalendarDate;
    department_deadline: CalendarDate;
    head_deadline: CalendarDate;
    reason: string;
    person_id: string;
    changed_at: Generated<string>;
  };
  request: {
    id: GeneratedAlways<number>;
    plan_id: string;
    fiscal_year: FiscalYear;
    position: number;
    node_id: string | null;
    indicator_id: string | null;
    department_id: string;
    capacity: PlannedRequest['capacity'];
    state: Generated<AnswerState>;
    unlocked_until: CalendarDate | null;
    current_version: number | null;
    last_activity: string | null;
    merged_into: number | null;
  };
  answer_version: {
    request_id: number;
    number: number;
    base_number: number | null;
    content: string;
    copied: boolean;
    parked: boolean;
    person_id: string;
    department_id: string;
    cause: VersionCause;
    note: string | null;
    saved_at: Generated<string>;
  };
  answer_event: {
    id: GeneratedAlways<number>;
    request_id: number;
    action: Action;
    acting_role: ActingRole;
    by_deputy: Generated<boolean>;
    from_state: AnswerState;
    to_state: AnswerState;
    person_id: string;
    note: string | null;
    paragraph: number | null;
    version: number | null;
    at: Generated<string>;
  };
}
