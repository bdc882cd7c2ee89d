import type { FormerItem, Succession } from '../domain/plan/succession.ts';
import type { Row } from './tables.ts';

interface SuccessionRows {
  readonly plan_succession: readonly Row<'plan_succession'>[];
  readonly plan_succession_item: readonly Row<'plan_succession_item'>[];
  readonly plan_succession_ended: readonly Row<'plan_succession_ended'>[];
}

export function successionToRows(plan_id: string, succession: Succession | null): SuccessionRows {
  if (!succession) return { plan_succession: [], plan_succession_item: [], plan_succession_ended: [] };
  const { from, items, ended } = succession;
  return {
    plan_succession: [{ plan_id, from_plan_id: from.id, from_title: from.title }],
    plan_succession_item: items.flatMap(({ node: node_id, from: former }, index): Row<'plan_succession_item'>[] => (former.length === 0
      ? [{ plan_id, position: index + 1, place: 0, node_id, former_id: null, former_number: null, former_title: null }]
      : former.map(({ id, number, title }, place) => ({ plan_id, position: index + 1, place: place + 1, node_id, former_id: id, former_number: number, former_title: title })))),
    plan_succession_ended: ended.map(({ id, number, title, reason }, index) => ({ plan_id, position: index + 1, former_id: id, former_number: number, former_title: title, reason })),
  };
}

export function successionFromRows({ plan_succession, plan_succession_item, plan_succession_ended }: SuccessionRows): Succession | null {
  const [row] = plan_succession;
  if (!row) return null;
  const items = Map.groupBy(plan_succession_item, ({ position }) => position);
  return {
    from: { id: row.from_plan_id, title: row.from_title },
    items: [...items.values()].map((rows) => ({
      node: rows[0]!.node_id,
      from: rows.flatMap(({ former_id, former_number, former_title }): FormerItem[] => (former_id === null ? [] : [{ id: former_id, number: former_number ?? '', title: former_title ?? '' }])),
    })),
    ended: plan_succession_ended.map(({ former_id, former_number, former_title, reason }) => ({ id: former_id, number: former_number, title: former_title, reason })),
  };
}
