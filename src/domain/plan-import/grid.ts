/**
 * What a cell holds. `formula` is a formula whose result was not saved, so that there is nothing to read; a formula with a
 * saved result has the kind of that result and `formula: true` beside it.
 */
export type CellKind = 'text' | 'number' | 'date' | 'percent' | 'boolean' | 'error' | 'formula';

/** A cell that is not blank. Rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** As the sheet shows it: 「22.7%」 for 0.227 in a percent format, 「01」 for 1 in the format 00. */
  readonly text: string;
  /** What is stored: 0.227; dates as YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss where there is a time. */
  readonly value: string | number | boolean | null;
  readonly kind: CellKind;
  /** Whether a formula made the value. Formulas are never evaluated here; the saved result is taken. */
  readonly formula: boolean;
}

/** A rectangle of merged cells, both ends included. Its value stands in the cell at top left. */
export interface Merge { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** From and to, both included. */
export interface Span { readonly from: number; readonly to: number }

/** One sheet of a foreign workbook as a plain grid: only the cells that hold something. */
export interface Sheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  /** By row, then by column. */
  readonly cells: readonly GridCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** The name by which a clerk finds a cell: B3. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A for 0, AA for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCodePoint(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Row and column of a name like B3 or $B$3; null when it is none. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.codePointAt(0)! - 64;
  const row = Number(match[2]) - 1;
  return column > 16_384 || row >= 1_048_576 ? null : { row, column: column - 1 };
}
