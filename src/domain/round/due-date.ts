import { type AnswerState, whoHasIt } from '../approval/transitions.ts';
import { type CalendarDate, daysBetween } from '../fiscal-year/fiscal-year.ts';

/** What decides until when the next step of a request is due. */
export interface DueStanding {
  readonly state: AnswerState;
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
  readonly unlockedUntil: CalendarDate | null;
}

/**
 * The last day for whoever has the request now; null when a department has nothing more to do with it. A returned answer may
 * be mended until the head's deadline, and an unlock moves every deadline.
 */
export function dueDateOf({ state, departmentDeadline, headDeadline, unlockedUntil }: DueStanding): CalendarDate | null {
  const holder = whoHasIt(state);
  if (holder === null || holder === 'secretariat') return null;
  const deadline = holder === 'section-head' || state === 'returned' ? headDeadline : departmentDeadline;
  return unlockedUntil !== null && unlockedUntil > deadline ? unlockedUntil : deadline;
}

/** Days since the last day passed; zero or less while it has not. Null when nothing is due. */
export function daysOverdue(standing: DueStanding, today: CalendarDate): number | null {
  const due = dueDateOf(standing);
  return due === null ? null : daysBetween(due, today);
}

/** Whether a department has not answered yet: it has nothing, a draft, or an answer that was sent back. */
export function isUnanswered({ state }: Pick<DueStanding, 'state'>): boolean {
  return whoHasIt(state) === 'reporter';
}
