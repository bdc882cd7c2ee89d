import type { Edition } from '../edition/edition.ts';
import { type CalendarDate, type FiscalYear, fiscalYearLabel, fiscalYearOf } from '../fiscal-year/fiscal-year.ts';
import type { ReadFigure } from '../indicator/figure.ts';
import { type Indicator, judgedSeries, type Measurement } from '../indicator/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { type Note, noteNumber } from '../report/paragraph.ts';
import { alternativeSeriesOf, type IndicatorAnswer, printedCell, readAnswer } from './indicator-answer.ts';
import type { ReviewMark } from './review-mark.ts';

/** The accepted answer about one indicator of the plan. */
export interface AnsweredIndicator {
  readonly indicator: Indicator;
  readonly answer: IndicatorAnswer;
}

interface Year {
  readonly plan: Pick<Plan, 'municipality' | 'indicators'>;
  readonly fiscalYear: FiscalYear;
  readonly last: Edition | null;
}

/** The measurements of a year out of the owners' answers, and the notes below them: those of the last edition, and what owners wrote beside their figures. */
export function composeMeasurements(year: Year, answered: readonly AnsweredIndicator[], review: ReviewMark[]): { readonly measurements: Measurement[]; readonly notes: Note[] } {
  const notes = [...(year.last?.notes ?? [])];
  const measurements = answered.flatMap(({ indicator, answer }) => {
    const mark = (message: string) => review.push({ place: 'indicator', id: indicator.id, message: `指標${indicator.number}：${message}` });
    const read = readAnswer(answer);
    if (!read) {
      mark(`「${printedCell(answer)}」を数値として読み取れないため、載せていません。`);
      return [];
    }
    const before = year.last?.indicators.find(({ id }) => id === indicator.id)?.measurement ?? null;
    const { series, alternativeSeries, guessed } = seriesOf(answer, read, indicator, before);
    if (guessed) mark('値がどの系列のものか、回答からは決まりません。系列を確かめてください。');
    const noted = withNote({ indicator, answer, read, notes, year }, mark);
    return [{ ...read, ...noted, indicatorId: indicator.id, label: labelOf(before, year), fiscalYear: year.fiscalYear, series, alternativeSeries, standing: answer.standing, ...timeOf(answer, year.fiscalYear) }];
  });
  return { measurements, notes };
}

/**
 * What the owner wrote beside the figure becomes a note of the report: under the mark that the figure has, where no other
 * figure has it too, else under the next free one, which is printed behind the figure. Changes `notes`.
 */
function withNote(
  { indicator, answer, read, notes, year }: { indicator: Indicator; answer: IndicatorAnswer; read: ReadFigure; notes: Note[]; year: Year }, mark: (message: string) => void,
): Pick<Measurement, 'printed' | 'notes'> {
  const printed = printedCell(answer);
  const text = answer.note.split('\n').map((line) => line.replaceAll('\t', ' ').trim()).join('');
  if (text === '') return { printed, notes: read.notes };
  const [own] = read.notes;
  const known = own === undefined ? -1 : notes.findIndex((note) => noteNumber(note.mark) === noteNumber(own));
  if (own !== undefined && known === -1) {
    notes.push({ mark: own, text });
    mark(`担当者の注を「${own}」として加えました。「${text}」`);
    return { printed, notes: read.notes };
  }
  if (own !== undefined && !isMarkOfOthers(own, indicator, year)) {
    const { mark: stored = own } = notes[known] ?? {};
    notes[known] = { mark: stored, text };
    mark(`注「${stored}」を、担当者が今年度の値に添えた文章に替えました。「${text}」`);
    return { printed, notes: read.notes };
  }
  const free = `※${nextNumber(notes)}`;
  notes.push({ mark: free, text });
  mark(`担当者の注を「${free}」として加えました。「${text}」`);
  return { printed: `${printed.trimEnd()} ${free}`, notes: [...read.notes, free] };
}

function isMarkOfOthers(mark: string, { id }: Indicator, { plan, last }: Year): boolean {
  const has = (marks: readonly string[]) => marks.some((candidate) => noteNumber(candidate) === noteNumber(mark));
  const own = plan.indicators.find((indicator) => indicator.id === id);
  return plan.indicators.some((indicator) => indicator.id !== id && (has(indicator.baseline.notes) || has(indicator.target.notes)))
    || (own !== undefined && (has(own.baseline.notes) || has(own.target.notes)))
    || (last?.indicators.some((indicator) => indicator.id !== id && has(indicator.measurement?.notes ?? [])) ?? false);
}

/** Printed like the marks of the city: one digit in full width. */
function nextNumber(notes: readonly Note[]): string {
  const next = Math.max(0, ...notes.map(({ mark }) => Number(noteNumber(mark) ?? 0))) + 1;
  return next < 10 ? String.fromCodePoint(0xff10 + next) : String(next);
}

function labelOf(before: Measurement | null, { plan, fiscalYear }: Year): string {
  const labels = plan.municipality.fiscalYearLabels;
  const yearLabel = fiscalYearLabel(fiscalYear, labels);
  const formerLabel = before && fiscalYearLabel(before.fiscalYear, labels);
  return before && formerLabel && before.label.includes(formerLabel) ? before.label.replace(formerLabel, yearLabel) : `${yearLabel}末現状値`;
}

/** The year that a value belongs to follows from the day on which it was counted; without a day it is the year of the round. */
function timeOf({ asOf }: IndicatorAnswer, fiscalYear: FiscalYear): Pick<Measurement, 'asOf' | 'valueYear'> {
  return asOf === '' ? { asOf: null, valueYear: fiscalYear } : { asOf, valueYear: Math.min(fiscalYear, fiscalYearOf(dayBefore(asOf))) };
}

/**
 * Which series the figure and the one in brackets are on: as the owner says; where nobody has said, as in the last edition if
 * that was printed in the same form, else the judged one.
 */
function seriesOf(answer: IndicatorAnswer, { alternative }: ReadFigure, indicator: Indicator, before: Measurement | null): { series: string; alternativeSeries: string | null; guessed: boolean } {
  const bracketed = alternative !== null;
  if (answer.series !== null) return { series: answer.series, alternativeSeries: bracketed ? alternativeSeriesOf(answer, indicator.series) : null, guessed: false };
  const judged = judgedSeries(indicator).id;
  const others = indicator.series.filter(({ id }) => id !== judged);
  if (before && (before.alternativeSeries !== null) === bracketed) return { series: before.series, alternativeSeries: before.alternativeSeries, guessed: false };
  if (!bracketed) return { series: judged, alternativeSeries: null, guessed: others.length > 0 };
  const [other] = others;
  return { series: judged, alternativeSeries: others.length === 1 && other ? other.id : null, guessed: true };
}

/** What is counted on 1 April stands for the year that ended on the day before. Source: product.md, rule 2. */
function dayBefore(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
