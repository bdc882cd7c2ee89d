import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Evaluation } from '../indicator/evaluation.ts';
import type { Indicator, Measurement } from '../indicator/indicator.ts';
import type { Reorganisation } from '../organization/department-history.ts';
import type { Department } from '../organization/department.ts';
import type { Municipality } from '../plan/municipality.ts';
import type { Level, ParentPlan, Plan, PlanNode, PrintedVariant } from '../plan/plan.ts';
import type { PlanChange } from '../plan/plan-change.ts';
import type { Succession } from '../plan/succession.ts';
import type { Note, Section } from '../report/paragraph.ts';
import type { ReportedDecision } from '../report/reported-decision.ts';
import type { ReportedOpinion } from '../report/reported-opinion.ts';
import type { NodeReport } from '../report/year-report.ts';
import type { EditionChange } from './edition-change.ts';

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

/** What an edition corrects, sealed with it (正誤): the edition before it by number and hash, and all that differs from it. */
export interface Correction {
  readonly number: number;
  readonly hash: string;
  readonly changes: readonly EditionChange[];
}

/** A dated change of departments as the public needs it to follow one through renames, splits and merges. */
export type PublishedReorganisation = Pick<Reorganisation, 'day' | 'kind' | 'before' | 'after'>;

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
  /** Left out of a first edition, and where the edition before it was not at hand. */
  readonly corrects?: Correction;
  readonly levels: readonly Level[];
  readonly departments: readonly Department[];
  /** Those up to this edition that concern its departments, in the order in which they took effect; left out where there are none. */
  readonly reorganisations?: readonly PublishedReorganisation[];
  readonly preface: readonly Section[];
  /** Depth first, in printed order. */
  readonly nodes: readonly EditionNode[];
  readonly indicators: readonly EditionIndicator[];
  readonly notes: readonly Note[];
  /** Items that were added, merged, stopped or finished until the end of this year, in the order in which that was recorded. */
  readonly planChanges: readonly PlanChange[];
  /** How the plan goes on from the one before it, or null. */
  readonly succession: Succession | null;
  /** Opinions from outside on this year or an earlier one that the city publishes, oldest first. */
  readonly opinions: readonly ReportedOpinion[];
  /** What headquarters decided on the results of this year, where the city publishes it. */
  readonly decisions: readonly ReportedDecision[];
}

/** An edition together with the SHA-256 of its canonical JSON, by which it is stored and cited. */
export interface PublishedEdition {
  readonly edition: Edition;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** The text that was hashed, where it is not the canonical JSON of `edition`: stored before the format got its newer members. */
  readonly earlierText?: string;
}
