import { isMachineDependent } from '../documents/characters/encode-cp932.ts';
import { readCsv } from '../documents/csv/read-csv.ts';
import { readSheets } from '../documents/xlsx/read-sheets.ts';
import { cellsOf, type ColumnFact, type CsvTable, type OpenData } from '../domain/open-data/data-table.ts';
import type { OutputFile } from './build-outputs.tsx';

/** The published files of other years of the same plan. */
export interface OtherYear {
  readonly fiscalYear: number;
  readonly documents: readonly OutputFile[];
}

/** Reads the published files of an edition back, as a program elsewhere would, for the check of machine readability. */
export function readOpenData(documents: readonly OutputFile[], others: readonly OtherYear[]): OpenData {
  const tables = csvTablesIn(documents);
  const workbook = documents.find(({ path }) => path === 'report.xlsx');
  const columns = tables.find(({ name }) => name === 'columns.csv');
  const [files, names, types, descriptions] = ['ファイル名', '列名', '型', '列の説明'].map((column) => (columns ? cellsOf(columns, column) : []));
  return {
    files: documents.map(({ path }) => path),
    tables,
    sheets: workbook ? readSheets(workbook.bytes) : null,
    dictionary: (names ?? []).map((column, index): ColumnFact => ({ column, file: files?.[index] ?? '', type: types?.[index] ?? '', description: descriptions?.[index] ?? '' })),
    otherYears: others.map((other) => ({ fiscalYear: other.fiscalYear, headers: new Map(csvTablesIn(other.documents).map(({ name, header }) => [name, header])) })),
    isMachineDependent,
  };
}

function csvTablesIn(documents: readonly OutputFile[]): CsvTable[] {
  return documents.flatMap(({ path, bytes }) => (/^data\/[^/]+\.csv$/.test(path) ? [readTable(path.slice('data/'.length), bytes)] : []));
}

function readTable(name: string, bytes: Uint8Array): CsvTable {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(`${name}: ${read.message}`);
  const [header = [], ...records] = read.rows.map(({ cells }) => cells);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lines = text.split('\r\n').slice(0, -1);
  return {
    name, header, records,
    lines: text.split(/\r\n|\r|\n/).length - 1,
    encoding: text.startsWith('\ufeff') ? 'utf-8-bom' : 'other',
    // Apart from the reader: outside of quotes there are as many commas as there are gaps between the columns.
    commasQuoted: lines.every((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length === header.length),
  };
}
