import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Department } from '../organization/department.ts';
import type { ReportedDecision } from '../report/reported-decision.ts';
import { typedLines } from '../report/typed-lines.ts';
import type { ScaleStep } from '../round/round.ts';
import { stepName } from './deliberation.ts';
import type { DeliberatedItem, Meeting } from './headquarters.ts';

/** What is needed to print decisions as the public reads them. */
export interface DecisionPrint {
  readonly scale: readonly ScaleStep[];
  /** A department by the name that it had on a day. */
  readonly named: (id: string, day: CalendarDate) => Department;
  readonly withInstructions: boolean;
}

/** The decided items of a meeting as a report prints them: every decision on an item in its order, and its last assessment with the reason. */
export function reportDecisions({ title: meeting, heldOn }: Pick<Meeting, 'title' | 'heldOn'>, items: readonly DeliberatedItem[], { scale, named, withInstructions }: DecisionPrint): ReportedDecision[] {
  return items.filter(({ decisions }) => decisions.length > 0).map(({ id, subject, title, decisions, instructions }) => {
    const assessed = decisions.findLast(({ assessment }) => assessment !== null);
    return {
      id, subject, title, meeting: { title: meeting, heldOn }, paragraphs: decisions.flatMap(({ text }) => typedLines(text)),
      assessment: stepName(scale, assessed?.assessment ?? null), explanation: typedLines(assessed?.explanation ?? ''),
      instructions: withInstructions ? instructions.map(({ departments, text, answerIn }) => ({ departments: departments.map((department) => named(department, heldOn)), paragraphs: typedLines(text), answerIn })) : [],
    };
  });
}
