import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { OpinionBody, ResponseKind } from '../domain/opinion/opinion.ts';

// The tables of outside eyes as the queries see them. What each means stands in tables.md.

export interface OpinionTables {
  opinion: { id: GeneratedAlways<number>; plan_id: string; fiscal_year: FiscalYear; node_id: string | null; indicator_id: string | null };
  opinion_version: { opinion_id: number; version: number; body: OpinionBody; body_name: string | null; stated_on: CalendarDate; text: string; person_id: string; saved_at: Generated<string> };
  opinion_response: {
    id: GeneratedAlways<number>; opinion_id: number; kind: ResponseKind; department_id: string; responded_on: CalendarDate; text: string; person_id: string; saved_at: Generated<string>;
  };
  opinion_publication: {
    id: GeneratedAlways<number>; opinion_id: number; is_published: boolean; decided_on: CalendarDate; version: number; last_response_id: number | null; person_id: string; saved_at: Generated<string>;
  };
}
