import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { parseTypedDate } from '../fiscal-year/parse-typed-date.ts';
import { type Indicator, type Standing, standingNames } from '../indicator/indicator.ts';
import type { SheetProblem } from '../plan-import/understood.ts';
import { type Answer, type EffectAmount, effectKindNames, emptyItemAnswer, type ItemAnswer, type Outcome, outcomeNames } from '../round/answer.ts';
import { emptyIndicatorAnswer, type IndicatorAnswer } from '../round/indicator-answer.ts';
import type { Round } from '../round/round.ts';
import type { KnownRow } from './check-rows.ts';
import type { ReturnedCell, ReturnedRow } from './returned.ts';
import { foldLabel, surveyColumns, tooLongForCell } from './tables.ts';

/** What all rows of one request say together, laid over the answer on which they were written. */
export function readAnswer(rows: readonly KnownRow[], base: Answer | null, { asked, scale }: Pick<Round, 'asked' | 'scale'>): { readonly answer: Answer; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const one = (table: ReturnedRow['table']) => rows.find(({ row }) => row.table === table)?.row;
  const figures = rows.find(({ row }) => row.table === 'indicators');
  if (figures) {
    const before = base?.kind === 'indicator' ? base : emptyIndicatorAnswer;
    return { answer: figureFrom(new Cells(figures.row, problems), before, figures.request.series), problems };
  }
  const before = base?.kind === 'item' ? base : emptyItemAnswer;
  const progress = one('progress');
  let answer: ItemAnswer = progress ? itemFrom(new Cells(progress, problems), before, { asked, scale }) : before;
  const orders = rows.filter(({ row, key }) => row.table === 'orders' && key.part !== null);
  if (orders.length > 0) {
    const said = Object.fromEntries(orders.map(({ row, key }) => [key.part ?? '', new Cells(row, problems).text('orderAnswer', before.instructionAnswers[key.part ?? ''] ?? '')] as const)
      // An order that nobody has answered is not answered with nothing.
      .filter(([part, text]) => text !== '' || part in before.instructionAnswers));
    answer = { ...answer, instructionAnswers: { ...before.instructionAnswers, ...said } };
  }
  const effects = rows.filter(({ row }) => row.table === 'effects');
  if (effects.length > 0 && asked.effects !== 'not-asked') answer = { ...answer, effects: effectsFrom(effects.map(({ row }) => row), before.effects, problems) };
  return { answer, problems };
}

function itemFrom(cells: Cells, before: ItemAnswer, { asked, scale }: Pick<Round, 'asked' | 'scale'>): ItemAnswer {
  const steps = scale.map(({ id, name }): [string, string] => [id, name]);
  return {
    ...before,
    outcome: cells.choice<Outcome>('outcome', before.outcome, Object.entries(outcomeNames) as [Outcome, string][]) ?? before.outcome,
    text: cells.text('text', before.text),
    selfAssessment: asked.selfAssessment === 'not-asked' ? before.selfAssessment : cells.choice('selfAssessment', before.selfAssessment, steps),
    issues: asked.issues === 'not-asked' ? before.issues : cells.text('issues', before.issues),
    nextYear: asked.nextYear === 'not-asked' ? before.nextYear : cells.text('nextYear', before.nextYear),
  };
}

function figureFrom(cells: Cells, before: IndicatorAnswer, all: Indicator['series']): IndicatorAnswer {
  const series = all.map(({ id, title }): [string, string] => [id, title]);
  const printed = cells.text('printed', before.printed);
  return {
    ...before,
    printed, alternative: all.length > 1 ? cells.text('alternative', before.alternative) : before.alternative,
    // The sheet proposes a series; without a figure it says nothing.
    series: all.length > 1 && printed.trim() !== '' ? cells.choice('series', before.series, series) : before.series,
    alternativeSeries: all.length > 2 ? cells.choice('alternativeSeries', before.alternativeSeries, series) : before.alternativeSeries,
    asOf: cells.day('asOf', before.asOf), note: cells.text('note', before.note),
    standing: cells.choice<Standing>('standing', before.standing, Object.entries(standingNames) as [Standing, string][]),
  };
}

