import type { AnswerState } from '../approval/transitions.ts';
import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Indicator } from '../indicator/indicator.ts';
import type { Department } from '../organization/department.ts';
import type { Municipality } from '../plan/municipality.ts';
import type { Answer } from '../round/answer.ts';
import type { Round, Subject } from '../round/round.ts';

/** What a workbook says of itself, so that it is known again when it comes back: whose round it is and who was asked. */
export interface SurveyIdentity {
  /** 全国地方公共団体コード. */
  readonly city: string;
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** Ids of the departments that are asked; several where a person writes for several. */
  readonly departments: readonly string[];
}

/** What is asked of one department, or of one person, in a round: all that its workbook shows. */
export interface Survey {
  readonly municipality: Municipality;
  readonly planId: string;
  readonly planTitle: string;
  readonly round: Round;
  readonly departments: readonly Department[];
  /** Name of the person for whom it was made; null where it is made for a department. */
  readonly person: string | null;
  readonly madeOn: CalendarDate;
  readonly items: readonly SurveyItem[];
}

/** One request with what stands beside its answer. */
export interface SurveyItem {
  readonly requestId: string;
  readonly subject: Subject;
  readonly department: string;
  readonly departmentName: string;
  readonly number: string;
  readonly title: string;
  /** What the plan says about it, paragraphs apart by line breaks; empty for an indicator. */
  readonly description: string;
  /** What was published for the year before, as typed; empty where nothing was. */
  readonly lastYear: string;
  readonly indicator: Indicator | null;
  /** The series that a first figure is probably on: that of the year before, else the one that is judged; null where there is but one. */
  readonly proposedSeries: string | null;
  /** Instructions of headquarters that must be answered. */
  readonly instructions: readonly { readonly id: string; readonly text: string }[];
  /** The answer that counts now; null while nothing was written. */
  readonly answer: Answer | null;
  /** Its version: what is written into the workbook is written on this one. */
  readonly baseVersion: number | null;
  readonly state: AnswerState;
  /** Whether the department may write it on the day on which the workbook is made. */
  readonly writable: boolean;
}

export function identityOf({ municipality, planId, round, departments }: Pick<Survey, 'municipality' | 'planId' | 'round' | 'departments'>): SurveyIdentity {
  return { city: municipality.code, planId, fiscalYear: round.fiscalYear, departments: departments.map(({ id }) => id) };
}
