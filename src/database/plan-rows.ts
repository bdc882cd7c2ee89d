import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Owner } from '../domain/organization/department.ts';
import type { Plan, PlanNode } from '../domain/plan/plan.ts';
import { figureFromColumns } from './figure-rows.ts';
import { paragraphColumns, paragraphFromRow } from './paragraph-rows.ts';
import { changesFromRows, changesToRows, type PlanChangeRow } from './plan-change-rows.ts';
import { successionFromRows, successionToRows } from './succession-rows.ts';
import type { Row } from './tables.ts';

/** A plan as rows. Lists stand in the order of their positions, except `plan_node`, whose positions count within a parent. */
export interface PlanRows {
  readonly municipality: Row<'municipality'>;
  readonly plan: Row<'plan'>;
  readonly plan_printed_variant: readonly Row<'plan_printed_variant'>[];
  readonly plan_parent: readonly Row<'plan_parent'>[];
  readonly plan_level: readonly Row<'plan_level'>[];
  readonly plan_department: readonly Row<'plan_department'>[];
  readonly plan_node: readonly Row<'plan_node'>[];
  readonly plan_node_printed_variant: readonly Row<'plan_node_printed_variant'>[];
  readonly plan_node_paragraph: readonly Row<'plan_node_paragraph'>[];
  readonly plan_node_owner: readonly Row<'plan_node_owner'>[];
  readonly indicator: readonly Row<'indicator'>[];
  readonly indicator_series: readonly Row<'indicator_series'>[];
  readonly indicator_node: readonly Row<'indicator_node'>[];
  readonly plan_change: readonly PlanChangeRow[];
  readonly plan_change_node: readonly Row<'plan_change_node'>[];
  readonly plan_succession: readonly Row<'plan_succession'>[];
  readonly plan_succession_item: readonly Row<'plan_succession_item'>[];
  readonly plan_succession_ended: readonly Row<'plan_succession_ended'>[];
}

export function planToRows(plan: Plan): PlanRows {
  const { municipality, nodes, indicators } = plan;
  const plan_id = plan.id;
  const municipality_code = municipality.code;
  const children = new Map<string | null, number>();
  const positionOf = ({ parentId }: PlanNode): number => {
    children.set(parentId, (children.get(parentId) ?? 0) + 1);
    return children.get(parentId)!;
  };
  return {
    municipality: {
      code: municipality_code, name: municipality.name,
      first_reiwa_year: municipality.fiscalYearLabels.firstReiwaYear, year_digits: municipality.fiscalYearLabels.digits, licence: municipality.licence ?? null,
    },
    plan: {
      id: plan_id, municipality_code, title: plan.title, adopted: plan.adopted,
      period_from: plan.period?.from ?? null, period_to: plan.period?.to ?? null,
      headquarters_name: plan.headquarters?.name ?? null, headquarters_chair: plan.headquarters?.chair ?? null,
    },
    plan_printed_variant: plan.alsoPrinted.map(({ place, title }, index) => ({ plan_id, position: index + 1, place, title })),
    plan_parent: plan.parents.map(({ title, adopted }, index) => ({ plan_id, position: index + 1, title, adopted })),
    plan_level: plan.levels.map(({ id, name }, index) => ({ plan_id, id, position: index + 1, name })),
    plan_department: plan.departments.map(({ id, name }, index) => ({ plan_id, municipality_code, department_id: id, position: index + 1, name })),
    plan_node: nodes.map((node) => ({
      plan_id, id: node.id, level_id: node.level, parent_id: node.parentId, position: positionOf(node),
      number: node.number, title: node.title, relisting_of: node.relistingOf,
    })),
    plan_node_printed_variant: nodes.flatMap(({ id, alsoPrinted }) =>
      alsoPrinted.map(({ place, title }, index) => ({ plan_id, node_id: id, position: index + 1, place, title }))),
    plan_node_paragraph: nodes.flatMap(({ id, description }) => paragraphColumns(description).map((columns) => ({ plan_id, node_id: id, ...columns }))),
    plan_node_owner: nodes.flatMap(({ id, responsible }) => responsible.map((owner, index) => ({
      plan_id, node_id: id, position: index + 1,
      department_id: 'department' in owner ? owner.department : null, collective: 'collective' in owner ? owner.collective : null,
    }))),
    indicator: indicators.map(({ id, number, title, unit, definition, kind, baseline, target }, index) => ({
      plan_id, id, position: index + 1, number, title, unit, definition, kind,
      baseline_label: baseline.label, baseline_fiscal_year: baseline.fiscalYear, baseline_as_of: baseline.asOf, baseline_printed: baseline.printed,
      target_label: target.label, target_fiscal_year: target.fiscalYear, target_as_of: target.asOf, target_printed: target.printed,
    })),
    indicator_series: indicators.flatMap(({ id: indicator_id, series }) =>
      series.map(({ id, title, judged, from }, index) => ({ plan_id, indicator_id, id, position: index + 1, title, judged, from_year: from }))),
    indicator_node: indicators.flatMap(({ id, related }) => related.map((node_id, index) => ({ plan_id, indicator_id: id, position: index + 1, node_id }))),
    ...changesToRows(plan_id, plan.changes),
    ...successionToRows(plan_id, plan.succession),
  };
}

