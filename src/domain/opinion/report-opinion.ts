import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Department } from '../organization/department.ts';
import type { ReportedOpinion } from '../report/reported-opinion.ts';
import { typedLines } from '../report/typed-lines.ts';
import type { PublishedOpinion } from './opinion.ts';

/**
 * A published opinion as a report prints it, the answers by their days.
 *
 * @param named a department by the name that it had on a day
 */
export function reportOpinion({ id, fiscalYear, subject, body, bodyName, statedOn, text, responses, decidedOn }: PublishedOpinion, named: (id: string, day: CalendarDate) => Department): ReportedOpinion {
  return {
    id, fiscalYear, subject, body, bodyName, statedOn, decidedOn, paragraphs: typedLines(text),
    responses: responses.map(({ kind, department, respondedOn, text: answer }) => ({ kind, department: named(department, respondedOn), respondedOn, paragraphs: typedLines(answer) }))
      .toSorted((a, b) => (a.respondedOn < b.respondedOn ? -1 : a.respondedOn > b.respondedOn ? 1 : 0)),
  };
}
