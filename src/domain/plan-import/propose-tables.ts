import { cellName, columnName, type Sheet, type Span } from './grid.ts';
import { type GridLookup, lookUp } from './grid-lookup.ts';
import { joinHeadings, readHeader } from './header-rows.ts';
import { suggestRole } from './headings.ts';
import { sectionColumn, type SectionRow, sectionRows } from './section-rows.ts';

export interface ProposedColumn {
  readonly column: number;
  /** Rows of the heading joined with ／; empty where the column has none. */
  readonly heading: string;
  /** Which of the columns with the same heading, from 1. */
  readonly nth: number;
}

/** A row that is not an element of the plan, and why. */
export interface SetAside { readonly row: number; readonly text: string; readonly why: 'note' | 'title' | 'repeated-header' | 'total' }

/** A table as it seems to stand on a sheet. */
export interface ProposedTable {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly columns: readonly ProposedColumn[];
  /** Rows of data, from the top. */
  readonly rows: readonly number[];
  /** The line above the table. */
  readonly title: string | null;
  readonly setAside: readonly SetAside[];
  /** Lines between the rows that name an upper level; they are read as a column of their own. */
  readonly sections: readonly SectionRow[];
  /** Why the header was taken for one, as Japanese phrases. */
  readonly reasons: readonly string[];
}

/** No sheet of a plan has more tables; what follows the last header belongs to its table, which is then too long to be read. */
const mostHeaders = 200;

const noteMark = /^\s*([※＊*]|注\s*[0-9０-９:：)）]?|[（(]注|備考|出典|資料[:：]|（※|凡例)/;
const total = /^(合計|小計|総計|計|総合計)$/;

/**
 * The tables of a sheet: where their headers, data, titles and notes are. Any number of them, below or beside each other.
 *
 * @param given rows of the headers, from 0, where a person has said which they are; no others are looked for then
 */
export function proposeTables(sheet: Sheet, given: readonly Span[] = []): ProposedTable[] {
  const grid = lookUp(sheet);
  const sections = sectionRows(grid);
  const headers = given.length > 0 ? givenHeaders(grid, given) : foundHeaders(grid);
  const tables: ProposedTable[] = [];
  let current: Draft | null = null;
  let above = 0;
  const flush = () => { if (current) tables.push(...finish(grid, current, sections)); };
  for (const [index, header] of headers.entries()) {
    const end = headers[index + 1]?.top ?? Infinity;
    const headings = joinHeadings(grid, header.top, header.bottom);
    const rows = grid.rows.filter((row) => row > header.bottom && row < end);
    const key = headings.map(({ column, heading }) => `${column}:${heading}`).join('|');
    if (current && current.key === key) {
      // A table that goes on over pages prints its header again.
      current.setAside.push({ row: header.top, text: headings[0]?.heading ?? '', why: 'repeated-header' });
      current.rows.push(...rows);
    } else {
      const title: string | null = current ? takeTitle(grid, current) : titleAbove(grid, above, header.top);
      flush();
      current = { key, top: header.top, bottom: header.bottom, headings, rows, title, setAside: [], reasons: header.reasons };
    }
    above = header.bottom + 1;
  }
  flush();
  return tables;
}

interface Header { readonly top: number; readonly bottom: number; readonly reasons: readonly string[] }

/** The rows that a person has named, as far as they hold something; of two that overlap the first counts. */
function givenHeaders(grid: GridLookup, given: readonly Span[]): Header[] {
  const headers: Header[] = [];
  for (const { from, to } of given.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from <= (headers.at(-1)?.bottom ?? -1) || !grid.rows.some((row) => row >= from && row <= to)) continue;
    headers.push({ top: from, bottom: to, reasons: [from === to ? `${from + 1}行目と指定されている` : `${from + 1}行目から${to + 1}行目までと指定されている`] });
  }
  return headers;
}

function foundHeaders(grid: GridLookup): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index < grid.rows.length && headers.length < mostHeaders; index += 1) {
    const header = readHeader(grid, index);
    if (!header) continue;
    headers.push(header);
    while (grid.rows[index + 1] !== undefined && grid.rows[index + 1]! <= header.bottom) index += 1;
  }
  if (headers.length > 0) return headers;
  const first = grid.rows.findIndex((row, index) => grid.cellsOf(row).length >= 2 && (grid.cellsOf(grid.rows[index + 1] ?? -1).length >= 2));
  const row = grid.rows[first];
  return row === undefined ? [] : [{ top: row, bottom: row, reasons: ['見出しの言葉からは判断できないため、二つ以上のセルが並ぶ最初の行を見出しとした'] }];
}

interface Draft {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  readonly headings: readonly { column: number; heading: string }[];
  readonly rows: number[];
  readonly title: string | null;
  readonly setAside: SetAside[];
  readonly reasons: readonly string[];
}

