import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { type ReadFigure, readFigure } from '../indicator/figure.ts';
import type { Indicator, Series, Standing } from '../indicator/indicator.ts';
import type { Problem } from '../problem/problem.ts';
import { checkCharacters } from '../report/parse-paragraphs.ts';
import { checkLines } from './check-lines.ts';

/** The owner's answer about an indicator, as typed. */
export interface IndicatorAnswer {
  readonly kind: 'indicator';
  /** 37.0 ※１, 37.0（60.3）※１, 0, 未確定; kept as typed. */
  readonly printed: string;
  /** Which series the value is on; null where the indicator has one alone, or nobody has said. */
  readonly series: string | null;
  /** The value of another series that is printed in brackets behind, as typed: 60.3. Empty where there is none, or `printed` has it. */
  readonly alternative: string;
  readonly alternativeSeries: string | null;
  readonly asOf: string;
  readonly standing: Standing | null;
  readonly note: string;
}

export const emptyIndicatorAnswer: IndicatorAnswer = { kind: 'indicator', printed: '', series: null, alternative: '', alternativeSeries: null, asOf: '', standing: null, note: '' };

/** The cell as it is printed: the value with that of the other series in brackets behind it, before the marks of notes. 37.0 ※１ and 60.3 are 37.0（60.3）※１. */
export function printedCell({ printed, alternative }: Pick<IndicatorAnswer, 'printed' | 'alternative'>): string {
  if (alternative.trim() === '') return printed;
  const [, value = '', marks = ''] = /^(.*?)\s*((?:[※＊*].*)?)$/s.exec(printed.trim()) ?? [];
  return `${value}（${alternative.trim()}）${marks}`;
}

/** What a program understands of the cell, or null where it is no figure. */
export function readAnswer(answer: Pick<IndicatorAnswer, 'printed' | 'alternative'>): ReadFigure | null {
  return readFigure(printedCell(answer));
}

/** The series of the value in brackets: the one that was chosen, or where there are but two, the other. */
export function alternativeSeriesOf({ series, alternativeSeries }: Pick<IndicatorAnswer, 'series' | 'alternativeSeries'>, all: readonly Pick<Series, 'id'>[]): string | null {
  if (alternativeSeries !== null || series === null) return alternativeSeries;
  const others = all.filter(({ id }) => id !== series);
  return others.length === 1 ? (others[0]?.id ?? null) : null;
}

/** Everything that keeps an indicator's answer from being submitted, each with its field as path. */
export function indicatorProblems(answer: IndicatorAnswer, series: Indicator['series']): Problem[] {
  const { printed, alternative, asOf, note } = answer;
  const problems: Problem[] = [];
  if (printed.trim() === '') problems.push({ code: 'missing', path: ['printed'], message: '値が書かれていません。', fix: '値を書くか、まだ分からないときは「未確定」と書いてください。' });
  else if (!readFigure(printed)) problems.push({ code: 'unreadable-figure', path: ['printed'], message: `「${shortened(printed)}」を数値として読み取れません。`, fix: '「37.0」「1,234人」のように書くか、まだ分からないときは「未確定」と書いてください。' });
  problems.push(...alternativeProblems(answer), ...seriesProblems(answer, series));
  if (asOf !== '' && !isCalendarDate(asOf)) problems.push({ code: 'not-a-date', path: ['asOf'], message: `「${shortened(asOf)}」は存在する日付ではありません。`, fix: '「2022-04-01」のように年-月-日で書いてください。' });
  checkCharacters(printed, ['printed'], problems);
  checkCharacters(alternative, ['alternative'], problems);
  checkLines(note, 'note', problems);
  return problems;
}

function alternativeProblems(answer: IndicatorAnswer): Problem[] {
  const { printed, alternative } = answer;
  if (alternative.trim() === '') return [];
  const value = readFigure(printed);
  const own = readFigure(alternative);
  if (!own || own.value === null || own.upper !== null || own.alternative !== null || own.comparator !== null) {
    return [{ code: 'unreadable-figure', path: ['alternative'], message: `「${shortened(alternative)}」を一つの数値として読み取れません。`, fix: '「60.3」のように書くか、空欄にしてください。' }];
  }
  if (value?.alternative != null) {
    return [{ code: 'alternative-twice', path: ['alternative'], message: `併記する値が、値の欄の（）と併記の欄の両方に書かれています。`, fix: 'どちらか一方に書いてください。' }];
  }
  if (value && readAnswer(answer)?.alternative == null) {
    return [{ code: 'alternative-without-value', path: ['printed'], message: '併記する値がありますが、値が一つの数値ではありません。', fix: '値の欄に一つの数値を書くか、併記する値を空欄にしてください。' }];
  }
  return [];
}

function seriesProblems(answer: IndicatorAnswer, all: Indicator['series']): Problem[] {
  const problems: Problem[] = [];
  const bracketed = readAnswer(answer)?.alternative != null;
  for (const [field, id] of [['series', answer.series], ['alternativeSeries', answer.alternativeSeries]] as const) {
    if (id !== null && !all.some((candidate) => candidate.id === id)) problems.push({ code: 'unknown-series', path: [field], message: '系列が選択肢にありません。', fix: '選択肢から選んでください。' });
  }
  if (bracketed && all.length < 2) {
    problems.push({ code: 'no-other-series', path: ['printed'], message: '（）内に値が併記されていますが、この指標の系列は一つです。', fix: '値を一つにするか、算定方法が変わったときは、事務局に系列の追加を依頼してください。' });
  } else if (bracketed && answer.series !== null && alternativeSeriesOf(answer, all) === null) {
    problems.push({ code: 'missing', path: ['alternativeSeries'], message: '併記する値の系列が選ばれていません。', fix: '（）内の値がどの系列のものかを選んでください。' });
  } else if (bracketed && answer.series !== null && alternativeSeriesOf(answer, all) === answer.series) {
    problems.push({ code: 'same-series', path: ['alternativeSeries'], message: '値と併記する値の系列が同じです。', fix: '異なる系列を選んでください。' });
  }
  return problems;
}

/** A pasted book stands in no message whole. */
function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