/** The amounts in the order of their rows; a row without an amount and a method is none. */
function effectsFrom(rows: readonly ReturnedRow[], before: readonly EffectAmount[], problems: SheetProblem[]): EffectAmount[] {
  return rows.flatMap((row, index) => {
    const cells = new Cells(row, problems);
    const old = before[index];
    const [printed, method] = [cells.text('effectPrinted', old?.printed ?? ''), cells.text('effectMethod', old?.method ?? '')];
    if (printed.trim() === '' && method.trim() === '') return [];
    const kind = cells.choice<EffectAmount['kind']>('effectKind', old?.kind ?? null, Object.entries(effectKindNames) as [EffectAmount['kind'], string][]);
    if (!kind && !cells.faulty('effectKind')) cells.problem('missing-kind', 'effectKind', '効果額の種類が選ばれていません。', `「${Object.values(effectKindNames).join('」「')}」から選んでください。`);
    return [{ printed, method, kind: kind ?? 'single-year' }];
  });
}

/** The cells of one row. What is not there says nothing: the answer keeps what it had. */
class Cells {
  private readonly row: ReturnedRow;
  private readonly problems: SheetProblem[];

  constructor(row: ReturnedRow, problems: SheetProblem[]) {
    this.row = row;
    this.problems = problems;
  }

  problem(code: string, column: string, message: string, fix: string, severity: SheetProblem['severity'] = 'blocking'): void {
    const heading = surveyColumns[this.row.table].find(({ key }) => key === column)?.heading ?? column;
    this.problems.push({ code, path: [column], message: `「${heading}」：${message}`, fix, sheet: this.row.sheet, cell: this.row.places[column] ?? null, severity });
  }

  faulty(column: string): boolean {
    return (this.row.cells[column]?.fault ?? null) !== null;
  }

  /** The text of a column exactly as typed. */
  text(column: string, before: string): string {
    const cell = this.read(column);
    if (cell === null) return before;
    // Nothing but blanks is nothing, whichever program has kept the blanks.
    return cell.text === '' && before.trim() === '' ? before : cell.text;
  }

  /** The choice by its name or its id; null where the cell is blank. */
  choice<T extends string>(column: string, before: T | null, choices: readonly (readonly [T, string])[]): T | null {
    const cell = this.read(column);
    if (cell === null) return before;
    if (cell.text.trim() === '') return null;
    const wanted = foldLabel(cell.text);
    const found = choices.find(([, name]) => foldLabel(name) === wanted) ?? choices.find(([id]) => foldLabel(id) === wanted);
    if (found) return found[0];
    this.problem('unknown-choice', column, `「${cell.text.slice(0, 30)}」は選択肢にありません。`, choices.length === 0 ? '空欄にしてください。' : `「${choices.map(([, name]) => name).join('」「')}」から選んでください。`);
    return before;
  }

  /** A day however it was written; what is no day stays as typed and is named. */
  day(column: string, before: string): string {
    const cell = this.read(column);
    if (cell === null) return before;
    if (cell.day !== null && isCalendarDate(cell.day)) return cell.day;
    const text = cell.text.trim();
    const day = parseTypedDate(text);
    if (text !== '' && day === null) this.problem('not-a-date', column, `「${text.slice(0, 30)}」を日付として読み取れません。書かれたまま取り込みます。`, '「2022年4月1日」「令和４年４月１日」「2022-04-01」のように書いてください。', 'warning');
    return day ?? text;
  }

  /** Null where the column is missing, the cell cannot be read, or it says that the text stands elsewhere. */
  private read(column: string): Pick<ReturnedCell, 'text' | 'day'> | null {
    if (this.row.places[column] === undefined) return null;
    const cell = this.row.cells[column];
    if (!cell) return { text: '', day: null };
    const fault = cell.fault && faults[cell.fault];
    if (fault) {
      this.problem(cell.fault ?? '', column, fault[0], fault[1]);
      return null;
    }
    if (cell.formula) this.problem('formula', column, '数式があります。計算はせず、保存されていた値を読みました。', '値が正しいかを確かめてください。', 'warning');
    return cell.text === tooLongForCell ? null : cell;
  }
}

const faults: Readonly<Record<NonNullable<ReturnedCell['fault']>, readonly [string, string]>> = {
  error: ['数式のエラーになっています。', '文字か数値を直接書いてください。'],
  'no-result': ['数式の結果が保存されていないため、読み取れません。', 'Excelで開いて保存し直すか、値を直接書いてください。'],
  merged: ['ほかのセルと結合されているため、読み取れません。', 'セルの結合を解除し、項目ごとに書いてください。'],
};
