import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { Sheet } from './grid.ts';
import { type GridLookup, lookUp, shownCell } from './grid-lookup.ts';
import { knownLevels } from './headings.ts';
import type { ColumnMapping, ImportMapping, TableMapping } from './mapping.ts';
import { proposeColumns } from './propose-columns.ts';
import type { ProposedTable } from './propose-tables.ts';
import { sectionColumn } from './section-rows.ts';
import { oneLine } from './text-forms.ts';

/**
 * How the tables of a workbook seem to be meant: by their headings, and by their cells where headings say too little.
 *
 * @param chosen whether each table is used, where a person has said so
 */
export function proposeMapping(tables: readonly ProposedTable[], sheets: readonly Sheet[], chosen: readonly boolean[] = []): ImportMapping {
  const grids = new Map(sheets.map((sheet) => [sheet.name, lookUp(sheet)]));
  const proposed = tables.map((table, index): TableMapping & { table: ProposedTable } => {
    const grid = grids.get(table.sheet)!;
    const columns = proposeColumns(table, (column) => columnTexts(grid, table, column));
    const useful = columns.some(({ role }) => role === 'level-title' || role === 'row-title' || role === 'indicator-title') && table.rows.length > 0;
    return { sheet: table.sheet, use: chosen[index] ?? (useful && grid.sheet.state === 'visible'), columns, table };
  });
  const names = levelNames(proposed.filter(({ use }) => use).map(({ table, columns }) => levelsOf(columns, rowLevels(grids.get(table.sheet)!, table, columns))));
  const levels = names.map((name, index) => ({ id: knownLevels[name]?.id ?? `level-${index + 1}`, name }));
  const idOf = new Map(levels.map(({ id, name }) => [name, id]));
  const mappings = proposed.map(({ sheet, use, columns }) => ({ sheet, use, columns: columns.map((column) => withLevelId(column, idOf)) }));
  const texts = sheets.flatMap(({ cells }) => cells.slice(0, 2000).map(({ text }) => text));
  const title = planTitle(tables, sheets);
  const years = mappings.filter(({ use }) => use).flatMap(({ columns }) => columns.flatMap(({ role, fiscalYear }) => ((role === 'report' || role === 'indicator-measurement') && fiscalYear !== undefined ? [fiscalYear] : [])));
  return {
    format: 'ayumi-mapping/1',
    municipality: { code: null, name: title === null ? null : (/^(.{1,8}?[市区町村])(?!民|立|史|内|営|役|場|議)/.exec(title)?.[1] ?? null), fiscalYearLabels: labelling(texts) },
    plan: { id: null, title },
    reportYear: years.length > 0 ? Math.max(...years) : null,
    levels, tables: mappings, departments: [], nodes: [], indicators: [],
  };
}

/** Texts of a column over the rows of data, merged cells once. */
export function columnTexts(grid: GridLookup, { rows, sections }: ProposedTable, column: number): string[] {
  if (column === sectionColumn) return sections.map((section) => oneLine(grid.cellAt(section.row, section.column)?.text ?? ''));
  return rows.slice(0, 500).flatMap((row) => {
    const shown = shownCell(grid, row, column);
    return shown && (!shown.merge || shown.merge.top === row) ? [oneLine(shown.cell.text)] : [];
  });
}

function rowLevels(grid: GridLookup, table: ProposedTable, columns: readonly ColumnMapping[]): string[] {
  const at = columns.findIndex(({ role }) => role === 'row-level');
  const column = table.columns[at]?.column;
  return column === undefined ? [] : [...new Set(columnTexts(grid, table, column))];
}

function levelsOf(columns: readonly ColumnMapping[], byRow: readonly string[]): string[] {
  return byRow.length > 0 ? [...byRow] : [...new Set(columns.flatMap(({ role, level }) => (role === 'level-title' && level !== undefined ? [level] : [])))];
}

/** One order of levels out of those of all tables: the longest list, the others' names put where their neighbours stand. */
function levelNames(lists: readonly (readonly string[])[]): string[] {
  const [longest = [], ...others] = lists.toSorted((a, b) => b.length - a.length);
  const names = [...longest];
  for (const list of others) {
    for (const [index, name] of list.entries()) {
      if (names.includes(name)) continue;
      const after = list.slice(index + 1).find((next) => names.includes(next));
      names.splice(after === undefined ? names.length : names.indexOf(after), 0, name);
    }
  }
  return names.slice(0, 8);
}

function withLevelId({ level, ...column }: ColumnMapping, ids: ReadonlyMap<string, string>): ColumnMapping {
  const id = level === undefined ? undefined : ids.get(level);
  return { ...column, ...(id !== undefined && { level: id }) };
}

function planTitle(tables: readonly ProposedTable[], sheets: readonly Sheet[]): string | null {
  const lines = [...tables.map(({ title }) => title ?? ''), ...sheets.flatMap(({ cells }) => cells.filter(({ row }) => row < 5).map(({ text }) => oneLine(text)))];
  const line = lines.find((text) => text.length <= 60 && /(計画|プラン|大綱|総合戦略|ビジョン)/.test(text) && !/^[※（(]/.test(text));
  return line === undefined ? null : (/^(.*?(?:計画|プラン|大綱|総合戦略|ビジョン))/.exec(line)?.[1] ?? line).trim();
}

/** Both choices are the municipality's: what its own workbook does is taken. */
function labelling(texts: readonly string[]): FiscalYearLabelling {
  const all = texts.join('\n');
  const digits = /(令和|平成)[０-９]{2}年/.test(all) ? 'full-width' : /(令和|平成)[０-９]年/.test(all) ? 'single-full-width' : /(令和|平成)\d年/.test(all) ? 'half-width' : 'single-full-width';
  return { firstReiwaYear: /(平成31|平成３１)年度/.test(all) && !/令和元年度/.test(all) ? '平成31年度' : '令和元年度', digits };
}
