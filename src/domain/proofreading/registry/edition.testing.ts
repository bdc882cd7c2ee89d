// For tests alone: a small edition, made by the same parsers as a real one.
import { buildEdition } from '../../edition/build-edition.ts';
import type { Edition } from '../../edition/edition.ts';
import type { IndicatorRow, ParagraphRow, PlanBundle, ReportBundle } from '../../plan/plan-bundle.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import { parseYearReport } from '../../report/parse-year-report.ts';

export interface SmallEdition {
  readonly paragraphs?: readonly (readonly ParagraphRow[])[];
  readonly responsiblePrinted?: string;
  readonly indicators?: readonly Partial<IndicatorRow>[];
  readonly measured?: readonly string[];
  readonly notes?: ReportBundle['notes'];
  readonly alsoPrinted?: string;
  readonly secondRelistsFirst?: boolean;
}

/** A plan of one 施策 with two 取組: 財政課 and 納税課 answer for the first, 財政課 for the second. */
export function smallEdition({ paragraphs = [], responsiblePrinted = '財政課／納税課', indicators = [], measured = [], notes = [], alsoPrinted, secondRelistsFirst = false }: SmallEdition): Edition {
  const rows = indicators.map((row, index): IndicatorRow => ({
    id: `ind${index + 1}`, number: String(index + 1), title: '市税の徴収率', unit: '％', definition: '収入額を調定額で除した割合', kind: 'increase',
    baseline: { label: '時点値', fiscalYear: 2018, printed: '98.0' }, target: { label: '目標値', fiscalYear: 2024, printed: '99.0' }, ...row,
  }));
  const bundle: PlanBundle = {
    format: 'ayumi-plan/1', municipality: { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } },
    plan: { id: 'p', title: '第６次行財政改革推進計画', period: null, alsoPrinted: [] },
    levels: [{ id: 'measure', name: '施策' }, { id: 'initiative', name: '取組項目' }],
    departments: [{ id: 'zaisei', name: '財政課' }, { id: 'nozei', name: '納税課' }, { id: 'kassei', name: '地域活性課' }],
    tree: [{
      id: 'm1', number: '１', title: '持続可能な財政運営の推進', alsoPrinted: alsoPrinted === undefined ? [] : [{ place: '体系図', title: alsoPrinted }],
      children: [
        { id: 'i1', number: '01', title: '市税等徴収率の維持', responsible: ['zaisei', 'nozei'] },
        { id: 'i2', number: '02', title: '効果的な予算編成', responsible: ['zaisei'], ...(secondRelistsFirst ? { relistingOf: 'i1' } : {}) },
      ],
    }],
    indicators: rows,
  };
  const plan = parsePlan(bundle);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport({
    format: 'ayumi-report/1', plan: 'p', fiscalYear: 2020, edition: { number: 1 }, ...(notes ? { notes } : {}),
    measurements: measured.map((printed, index) => ({ indicator: `ind${index + 1}`, label: '現状値', printed })),
    reports: [
      { initiative: 'i1', responsiblePrinted, paragraphs: [...(paragraphs[0] ?? ['市税の収納に努めた。'])] },
      { initiative: 'i2', responsiblePrinted: '財政課', paragraphs: [...(paragraphs[1] ?? ['予算を編成した。'])] },
    ],
  }, plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return buildEdition(plan.value, report.value);
}
