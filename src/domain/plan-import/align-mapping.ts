import type { Sheet } from './grid.ts';
import type { ColumnMapping, ImportMapping, TableMapping } from './mapping.ts';
import { pairTables } from './pair-tables.ts';
import { proposeMapping } from './propose-mapping.ts';
import type { ProposedTable } from './propose-tables.ts';
import { tablesUnder } from './tables-under.ts';
import { bareHeading } from './text-forms.ts';

/**
 * The mapping of an earlier workbook laid over the tables of this one, in their order. Columns that are not there stay in the
 * mapping, so that they are named as missing until a person has looked; a new column takes the place of a missing one that
 * means the same (令和３年度の取組状況 of 令和２年度の取組状況), and any other is not used.
 */
export function alignMapping(sheets: readonly Sheet[], earlier: ImportMapping): ImportMapping {
  const saved = withoutNeedlessRows(sheets, earlier);
  const tables = tablesUnder(sheets, saved.tables);
  const { pairs, lost } = pairTables(tables, saved.tables);
  const proposal = proposeMapping(tables, sheets, tables.map(() => true));
  const names = new Map(proposal.levels.map(({ id, name }) => [id, name]));
  const idOf = (level: string | undefined) => saved.levels.find(({ name }) => name === names.get(level ?? ''))?.id;
  const aligned = tables.map((table, index): TableMapping => {
    const proposed = proposal.tables[index]!.columns.map((column) => withLevel(column, idOf(column.level)));
    const paired = pairs.find((pair) => pair.table === table)?.tableMapping;
    if (!paired) return { sheet: table.sheet, use: false, columns: proposed };
    return { ...paired, sheet: table.sheet, columns: alignColumns(table, paired.columns, proposed) };
  });
  const years = aligned.filter(({ use }) => use).flatMap(({ columns }) => columns.flatMap(({ role, fiscalYear }) => ((role === 'report' || role === 'indicator-measurement') && fiscalYear !== undefined ? [fiscalYear] : [])));
  return { ...saved, tables: [...aligned, ...lost.filter(({ use }) => use)], reportYear: years.length > 0 ? Math.max(...years) : saved.reportYear };
}

/** Rows move from year to year: where the headers are found by their words, those that a person gave are forgotten. */
function withoutNeedlessRows(sheets: readonly Sheet[], saved: ImportMapping): ImportMapping {
  const free = saved.tables.map(({ sheet, use, columns }) => ({ sheet, use, columns }));
  const { lost } = pairTables(tablesUnder(sheets, []), free);
  return lost.some(({ use }) => use) ? saved : { ...saved, tables: free };
}

function alignColumns(table: ProposedTable, saved: readonly ColumnMapping[], proposed: readonly ColumnMapping[]): ColumnMapping[] {
  const missing = [...saved];
  const found = table.columns.map(({ heading, nth }) => {
    const at = missing.findIndex((column) => bareHeading(column.heading) === bareHeading(heading) && column.nth === nth);
    return at < 0 ? null : missing.splice(at, 1)[0]!;
  });
  const columns = found.map((column, index): ColumnMapping => {
    if (column) return column;
    const proposal = proposed[index]!;
    const at = missing.findIndex(({ role, level }) => role !== 'ignore' && role === proposal.role && level === proposal.level);
    if (at < 0) return { heading: proposal.heading, nth: proposal.nth, role: 'ignore', reason: '前回の読み方にない列' };
    return { ...proposal, reason: `前回の「${missing.splice(at, 1)[0]!.heading}」に代わる列とした` };
  });
  return [...columns, ...missing.filter(({ role }) => role !== 'ignore')];
}

function withLevel({ heading, nth, role, fiscalYear, reason }: ColumnMapping, level: string | undefined): ColumnMapping {
  return { heading, nth, role, reason, ...(level !== undefined && { level }), ...(fiscalYear !== undefined && { fiscalYear }) };
}
