import type { PlanChange } from '../domain/plan/plan-change.ts';
import type { Row } from './tables.ts';

/** A change of a plan without who recorded it and when. */
export type PlanChangeRow = Omit<Row<'plan_change'>, 'person_id' | 'recorded_at'>;

interface ChangeRows {
  readonly plan_change: readonly PlanChangeRow[];
  readonly plan_change_node: readonly Row<'plan_change_node'>[];
}

export function changesToRows(plan_id: string, changes: readonly PlanChange[]): ChangeRows {
  return {
    plan_change: changes.map(({ id, kind, fiscalYear, decidedOn, into, reason }, index) => ({ plan_id, id, position: index + 1, kind, fiscal_year: fiscalYear, decided_on: decidedOn, into_node_id: into, reason })),
    plan_change_node: changes.flatMap(({ id, nodes }) => nodes.map((node_id, index) => ({ plan_id, change_id: id, position: index + 1, node_id }))),
  };
}

export function changesFromRows({ plan_change, plan_change_node }: ChangeRows): PlanChange[] {
  const nodes = Map.groupBy(plan_change_node, ({ change_id }) => change_id);
  return plan_change.map(({ id, kind, fiscal_year, decided_on, into_node_id, reason }) => ({
    id, kind, fiscalYear: fiscal_year, decidedOn: decided_on, nodes: (nodes.get(id) ?? []).map(({ node_id }) => node_id), into: into_node_id, reason,
  }));
}
