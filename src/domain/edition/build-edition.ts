import { type Bands, defaultBands, evaluateIndicator, measurementOf } from '../indicator/evaluation.ts';
import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import { type DepartmentHistory, isIn } from '../organization/department-history.ts';
import { lifeOf } from '../plan/plan-change.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { YearReport } from '../report/year-report.ts';
import { deepFreeze } from './deep-freeze.ts';
import { errataBetween } from './errata.ts';
import type { Edition, PublishedEdition, PublishedReorganisation } from './edition.ts';

/**
 * Freezes a plan and its year's report into one edition. Both were parsed, so nothing can fail here.
 *
 * @param history the reorganisations that led to the plan's departments of this year
 */
export function buildEdition(plan: Plan, report: YearReport, bands: Bands = defaultBands, history: DepartmentHistory = []): Edition {
  const { id, title, alsoPrinted, adopted, period, headquarters, parents, municipality } = plan;
  const reorganisations = concerning(plan, history);
  const planChanges = plan.changes.filter(({ fiscalYear }) => fiscalYear <= report.fiscalYear);
  const nodes = nodesUntil(plan, report.fiscalYear);
  const there = new Set(nodes.map((node) => node.id));
  const reports = new Map(report.reports.map((entry) => [entry.nodeId, entry]));
  // A copy is frozen: what was handed in stays as it was.
  return deepFreeze(structuredClone<Edition>({
    format: 'ayumi-edition/1',
    municipality,
    plan: { id, title, alsoPrinted, adopted, period, headquarters, parents },
    fiscalYear: report.fiscalYear,
    number: report.editionNumber,
    issuedOn: report.issuedOn,
    correctionReason: report.correctionReason,
    levels: plan.levels,
    departments: plan.departments,
    ...(reorganisations.length > 0 && { reorganisations }),
    preface: report.preface,
    nodes: nodes.map((node) => ({ ...node, report: reports.get(node.id) ?? null })),
    indicators: plan.indicators.map((indicator) => {
      const measurement = measurementOf(report.measurements, indicator.id, report.fiscalYear) ?? null;
      return { ...indicator, related: indicator.related.filter((node) => there.has(node)), measurement, evaluation: evaluateIndicator(indicator, measurement ?? undefined, municipality.fiscalYearLabels, bands) };
    }),
    notes: report.notes,
    planChanges,
    succession: plan.succession,
    opinions: report.opinions,
    decisions: report.decisions,
  }));
}

/** The edition with its 正誤表 against the edition that it corrects, frozen. */
export function correctingEdition(edition: Edition, corrected: Pick<PublishedEdition, 'edition' | 'hash'>): Edition {
  return deepFreeze({ ...edition, corrects: { number: corrected.edition.number, hash: corrected.hash, changes: errataBetween(corrected.edition, edition) } });
}

/** Without the reason: it was written for the staff. */
function concerning({ departments }: Plan, history: DepartmentHistory): PublishedReorganisation[] {
  return history.filter(({ before, after }) => [...before, ...after].some(({ id }) => isIn(departments, id)))
    .map(({ day, kind, before, after }) => ({ day, kind, before, after }));
}

/** The tree as it was until the end of a year: without what was added later, so that a correction of an old year does not show it. */
function nodesUntil({ nodes, changes }: Plan, fiscalYear: FiscalYear): readonly PlanNode[] {
  const later = changes.filter((change) => change.kind === 'added' && change.fiscalYear > fiscalYear);
  if (later.length === 0) return nodes;
  return nodes.filter((node) => lifeOf(later, node).added === null);
}
