import { sampleBundle } from '../src/documents/csv/sample-edition.testing.ts';
import { sealEdition } from '../src/documents/edition-json/edition-json.ts';
import { buildEdition } from '../src/domain/edition/build-edition.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { parsePlan } from '../src/domain/plan/parse-plan.ts';
import type { PlanBundle, ReportBundle } from '../src/domain/plan/plan-bundle.ts';
import { parseYearReport } from '../src/domain/report/parse-year-report.ts';

/** Stands before every text that no city has written. */
export const fictional = '（架空のデータ）';

/**
 * The sample's plan with five yearly editions: 2020 as it is, 2021 to 2024 made up for tests and benches, and marked so in every
 * paragraph. They are never shipped.
 */
export function fiveYears(): PublishedEdition[] {
  const { plan, report } = sampleBundle();
  return [report, ...[2021, 2022, 2023, 2024].map((fiscalYear) => fictionalYear(report, fiscalYear))].map((year) => seal(plan, year));
}

/** The year after the sample's, with every text marked and every figure a little further. */
function fictionalYear(report: ReportBundle, fiscalYear: number): ReportBundle {
  const passed = fiscalYear - report.fiscalYear;
  return {
    ...report, fiscalYear, edition: { number: 1, issuedOn: `${fiscalYear + 1}-09-01` },
    preface: (report.preface ?? []).map((section) => ({ ...section, paragraphs: section.paragraphs.map((paragraph) => `${fictional}${textOf(paragraph)}`) })),
    measurements: report.measurements.map(({ printed, standing: _standing, asOf: _asOf, valueYear: _valueYear, ...measurement }) => ({
      ...measurement, label: `${fiscalYear}年度の値`, printed: printed.replace(/\d+(?:\.\d+)?/, (figure) => (Number(figure) + passed * 0.5).toFixed(1)), standing: 'confirmed' as const,
    })),
    reports: report.reports.map((entry) => ({ ...entry, paragraphs: entry.paragraphs.map((paragraph) => `${fictional}${fiscalYear}年度。${textOf(paragraph)}`) })),
  };
}

function textOf(paragraph: NonNullable<ReportBundle['reports'][number]['paragraphs']>[number]): string {
  return typeof paragraph === 'string' ? paragraph : 'item' in paragraph ? paragraph.item : paragraph.text;
}

function seal(planBundle: PlanBundle, reportBundle: ReportBundle): PublishedEdition {
  const plan = parsePlan(planBundle);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport(reportBundle, plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return sealEdition(buildEdition(plan.value, report.value));
}
