import type { Figure } from '../indicator/figure.ts';
import type { Indicator, Series } from '../indicator/indicator.ts';
import { paragraphsToRows } from '../report/paragraphs-to-rows.ts';
import { onlySeries } from './parse-plan.ts';
import type { FigureRow, IndicatorRow, NodeRow, PlanBundle, SuccessionRow } from './plan-bundle.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Succession } from './succession.ts';

/** The plan as a clerk writes it: the inverse of `parsePlan`. What has its default is left out. */
export function planToBundle(plan: Plan): PlanBundle {
  const { municipality, id, title, adopted, period, alsoPrinted, headquarters, parents, levels, departments, indicators, changes, succession } = plan;
  return {
    format: 'ayumi-plan/1',
    municipality: { code: municipality.code, name: municipality.name, fiscalYearLabels: { ...municipality.fiscalYearLabels }, ...(municipality.licence ? { licence: municipality.licence } : {}) },
    plan: {
      id, title, adopted, period: period && { ...period },
      ...(alsoPrinted.length > 0 && { alsoPrinted: alsoPrinted.map((variant) => ({ ...variant })) }),
      ...(headquarters && { headquarters: { name: headquarters.name, ...(headquarters.chair !== null && { chair: headquarters.chair }) } }),
      ...(parents.length > 0 && { parents: parents.map((parent) => ({ title: parent.title, ...(parent.adopted !== null && { adopted: parent.adopted }) })) }),
    },
    levels: levels.map((level) => ({ ...level })),
    departments: departments.map((department) => ({ ...department })),
    tree: nodesToRows(plan.nodes),
    indicators: indicators.map(indicatorToRow),
    ...(changes.length > 0 && { changes: changes.map(({ decidedOn, nodes, into, ...change }) => ({ ...change, ...(decidedOn !== null && { decidedOn }), nodes: [...nodes], ...(into !== null && { into }) })) }),
    ...(succession && { succession: successionToRow(succession) }),
  };
}

function successionToRow({ from, items, ended }: Succession): SuccessionRow {
  return {
    from: { ...from },
    items: items.map(({ node, from: former }) => ({ node, ...(former.length > 0 && { from: former.map((item) => ({ ...item })) }) })),
    ...(ended.length > 0 && { ended: ended.map((item) => ({ ...item })) }),
  };
}

function nodesToRows(nodes: readonly PlanNode[]): NodeRow[] {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId);
  const below = (parentId: string | null): NodeRow[] => (children.get(parentId) ?? []).map((node) => {
    const { id, number, title, alsoPrinted, description, responsible, relistingOf } = node;
    const rows = below(id);
    return {
      id, number, title,
      ...(alsoPrinted.length > 0 && { alsoPrinted: alsoPrinted.map((variant) => ({ ...variant })) }),
      ...(relistingOf !== null && { relistingOf }),
      ...(responsible.length > 0 && { responsible: responsible.map((owner) => ('department' in owner ? owner.department : { collective: owner.collective })) }),
      ...(description.length > 0 && { description: paragraphsToRows(description) }),
      ...(rows.length > 0 && { children: rows }),
    };
  });
  return below(null);
}

function indicatorToRow({ id, number, title, unit, definition, kind, series, baseline, target, related }: Indicator): IndicatorRow {
  return {
    id, number, title, unit, definition, kind,
    ...(!isOnlySeries(series) && { series: series.map((one) => ({
      id: one.id, title: one.title, ...(one.judged && { judged: true }), ...(one.from !== null && { from: one.from }),
    })) }),
    baseline: figureToRow(baseline), target: figureToRow(target),
    ...(related.length > 0 && { related: [...related] }),
  };
}

function isOnlySeries(series: readonly Series[]): boolean {
  const [first] = series;
  return series.length === 1 && first?.id === onlySeries.id && first.title === onlySeries.title && first.from === onlySeries.from;
}

function figureToRow({ label, fiscalYear, printed, asOf }: Figure): FigureRow {
  return { label, fiscalYear, printed, ...(asOf !== null && { asOf }) };
}
