import type { Problem } from '../problem/problem.ts';
import { cellName } from './grid.ts';

/** A cell of the workbook. Rows and columns from 0. */
export interface Place { readonly sheet: string; readonly row: number; readonly column: number }

/** A problem with the cell in which it lies. `blocking`: nothing may be written while it stands. */
export interface SheetProblem extends Problem {
  readonly sheet: string | null;
  /** A name like B3, or null where the sheet or the workbook as a whole is meant. */
  readonly cell: string | null;
  readonly severity: 'blocking' | 'warning';
}

/** One cell that was read: what stood there, what it was taken for, and every step in between that a person did not order. */
export interface UnderstoodCell {
  readonly sheet: string;
  readonly cell: string;
  readonly heading: string;
  /** What it was taken for: 基本事業の題名. */
  readonly taken: string;
  readonly text: string;
  readonly became: string;
  /** Empty where the text was taken as it stands. */
  readonly steps: readonly string[];
}

/** Gathers what was understood and what was not. */
export class Findings {
  readonly problems: SheetProblem[] = [];
  readonly understood: UnderstoodCell[] = [];

  problem(code: string, place: Place | null, message: string, fix: string, severity: SheetProblem['severity'] = 'blocking'): void {
    const cell = place ? cellName(place.row, place.column) : null;
    this.problems.push({ code, path: [], message, fix, sheet: place?.sheet ?? null, cell, severity });
  }

  read(place: Place, heading: string, taken: string, text: string, became: string, steps: readonly string[]): void {
    this.understood.push({ sheet: place.sheet, cell: cellName(place.row, place.column), heading, taken, text, became, steps: [...new Set(steps)] });
  }
}
