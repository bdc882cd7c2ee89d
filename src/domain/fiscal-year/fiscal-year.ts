/**
 * A Japanese fiscal year as the integer of the calendar year in which it begins: 2020 is 2020-04-01..2021-03-31.
 * Labels (令和２年度) are for printing only; nothing is computed from them. Source: product.md, rule 1.
 */
export type FiscalYear = number;

/** A calendar day as YYYY-MM-DD. */
export type CalendarDate = string;

/** How a municipality prints its fiscal years; both are its own choice. */
export interface FiscalYearLabelling {
  /** What 2019 is called: 狛江市 prints 平成31年度, others 令和元年度. */
  readonly firstReiwaYear: '平成31年度' | '令和元年度';
  /** single-full-width: one digit full-width, two digits half-width (令和２年度, 平成31年度). */
  readonly digits: 'single-full-width' | 'full-width' | 'half-width';
}

const eras = [
  { name: '令和', letter: 'R', from: 2019 },
  { name: '平成', letter: 'H', from: 1989 },
  { name: '昭和', letter: 'S', from: 1926 },
] as const;

/** 1 April of the fiscal year. */
export function firstDayOf(year: FiscalYear): CalendarDate {
  return `${String(year).padStart(4, '0')}-04-01`;
}

/** 31 March that ends the fiscal year: 「令和２年度末」 is 2021-03-31. */
export function lastDayOf(year: FiscalYear): CalendarDate {
  return `${String(year + 1).padStart(4, '0')}-03-31`;
}

/** The fiscal year in which a day falls: 2021-03-31 is in 2020, 2021-04-01 in 2021. */
export function fiscalYearOf(date: CalendarDate): FiscalYear {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Days from one calendar date to another; negative when the second comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The label that the municipality prints: 令和２年度, 平成31年度. Years before 昭和 are given in 西暦. */
export function fiscalYearLabel(year: FiscalYear, labelling: FiscalYearLabelling): string {
  if (year === 2019 && labelling.firstReiwaYear === '平成31年度') return `平成${inDigits(31, labelling)}年度`;
  const era = eras.find((candidate) => candidate.from <= year);
  return era ? `${era.name}${eraYear(year - era.from + 1, labelling)}年度` : `${year}年度`;
}

/** The short sign for charts and narrow tables: H30, R2. Follows the same choice for 2019 as the label. */
export function fiscalYearSign(year: FiscalYear, labelling: FiscalYearLabelling): string {
  if (year === 2019 && labelling.firstReiwaYear === '平成31年度') return 'H31';
  const era = eras.find((candidate) => candidate.from <= year);
  return era ? `${era.letter}${year - era.from + 1}` : String(year);
}

/** A calendar day, or a month (YYYY-MM), in the municipality's manner: 令和３年３月31日, 令和３年１月. The era changed on 2019-05-01. */
export function dateLabel(date: CalendarDate, labelling: FiscalYearLabelling): string {
  const [year = 0, month = 0, day] = date.split('-').map(Number);
  const calendarEra = eras.find((era) => (era.name === '令和' ? date >= '2019-05' : era.from <= year));
  const yearLabel = calendarEra ? `${calendarEra.name}${eraYear(year - calendarEra.from + 1, labelling)}年` : `${year}年`;
  return `${yearLabel}${inDigits(month, labelling)}月${day === undefined ? '' : `${inDigits(day, labelling)}日`}`;
}

function eraYear(year: number, labelling: FiscalYearLabelling): string {
  return year === 1 ? '元' : inDigits(year, labelling);
}

function inDigits(value: number, { digits }: FiscalYearLabelling): string {
  const wide = digits === 'full-width' || (digits === 'single-full-width' && value < 10);
  return wide ? String(value).replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)) : String(value);
}
