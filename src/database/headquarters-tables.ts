import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';

// The tables of headquarters as the queries see them. What each means stands in tables.md.

export interface HeadquartersTables {
  meeting: { id: GeneratedAlways<number>; plan_id: string; fiscal_year: FiscalYear; held_on: CalendarDate; title: string };
  agenda_item: { id: GeneratedAlways<number>; meeting_id: number; position: number; node_id: string | null; indicator_id: string | null; title: string; paper: string };
  decision: {
    id: GeneratedAlways<number>; agenda_item_id: number; text: string; assessment: string | null; explanation: string | null; person_id: string; decided_at: Generated<string>;
  };
  instruction: {
    id: GeneratedAlways<number>; agenda_item_id: number; plan_id: string; node_id: string; text: string; answer_in: FiscalYear; person_id: string; issued_at: Generated<string>;
  };
  instruction_department: { instruction_id: number; department_id: string };
}
