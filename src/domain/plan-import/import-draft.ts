import type { Department } from '../organization/department.ts';
import type { Municipality } from '../plan/municipality.ts';
import type { Plan } from '../plan/plan.ts';
import { alignMapping } from './align-mapping.ts';
import type { Sheet } from './grid.ts';
import type { ColumnMapping, ImportMapping, TableMapping } from './mapping.ts';
import { proposeMapping } from './propose-mapping.ts';
import { tablesUnder } from './tables-under.ts';
import { bareHeading } from './text-forms.ts';

/** What a person has chosen so far for a workbook that is being taken in as a plan. Kept between the pages of the import. */
export interface ImportDraft {
  /** Id of the stored plan that the workbook brings up to date; null for a new plan. */
  updates: string | null;
  mapping: ImportMapping;
  /** What no table says of a plan and the bundle has a place for. */
  facts: PlanFacts;
  /** Names of the pages that a person has confirmed. */
  settled: string[];
}

export interface PlanFacts {
  period: { from: number; to: number } | null;
  /** YYYY-MM or YYYY-MM-DD. */
  adopted: string | null;
  headquarters: { name: string; chair: string | null } | null;
}

/** What a draft is begun from. */
export interface DraftGround {
  readonly sheets: readonly Sheet[];
  readonly municipality: Municipality;
  /** The plan that is brought up to date, and how its workbook was read last time. */
  readonly stored: Plan | null;
  readonly saved: ImportMapping | null;
}

const noFacts: PlanFacts = { period: null, adopted: null, headquarters: null };

/** The first proposal: as the workbook was read last time, or by its headings; of a stored plan every id is remembered. */
export function beginDraft({ sheets, municipality, stored, saved }: DraftGround): ImportDraft {
  const mapping = saved ? alignMapping(sheets, saved) : proposeMapping(tablesUnder(sheets, []), sheets);
  const facts = stored ? { period: stored.period, adopted: stored.adopted, headquarters: stored.headquarters } : noFacts;
  const plan = stored ? { id: stored.id, title: stored.title } : mapping.plan;
  return { updates: stored?.id ?? null, mapping: inPlan({ ...mapping, municipality, plan }, stored), facts, settled: [] };
}

/** A table as it was chosen: whether it is used, and the rows of its header as Excel counts them. */
export interface TableChoice { readonly sheet: string; readonly use: boolean; readonly from: number; readonly to: number }

/**
 * The draft with other tables. What was said of the columns of a table that has the same headings stays; all else is proposed
 * anew, since the levels of a plan come from the tables that are used.
 */
export function withTables(draft: ImportDraft, ground: Pick<DraftGround, 'sheets' | 'stored'>, choices: readonly TableChoice[]): ImportDraft {
  const { mapping } = draft;
  const { sheets, stored } = ground;
  const before = tablesUnder(sheets, mapping.tables);
  const rowsOf = (sheet: string, rows: readonly number[]) => `${sheet} ${(rows[0] ?? 0) + 1} ${(rows.at(-1) ?? 0) + 1}`;
  const known = new Set(before.map(({ sheet, headerRows }) => rowsOf(sheet, headerRows)));
  const moved = new Set(choices.filter(({ sheet, from, to }) => !known.has(`${sheet} ${from} ${to}`)).map(({ sheet }) => sheet));
  // Headers that would be found in these very rows anyway need not be remembered.
  const found = Map.groupBy(tablesUnder(sheets, []), ({ sheet }) => sheet);
  const asFound = (sheet: string) => {
    const rows = (found.get(sheet) ?? []).map(({ headerRows }) => rowsOf(sheet, headerRows));
    return choices.filter((choice) => choice.sheet === sheet).every(({ from, to }) => rows.includes(`${sheet} ${from} ${to}`));
  };
  const given = choices.filter(({ sheet }) => !asFound(sheet) && (moved.has(sheet) || mapping.tables.some((table) => table.sheet === sheet && table.headerRows !== undefined)));
  const tables = tablesUnder(sheets, given.map(({ sheet, from, to }) => ({ sheet, headerRows: { from, to } })));
  const use = tables.map(({ sheet, headerRows }, index) => (moved.size === 0 ? choices[index]?.use : choices.find((choice) => rowsOf(sheet, headerRows) === `${choice.sheet} ${choice.from} ${choice.to}`)?.use) ?? false);
  const same = moved.size === 0 && mapping.tables.length === tables.length && mapping.tables.every((table, index) => table.use === use[index]);
  if (same) return draft;
  const proposed = proposeMapping(tables, sheets, use);
  const next = inPlan({ ...mapping, levels: proposed.levels, reportYear: proposed.reportYear, tables: proposed.tables }, stored);
  const levels = new Set(next.levels.map(({ id }) => id));
  const merged = next.tables.map((table, index): TableMapping => {
    const columns = keptColumns(mapping.tables, table);
    const headerRows = given.find(({ sheet, from, to }) => rowsOf(tables[index]!.sheet, tables[index]!.headerRows) === `${sheet} ${from} ${to}`);
    return {
      ...table, ...(headerRows && { headerRows: { from: headerRows.from, to: headerRows.to } }),
      ...(table.use && columns && columns.every(({ role, level }) => level === undefined || levels.has(level) || role === 'ignore') && { columns }),
    };
  });
  return { ...draft, mapping: { ...next, tables: merged }, settled: draft.settled.filter((page) => page !== 'levels' && !page.startsWith('columns')) };
}

