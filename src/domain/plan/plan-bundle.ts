import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { IndicatorKind, Standing } from '../indicator/indicator.ts';
import type { OpinionBody, ResponseKind } from '../opinion/opinion.ts';
import type { Licence } from './licence.ts';
import type { PlanChangeKind } from './plan-change.ts';

/**
 * The plan as a clerk writes it in plan.yaml: a tree, printed figures, nothing derived. Its shape is checked against the
 * published JSON Schema before it comes here; `parsePlan` checks everything that a schema cannot say.
 */
export interface PlanBundle {
  format: 'ayumi-plan/1';
  municipality: { code: string; name: string; fiscalYearLabels: FiscalYearLabelling; licence?: Licence };
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
  changes?: PlanChangeRow[];
  succession?: SuccessionRow | null;
}

/** A change of the plan (計画の変更): items that were added, merged, stopped or finished. */
export interface PlanChangeRow { id: string; kind: PlanChangeKind; fiscalYear: number; decidedOn?: string | null; nodes: string[]; into?: string | null; reason: string }

export interface FormerItemRow { id: string; number: string; title: string }

/** How the plan goes on from the one before it. */
export interface SuccessionRow {
  from: { id: string; title: string };
  items: { node: string; from?: FormerItemRow[] }[];
  ended?: { id: string; number: string; title: string; reason: string }[];
}

export interface VariantRow { place: string; title: string }

/** A paragraph of text, or a line of a list; `id` and `department` only where they differ from the default (p1, p2 …; not stated). */
export type ParagraphRow =
  | string
  | { text: string; id?: string; department?: string | null }
  | { item: string; id?: string; department?: string | null };

/** A paragraph of a year's report, with the post that approved it where that is known. */
export type ReportedParagraphRow =
  | string
  | { text: string; id?: string; department?: string | null; approval?: ApprovalRow | null }
  | { item: string; id?: string; department?: string | null; approval?: ApprovalRow | null };

/** 政策室長, and whether a deputy approved for it (代決), or the secretariat changed the words afterwards. */
export interface ApprovalRow { post: string; byDeputy?: boolean; correctedAfter?: boolean }

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
  opinions?: OpinionRow[];
  decisions?: DecisionRow[];
}

/** What a report is about beside the whole plan: an element of the tree or an indicator. */
export interface SubjectRow { kind: 'node' | 'indicator'; id: string }

/** A department with its name on the day of which is spoken; it need not be one of the plan's any more. */
export interface NamedDepartmentRow { id: string; name: string }

export interface OpinionRow {
  id: string;
  fiscalYear: number;
  subject?: SubjectRow | null;
  body: OpinionBody;
  bodyName?: string | null;
  statedOn: string;
  paragraphs: string[];
  decidedOn: string;
  responses?: { kind: ResponseKind; department: NamedDepartmentRow; respondedOn: string; paragraphs: string[] }[];
}

export interface DecisionRow {
  id: string;
  subject?: SubjectRow | null;
  title: string;
  meeting: { title: string; heldOn: string };
  paragraphs: string[];
  assessment?: string | null;
  explanation?: string[];
  instructions?: { departments: NamedDepartmentRow[]; paragraphs: string[]; answerIn: number }[];
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
  paragraphs: ReportedParagraphRow[];
}
