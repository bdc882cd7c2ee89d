import { type Bands, defaultBands, evaluateIndicator, measurementOf } from '../indicator/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { YearReport } from '../report/year-report.ts';
import type { Edition } from './edition.ts';

/** Freezes a plan and its year's report into one edition. Both were parsed, so nothing can fail here. */
export function buildEdition(plan: Plan, report: YearReport, bands: Bands = defaultBands): Edition {
  const { id, title, alsoPrinted, adopted, period, headquarters, parents, municipality } = plan;
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
    preface: report.preface,
    nodes: plan.nodes.map((node) => ({ ...node, report: reports.get(node.id) ?? null })),
    indicators: plan.indicators.map((indicator) => {
      const measurement = measurementOf(report.measurements, indicator.id, report.fiscalYear) ?? null;
      return { ...indicator, measurement, evaluation: evaluateIndicator(indicator, measurement ?? undefined, municipality.fiscalYearLabels, bands) };
    }),
    notes: report.notes,
  }));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