/** What was said of the columns of a table before, those that it misses too; nothing where it has a column that was not there. */
function keptColumns(before: readonly TableMapping[], { sheet, columns }: TableMapping): ColumnMapping[] | undefined {
  const same = (a: ColumnMapping, b: ColumnMapping) => a.heading === b.heading && a.nth === b.nth;
  const old = before.find((table) => table.sheet === sheet && columns.every((column) => table.columns.some((other) => same(other, column))))?.columns;
  return old && [...columns.map((column) => old.find((other) => same(other, column))!), ...old.filter((other) => !columns.some((column) => same(other, column)))];
}

/** The draft with these levels, from the top. A level keeps its id by its name, else by its place where their number is the same. */
export function withLevels(draft: ImportDraft, names: readonly string[], stored: Plan | null): ImportDraft {
  const { levels: before } = draft.mapping;
  const used = new Set(before.map(({ id }) => id));
  const byName = new Map(before.map((level) => [level.name, level.id]));
  const levels = names.map((name, index) => {
    const old = byName.get(name) ?? (names.length === before.length && !names.includes(before[index]!.name) ? before[index]!.id : undefined);
    if (old !== undefined) return { id: old, name };
    let count = index + 1;
    while (used.has(`level-${count}`)) count += 1;
    used.add(`level-${count}`);
    return { id: `level-${count}`, name };
  });
  const kept = new Set(levels.map(({ id }) => id));
  const tables = draft.mapping.tables.map((table) => ({ ...table, columns: table.columns.map(({ level, ...column }): ColumnMapping => {
    if (level === undefined || kept.has(level)) return { ...column, ...(level !== undefined && { level }) };
    return { ...column, role: 'ignore', reason: '階層を除いたため、使わない' };
  }) }));
  return { ...draft, mapping: inPlan({ ...draft.mapping, levels, tables }, stored) };
}

/** The draft with other columns of one table. */
export function withColumns(draft: ImportDraft, index: number, columns: readonly ColumnMapping[]): ImportDraft {
  const tables = draft.mapping.tables.map((table, position) => (position === index ? { ...table, columns: [...columns] } : table));
  return { ...draft, mapping: { ...draft.mapping, tables } };
}

/** The draft after a page was confirmed. */
export function settle(draft: ImportDraft, page: string): ImportDraft {
  return { ...draft, settled: [...draft.settled.filter((other) => other !== page), page] };
}

/** Departments of the city keep their ids, whatever plan named them first; a new one gets an id that none has. */
export function withKnownDepartments(mapping: ImportMapping, known: readonly Department[]): ImportMapping {
  const names = new Set(mapping.departments.map(({ name }) => name));
  return { ...mapping, departments: [...known.filter(({ name }) => !names.has(name)).map(({ id, name }) => ({ id, name })), ...mapping.departments] };
}

/** Levels, elements and indicators under the ids of the plan that is stored, so that only what changed is changed. */
function inPlan(mapping: ImportMapping, stored: Plan | null): ImportMapping {
  if (!stored) return mapping;
  const ids = new Map(mapping.levels.map(({ id, name }) => [id, stored.levels.find((level) => bareHeading(level.name) === bareHeading(name))?.id ?? id]));
  const idOf = (id: string) => ids.get(id) ?? id;
  const known = new Set(mapping.nodes.map(({ id }) => id));
  const indicators = new Set(mapping.indicators.map(({ id }) => id));
  return {
    ...mapping,
    levels: mapping.levels.map(({ id, name }) => ({ id: idOf(id), name })),
    tables: mapping.tables.map((table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, ...(column.level !== undefined && { level: idOf(column.level) }) })) })),
    nodes: [...mapping.nodes, ...stored.nodes.filter(({ id }) => !known.has(id)).map(({ id, level, parentId, number, title }) => ({ id, level, parent: parentId, number, title }))],
    indicators: [...mapping.indicators, ...stored.indicators.filter(({ id }) => !indicators.has(id)).map(({ id, number, title, kind }) => ({ id, number, title, kind }))],
  };
}
