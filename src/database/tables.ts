import type { GeneratedAlways, Selectable } from 'kysely';
import type { CalendarDate, FiscalYear, FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import type { Licence } from '../domain/plan/licence.ts';
import type { IndicatorKind, Standing } from '../domain/indicator/indicator.ts';
import type { Paragraph } from '../domain/report/paragraph.ts';
import type { DepartmentTables } from './department-tables.ts';
import type { DigestTables } from './digest-tables.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { LifeTables } from './life-tables.ts';
import type { OpinionTables } from './opinion-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { PlanImportTables } from './plan-import-tables.ts';
import type { ProofreadingTables } from './proofreading-tables.ts';
import type { HeadquartersTables } from './headquarters-tables.ts';
import type { RoundTables } from './round-tables.ts';

// The tables of schema ayumi as the queries see them. What each means stands in tables.md.

/** A row as it is read. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

export interface Tables extends PeopleTables, RoundTables, DigestTables, DepartmentTables, HeadquartersTables, EvidenceTables, ProofreadingTables, OpinionTables, PlanImportTables, LifeTables {
  municipality: {
    code: string;
    name: string;
    first_reiwa_year: FiscalYearLabelling['firstReiwaYear'];
    year_digits: FiscalYearLabelling['digits'];
    licence: Licence | null;
  };
  department: { municipality_code: string; id: string };
  plan: {
    id: string;
    municipality_code: string;
    title: string;
    adopted: string | null;
    period_from: FiscalYear | null;
    period_to: FiscalYear | null;
    headquarters_name: string | null;
    headquarters_chair: string | null;
  };
  plan_printed_variant: { plan_id: string; position: number; place: string; title: string };
  plan_parent: { plan_id: string; position: number; title: string; adopted: string | null };
  plan_level: { plan_id: string; id: string; position: number; name: string };
  plan_department: { plan_id: string; municipality_code: string; department_id: string; position: number; name: string };
  plan_node: {
    plan_id: string;
    id: string;
    level_id: string;
    parent_id: string | null;
    position: number;
    number: string;
    title: string;
    relisting_of: string | null;
  };
  plan_node_printed_variant: { plan_id: string; node_id: string; position: number; place: string; title: string };
  plan_node_paragraph: { plan_id: string; node_id: string } & ParagraphColumns;
  plan_node_owner: { plan_id: string; node_id: string; position: number; department_id: string | null; collective: string | null };
  indicator: {
    plan_id: string;
    id: string;
    position: number;
    number: string;
    title: string;
    unit: string | null;
    definition: string;
    kind: IndicatorKind;
    baseline_label: string;
    baseline_fiscal_year: FiscalYear;
    baseline_as_of: CalendarDate | null;
    baseline_printed: string;
    target_label: string;
    target_fiscal_year: FiscalYear;
    target_as_of: CalendarDate | null;
    target_printed: string;
  };
  indicator_series: {
    plan_id: string;
    indicator_id: string;
    id: string;
    position: number;
    title: string;
    judged: boolean;
    from_year: FiscalYear | null;
  };
  indicator_node: { plan_id: string; indicator_id: string; position: number; node_id: string };
  year_report: { plan_id: string; fiscal_year: FiscalYear; edition_number: number; issued_on: CalendarDate | null; correction_reason: string | null; opinions: string; decisions: string };
  year_report_section: { plan_id: string; fiscal_year: FiscalYear; id: string; position: number; heading: string };
  year_report_section_paragraph: { plan_id: string; fiscal_year: FiscalYear; section_id: string } & ParagraphColumns;
  year_report_note: { plan_id: string; fiscal_year: FiscalYear; position: number; mark: string; text: string };
  measurement: {
    plan_id: string;
    fiscal_year: FiscalYear;
    indicator_id: string;
    position: number;
    label: string;
    printed: string;
    as_of: CalendarDate | null;
    value_year: FiscalYear;
    standing: Standing | null;
    series_id: string;
    alternative_series_id: string | null;
  };
  node_report: { plan_id: string; fiscal_year: FiscalYear; node_id: string; position: number; responsible_printed: string };
  node_report_reporter: { plan_id: string; fiscal_year: FiscalYear; node_id: string; position: number; department_id: string };
  report_paragraph: { plan_id: string; fiscal_year: FiscalYear; node_id: string } & ParagraphColumns & ApprovalColumns;
  edition: {
    id: GeneratedAlways<number>;
    canonical: string;
    hash: string;
    plan_id: GeneratedAlways<string>;
    fiscal_year: GeneratedAlways<FiscalYear>;
    number: GeneratedAlways<number>;
    created_at: GeneratedAlways<string>;
  };
  audit_event: {
    sequence: GeneratedAlways<number>;
    entry: string;
    hash: string;
    previous_hash: GeneratedAlways<string>;
    occurred_at: GeneratedAlways<string>;
    actor: GeneratedAlways<string>;
    action: GeneratedAlways<string>;
    plan_id: GeneratedAlways<string | null>;
  };
}

/** Who approved a paragraph of a report. */
export interface ApprovalColumns {
  approved_by: string | null;
  approved_by_deputy: boolean;
  corrected_after: boolean;
}

/** The columns of a paragraph, the same wherever it stands. */
export interface ParagraphColumns {
  id: string;
  position: number;
  kind: Paragraph['kind'];
  text: string;
  department_id: string | null;
}
