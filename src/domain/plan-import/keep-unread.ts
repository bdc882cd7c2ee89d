import type { Indicator } from '../indicator/indicator.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { ColumnRole, ImportMapping } from './mapping.ts';

export interface KeptPlan {
  readonly plan: Plan;
  /** Elements of the stored plan that the workbook does not name and that stay all the same. */
  readonly kept: readonly PlanNode[];
}

/**
 * A plan that a workbook brings up to date: what the workbook has no column for stays as it is stored. Otherwise a sheet of
 * numbers and titles would take away every description.
 *
 * @param rooted whether reports, rounds or editions stand on the stored plan: then an element that the sheet leaves out stays,
 *   since how an item ends is recorded as a change of the plan and never by its absence
 */
export function keepUnread(read: Plan, stored: Plan, { tables }: Pick<ImportMapping, 'tables'>, rooted: boolean): KeptPlan {
  const roles = new Set(tables.filter(({ use }) => use).flatMap(({ columns }) => columns.map(({ role }) => role)));
  const says = (role: ColumnRole) => roles.has(role);
  const before = new Map(stored.nodes.map((node) => [node.id, node]));
  const own = read.nodes.map((node): PlanNode => {
    const old = before.get(node.id);
    if (!old) return node;
    return { ...node, ...(!says('description') && { description: old.description }), ...(!says('departments') && { responsible: old.responsible }) };
  });
  const { nodes, kept } = rooted ? withMissing(own, stored.nodes) : { nodes: own, kept: [] };
  const present = new Set(nodes.map(({ id }) => id));
  const indicators = says('indicator-title') ? read.indicators.map((indicator) => keepOfIndicator(indicator, stored, says)) : stored.indicators;
  const known = new Set(read.departments.map(({ id }) => id));
  const plan = {
    ...read, nodes, alsoPrinted: stored.alsoPrinted, parents: stored.parents, changes: stored.changes, succession: stored.succession,
    // Rounds have asked departments that a new sheet no longer names, and successors of those that it does.
    departments: [...read.departments, ...stored.departments.filter(({ id }) => !known.has(id))],
    indicators: indicators.map((indicator) => ({ ...indicator, related: indicator.related.filter((id) => present.has(id)) })),
  };
  return { plan, kept };
}

/** Puts the elements that are missing below their parents, after the others, as far as their parents are there. */
function withMissing(read: readonly PlanNode[], stored: readonly PlanNode[]): { readonly nodes: PlanNode[]; readonly kept: PlanNode[] } {
  const nodes = [...read];
  const present = new Set(nodes.map(({ id }) => id));
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (id: string, above: string): boolean => id === above || (parents.get(id) ?? null) !== null && isBelow(parents.get(id)!, above);
  const kept = stored.filter((node) => {
    if (present.has(node.id) || (node.parentId !== null && !present.has(node.parentId))) return false;
    const { parentId } = node;
    const last = parentId === null ? nodes.length - 1 : nodes.findLastIndex(({ id }) => isBelow(id, parentId));
    nodes.splice(last + 1, 0, node);
    present.add(node.id);
    parents.set(node.id, parentId);
    return true;
  });
  return { nodes, kept };
}

/** No sheet says the series of an indicator. */
function keepOfIndicator(indicator: Indicator, stored: Plan, says: (role: ColumnRole) => boolean): Indicator {
  const old = stored.indicators.find(({ id }) => id === indicator.id);
  if (!old) return indicator;
  return {
    ...indicator, series: old.series,
    ...(!says('indicator-unit') && indicator.unit === null && { unit: old.unit }),
    ...(!says('indicator-definition') && { definition: old.definition }),
    ...(!says('related') && indicator.related.length === 0 && { related: old.related }),
  };
}
