import { cellName, type GridCell, type Sheet } from '../../domain/plan-import/grid.ts';
import { type GridLookup, lookUp } from '../../domain/plan-import/grid-lookup.ts';
import type { ReturnedCell, ReturnedRow, ReturnedWorkbook } from '../../domain/survey/returned.ts';
import { parseRowKey } from '../../domain/survey/row-key.ts';
import { foldLabel, type SurveyColumn, surveyColumns, type SurveyTable, surveyTables } from '../../domain/survey/tables.ts';
import { restore } from '../csv/csv-text.ts';
import { columnMark, identityMarks, toWrite } from './marks.ts';

/** Where a table stands in a sheet: its columns by key, and the row from which its rows follow. */
interface FoundTable {
  readonly table: SurveyTable;
  readonly columns: ReadonlyMap<string, number>;
  readonly from: number;
}

/** Headings are looked for no further down than this where the hidden marks are gone. */
const headingRows = 30;
/** So many headings of a table must be there for a row to be its header. */
const fewestHeadings = 4;

/**
 * Finds the tables of a survey workbook in the sheets of a foreign file, wherever the department has moved them: by the hidden
 * marks of the columns, else by the headings. Nothing is believed here and nothing is judged.
 */
export function readSurveySheets(sheets: readonly Sheet[]): ReturnedWorkbook {
  const grids = sheets.map(lookUp);
  const columns: Partial<Record<SurveyTable, readonly string[]>> = {};
  const rows: ReturnedRow[] = [];
  for (const grid of grids) {
    const found = byMarks(grid) ?? byHeadings(grid);
    if (!found) continue;
    columns[found.table] = [...new Set([...(columns[found.table] ?? []), ...found.columns.keys()])];
    rows.push(...rowsOf(grid, found));
  }
  return { said: identityIn(grids), columns, rows };
}

function identityIn(grids: readonly GridLookup[]): ReturnedWorkbook['said'] {
  const said = new Map<string, string>();
  for (const grid of grids) for (const cell of grid.sheet.cells) {
    const name = identityMarks.get(cell.text.trim());
    if (name && !said.has(name)) said.set(name, grid.cellsOf(cell.row).find(({ column }) => column === cell.column + 1)?.text.trim() ?? '');
  }
  const one = (name: string) => said.get(name) ?? '';
  return { format: one('format'), city: one('city'), plan: one('plan'), year: one('year'), departments: one('departments') };
}

function byMarks(grid: GridLookup): FoundTable | null {
  for (const row of grid.rows) {
    const marks = grid.cellsOf(row).flatMap(({ text, column }) => {
      const mark = columnMark(text);
      return mark ? [{ ...mark, column }] : [];
    });
    const [first] = marks;
    if (!first || marks.length < 2) continue;
    const columns = new Map<string, number>();
    for (const { table, key, column } of marks) if (table === first.table && !columns.has(key)) columns.set(key, column);
    // A column that was put in anew has a heading and no mark.
    const headerRow = grid.rows.find((index) => index < headingRows && headingsIn(grid, index, first.table).size >= fewestHeadings);
    for (const [key, column] of headerRow === undefined ? [] : headingsIn(grid, headerRow, first.table)) if (!columns.has(key)) columns.set(key, column);
    const firstKey = grid.rows.find((index) => parseRowKey(grid.cellAt(index, columns.get('key') ?? -1)?.text ?? '') !== null);
    return { table: first.table, columns, from: headerRow === undefined ? (firstKey ?? 0) : headerRow + 1 };
  }
  return null;
}

function byHeadings(grid: GridLookup): FoundTable | null {
  for (const row of grid.rows.filter((index) => index < headingRows)) {
    for (const table of surveyTables) {
      const columns = headingsIn(grid, row, table);
      if (columns.size >= fewestHeadings && columns.has('number') && surveyColumns[table].some(({ key, answer }) => answer && columns.has(key))) return { table, columns, from: row + 1 };
    }
  }
  return null;
}

function headingsIn(grid: GridLookup, row: number, table: SurveyTable): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { text, column } of row < 0 ? [] : grid.cellsOf(row)) {
    const found = surveyColumns[table].find(({ heading }) => foldLabel(heading) === foldLabel(text).replace(foldLabel(toWrite), ''));
    if (found && !columns.has(found.key)) columns.set(found.key, column);
  }
  return columns;
}

/** Rows that have a key, or something in a column that the department writes in. Notes and totals below the table are neither. */
function rowsOf(grid: GridLookup, { table, columns, from }: FoundTable): ReturnedRow[] {
  const wanted = new Map(surveyColumns[table].map((column): [string, SurveyColumn] => [column.key, column]));
  return grid.rows.filter((row) => row >= from && headingsIn(grid, row, table).size < fewestHeadings && !grid.cellsOf(row).some(({ text }) => columnMark(text) !== null)).flatMap((row): ReturnedRow[] => {
    const cells: Record<string, ReturnedCell> = {};
    const places: Record<string, string> = {};
    for (const [key, column] of columns) {
      places[key] = cellName(row, column);
      if (!wanted.get(key)?.answer && key !== 'key' && key !== 'number') continue;
      const cell = cellAt(grid, row, column);
      if (cell) cells[key] = cell;
    }
    const written = Object.keys(cells).some((key) => wanted.get(key)?.answer && cells[key]?.fault !== 'merged');
    if (!written && parseRowKey(cells['key']?.text ?? '') === null) return [];
    return [{ table, sheet: grid.sheet.name, row: row + 1, key: cells['key']?.text.trim() || null, cells, places }];
  });
}

function cellAt(grid: GridLookup, row: number, column: number): ReturnedCell | null {
  const cell = cellName(row, column);
  const merge = grid.mergeAt(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) return { text: '', cell, day: null, fault: 'merged', formula: false };
  const found = grid.cellAt(row, column);
  return found ? returned(found, cell) : null;
}

function returned({ text, kind, value, formula }: GridCell, cell: string): ReturnedCell {
  const fault = kind === 'error' ? 'error' : kind === 'formula' ? 'no-result' : null;
  return { text: kind === 'text' ? restore(text) : text, cell, day: kind === 'date' ? String(value).slice(0, 10) : null, fault, formula };
}
