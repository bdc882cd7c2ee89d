import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Department } from '../organization/department.ts';
import type { Subject } from '../round/round.ts';

/** What headquarters decided on one item (審議結果), as a report prints it. Only what was decided: nothing is filled in. */
export interface ReportedDecision {
  /** Unique within the plan; part of a permanent address. */
  readonly id: string;
  /** Null for a matter of the whole plan. */
  readonly subject: Subject | null;
  /** Title of the item on the agenda. */
  readonly title: string;
  readonly meeting: { readonly title: string; readonly heldOn: CalendarDate };
  readonly paragraphs: readonly string[];
  /** Name of the step of the scale, or null where headquarters gave none. */
  readonly assessment: string | null;
  /** Why the assessment differs from the state of an indicator; empty where it does not. */
  readonly explanation: readonly string[];
  /** Orders that were given with it, where the city publishes them. */
  readonly instructions: readonly ReportedInstruction[];
}

export interface ReportedInstruction {
  /** With their names on the day of the meeting. */
  readonly departments: readonly Department[];
  readonly paragraphs: readonly string[];
  /** The year in whose round it is answered. */
  readonly answerIn: FiscalYear;
}
