import { fiscalYearLabel, type FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { Evaluation, WithheldReason } from './evaluation.ts';
import { type Indicator, judgedSeries, standingNames } from './indicator.ts';

/** A share as a percentage with one decimal, as it is printed everywhere: 0.8704 is 87.0％. */
export function percentage(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}％`;
}

/** A value with as many decimals as its printed form shows, grouped by thousands: 1884.43, 6,551. */
export function valueText(value: number, printed: string): string {
  const decimals = Math.max(0, ...[...printed.matchAll(/[.．]([0-9０-９]+)/g)].map((match) => match[1]?.length ?? 0));
  return formatWith(decimals).format(value);
}

const formats = new Map<number, Intl.NumberFormat>();

/** One format for each number of decimals: making it takes longer than using it a hundred times. */
function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 6) });
  formats.set(decimals, made);
  return made;
}

/** The target with its comparator in words: 90.0％以下, 80～90％. */
export function targetText({ target, unit }: Pick<Indicator, 'target' | 'unit'>): string {
  if (target.value === null) return target.printed;
  const value = valueText(target.value, target.printed);
  const upper = target.upper === null ? '' : `～${valueText(target.upper, target.printed)}`;
  const suffix = { 'at-least': '以上', 'at-most': '以下', 'more-than': '超', 'less-than': '未満', about: '程度' };
  return `${value}${upper}${unit ?? ''}${target.comparator ? suffix[target.comparator] : ''}`;
}

/** The sentence beside a state: what was compared with what, in words that a citizen understands. */
export function explain(indicator: Indicator, verdict: Omit<Evaluation, 'sentence'>, labelling: FiscalYearLabelling): string {
  const sentence = verdict.reason ? whyWithheld(indicator, verdict.reason, verdict, labelling) : whyJudged(indicator, verdict);
  const { current } = verdict.inputs;
  const series = current?.fromAlternative ? `比較できる系列（${judgedSeries(indicator).title}）の値${valueOf(indicator, current)}で判定しています。` : '';
  const provisional = verdict.provisional ? '速報値による判定であり、確定値により変わることがあります。' : '';
  return sentence + series + provisional;
}

function whyJudged(indicator: Indicator, { status, inputs }: Omit<Evaluation, 'sentence'>): string {
  const { baseline, current, achieved, elapsed } = inputs;
  const unit = indicator.unit ?? '';
  const from = baseline.value === null ? '' : `${valueText(baseline.value, indicator.baseline.printed)}${unit}`;
  const now = current ? valueOf(indicator, current) : '';
  const target = targetText(indicator);
  const way = achieved === null ? '' : `基準値${from}から目標値${target}までの道のりの${percentage(achieved)}`;
  const time = elapsed === null ? '' : `期間は${percentage(elapsed)}が経過`;
  switch (status) {
    case 'achieved': return `${now}となり、目標値${target}に達しています。`;
    case 'ahead': return `${way}に達しています（${time}）。`;
    case 'slightly-behind':
    case 'behind':
      return achieved === 0 ? `基準値${from}から変わっていません（${time}）。` : `${way}にとどまっています（${time}）。`;
    case 'receding': return `基準値${from}から${now}へ${(current?.value ?? 0) < (baseline.value ?? 0) ? '下がり' : '上がり'}、目標値${target}から遠ざかっています。`;
    case 'missed': return `目標の時期に達しましたが、${way}にとどまりました。`;
    case 'kept': return `${now}で、目標の${target}を満たしています。`;
    case 'not-kept': return `${now}で、目標の${target}を満たしていません。`;
    default: return '';
  }
}

function whyWithheld(
  indicator: Indicator, reason: WithheldReason, { inputs, meetsTarget }: Omit<Evaluation, 'sentence'>, labelling: FiscalYearLabelling,
): string {
  const { current } = inputs;
  switch (reason) {
    case 'not-measured': return 'この年度の値は掲載されていません。';
    case 'no-figure-yet': return 'この年度の値はまだ確定していません。';
    case 'other-series': return '算定方法が変わり、基準値と比べられる値が掲載されていないため、判定を保留しています。';
    case 'reference-value': {
      const year = current ? fiscalYearLabel(current.valueYear, labelling) : '';
      const kind = current?.standing ? standingNames[current.standing] : '値';
      const compared = meetsTarget === null ? '' : `目標の${targetText(indicator)}を${meetsTarget ? '満たしています' : '満たしていません'}が、`;
      return `掲載された${current ? valueOf(indicator, current) : '値'}は${year}の${kind}です。${compared}この年度の確定値が出るまで判定を保留しています。`;
    }
    case 'no-baseline': return '基準値がないため、道のりの割合は示せません。';
    case 'no-target': return '目標値がないため、判定できません。';
    case 'no-way': return '基準値と目標値が等しいため、道のりの割合は示せません。';
    case 'way-against-kind': return '目標値の向きが指標の種類と合わないため、判定できません。';
    case 'no-time-elapsed': return '基準値の時点から期間が経過していないため、判定できません。';
    case 'no-period': return '基準値の時点が目標の時点より前にないため、判定できません。';
    case 'no-range': return '目標の範囲の上限がないため、判定できません。';
  }
}

function valueOf(indicator: Indicator, current: { readonly value: number; readonly printed: string }): string {
  return `${valueText(current.value, current.printed)}${indicator.unit ?? ''}`;
}
