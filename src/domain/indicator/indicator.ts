import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Figure } from './figure.ts';

/** What the plan wants of an indicator; decides how it is judged. Source: product.md, rule 4. */
export type IndicatorKind = 'increase' | 'decrease' | 'keep-at-least' | 'keep-at-most' | 'range';

/** How sure a measurement is; null where the source does not say. */
export type Standing = 'confirmed' | 'provisional' | 'reference';

/** One way of counting an indicator. A change of the definition starts another series; nothing is compared across series. */
export interface Series {
  readonly id: string;
  readonly title: string;
  /** Whether baseline, target and judgement stand on this series. Exactly one series does. */
  readonly judged: boolean;
  /** First fiscal year of the series, or null where it is as old as the baseline. */
  readonly from: FiscalYear | null;
}

/** A measured value (測定値), printed for one fiscal year and perhaps measured for another. */
export interface Measurement extends Figure {
  readonly indicatorId: string;
  /** The year that the value belongs to: 2019 for the 経常収支比率 that is printed in the column of 2020. `fiscalYear` is the printed one. */
  readonly valueYear: FiscalYear;
  readonly standing: Standing | null;
  /** Series of `value`. */
  readonly series: string;
  /** Series of `alternative`, or null where there is none. */
  readonly alternativeSeries: string | null;
}

/** An indicator (指標) as the plan defines it. */
export interface Indicator {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** As printed beside the title, or null where none is printed. */
  readonly unit: string | null;
  /** The column 説明 as printed. */
  readonly definition: string;
  readonly kind: IndicatorKind;
  readonly series: readonly Series[];
  readonly baseline: Figure;
  readonly target: Figure;
  /** Nodes that the indicator belongs to (関連基本事業); many to many. */
  readonly related: readonly string[];
}

/** A value on the series that is judged, with all that says when it was measured and how sure it is. */
export interface JudgedValue {
  readonly value: number;
  readonly printed: string;
  /** Whether it was printed in brackets beside a value of another series. */
  readonly fromAlternative: boolean;
  readonly fiscalYear: FiscalYear;
  readonly valueYear: FiscalYear;
  readonly asOf: CalendarDate | null;
  readonly standing: Standing | null;
}

/** Names in Japanese for readers. */
export const kindNames: Readonly<Record<IndicatorKind, string>> = {
  increase: '増やす（目標値以上にする）',
  decrease: '減らす（目標値以下にする）',
  'keep-at-least': '保つ（目標値を下回らない）',
  'keep-at-most': '保つ（目標値を上回らない）',
  range: '保つ（目標の範囲に収める）',
};

export const standingNames: Readonly<Record<Standing, string>> = { confirmed: '確定値', provisional: '速報値', reference: '参考値' };

/** The series on which an indicator is judged. */
export function judgedSeries(indicator: Pick<Indicator, 'series'>): Series {
  const series = indicator.series.find((candidate) => candidate.judged);
  if (!series) throw new Error('An indicator without a judged series was let in by its parser.');
  return series;
}

/** The value of a measurement on the given series: its own, or the one in brackets; null when it has none there. */
export function valueOnSeries(measurement: Measurement, seriesId: string): JudgedValue | null {
  const own = measurement.series === seriesId;
  const value = own ? measurement.value : measurement.alternativeSeries === seriesId ? measurement.alternative : null;
  if (value === null) return null;
  const { printed, fiscalYear, valueYear, asOf, standing } = measurement;
  return { value, printed, fromAlternative: !own, fiscalYear, valueYear, asOf, standing };
}
