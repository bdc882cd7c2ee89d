import { type GridCell, type Merge, type Sheet, type Span } from './grid.ts';

/** A sheet that can be asked by row and column. Only rows that hold something are ever walked. */
export interface GridLookup {
  readonly sheet: Sheet;
  /** Rows that hold something, from the top. */
  readonly rows: readonly number[];
  cellsOf(row: number): readonly GridCell[];
  cellAt(row: number, column: number): GridCell | undefined;
  mergeAt(row: number, column: number): Merge | undefined;
  isHidden(row: number, column: number): 'row' | 'column' | null;
}

const blocks = 64;

/** Sheets do not change: each is laid out once, however many tables stand on it. */
const known = new WeakMap<Sheet, GridLookup>();

export function lookUp(sheet: Sheet): GridLookup {
  const found = known.get(sheet) ?? layOut(sheet);
  known.set(sheet, found);
  return found;
}

function layOut(sheet: Sheet): GridLookup {
  const byRow = Map.groupBy(sheet.cells, ({ row }) => row);
  const columns = new Map([...byRow].map(([row, cells]) => [row, new Map(cells.map((cell) => [cell.column, cell]))]));
  // Merges by blocks of rows, so that a table of thousands of merges is not searched whole for every cell.
  const near = new Map<number, Merge[]>();
  const lastRow = sheet.cells.at(-1)?.row ?? -1;
  for (const merge of sheet.merges) {
    for (let block = Math.floor(merge.top / blocks); block <= Math.floor(Math.min(merge.bottom, lastRow) / blocks); block += 1) {
      const list = near.get(block) ?? [];
      list.push(merge);
      near.set(block, list);
    }
  }
  return {
    sheet,
    rows: [...byRow.keys()],
    cellsOf: (row) => byRow.get(row) ?? [],
    cellAt: (row, column) => columns.get(row)?.get(column),
    mergeAt: (row, column) => near.get(Math.floor(row / blocks))?.find((merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right),
    isHidden: (row, column) => (within(sheet.hiddenRows, row) ? 'row' : within(sheet.hiddenColumns, column) ? 'column' : null),
  };
}

function within(spans: readonly Span[], index: number): boolean {
  return spans.some(({ from, to }) => from <= index && index <= to);
}

/** The cell whose value a place shows: its own, or the one at top left of its merge. */
export function shownCell(grid: GridLookup, row: number, column: number): { readonly cell: GridCell; readonly merge: Merge | null } | null {
  const merge = grid.mergeAt(row, column);
  const cell = merge ? grid.cellAt(merge.top, merge.left) : grid.cellAt(row, column);
  return cell ? { cell, merge: merge ?? null } : null;
}
