import { readBundle } from '../src/documents/bundle/read-bundle.ts';
import { sealEdition } from '../src/documents/edition-json/edition-json.ts';
import { buildEdition, correctingEdition } from '../src/domain/edition/build-edition.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { fiscalYearLabel } from '../src/domain/fiscal-year/fiscal-year.ts';
import { readFigure } from '../src/domain/indicator/figure.ts';
import type { Reorganisation } from '../src/domain/organization/department-history.ts';
import { planAfter } from '../src/domain/organization/follow-departments.ts';
import type { Plan } from '../src/domain/plan/plan.ts';
import type { YearReport } from '../src/domain/report/year-report.ts';

// Years that never were: the sample of 2020, a correction of it, and 2021–2024 with made-up texts and figures, marked as such in
// every paragraph. For tests alone; the shipped sample knows nothing of them.

/** What 2021 to 2024 print, by indicator: an unconfirmed figure, a reference value and a break of a series among them. */
const figures: Readonly<Record<string, readonly [string, string, string, string]>> = {
  ind1: ['38.1（60.5）※１', '38.4（60.8）※１', '39.0（61.2）※１', '40.2（62.0）※１'], ind2: ['35.0', '52.5', '未確定', '100.0'],
  ind3: ['88.0 ※４', '89.1 ※４', '90.4 ※４', '89.9 ※４'], ind4: ['18.9', '19.2', '19.1', '20.3'], ind5: ['191.0', '186.2', '184.9', '182.0'],
  ind6: ['83.0', '84.4', '85.1', '85.8'], ind7: ['27.5', '29.4', '31.0', '33.3'],
};

export const fictionalYearsOf = [2021, 2022, 2023, 2024] as const;

/** 政策室 is renamed in 2022; 職員課 is split in 2023. */
export const fictionalReorganisations: readonly Reorganisation[] = [
  { id: '1', day: '2022-04-01', kind: 'rename', reason: '内部の理由', before: [{ id: 'seisaku', name: '政策室' }], after: [{ id: 'seisaku', name: '企画政策課' }] },
  { id: '2', day: '2023-04-01', kind: 'split', reason: '内部の理由', before: [{ id: 'shokuin', name: '職員課' }], after: [{ id: 'jinji', name: '人事課' }, { id: 'kenshu', name: '人財育成課' }] },
];

/** All editions, oldest first: 2020 twice, then one a year. */
export async function fictionalEditions(): Promise<PublishedEdition[]> {
  const read = await readBundle('samples/komae-2020');
  if (!read.ok) throw new Error('The sample has problems.');
  const { plan, reports: [first] } = read.value;
  const sample = sealEdition(buildEdition(plan, first!));
  const corrected = sealEdition(correctingEdition(buildEdition(plan, correctionOf2020(first!)), sample));
  return [sample, corrected, ...fictionalYearsOf.map((year) => editionOf(plan, first!, year))];
}

function correctionOf2020(report: YearReport): YearReport {
  return {
    ...report, editionNumber: 2, issuedOn: '2022-01-14', correctionReason: '（架空の例）人数と値に誤りがあったため',
    measurements: report.measurements.map((measurement) => (measurement.indicatorId === 'ind4' ? { ...measurement, ...readFigure('17.9')!, printed: '17.9' } : measurement)),
    reports: report.reports.map((entry) => (entry.nodeId === 'i06' ? { ...entry, paragraphs: entry.paragraphs.map((paragraph) => (paragraph.id === 'p1' ? { ...paragraph, text: `${paragraph.text.replace('実施', '試行')}（架空の訂正）` } : paragraph)) } : entry)),
  };
}

function editionOf(original: Plan, report: YearReport, fiscalYear: number): PublishedEdition {
  const history = fictionalReorganisations.filter(({ day }) => Number(day.slice(0, 4)) <= fiscalYear + 1);
  const plan = planAfter(original, { history, choices: [] }, fictionalReorganisations);
  const label = fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels);
  const name = (id: string) => plan.departments.find((department) => department.id === id)?.name ?? id;
  const follow = (id: string) => (id === 'shokuin' && fiscalYear >= 2022 ? 'jinji' : id);
  return sealEdition(buildEdition(plan, {
    ...report, fiscalYear, issuedOn: `${fiscalYear + 1}-09-01`,
    measurements: report.measurements.map((measurement) => {
      const printed = figures[measurement.indicatorId]![fiscalYear - 2021]!;
      return { ...measurement, ...readFigure(printed)!, printed, fiscalYear, label: `${label}末現状値`, valueYear: measurement.indicatorId === 'ind3' ? fiscalYear - 1 : fiscalYear };
    }),
    reports: report.reports.map((entry) => {
      const reporters = entry.reporters.map(follow);
      const owners = plan.nodes.find(({ id }) => id === entry.nodeId)!.responsible;
      return {
        ...entry, reporters, responsiblePrinted: owners.map((owner) => ('department' in owner ? name(owner.department) : `${owner.collective}${reporters.length > 0 ? `（${reporters.map(name).join('／')}）` : ''}`)).join('／'),
        // One item says the same as the year before.
        paragraphs: entry.nodeId === 'i07' ? entry.paragraphs : entry.paragraphs.map((paragraph, index) => ({ ...paragraph, text: `（架空の例）${label}は、${paragraph.text.slice(0, 12 + ((fiscalYear * 7 + index * 5) % 40))}について、前年度の課題を踏まえて進めた。` })),
      };
    }),
  }, undefined, history));
}
