import type { Indicator } from '../indicator/indicator.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { ColumnRole, ImportMapping } from './mapping.ts';

/**
 * A plan that a workbook brings up to date: what the workbook has no column for stays as it is stored. Otherwise a sheet of
 * numbers and titles would take away every description.
 */
export function keepUnread(read: Plan, stored: Plan, { tables }: Pick<ImportMapping, 'tables'>): Plan {
  const roles = new Set(tables.filter(({ use }) => use).flatMap(({ columns }) => columns.map(({ role }) => role)));
  const says = (role: ColumnRole) => roles.has(role);
  const before = new Map(stored.nodes.map((node) => [node.id, node]));
  const nodes = read.nodes.map((node): PlanNode => {
    const old = before.get(node.id);
    if (!old) return node;
    return { ...node, ...(!says('description') && { description: old.description }), ...(!says('departments') && { responsible: old.responsible }) };
  });
  const present = new Set(nodes.map(({ id }) => id));
  const indicators = says('indicator-title') ? read.indicators.map((indicator) => keepOfIndicator(indicator, stored, says)) : stored.indicators;
  const known = new Set(read.departments.map(({ id }) => id));
  return {
    ...read, nodes, alsoPrinted: stored.alsoPrinted, parents: stored.parents,
    // Rounds have asked departments that a new sheet no longer names, and successors of those that it does.
    departments: [...read.departments, ...stored.departments.filter(({ id }) => !known.has(id))],
    indicators: indicators.map((indicator) => ({ ...indicator, related: indicator.related.filter((id) => present.has(id)) })),
  };
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
