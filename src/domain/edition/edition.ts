import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Evaluation } from '../indicator/evaluation.ts';
import type { Indicator, Measurement } from '../indicator/indicator.ts';
import type { Department } from '../organization/department.ts';
import type { Municipality } from '../plan/municipality.ts';
import type { Level, ParentPlan, Plan, PlanNode, PrintedVariant } from '../plan/plan.ts';
import type { Note, Section } from '../report/paragraph.ts';
import type { NodeReport } from '../report/year-report.ts';

/** An element of the plan as it stands in an edition, with what was reported on it that year. */
export interface EditionNode extends PlanNode {
  /** Null where nothing is asked of this level, or nothing was reported. */
  readonly report: NodeReport | null;
}

/** An indicator as it stands in an edition, with the year's value and its judgement, frozen with the bands of that day. */
export interface EditionIndicator extends Indicator {
  readonly measurement: Measurement | null;
  readonly evaluation: Evaluation;
}

/**
 * An edition (版): the published state of a plan for a fiscal year, one frozen value from which every page and file is made.
 * It never changes; a mistake is corrected by another edition. Everything in it is plain JSON.
 */
export interface Edition {
  readonly format: 'ayumi-edition/1';
  readonly municipality: Municipality;
  readonly plan: {
    readonly id: string;
    readonly title: string;
    readonly alsoPrinted: readonly PrintedVariant[];
    readonly adopted: string | null;
    readonly period: Plan['period'];
    readonly headquarters: Plan['headquarters'];
    readonly parents: readonly ParentPlan[];
  };
  readonly fiscalYear: FiscalYear;
  /** 第１版 is 1. */
  readonly number: number;
  readonly issuedOn: string | null;
  /** Why it corrects the edition before it; null for the first. */
  readonly correctionReason: string | null;
  readonly levels: readonly Level[];
  readonly departments: readonly Department[];
  readonly preface: readonly Section[];
  /** Depth first, in printed order. */
  readonly nodes: readonly EditionNode[];
  readonly indicators: readonly EditionIndicator[];
  readonly notes: readonly Note[];
}

/** An edition together with the SHA-256 of its canonical JSON, by which it is stored and cited. */
export interface PublishedEdition {
  readonly edition: Edition;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}