export function planFromRows(rows: PlanRows): Plan {
  const { municipality, plan } = rows;
  return {
    municipality: {
      code: municipality.code, name: municipality.name,
      fiscalYearLabels: { firstReiwaYear: municipality.first_reiwa_year, digits: municipality.year_digits }, ...(municipality.licence ? { licence: municipality.licence } : {}),
    },
    id: plan.id, title: plan.title, adopted: plan.adopted,
    alsoPrinted: rows.plan_printed_variant.map(({ place, title }) => ({ place, title })),
    period: plan.period_from === null || plan.period_to === null ? null : { from: plan.period_from, to: plan.period_to },
    headquarters: plan.headquarters_name === null ? null : { name: plan.headquarters_name, chair: plan.headquarters_chair },
    parents: rows.plan_parent.map(({ title, adopted }) => ({ title, adopted })),
    levels: rows.plan_level.map(({ id, name }) => ({ id, name })),
    departments: rows.plan_department.map(({ department_id, name }) => ({ id: department_id, name })),
    nodes: nodesFromRows(rows),
    indicators: indicatorsFromRows(rows),
    changes: changesFromRows(rows),
    succession: successionFromRows(rows),
  };
}

/** Depth first, in printed order. */
export function nodesFromRows(rows: Pick<PlanRows, 'plan_node' | 'plan_node_printed_variant' | 'plan_node_paragraph' | 'plan_node_owner'>): PlanNode[] {
  const children = Map.groupBy(rows.plan_node, ({ parent_id }) => parent_id);
  const variants = Map.groupBy(rows.plan_node_printed_variant, ({ node_id }) => node_id);
  const paragraphs = Map.groupBy(rows.plan_node_paragraph, ({ node_id }) => node_id);
  const owners = Map.groupBy(rows.plan_node_owner, ({ node_id }) => node_id);
  const below = (parentId: string | null): PlanNode[] =>
    (children.get(parentId) ?? []).toSorted((left, right) => left.position - right.position).flatMap((row) => [{
      id: row.id, level: row.level_id, parentId: row.parent_id, number: row.number, title: row.title,
      alsoPrinted: (variants.get(row.id) ?? []).map(({ place, title }) => ({ place, title })),
      description: (paragraphs.get(row.id) ?? []).map(paragraphFromRow),
      responsible: (owners.get(row.id) ?? []).map(ownerFromRow),
      relistingOf: row.relisting_of,
    }, ...below(row.id)]);
  return below(null);
}

function ownerFromRow({ department_id, collective }: Row<'plan_node_owner'>): Owner {
  if (department_id !== null) return { department: department_id };
  if (collective !== null) return { collective };
  throw new Error('A stored owner is neither a department nor a collective; the table forbids it.');
}

export function indicatorsFromRows(rows: Pick<PlanRows, 'indicator' | 'indicator_series' | 'indicator_node'>): Indicator[] {
  const series = Map.groupBy(rows.indicator_series, ({ indicator_id }) => indicator_id);
  const nodes = Map.groupBy(rows.indicator_node, ({ indicator_id }) => indicator_id);
  return rows.indicator.map((row) => ({
    id: row.id, number: row.number, title: row.title, unit: row.unit, definition: row.definition, kind: row.kind,
    series: (series.get(row.id) ?? []).map(({ id, title, judged, from_year }) => ({ id, title, judged, from: from_year })),
    baseline: figureFromColumns({ label: row.baseline_label, fiscalYear: row.baseline_fiscal_year, asOf: row.baseline_as_of, printed: row.baseline_printed }),
    target: figureFromColumns({ label: row.target_label, fiscalYear: row.target_fiscal_year, asOf: row.target_as_of, printed: row.target_printed }),
    related: (nodes.get(row.id) ?? []).map(({ node_id }) => node_id),
  }));
}
