import type { GridLookup } from './grid-lookup.ts';
import { levelWordOf } from './headings.ts';
import { splitNumber } from './numbering.ts';

/** A line between the rows of a table that names the upper level of those below: 「施策１　行政運営」. */
export interface SectionRow { readonly row: number; readonly column: number; readonly level: string }

/** The place of sections among the columns of a table: left of all that are there. */
export const sectionColumn = -1;

/** Longer lines are sentences. Characters. */
const longest = 80;

export function sectionRows(grid: GridLookup): SectionRow[] {
  return grid.rows.flatMap((row) => {
    const [cell, ...others] = grid.cellsOf(row);
    if (!cell || others.length > 0 || cell.text.length > longest) return [];
    const level = levelWordOf(cell.text);
    const split = level === null ? null : splitNumber(cell.text, level);
    return level !== null && split?.strong === true && split.number.folded !== null ? [{ row, column: cell.column, level }] : [];
  });
}

/** The section in which a row stands: the last line before it. */
export function sectionOf(sections: readonly SectionRow[], row: number): SectionRow | undefined {
  return sections.findLast((section) => section.row < row);
}
