import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import { isAskedIn } from '../plan/plan-change.ts';
import type { Plan } from '../plan/plan.ts';
import type { Assignments } from '../round/plan-requests.ts';
import type { Subject } from '../round/round.ts';
import { type DepartmentHistory, endedOn, isIn, nameOn, successorsIn } from './department-history.ts';
import type { Department, Owner } from './department.ts';

/** Who was chosen to follow a department in one item or indicator; where nobody was chosen, the first successor follows. */
export interface SuccessorChoice {
  /** Id of the reorganisation. */
  readonly reorganisation: string;
  readonly planId: string;
  readonly subject: Subject;
  readonly from: string;
  readonly to: string;
}

/** What there is to follow: the reorganisations of a year or of all years, and what was chosen in them. */
export interface Followed {
  readonly history: DepartmentHistory;
  readonly choices: readonly SuccessorChoice[];
}

const endOfDays = '9999-12-31';
const beginningOfDays = '0001-01-01';

/** Who does the work of a department in one item or indicator after these reorganisations; itself where nobody took over. */
export function followDepartment({ history, choices }: Followed, planId: string, subject: Subject, department: string): string {
  let now = department;
  for (const reorganisation of history) {
    if (!isIn(reorganisation.before, now)) continue;
    const from = now;
    const chosen = choices.find((choice) => choice.reorganisation === reorganisation.id && choice.planId === planId && choice.from === from && choice.subject.kind === subject.kind && choice.subject.id === subject.id);
    const successors = successorsIn(reorganisation, now);
    now = chosen?.to ?? (successors.includes(now) ? now : (successors[0] ?? now));
  }
  return now;
}

/**
 * The plan after these reorganisations: every department under its name then, and the successors as owners. The plan as it was
 * adopted and everything that was published stay as they are. Source: product.md, rules 9 and 11.
 *
 * @param all every reorganisation, also later ones: they know a name that the plan does not print any more
 */
export function planAfter(plan: Plan, followed: Followed, all: DepartmentHistory): Plan {
  if (all.length === 0) return plan;
  // The stored plan also names those who followed in later years; in this year they were not there yet.
  const later = all.filter((reorganisation) => !followed.history.includes(reorganisation));
  const there = plan.departments.filter(({ id }) => !later.some(({ before, after }) => isIn(after, id) && !isIn(before, id)));
  const named = withSuccessors(there, followed.history)
    .map(({ id, name }) => ({ id, name: nameOn(followed.history, id, endOfDays, nameOn(all, id, beginningOfDays, name)) }));
  return { ...plan, departments: named, nodes: plan.nodes.map((node) => ({ ...node, responsible: ownersAfter(node.responsible, followed, plan.id, node.id) })) };
}

function ownersAfter(owners: readonly Owner[], followed: Followed, planId: string, nodeId: string): Owner[] {
  const after = owners.map((owner): Owner => ('department' in owner ? { department: followDepartment(followed, planId, { kind: 'node', id: nodeId }, owner.department) } : owner));
  return after.filter((owner, index) => !('department' in owner) || after.findIndex((other) => 'department' in other && other.department === owner.department) === index);
}

/** The departments of a plan and, behind them, those that followed them. */
export function withSuccessors(departments: readonly Department[], history: DepartmentHistory): Department[] {
  const named = new Map(departments.map((department) => [department.id, department]));
  for (const { before, after } of history) {
    if (!before.some(({ id }) => named.has(id))) continue;
    for (const department of after) if (!named.has(department.id)) named.set(department.id, department);
  }
  return [...named.values()];
}

/**
 * The same plan for asking in a year: with only those departments that go on, since a dissolved one cannot answer, and without the
 * items that have ended or were not there yet.
 */
export function planToAsk(plan: Plan, history: DepartmentHistory, fiscalYear: FiscalYear): Plan {
  return {
    ...plan, departments: plan.departments.filter(({ id }) => endedOn(history, id) === null),
    nodes: plan.nodes.filter((node) => isAskedIn(plan.changes, node, fiscalYear)),
  };
}

/**
 * Last year's assignments with those in place of dissolved departments who follow them. What was accepted stayed with a department
 * that was dissolved meanwhile; who follows it is found in all that is recorded.
 *
 * @param since the reorganisations that the year of the assignments has not met: a department that goes on follows these alone
 */
export function assignmentsAfter({ forCollectives, forIndicators }: Assignments, followed: Followed, planId: string, since: DepartmentHistory = followed.history): Assignments {
  const after = (subject: Subject, department: string): string => {
    const now = followDepartment({ ...followed, history: since }, planId, subject, department);
    return endedOn(followed.history, now) === null ? now : followDepartment(followed, planId, subject, now);
  };
  return {
    forCollectives: Object.fromEntries(Object.entries(forCollectives).map(([id, own]) => [id, [...new Set(own.map((department) => after({ kind: 'node', id }, department)))]])),
    forIndicators: Object.fromEntries(Object.entries(forIndicators).map(([id, department]) => [id, after({ kind: 'indicator', id }, department)])),
  };
}
