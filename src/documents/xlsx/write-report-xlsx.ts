import { writeXlsx } from 'hucre/xlsx';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Table } from '../csv/tables/column.ts';
import { decidedTables } from '../csv/tables/decided-tables.ts';
import { departmentTable, noteTable } from '../csv/tables/department-tables.ts';
import { errataTables } from '../csv/tables/errata-table.ts';
import { linkTable, wideIndicatorTable } from '../csv/tables/indicator-tables.ts';
import { paragraphTable } from '../csv/tables/paragraph-table.ts';
import { initiativeTable, nodeTable } from '../csv/tables/plan-tables.ts';
import { reorganisationTables } from '../csv/tables/reorganisation-table.ts';
import { refuseUnwritable } from '../csv/unwritable-text.ts';
import { aboutTable, aboutTitle, dictionaryTable, dictionaryTitle } from './about-sheet.ts';
import { sheetFont, sheetOf } from './sheet.ts';

/** Characters (UTF-16) that a cell of Excel takes. */
const longestCell = 32_767;

/**
 * An edition as an Excel workbook of tidy tables. The same edition gives the same bytes.
 *
 * @throws UnwritableTextError where a text does not fit into a cell; nothing is cut off
 */
export async function writeReportXlsx(published: PublishedEdition): Promise<Uint8Array> {
  const { edition } = published;
  refuseUnwritable(edition, longestCell);
  const headline = `${edition.plan.title}　${yearLabelOf(edition)}の進捗状況　${editionLabel(edition)}`;
  const tables = sheetTables(published);
  // The library takes the clock for what is not given.
  const day = new Date(`${edition.issuedOn ?? lastDayOf(edition.fiscalYear)}T00:00:00Z`);
  return writeXlsx({
    sheets: tables.map((table) => sheetOf(table, table.title, headline, frozenColumns[table.id] ?? 0)),
    properties: { title: `${edition.plan.title}　${yearLabelOf(edition)}の進捗状況`, creator: edition.municipality.name, created: day, modified: day },
    defaultFont: sheetFont,
  });
}

/** How many columns stay in sight beside the header, by table: those that say what a row is about. */
const frozenColumns: Readonly<Record<string, number>> = { nodes: 3, initiatives: 2, reports: 2, texts: 0, indicators: 2, departments: 2 };

/** The sheets in their order, under names that Excel takes. */
export function sheetTables(published: PublishedEdition): Table[] {
  const { edition } = published;
  const data = withSheetNames([
    nodeTable(edition),
    initiativeTable(edition),
    without(['区分', '階層'], paragraphTable(edition, { id: 'reports', title: '取組状況', description: 'この年度の取組状況。１行が一つの段落。' }, ['取組状況'])),
    without(['承認した職', '代決', '承認後の修正'], paragraphTable(edition, { id: 'texts', title: '前文と説明', description: '前文と、体系の要素の説明。１行が一つの段落。' }, ['前文', '説明'])),
    wideIndicatorTable(edition),
    withoutEmpty(linkTable(edition)),
    departmentTable(edition),
    noteTable(edition),
    ...reorganisationTables(edition),
    ...decidedTables(edition),
    ...errataTables(edition),
  ]);
  const dictionary = dictionaryTable(data);
  return [aboutTable(published, [...data, dictionary]), ...data, dictionary];
}

function without(names: readonly string[], table: Table): Table {
  return keepColumns(table, table.columns.map(({ name }) => !names.includes(name)));
}

/** Leaves out the levels below those that the indicators belong to. */
function withoutEmpty(table: Table): Table {
  return keepColumns(table, table.columns.map((_, index) => table.records.length === 0 || table.records.some((record) => record[index] !== null)));
}

function keepColumns(table: Table, kept: readonly boolean[]): Table {
  return { ...table, columns: table.columns.filter((_, index) => kept[index]), records: table.records.map((record) => record.filter((_, index) => kept[index])) };
}

/** The tables whose titles hold a name that the plan gave to a level; they yield to the others. */
const namedByPlan = ['initiatives', 'indicator-links'];

/** Excel takes names of at most 31 characters without []:*?/\ or an apostrophe at an end, and tells no case apart. */
function withSheetNames(tables: readonly Table[]): Table[] {
  const fixed = tables.filter(({ id }) => !namedByPlan.includes(id)).map(({ title }) => title);
  const taken = new Set([aboutTitle, dictionaryTitle, 'history', ...fixed]);
  return tables.map((table) => {
    if (!namedByPlan.includes(table.id)) return table;
    const clean = table.title.replace(/[[\]:*?/\\]/g, '・').replace(/^'+|'+$/g, '').slice(0, 27).replace(/[\ud800-\udbff]$/, '') || table.id;
    let title = clean;
    for (let count = 2; taken.has(title.toLowerCase()); count += 1) title = `${clean}（${count}）`;
    taken.add(title.toLowerCase());
    return { ...table, title };
  });
}

