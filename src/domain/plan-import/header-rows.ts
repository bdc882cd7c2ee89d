import type { GridCell } from './grid.ts';
import { type GridLookup, shownCell } from './grid-lookup.ts';
import { suggestRole } from './headings.ts';
import { bareHeading, oneLine } from './text-forms.ts';

/** Longer texts are no headings. Characters. */
const longestHeading = 40;
/** No header has more rows. */
const mostRows = 3;
/** Only so many columns to the right of a table are looked at. */
const widest = 300;

/** The header that begins at or just above a row, or null. `index` counts among the rows that hold something. */
export function readHeader(grid: GridLookup, index: number): { readonly top: number; readonly bottom: number; readonly reasons: readonly string[] } | null {
  const row = grid.rows[index]!;
  const own = hits(grid, row);
  const next = grid.rows[index + 1];
  const groups = next === row + 1 && groupsOver(grid, row, next);
  // The upper row of two may have one known word or none; the row below it must then have them.
  if (!own.qualifies && !(groups && next !== undefined && hits(grid, next).qualifies)) return null;
  let bottom = row;
  while (bottom - row + 1 < mostRows && goesOn(grid, bottom)) bottom += 1;
  const words = [...new Set(Array.from({ length: bottom - row + 1 }, (_, offset) => hits(grid, row + offset).words).flat())];
  return { top: row, bottom, reasons: [`見出しの言葉（${words.slice(0, 6).join('、')}）が並んでいる`, ...(bottom > row ? [`${row + 1}行目から${bottom + 1}行目までを一つの見出しとした`] : [])] };
}

/** Known words in a row: two at least, and half of what stands there. */
function hits(grid: GridLookup, row: number): { readonly qualifies: boolean; readonly words: readonly string[] } {
  const cells = grid.cellsOf(row).slice(0, widest);
  const words = cells.filter((cell) => isHeadingLike(cell) && suggestRole(oneLine(cell.text)) !== null).map(({ text }) => oneLine(text));
  const different = new Set(words.map(bareHeading)).size;
  return { qualifies: different >= 2 && words.length * 2 >= cells.length, words };
}

function isHeadingLike({ kind, text }: GridCell): boolean {
  return (kind === 'text' || kind === 'number') && text.length <= longestHeading;
}

/** Whether the header goes on in the next row: cells merged downwards, or groups with their own headings beneath. */
function goesOn(grid: GridLookup, row: number): boolean {
  const below = grid.cellsOf(row + 1);
  const cells = grid.cellsOf(row);
  const mergedDown = cells.some(({ column }) => (grid.mergeAt(row, column)?.bottom ?? row) > row);
  if (below.length === 0) return mergedDown;
  if (!below.every(isHeadingLike)) return false;
  return mergedDown || groupsOver(grid, row, row + 1) || hits(grid, row + 1).qualifies;
}

/** A group: a heading merged over several columns, though not over all, with short texts beneath each. */
function groupsOver(grid: GridLookup, row: number, next: number): boolean {
  const cells = grid.cellsOf(row);
  if (cells.length < 2 && grid.cellsOf(next).length < 2) return false;
  const left = Math.min(cells[0]?.column ?? 0, grid.cellsOf(next)[0]?.column ?? 0);
  const right = Math.max(lastColumn(grid, row), lastColumn(grid, next));
  return cells.some(({ column, text }) => {
    const merge = grid.mergeAt(row, column);
    if (!merge || merge.right === merge.left || merge.bottom !== row || (merge.left <= left && merge.right >= right) || text.length > longestHeading) return false;
    const beneath = grid.cellsOf(next).filter((cell) => cell.column >= merge.left && cell.column <= merge.right);
    return beneath.length > 1 && beneath.every(isHeadingLike) && beneath.some(({ text: sub }) => suggestRole(`${oneLine(text)}／${oneLine(sub)}`) !== null);
  });
}

function lastColumn(grid: GridLookup, row: number): number {
  const last = grid.cellsOf(row).at(-1)?.column ?? 0;
  return grid.mergeAt(row, last)?.right ?? last;
}

/** The heading of every column under the header, its rows joined with ／. Blank columns inside have an empty heading. */
export function joinHeadings(grid: GridLookup, top: number, bottom: number): { column: number; heading: string }[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset);
  const named = rows.flatMap((row) => grid.cellsOf(row).map(({ column }) => column));
  const left = Math.min(...named);
  const right = Math.min(Math.max(...rows.map((row) => lastColumn(grid, row))), left + widest);
  const columns = Array.from({ length: right - left + 1 }, (_, offset) => left + offset);
  let carried = '';
  return columns.map((column) => {
    const parts = rows.map((row) => {
      const shown = shownCell(grid, row, column);
      // A cell merged downwards is one heading and not two.
      return shown && (!shown.merge || shown.merge.top === row) ? oneLine(shown.cell.text) : '';
    });
    // Without merges (a CSV) the upper heading stands over its first column alone.
    if (parts[0] !== '') carried = grid.mergeAt(top, column) ? '' : parts[0]!;
    else if (carried !== '' && parts.length > 1 && parts.slice(1).some((part) => part !== '') && !grid.mergeAt(top, column)) parts[0] = carried;
    return { column, heading: parts.filter((part) => part !== '').join('／') };
  });
}
