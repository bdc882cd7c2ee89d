import { type Suggestion, suggestRole } from './headings.ts';
import type { ColumnMapping, ColumnRole } from './mapping.ts';
import { isNumber } from './numbering.ts';
import type { ProposedColumn, ProposedTable } from './propose-tables.ts';
import { bareHeading, isDitto } from './text-forms.ts';

/** The name of the lowest level where the workbook gives it none. */
export const unnamedLevel = '取組項目';

type Role = ColumnRole | 'number' | 'year-figure';
interface Working { readonly column: ProposedColumn; readonly texts: readonly string[]; role: Role; level?: string; fiscalYear?: number; reason: string }

/** Proposes what each column means; `level` holds the name of a level here, not yet its id. */
export function proposeColumns(table: ProposedTable, textsOf: (column: number) => readonly string[]): ColumnMapping[] {
  const columns = table.columns.map((column): Working => {
    const suggestion: Suggestion = suggestRole(column.heading) ?? { role: 'ignore', reason: column.heading === '' ? '見出しがない' : `見出し「${column.heading}」の意味を判断できない` };
    const { role, levelName, fiscalYear, reason } = suggestion;
    return { column, texts: textsOf(column.column), role, reason, ...(levelName !== undefined && { level: levelName }), ...(fiscalYear !== undefined && { fiscalYear }) };
  });
  settleRowLevels(columns);
  settleNumbers(columns);
  settleTitles(columns);
  settleIndicators(columns);
  settleReports(columns);
  settleDepartments(columns);
  settleLevelsOfNumbers(columns);
  return columns.map(({ column, role, level, fiscalYear, reason }) => ({
    heading: column.heading, nth: column.nth, role: role === 'number' || role === 'year-figure' ? 'ignore' : role,
    ...(level !== undefined && { level }), ...(fiscalYear !== undefined && { fiscalYear }), reason,
  }));
}

function become(column: Working, role: Role, reason: string, level?: string): void {
  column.role = role;
  column.reason = reason;
  if (level !== undefined) column.level = level;
  else delete column.level;
}

/** A column 階層 or 区分 says the level of each row only if its cells are names of levels and there is one title for all. */
function settleRowLevels(columns: Working[]): void {
  for (const column of columns.filter(({ role }) => role === 'row-level')) {
    const values = [...new Set(column.texts)];
    const named = values.length > 1 && values.length <= 8 && values.every((value) => suggestRole(value)?.role === 'level-title' || suggestRole(value)?.role === 'row-level');
    if (!named || columns.some(({ role }) => role === 'level-title')) become(column, 'ignore', '階層の名前が並んでいない');
    else column.reason += `（${values.join('、')}が並んでいる）`;
  }
}

/** Number columns: under the same merged heading as their title, or beside it without a heading of their own. */
function settleNumbers(columns: Working[]): void {
  const numeric = ({ texts }: Working) => {
    const given = texts.filter((text) => !isDitto(text));
    return given.length > 0 && given.filter(isNumber).length >= given.length * 0.8;
  };
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1];
    if (!next || !numeric(column)) continue;
    const adjacent = next.column.column === column.column.column + 1;
    if (column.role === 'level-title' && adjacent && !numeric(next) && (next.column.heading === '' || (next.role === 'level-title' && next.level === column.level))) {
      become(next, 'level-title', `「${column.column.heading}」の番号の右にある`, column.level);
      become(column, 'level-number', `「${column.column.heading}」のうち番号が並んでいる`, column.level);
    } else if (column.role === 'ignore' && column.column.heading === '' && adjacent && next.role === 'level-title') {
      become(column, 'level-number', `「${next.column.heading}」の左に番号が並んでいる`, next.level);
    } else if (column.role === 'indicator-title' && adjacent && (next.column.heading === '' || next.role === 'indicator-title')) {
      become(next, 'indicator-title', `「${column.column.heading}」の番号の右にある`);
      become(column, 'indicator-number', `「${column.column.heading}」のうち番号が並んでいる`);
    }
  }
}

