import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildEdition } from '../../domain/edition/build-edition.ts';
import type { Edition, PublishedEdition } from '../../domain/edition/edition.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';
import { parseYearReport } from '../../domain/report/parse-year-report.ts';

// Editions for the tests of the files that are written from them.

/** A bundle that a test may bend before it is published. */
export interface Bundle {
  readonly plan: PlanBundle;
  readonly report: ReportBundle;
}

/** The bundle of the sample, read anew for each call. */
export function sampleBundle(): Bundle {
  const read = (name: string): unknown => parse(readFileSync(new URL(`../../../samples/komae-2020/${name}`, import.meta.url), 'utf8'));
  return { plan: read('plan.yaml') as PlanBundle, report: read('report-2020.yaml') as ReportBundle };
}

/** A bundle of a plan with one level, no indicators, no preface and one item without a report. */
export function smallBundle(): Bundle {
  return {
    plan: {
      format: 'ayumi-plan/1',
      municipality: { code: '132195', name: '見本市', fiscalYearLabels: { firstReiwaYear: '令和元年度', digits: 'half-width' } },
      plan: { id: 'small', title: '小さな計画' },
      levels: [{ id: 'item', name: '事業' }],
      departments: [{ id: 'a', name: '総務課' }],
      tree: [{ id: 'x1', number: '1', title: '一つ目の事業', responsible: ['a'] }, { id: 'x2', number: '2', title: '二つ目の事業' }],
      indicators: [],
    },
    report: {
      format: 'ayumi-report/1', plan: 'small', fiscalYear: 2024, edition: { number: 2, issuedOn: '2025-08-01', correctionReason: '誤記の訂正' }, measurements: [],
      reports: [{ initiative: 'x1', responsiblePrinted: '総務課', paragraphs: [{ text: '検討を行っておらず、見合わせた。', department: 'a' }] }],
    },
  };
}

/** The edition of a bundle; throws where the bundle has problems. */
export function published(bundle: Bundle = sampleBundle()): PublishedEdition {
  // An edition freezes what it is made of; a test may go on bending its bundle.
  const { plan: planBundle, report: reportBundle } = structuredClone(bundle);
  const plan = parsePlan(planBundle);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport(reportBundle, plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return { edition: buildEdition(plan.value, report.value), hash: 'ab'.repeat(32) };
}

/** The sample with another definition of one indicator, as no parser would let it in: writers refuse it once more. */
export function withDefinition(index: number, definition: string): PublishedEdition {
  const sealed = published();
  const indicators = sealed.edition.indicators.map((indicator, at) => (at === index ? { ...indicator, definition } : indicator));
  return { ...sealed, edition: { ...sealed.edition, indicators } };
}

/** Every text of an edition that a reader must find again: paragraphs, titles, printed figures, notes. */
export function textsOf(edition: Edition): string[] {
  const paragraphs = [
    ...edition.preface.flatMap((section) => section.paragraphs),
    ...edition.nodes.flatMap(({ description, report }) => [...description, ...(report?.paragraphs ?? [])]),
  ];
  return [
    ...paragraphs.map(({ text }) => text),
    ...edition.nodes.flatMap(({ title, report }) => [title, ...(report ? [report.responsiblePrinted] : [])]),
    ...edition.indicators.flatMap(({ title, baseline, target, measurement, evaluation }) => [
      title, baseline.printed, target.printed, ...(measurement ? [measurement.printed] : []), evaluation.sentence,
    ]),
    ...edition.notes.map(({ text }) => text),
  ];
}
