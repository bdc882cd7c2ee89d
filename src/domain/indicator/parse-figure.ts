import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { FigureRow } from '../plan/plan-bundle.ts';
import type { Path, Problem } from '../problem/problem.ts';
import { checkCharacters } from '../report/parse-paragraphs.ts';
import { type Figure, readFigure } from './figure.ts';

/** A printed cell to a figure; a cell that cannot be read is a problem, never a guess. */
export function parseFigure(row: FigureRow, path: Path, problems: Problem[]): Figure {
  const read = readFigure(row.printed);
  if (!read) {
    problems.push({
      code: 'unreadable-figure', path: [...path, 'printed'],
      message: `「${row.printed}」を数値として読み取れません。`,
      fix: '「37.0（60.3）※１」「90.0以下」「未確定」のように、一つの数値か、数値がないことを表す語で書いてください。',
    });
  }
  checkCharacters(row.label, [...path, 'label'], problems);
  const asOf = row.asOf ?? null;
  if (asOf !== null && !isCalendarDate(asOf)) problems.push(notADate(asOf, [...path, 'asOf']));
  const { label, fiscalYear, printed } = row;
  return { ...(read ?? { value: null, upper: null, alternative: null, comparator: null, unit: null, notes: [] }), label, fiscalYear, asOf, printed };
}

/** The problem of a day that does not exist. */
export function notADate(text: string, path: Path): Problem {
  return { code: 'not-a-date', path, message: `「${text}」は存在する日付ではありません。`, fix: '「2021-03-31」のように年-月-日で書いてください。' };
}