/** Titles without a level's name: the row's where a column says its level, an indicator's, or the lowest level's. */
function settleTitles(columns: Working[]): void {
  const byRow = columns.some(({ role }) => role === 'row-level');
  const hasIndicatorNumber = columns.some(({ role }) => role === 'indicator-number');
  if (byRow && !columns.some(({ role }) => role === 'row-title')) {
    const title = columns.find(({ role }) => role === 'description' || role === 'level-title');
    if (title) become(title, 'row-title', '行の階層の列がある');
  }
  for (const column of columns.filter(({ role }) => role === 'row-title')) {
    if (byRow) continue;
    if (hasIndicatorNumber && !columns.some(({ role }) => role === 'indicator-title')) become(column, 'indicator-title', `${column.reason}（指標の番号の列がある）`);
    else become(column, 'level-title', `${column.reason}（階層の名前がないため「${unnamedLevel}」とした）`, unnamedLevel);
  }
  const titled = columns.some(({ role }) => role === 'level-title' || role === 'row-title' || role === 'indicator-title');
  const content = columns.find(({ role }) => role === 'description');
  if (!titled && content) become(content, 'level-title', `題名の列がないため、「${content.column.heading}」を「${unnamedLevel}」の題名とした`, unnamedLevel);
}

function settleIndicators(columns: Working[]): void {
  const has = columns.some(({ role }) => role === 'indicator-title');
  const levels = columns.some(({ role }) => role === 'level-title' || role === 'row-title');
  for (const column of columns) {
    if (column.role === 'year-figure') become(column, 'ignore', `${column.reason}、目標値か実績値かを判断できない`);
    if (column.role === 'description' && has && !levels) become(column, 'indicator-definition', `${column.reason}、指標の表にある`);
    if (!has && column.role.startsWith('indicator-')) become(column, 'ignore', `${column.reason}、指標の題名の列がない`);
  }
  if (!has) return;
  keepOne(columns, 'indicator-target', 'last', '目標年度の最後のものを目標値とした');
  keepOne(columns, 'indicator-baseline', 'first', '最初のものを基準値とした');
  keepOne(columns, 'indicator-measurement', 'last', '最後の年度のものを実績値とした');
}

function settleReports(columns: Working[]): void {
  keepOne(columns, 'report', 'last', '最後の年度のものを取組状況とした');
}

function keepOne(columns: Working[], role: ColumnRole, which: 'first' | 'last', why: string): void {
  const all = columns.filter((column) => column.role === role);
  if (all.length < 2) return;
  const byYear = all.toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0));
  const kept = which === 'first' ? byYear[0]! : byYear.at(-1)!;
  for (const column of all) if (column !== kept) become(column, 'ignore', `同じ意味の列が複数あり、${why}`);
  kept.reason += `（${why}）`;
}

/** Where a column of 部 stands beside one of 課, the 課 is responsible; the 部 is only what it belongs to. */
function settleDepartments(columns: Working[]): void {
  const all = columns.filter(({ role }) => role === 'departments');
  const upper = all.filter(({ column }) => /(部|局|部局)(名|名称)?$/.test(bareHeading(column.heading)));
  if (upper.length === 0 || upper.length === all.length) return;
  for (const column of upper) become(column, 'ignore', `${column.reason}、課の列がある`);
}

/** 番号 alone is the number of what stands to its right, else of the lowest level. */
function settleLevelsOfNumbers(columns: Working[]): void {
  const lowest = columns.findLast(({ role }) => role === 'level-title');
  for (const [index, column] of columns.entries()) {
    if (column.role !== 'number') continue;
    const next = columns.slice(index + 1).find(({ role }) => role !== 'ignore');
    const numbered = (level: string | undefined) => columns.some((other) => other.role === 'level-number' && other.level === level);
    if (next?.role === 'indicator-title') become(column, 'indicator-number', `${column.reason}（指標の左にある）`);
    else if (columns.some(({ role }) => role === 'row-title')) become(column, 'row-number', column.reason);
    else if (next?.role === 'level-title' && !numbered(next.level) && index > 0) become(column, 'level-number', `${column.reason}（「${next.column.heading}」の左にある）`, next.level);
    else if (lowest && !numbered(lowest.level)) become(column, 'level-number', `${column.reason}（最も下の階層「${lowest.level}」の番号とした）`, lowest.level);
    else if (!lowest && columns.some(({ role }) => role === 'indicator-title')) become(column, 'indicator-number', column.reason);
    else become(column, 'ignore', `${column.reason}、番号の列がすでにある`);
  }
}
