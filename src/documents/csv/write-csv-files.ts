import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { encodeCsv } from './csv-text.ts';
import { type Column, type ColumnDefinition, type Table, tableOf, typeDescriptions, typeNames, withoutColumns } from './tables/column.ts';
import { decidedTables } from './tables/decided-tables.ts';
import { departmentTable, noteTable, responsibilityTable } from './tables/department-tables.ts';
import { errataTables } from './tables/errata-table.ts';
import { indicatorTable, linkTable, measurementNoteTable, measurementTable } from './tables/indicator-tables.ts';
import { paragraphTable } from './tables/paragraph-table.ts';
import { initiativeTable, leadColumns, nodeTable, parentTable, planTable } from './tables/plan-tables.ts';
import { reorganisationTables } from './tables/reorganisation-table.ts';
import { refuseUnwritable } from './unwritable-text.ts';

/** A file of open data. */
export interface CsvFile {
  /** initiatives.csv */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The open data of an edition as CSV: UTF-8 with BOM, CRLF, one record a line, dates as YYYY-MM-DD.
 *
 * @throws UnwritableTextError where a text would break its line
 */
export function writeCsvFiles(published: PublishedEdition): CsvFile[] {
  refuseUnwritable(published.edition);
  return csvTables(published).map(({ id, columns, records }) => ({
    name: `${id}.csv`,
    bytes: encodeCsv([columns.map(({ name }) => name), ...records]),
  }));
}

/** Every table of the open data with the columns that open each file, the explanation of all columns last. */
export function csvTables(published: PublishedEdition): Table[] {
  const { edition } = published;
  const lead = leadColumns(edition);
  // A cell holds one value: what a person reads joined in one cell stands in tables of its own (machine readability, rule L1-07).
  const tables = [
    withoutColumns(['上位計画'], planTable(published)),
    parentTable(edition),
    nodeTable(edition),
    withoutColumns(['推進部署（計画）'], initiativeTable(edition)),
    paragraphTable(edition, { id: 'paragraphs', title: '段落', description: '前文、説明及び取組状況の文章。１行が一つの段落。' }, ['前文', '説明', '取組状況']),
    indicatorTable(edition),
    withoutColumns(['注'], measurementTable(edition)),
    measurementNoteTable(edition),
    linkTable(edition),
    departmentTable(edition),
    responsibilityTable(edition),
    noteTable(edition),
    ...reorganisationTables(edition),
    ...decidedTables(edition),
    ...errataTables(edition),
  ].map((table) => withLead(table, lead));
  const dictionary = withLead(dictionaryTable(tables), lead);
  return [...tables, dictionary];
}

function withLead(table: Table, lead: readonly Column<unknown>[]): Table {
  const opening = lead.map(({ value }) => value(null));
  return {
    ...table,
    columns: [...lead.map(({ name, description, type }): ColumnDefinition => ({ name, description, type })), ...table.columns],
    records: table.records.map((record) => [...opening, ...record]),
  };
}

/** columns.csv: what every column of every file means, made from the same definitions as the headers. */
function dictionaryTable(tables: readonly Table[]): Table {
  const rows = tables.flatMap((table) => table.columns.map((column, index) => ({ table, column, order: index + 1 })));
  return tableOf({ id: 'columns', title: '列の説明', description: '各ファイルの列の説明。' }, [
    { name: 'ファイル名', type: 'text', description: '列があるファイルの名称。', value: ({ table }) => `${table.id}.csv` },
    { name: 'ファイルの内容', type: 'text', description: 'ファイルの内容。', value: ({ table }) => table.description },
    { name: '列の順', type: 'integer', description: '列の位置。左端を１とする。', value: ({ order }) => order },
    { name: '列名', type: 'text', description: '列の見出し。', value: ({ column }) => column.name },
    { name: '型', type: 'text', description: '列の値の種類。', value: ({ column }) => typeNames[column.type] },
    { name: '型の説明', type: 'text', description: '値の書き方。', value: ({ column }) => typeDescriptions[column.type] },
    { name: '列の説明', type: 'text', description: '列の意味と、空欄の意味。', value: ({ column }) => column.description },
  ], rows);
}
