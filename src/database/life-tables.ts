import type { Generated } from 'kysely';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { PlanChangeKind } from '../domain/plan/plan-change.ts';

// The tables of the life of items and of the succession of plans as the queries see them. What each means stands in tables.md.

export interface LifeTables {
  plan_change: {
    plan_id: string; id: string; position: number; kind: PlanChangeKind; fiscal_year: FiscalYear; decided_on: CalendarDate | null; into_node_id: string | null; reason: string;
    person_id: string | null; recorded_at: Generated<string>;
  };
  plan_change_node: { plan_id: string; change_id: string; position: number; node_id: string };
  plan_change_withdrawal: { plan_id: string; change_id: string; reason: string; person_id: string; withdrawn_at: Generated<string> };
  plan_succession: { plan_id: string; from_plan_id: string; from_title: string };
  plan_succession_item: { plan_id: string; position: number; place: number; node_id: string; former_id: string | null; former_number: string | null; former_title: string | null };
  plan_succession_ended: { plan_id: string; position: number; former_id: string; former_number: string; former_title: string; reason: string };
}
