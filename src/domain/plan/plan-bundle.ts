import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { IndicatorKind, Standing } from '../indicator/indicator.ts';

/**
 * The plan as a clerk writes it in plan.yaml: a tree, printed figures, nothing derived. Its shape is checked against the
 * published JSON Schema before it comes here; `parsePlan` checks everything that a schema cannot say.
 */
export interface PlanBundle {
  format: 'ayumi-plan/1';
  municipality: { code: string; name: string; fiscalYearLabels: FiscalYearLabelling };
  plan: {
    id: string;
    title: string;
    adopted?: string | null;
    period?: { from: number; to: number } | null;
    alsoPrinted?: VariantRow[];
    headquarters?: { name: string; chair?: string | null } | null;
    parents?: { title: string; adopted?: string | null }[];
  };
  levels: { id: string; name: string }[];
  departments: { id: string; name: string }[];
  tree: NodeRow[];
  indicators: IndicatorRow[];
}

export interface VariantRow { place: string; title: string }

/** A paragraph of text, or a line of a list; `id` and `department` only where they differ from the default (p1, p2 …; not stated). */
export type ParagraphRow =
  | string
  | { text: string; id?: string; department?: string | null }
  | { item: string; id?: string; department?: string | null };

export type OwnerRow = string | { collective: string };

export interface NodeRow {
  id: string;
  number: string;
  title: string;
  alsoPrinted?: VariantRow[];
  description?: ParagraphRow[];
  responsible?: OwnerRow[];
  relistingOf?: string | null;
  children?: NodeRow[];
}

export interface FigureRow { label: string; fiscalYear: number; printed: string; asOf?: string | null }

export interface IndicatorRow {
  id: string;
  number: string;
  title: string;
  unit: string | null;
  definition: string;
  kind: IndicatorKind;
  series?: { id: string; title: string; judged?: boolean; from?: number | null }[];
  baseline: FigureRow;
  target: FigureRow;
  related?: string[];
}

/** The report of one fiscal year as a clerk writes it in report-YYYY.yaml. */
export interface ReportBundle {
  format: 'ayumi-report/1';
  plan: string;
  fiscalYear: number;
  edition: { number: number; issuedOn?: string | null; correctionReason?: string | null };
  preface?: { id: string; heading: string; paragraphs: ParagraphRow[] }[];
  notes?: { mark: string; text: string }[];
  measurements: MeasurementRow[];
  reports: NodeReportRow[];
}

export interface MeasurementRow {
  indicator: string;
  label: string;
  printed: string;
  valueYear?: number;
  asOf?: string | null;
  standing?: Standing | null;
  series?: string;
  alternativeSeries?: string | null;
}

export interface NodeReportRow {
  initiative: string;
  responsiblePrinted: string;
  reporters?: string[];
  paragraphs: ParagraphRow[];
}
