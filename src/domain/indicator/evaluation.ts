import { type CalendarDate, daysBetween, type FiscalYear, type FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import { explain } from './explanation.ts';
import { dayOf } from './figure.ts';
import { type Indicator, judgedSeries, type JudgedValue, type Measurement, valueOnSeries } from './indicator.ts';

export type Status = 'achieved' | 'ahead' | 'slightly-behind' | 'behind' | 'receding' | 'missed' | 'kept' | 'not-kept';

/** The words of the states; the word is the first sign, the mark the second, colour only the third. */
export const statusWords: Readonly<Record<Status | 'withheld', string>> = {
  achieved: '目標を達成',
  ahead: '順調',
  'slightly-behind': 'やや遅れ',
  behind: '遅れ',
  receding: '目標から後退',
  missed: '目標に届かず',
  kept: '目標の範囲内',
  'not-kept': '目標の範囲外',
  withheld: '判定を保留',
};

/**
 * The municipality's bands: the pace is the achieved share of the way divided by the elapsed share of the time.
 * From `onLine` the indicator is on the line or ahead of it, from `slightlyBehind` a little late, below that late.
 */
export interface Bands {
  readonly onLine: number;
  readonly slightlyBehind: number;
}

/** Stated defaults: on the line is 1; at half the pace or more, a little late. */
export const defaultBands: Bands = { onLine: 1, slightlyBehind: 0.5 };

export type WithheldReason =
  | 'not-measured' | 'no-figure-yet' | 'reference-value' | 'other-series' | 'no-baseline' | 'no-target'
  | 'no-way' | 'way-against-kind' | 'no-time-elapsed' | 'no-period' | 'no-range';

/** Everything that a judgement was made from, shown beside it. Shares are fractions (1 = the whole way); dates are days. */
export interface EvaluationInputs {
  readonly series: string;
  readonly baseline: { readonly value: number | null; readonly day: CalendarDate };
  readonly target: { readonly value: number | null; readonly upper: number | null; readonly day: CalendarDate };
  readonly current: (JudgedValue & { readonly day: CalendarDate }) | null;
  /** Share of the way from baseline to target; null where a share would mislead. */
  readonly achieved: number | null;
  /** Share of the time from the baseline's day to the target's day, at most 1; null where it cannot be given. */
  readonly elapsed: number | null;
  readonly bands: Bands;
}

export interface Evaluation {
  readonly status: Status | 'withheld';
  readonly reason: WithheldReason | null;
  /** A judgement on a 速報値 stands until the 確定値 comes. */
  readonly provisional: boolean;
  /** Whether the value meets the target as it stands, judged or not; null where that cannot be said. */
  readonly meetsTarget: boolean | null;
  /** The sentence that explains the state to a citizen. */
  readonly sentence: string;
  readonly inputs: EvaluationInputs;
}

/** The printed value of a fiscal year, if the year printed one. */
export function measurementOf(measurements: readonly Measurement[], indicatorId: string, year: FiscalYear): Measurement | undefined {
  return measurements.find((measurement) => measurement.indicatorId === indicatorId && measurement.fiscalYear === year);
}

/**
 * Judges an indicator for a fiscal year, or says why it cannot be judged.
 * Only a value on the judged series counts; pace is linear from the baseline's day to the target's day, never a growth rate.
 * Source: product.md, rules 2–5.
 */
export function evaluateIndicator(
  indicator: Indicator, measurement: Measurement | undefined, labelling: FiscalYearLabelling, bands: Bands = defaultBands,
): Evaluation {
  const series = judgedSeries(indicator);
  const { baseline, target } = indicator;
  const judged = measurement ? valueOnSeries(measurement, series.id) : null;
  // A reference value stands for the year that it belongs to, not for the column in which it is printed.
  const current = judged ? { ...judged, day: dayOf({ asOf: judged.asOf, fiscalYear: judged.valueYear }) } : null;
  const way = current ? shareOfWay(indicator, current.value) : null;
  const base: EvaluationInputs = {
    series: series.id,
    baseline: { value: baseline.value, day: dayOf(baseline) },
    target: { value: target.value, upper: target.upper, day: dayOf(target) },
    current,
    achieved: null,
    elapsed: current ? shareOfTime(dayOf(baseline), dayOf(target), current.day) : null,
    bands,
  };
  const meetsTarget = current ? meets(indicator, current.value) : null;
  const conclude = (status: Status | 'withheld', reason: WithheldReason | null, inputs = base): Evaluation => {
    const verdict = { status, reason, provisional: status !== 'withheld' && current?.standing === 'provisional', meetsTarget, inputs };
    return { ...verdict, sentence: explain(indicator, verdict, labelling) };
  };
  const withhold = (reason: WithheldReason) => conclude('withheld', reason);

  if (!measurement) return withhold('not-measured');
  if (!current) return withhold(measurement.value === null ? 'no-figure-yet' : 'other-series');
  if (target.value === null) return withhold('no-target');
  if (current.standing === 'reference' || current.valueYear !== current.fiscalYear) return withhold('reference-value');
  if (indicator.kind === 'range' && target.upper === null) return withhold('no-range');
  if (isKept(indicator)) return conclude(meetsTarget ? 'kept' : 'not-kept', null);
  if (baseline.value === null) return withhold('no-baseline');
  if (baseline.value === target.value) return withhold('no-way');
  if (indicator.kind === 'increase' ? baseline.value > target.value : baseline.value < target.value) return withhold('way-against-kind');
  if (way === null) return withhold('no-baseline');

  const inputs = { ...base, achieved: way };
  if (way < 0) return conclude('receding', null, { ...inputs, achieved: null });
  if (meetsTarget) return conclude('achieved', null, inputs);
  if (inputs.elapsed === null) return conclude('withheld', 'no-period', inputs);
  if (inputs.elapsed >= 1) return conclude('missed', null, inputs);
  if (inputs.elapsed <= 0) return conclude('withheld', 'no-time-elapsed', inputs);
  const pace = way / inputs.elapsed;
  // The way is a quotient of decimal figures: a plan that is exactly on its line must not fall off it by the last binary digit.
  const reached = (band: number) => pace >= band - 1e-9;
  return conclude(reached(bands.onLine) ? 'ahead' : reached(bands.slightlyBehind) ? 'slightly-behind' : 'behind', null, inputs);
}

/** Whether the kind holds a level instead of travelling towards one: then a share of the way would mislead. */
export function isKept({ kind }: Pick<Indicator, 'kind'>): boolean {
  return kind === 'keep-at-least' || kind === 'keep-at-most' || kind === 'range';
}

function meets({ kind, target }: Indicator, value: number): boolean | null {
  if (target.value === null) return null;
  switch (kind) {
    case 'increase':
    case 'keep-at-least':
      return target.comparator === 'more-than' ? value > target.value : value >= target.value;
    case 'decrease':
    case 'keep-at-most':
      return target.comparator === 'less-than' ? value < target.value : value <= target.value;
    case 'range':
      return target.upper === null ? null : value >= target.value && value <= target.upper;
  }
}

function shareOfWay({ baseline, target }: Indicator, value: number): number | null {
  if (baseline.value === null || target.value === null || baseline.value === target.value) return null;
  return (value - baseline.value) / (target.value - baseline.value);
}

function shareOfTime(from: CalendarDate, to: CalendarDate, day: CalendarDate): number | null {
  const whole = daysBetween(from, to);
  return whole > 0 ? Math.min(1, daysBetween(from, day) / whole) : null;
}
