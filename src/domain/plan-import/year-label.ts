import { type CalendarDate, type FiscalYear, fiscalYearOf, isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { foldWidth } from './text-forms.ts';

export interface YearLabel {
  readonly fiscalYear: FiscalYear;
  /** The day, where the label names one. */
  readonly asOf: CalendarDate | null;
  /** How it was understood where 年度 does not stand there; null where it does. */
  readonly assumption: string | null;
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, '㋿': 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const eraYear = '(令和|平成|昭和|(?<![A-Za-z])[RHSrhs]|㋿)\\s*(元|\\d{1,2})';

/** The fiscal year that a heading names: 令和６年度末目標値, R6, H30実績, 2024年度, 令和３年４月１日時点. */
export function readYearLabel(text: string): YearLabel | null {
  const folded = foldWidth(text);
  const day = readDay(folded);
  if (day) {
    const fiscalYear = fiscalYearOf(day);
    return { fiscalYear, asOf: day, assumption: `「${text.trim()}」の日（${day}）は${fiscalYear}年度に属する` };
  }
  const era = new RegExp(`${eraYear}\\s*(年度|年)?`).exec(folded);
  const western = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(年度|年)?/.exec(folded);
  const year = era ? eras[era[1]!.toUpperCase()]! + (era[2] === '元' ? 1 : Number(era[2])) : western ? Number(western[1]) : null;
  if (year === null) return null;
  const unit = era ? era[3] : western?.[2];
  return { fiscalYear: year, asOf: null, assumption: unit === '年度' ? null : `「${text.trim()}」を${year}年度と読んだ` };
}

/** A day as text: 令和３年３月31日, R3.3.31, 2021/3/31, 2021-03-31. Null where there is none, or none of the calendar. */
export function readDay(text: string): CalendarDate | null {
  const folded = foldWidth(text).replace(/\s+/g, '');
  const era = new RegExp(`${eraYear}(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?`).exec(folded);
  const western = /(?<!\d)((?:19|20)\d{2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?/.exec(folded);
  const parts = era
    ? [eras[era[1]!.toUpperCase()]! + (era[2] === '元' ? 1 : Number(era[2])), Number(era[3]), Number(era[4])]
    : western ? [Number(western[1]), Number(western[2]), Number(western[3])] : null;
  if (!parts) return null;
  const day = `${parts[0]}-${String(parts[1]).padStart(2, '0')}-${String(parts[2]).padStart(2, '0')}`;
  return isCalendarDate(day) ? day : null;
}
