import type { Edition } from '../edition/edition.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedRequest } from './round.ts';

/** Who reports this year where the plan names only a collective, and who owns each indicator. */
export interface Assignments {
  /** Departments by node id. */
  readonly forCollectives: Readonly<Record<string, readonly string[]>>;
  /** Department by indicator id. */
  readonly forIndicators: Readonly<Record<string, string>>;
}

/**
 * Last year's assignments as a proposal for this year: whoever reported for 関係各課 then is asked again. A department of an
 * indicator is not printed anywhere, so it is proposed only when a former round knew it.
 */
export function proposeAssignments(lastYear: Edition | null, formerIndicatorOwners: Readonly<Record<string, string>> = {}): Assignments {
  const forCollectives: Record<string, readonly string[]> = {};
  for (const { id, report } of lastYear?.nodes ?? []) if (report && report.reporters.length > 0) forCollectives[id] = report.reporters;
  return { forCollectives, forIndicators: formerIndicatorOwners };
}

/** An order of headquarters (本部指示) that is to be answered in the round. */
export interface OrderToAnswer {
  readonly nodeId: string;
  /** The department that it was given to, or those that follow it, in the order of succession. */
  readonly departments: readonly string[];
}

/**
 * The requests of a round, one per department and item, in the order of the plan. A relisting is not asked again: its text is
 * that of its original. A department that has an order to answer is asked, also where the plan does not name it: else the order would
 * come back to nobody. Source: product.md, rules 6 and 7, and function 26.
 */
export function planRequests(plan: Pick<Plan, 'nodes' | 'levels' | 'indicators'>, { forCollectives, forIndicators }: Assignments, orders: readonly OrderToAnswer[] = []): PlannedRequest[] {
  const lowest = plan.levels.at(-1)?.id;
  const requests: PlannedRequest[] = [];
  for (const node of plan.nodes) {
    if (node.level !== lowest || node.relistingOf !== null) continue;
    const asked = new Set<string>();
    const ask = (department: string, capacity: PlannedRequest['capacity']) => {
      if (!asked.has(department)) requests.push({ subject: { kind: 'node', id: node.id }, department, capacity });
      asked.add(department);
    };
    for (const owner of node.responsible) if ('department' in owner) ask(owner.department, 'responsible');
    if (node.responsible.some((owner) => 'collective' in owner)) for (const department of forCollectives[node.id] ?? []) ask(department, 'for-collective');
    for (const { nodeId, departments: [first, ...others] } of orders) if (nodeId === node.id && first !== undefined && !others.some((department) => asked.has(department))) ask(first, 'ordered');
  }
  for (const { id } of plan.indicators) {
    const department = forIndicators[id];
    if (department) requests.push({ subject: { kind: 'indicator', id }, department, capacity: 'indicator-owner' });
  }
  return requests;
}

/** Items that nobody is asked about yet: a collective without a department this year, an indicator without an owner. */
export function unassigned(plan: Pick<Plan, 'nodes' | 'levels' | 'indicators'>, assignments: Assignments): { readonly nodes: string[]; readonly indicators: string[] } {
  const asked = new Set(planRequests(plan, assignments).map(({ subject }) => `${subject.kind} ${subject.id}`));
  const lowest = plan.levels.at(-1)?.id;
  return {
    nodes: plan.nodes.filter(({ id, level, relistingOf }) => level === lowest && relistingOf === null && !asked.has(`node ${id}`)).map(({ id }) => id),
    indicators: plan.indicators.filter(({ id }) => !asked.has(`indicator ${id}`)).map(({ id }) => id),
  };
}

/** The assignments that lead to these requests, as `planRequests` takes them: to change a prepared round, or to propose the next one. */
export function assignmentsOf(requests: readonly PlannedRequest[]): Assignments {
  const forCollectives: Record<string, string[]> = {};
  const forIndicators: Record<string, string> = {};
  for (const { subject, department, capacity } of requests) {
    if (subject.kind === 'indicator') forIndicators[subject.id] = department;
    else if (capacity === 'for-collective') (forCollectives[subject.id] ??= []).push(department);
  }
  return { forCollectives, forIndicators };
}
