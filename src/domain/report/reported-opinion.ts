import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { OpinionBody, ResponseKind } from '../opinion/opinion.ts';
import type { Department } from '../organization/department.ts';
import type { Subject } from '../round/round.ts';

/** An opinion from outside as a report prints it, with the city's answers and what came of it. */
export interface ReportedOpinion {
  /** Unique within the plan; part of a permanent address. */
  readonly id: string;
  /** The year whose results it is about. */
  readonly fiscalYear: FiscalYear;
  /** Null for the whole plan. */
  readonly subject: Subject | null;
  readonly body: OpinionBody;
  /** Name of the body, or null: then its kind stands for it. Never the name of a person. */
  readonly bodyName: string | null;
  readonly statedOn: CalendarDate;
  readonly paragraphs: readonly string[];
  /** Oldest first. */
  readonly responses: readonly ReportedResponse[];
  /** The day on which the city decided to publish it. */
  readonly decidedOn: CalendarDate;
}

export interface ReportedResponse {
  readonly kind: ResponseKind;
  /** With its name on the day of the answer: the department may be gone since. */
  readonly department: Department;
  readonly respondedOn: CalendarDate;
  readonly paragraphs: readonly string[];
}
