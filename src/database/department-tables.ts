import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { ReorganisationKind } from '../domain/organization/department-history.ts';
import type { Subject } from '../domain/round/round.ts';

// The tables of reorganisations as the queries see them. What each means stands in tables.md.

export interface DepartmentTables {
  reorganisation: {
    id: GeneratedAlways<number>;
    municipality_code: string;
    effective_on: CalendarDate;
    kind: ReorganisationKind;
    reason: string;
    person_id: string;
    recorded_at: Generated<string>;
  };
  reorganisation_department: { reorganisation_id: number; side: 'before' | 'after'; position: number; municipality_code: string; department_id: string; name: string };
  reorganisation_successor: { reorganisation_id: number; plan_id: string; subject_kind: Subject['kind']; subject_id: string; department_id: string; successor_id: string };
  reorganisation_round: { reorganisation_id: number; plan_id: string; fiscal_year: FiscalYear };
  request_move: { reorganisation_id: number; request_id: number; from_department_id: string; to_department_id: string };
}
