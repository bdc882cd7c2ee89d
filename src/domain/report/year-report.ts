import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Measurement } from '../indicator/indicator.ts';
import type { Note, ReportedParagraph, Section } from './paragraph.ts';
import type { ReportedDecision } from './reported-decision.ts';
import type { ReportedOpinion } from './reported-opinion.ts';

/** What was reported on one element of the plan in one year (取組状況). */
export interface NodeReport {
  readonly nodeId: string;
  /** The cell 推進部署 as printed that year: 関係各課（政策室）. */
  readonly responsiblePrinted: string;
  /** Who reported for the collective that year: the departments in the brackets. Source: product.md, rule 7. */
  readonly reporters: readonly string[];
  readonly paragraphs: readonly ReportedParagraph[];
}

/** A year's report of a plan, before it is frozen into an edition. */
export interface YearReport {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly editionNumber: number;
  /** The day of publication, or null where the source does not say. */
  readonly issuedOn: string | null;
  /** Why this edition corrects the one before it; null for the first edition. */
  readonly correctionReason: string | null;
  readonly preface: readonly Section[];
  readonly notes: readonly Note[];
  readonly measurements: readonly Measurement[];
  readonly reports: readonly NodeReport[];
  /** Opinions from outside that the city publishes with this report, oldest first. */
  readonly opinions: readonly ReportedOpinion[];
  /** What headquarters decided, where the city publishes it; in the order of the agenda. */
  readonly decisions: readonly ReportedDecision[];
}
