import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Department } from './department.ts';

/** What happens to departments in a reorganisation (組織改正). Source: product.md, rule 9. */
export type ReorganisationKind = 'establish' | 'rename' | 'split' | 'merge' | 'abolish';

export const reorganisationKindNames: Readonly<Record<ReorganisationKind, string>> = {
  establish: '新設', rename: '名称変更', split: '分割', merge: '統合', abolish: '廃止',
};

/**
 * One dated change of the departments. A department that stands on both sides goes on; one that stands before only ends the day
 * before; one that stands after only begins on the day. An abolition whose work goes to another department has that one on both sides.
 */
export interface Reorganisation {
  readonly id: string;
  /** First day of the new order, usually 1 April. */
  readonly day: CalendarDate;
  readonly kind: ReorganisationKind;
  readonly reason: string;
  /** The departments concerned, with their names until then. */
  readonly before: readonly Department[];
  /** Their successors in the order of succession, with their names from the day. */
  readonly after: readonly Department[];
}

/** All reorganisations of a city in the order in which they took effect. */
export type DepartmentHistory = readonly Reorganisation[];

/** A reorganisation on the same day follows the one that was recorded before it. */
export function inOrder(history: DepartmentHistory): DepartmentHistory {
  return history.toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
}

export function isIn(departments: readonly Department[], id: string): boolean {
  return departments.some((department) => department.id === id);
}

/** Departments that end with a reorganisation. */
export function dissolvedBy({ before, after }: Pick<Reorganisation, 'before' | 'after'>): readonly Department[] {
  return before.filter(({ id }) => !isIn(after, id));
}

/** First day of a department, or null when it is older than the records. */
export function beganOn(history: DepartmentHistory, department: string): CalendarDate | null {
  return history.find(({ before, after }) => isIn(after, department) && !isIn(before, department))?.day ?? null;
}

/** The day from which a department is no more, or null while it goes on. An id is never given again, so there is one such day at most. */
export function endedOn(history: DepartmentHistory, department: string): CalendarDate | null {
  return history.find((reorganisation) => isIn(dissolvedBy(reorganisation), department))?.day ?? null;
}

export function existsOn(history: DepartmentHistory, department: string, day: CalendarDate): boolean {
  const [began, ended] = [beganOn(history, department), endedOn(history, department)];
  return (began === null || began <= day) && (ended === null || day < ended);
}

/** The name on a day; `printed` where no reorganisation tells it. */
export function nameOn(history: DepartmentHistory, department: string, day: CalendarDate, printed: string): string {
  const name = ({ id }: Department): boolean => id === department;
  const latest = history.findLast((reorganisation) => reorganisation.day <= day && isIn(reorganisation.after, department));
  if (latest) return latest.after.find(name)!.name;
  // After the end the last name stays; before the first record the name that was given up then.
  const next = history.find((reorganisation) => isIn(reorganisation.before, department));
  return next?.before.find(name)?.name ?? history.find((reorganisation) => isIn(reorganisation.after, department))?.after.find(name)?.name ?? printed;
}

/**
 * Who does the work of a department on a day: itself while nothing happened, its successors, theirs in turn; in the order of
 * succession, each once. Empty where it was abolished and nobody took over. Every reorganisation is looked at once, so there is
 * no going round in a circle.
 */
export function successorsOn(history: DepartmentHistory, department: string, day: CalendarDate): string[] {
  let now = [department];
  for (const reorganisation of history) {
    if (reorganisation.day > day) continue;
    now = [...new Set(now.flatMap((id) => successorsIn(reorganisation, id)))];
  }
  return now;
}

/** A department and all that ever followed it, one after the other: whoever can have answered in its place. */
export function lineOf(history: DepartmentHistory, department: string): string[] {
  return [...new Set([department, ...history.flatMap(({ day }) => successorsOn(history, department, day))])];
}

/** Who follows a department in one reorganisation; one that goes on follows itself. */
export function successorsIn({ kind, before, after }: Pick<Reorganisation, 'kind' | 'before' | 'after'>, department: string): string[] {
  if (!isIn(before, department)) return [department];
  // What goes on beside an abolished department keeps its own work; in a split it shares it.
  if (kind !== 'split' && isIn(after, department)) return [department];
  return after.map(({ id }) => id);
}

/** The departments whose work a department does on a day, itself among them: the other direction of `successorsOn`. */
export function ancestorsOn(history: DepartmentHistory, department: string, day: CalendarDate): string[] {
  const all = new Set([department, ...history.flatMap(({ before }) => before.map(({ id }) => id))]);
  return [...all].filter((id) => id === department || successorsOn(history, id, day).includes(department));
}
