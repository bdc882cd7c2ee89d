import { sealEdition } from '../src/documents/edition-json/edition-json.ts';
import { buildEdition } from '../src/domain/edition/build-edition.ts';
import type { Edition, PublishedEdition } from '../src/domain/edition/edition.ts';
import { parsePlan } from '../src/domain/plan/parse-plan.ts';
import type { IndicatorRow, MeasurementRow, NodeReportRow, NodeRow, PlanBundle, ReportBundle } from '../src/domain/plan/plan-bundle.ts';
import type { Plan } from '../src/domain/plan/plan.ts';
import type { Parsed } from '../src/domain/problem/problem.ts';
import { parseYearReport } from '../src/domain/report/parse-year-report.ts';
import type { YearReport } from '../src/domain/report/year-report.ts';

// Builds anything a test needs, valid unless an override breaks it. Everything goes through the parsers of the product, so that
// no test works on a value that could not exist.

/** A small plan that uses every part: three levels, a collective owner, a relisting, an indicator of each standing. */
export function makePlanBundle(overrides: Partial<PlanBundle> = {}): PlanBundle {
  return {
    format: 'ayumi-plan/1',
    municipality: { code: '132195', name: '見本市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } },
    plan: { id: 'plan', title: '見本市第１次推進計画', adopted: '2020-03', period: { from: 2020, to: 2024 }, headquarters: { name: '見本市推進本部', chair: '市長' }, parents: [{ title: '見本市総合計画' }] },
    levels: [{ id: 'measure', name: '施策' }, { id: 'project', name: '基本事業' }, { id: 'initiative', name: '取組項目' }],
    departments: [{ id: 'seisaku', name: '政策室' }, { id: 'zaisei', name: '財政課' }],
    tree: [makeNode({ id: 'm1', number: '１', title: '行政運営', children: [
      makeNode({ id: 'm1-b1', number: '１', title: '業務の改善', description: ['業務を改善します。'], children: [
        makeNode({ id: 'i01', number: '01', title: '窓口の見直し', responsible: ['seisaku', { collective: '関係各課' }] }),
        makeNode({ id: 'i02', number: '02', title: '人財の育成', responsible: ['zaisei'] }),
      ] }),
      makeNode({ id: 'm1-b2', number: '２', title: '財政の健全化', children: [makeNode({ id: 'i03', number: '03', title: '人財の育成（再掲）', relistingOf: 'i02' })] }),
    ] })],
    indicators: [makeIndicator()],
    ...overrides,
  };
}

export function makeNode(overrides: Partial<NodeRow> & Pick<NodeRow, 'id'>): NodeRow {
  return { number: '1', title: `要素${overrides.id}`, ...overrides };
}

export function makeIndicator(overrides: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id: 'ind1', number: '1', title: '満足している市民の割合', unit: '％', definition: '市民アンケート', kind: 'increase',
    baseline: { label: '基準値', fiscalYear: 2018, printed: '50.0 ※１' }, target: { label: '目標値', fiscalYear: 2024, printed: '60.0' }, related: ['m1-b1'],
    ...overrides,
  };
}

/** A report that fits `makePlanBundle()`. */
export function makeReportBundle(overrides: Partial<ReportBundle> = {}): ReportBundle {
  return {
    format: 'ayumi-report/1', plan: 'plan', fiscalYear: 2020, edition: { number: 1, issuedOn: '2021-09-01' },
    preface: [{ id: 'purpose', heading: '計画の目的', paragraphs: ['計画の進捗を公表します。'] }],
    notes: [{ mark: '※１', text: '平成31年３月の調査による。' }],
    measurements: [makeMeasurement()],
    reports: [
      makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室／関係各課（財政課）', reporters: ['zaisei'], paragraphs: ['窓口を見直した。', { item: '記載台を減らした。' }] }),
      makeNodeReport({ initiative: 'i02' }),
    ],
    ...overrides,
  };
}

export function makeMeasurement(overrides: Partial<MeasurementRow> = {}): MeasurementRow {
  return { indicator: 'ind1', label: '令和２年度末現状値', printed: '55.0', standing: 'confirmed', ...overrides };
}

export function makeNodeReport(overrides: Partial<NodeReportRow> & Pick<NodeReportRow, 'initiative'>): NodeReportRow {
  return { responsiblePrinted: '財政課', paragraphs: ['研修を実施した。'], ...overrides };
}

/** @throws with every problem when the bundle is not valid */
export function makePlan(overrides: Partial<PlanBundle> = {}): Plan {
  return valueOf(parsePlan(makePlanBundle(overrides)));
}

/** @throws with every problem when the report does not fit the plan */
export function makeYearReport(overrides: Partial<ReportBundle> = {}, plan: Plan = makePlan()): YearReport {
  return valueOf(parseYearReport(makeReportBundle({ plan: plan.id, ...overrides }), plan));
}

export function makeEdition({ plan = {}, report = {} }: { plan?: Partial<PlanBundle>; report?: Partial<ReportBundle> } = {}): Edition {
  const parsed = makePlan(plan);
  return buildEdition(parsed, makeYearReport(report, parsed));
}

export function makePublished(overrides: Parameters<typeof makeEdition>[0] = {}): PublishedEdition {
  return sealEdition(makeEdition(overrides));
}

/** A tree of `depth` levels in which every element has `width` children and every text is `text`; nothing else beside it. */
export function makeEditionOfShape({ depth, width, text = '見本' }: { depth: number; width: number; text?: string }): PublishedEdition {
  const levels = Array.from({ length: depth }, (_, index) => ({ id: `l${index}`, name: `階層${index + 1}` }));
  let count = 0;
  const grow = (level: number, above: string): NodeRow[] => Array.from({ length: width }, (_, index) => {
    const id = `${above}${above ? '-' : 'n'}${index + 1}`;
    const lowest = level === depth - 1;
    if (lowest) count += 1;
    return makeNode({ id, number: lowest ? String(count).padStart(2, '0') : String(index + 1), title: text, ...(lowest ? {} : { children: grow(level + 1, id) }) });
  });
  return makePublished({
    plan: { levels, departments: [], indicators: [], tree: grow(0, '') },
    report: { measurements: [], notes: [], preface: [], reports: [] },
  });
}

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(`A factory made something invalid: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}