function titleAbove(grid: GridLookup, from: number, to: number): string | null {
  const texts = grid.rows.filter((row) => row >= from && row < to).flatMap((row) => (grid.cellsOf(row).length <= 2 ? [grid.cellsOf(row)[0]!.text.trim()] : []));
  return texts.find((text) => /計画|プラン|大綱|戦略|ビジョン/.test(text)) ?? texts.at(-1) ?? null;
}

/** The line directly above the next table is that table's title, not data of this one. */
function takeTitle(grid: GridLookup, table: Draft): string | null {
  const row = table.rows.at(-1);
  if (row === undefined || grid.cellsOf(row).length !== 1) return null;
  const text = grid.cellsOf(row)[0]!.text.trim();
  if (noteMark.test(text) || text.length > 60) return null;
  table.rows.pop();
  return text;
}

function finish(grid: GridLookup, draft: Draft, allSections: readonly SectionRow[]): ProposedTable[] {
  const groups = sideBySide(grid, draft);
  return groups.map((headings) => {
    const left = headings[0]!.column;
    const right = headings.at(-1)!.column;
    const mine = (row: number) => grid.cellsOf(row).filter(({ column }) => column >= left && column <= right);
    const setAside = [...draft.setAside];
    const sections = sectionsFor(headings, allSections, draft.rows.at(-1) ?? draft.bottom);
    let rows = draft.rows.filter((row) => mine(row).length > 0 && !sections.some((section) => section.row === row));
    // From the bottom: lines of one cell that are marked as notes or stand apart.
    for (let row = rows.at(-1); row !== undefined; row = rows.at(-1)) {
      const [first, ...others] = mine(row);
      const apart = rows.length > 1 && row - rows.at(-2)! > 1;
      const marked = noteMark.test(first!.text);
      if (others.length > 1 || !(marked || (others.length === 0 && apart && headings.length > 2 && first!.kind === 'text'))) break;
      setAside.push({ row, text: mine(row).map(({ text }) => text).join(' '), why: 'note' });
      rows.pop();
    }
    rows = rows.filter((row) => {
      const [first, ...others] = mine(row);
      const why = others.length === 0 && noteMark.test(first!.text) ? 'note' : total.test(first!.text.replace(/\s/g, '')) ? 'total' : null;
      if (why) setAside.push({ row, text: first!.text, why });
      return why === null;
    });
    const seen = new Map<string, number>();
    const columns = [...(sections.length > 0 ? [{ column: sectionColumn, heading: sections[0]!.level }] : []), ...headings].map(({ column, heading }) => {
      const nth = (seen.get(heading) ?? 0) + 1;
      seen.set(heading, nth);
      return { column, heading, nth };
    });
    const headerRows = Array.from({ length: draft.bottom - draft.top + 1 }, (_, index) => draft.top + index);
    return { sheet: grid.sheet.name, headerRows, columns, rows, sections, title: draft.title, setAside: setAside.toSorted((a, b) => a.row - b.row), reasons: draft.reasons };
  });
}

/** The lines that name a level which the table has no column for, where it is a table of elements. */
function sectionsFor(headings: readonly { heading: string }[], sections: readonly SectionRow[], last: number): SectionRow[] {
  const suggestions = headings.map(({ heading }) => suggestRole(heading));
  const own = new Set(suggestions.map((suggestion) => suggestion?.levelName));
  if (!suggestions.some((suggestion) => suggestion?.role === 'level-title' || suggestion?.role === 'row-title') || suggestions.some((suggestion) => suggestion?.role === 'row-level')) return [];
  const first = sections.find(({ level }) => !own.has(level));
  return sections.filter(({ level, row }) => level === first?.level && row <= last);
}

/** Tables beside each other are parted by a column that is blank from header to end, and each has headings of its own. */
function sideBySide(grid: GridLookup, { headings, rows }: Draft): (readonly { column: number; heading: string }[])[] {
  const filled = new Set(rows.flatMap((row) => grid.cellsOf(row).map(({ column }) => column)));
  const groups: { column: number; heading: string }[][] = [];
  let last = -2;
  for (const heading of headings) {
    if (heading.heading === '' && !filled.has(heading.column)) continue;
    if (heading.column - last > 1 || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(heading);
    last = heading.column;
  }
  const named = (group: readonly { heading: string }[]) => group.some(({ heading }) => ['level-title', 'row-title', 'indicator-title', 'number', 'indicator-number', 'level-number'].includes(suggestRole(heading)?.role ?? ''));
  if (groups.length > 1 && groups.every((group) => group.length > 1 && named(group))) return groups;
  return groups.length > 0 ? [groups.flat()] : [];
}

/** Where a table stands, for a person: A4:H20. */
export function tablePlace({ headerRows, columns, rows }: ProposedTable): string {
  return `${cellName(headerRows[0] ?? 0, columns.find(({ column }) => column >= 0)?.column ?? 0)}:${columnName(columns.at(-1)?.column ?? 0)}${(rows.at(-1) ?? headerRows.at(-1) ?? 0) + 1}`;
}

