/** A table of the open data as a program reads it back from the published bytes. */
export interface DataTable {
  /** initiatives.csv, or the sheet of a workbook. */
  readonly name: string;
  readonly header: readonly string[];
  /** Every cell as the text that stands in the file. */
  readonly records: readonly (readonly string[])[];
}

/** A CSV file, with what its bytes say beyond its cells. */
export interface CsvTable extends DataTable {
  /** Lines of the file, empty ones included. */
  readonly lines: number;
  readonly encoding: 'utf-8-bom' | 'other';
  /** Whether every field in which a comma stands is put in double quotes. */
  readonly commasQuoted: boolean;
}

/** A sheet of a workbook, with what a program would not see in its cells. */
export interface Sheet extends DataTable {
  readonly merged: number;
  readonly formulas: number;
  /** Hidden or folded rows, columns, and the sheet itself. */
  readonly hidden: number;
  /** Pictures, shapes, text boxes, comments. */
  readonly objects: number;
  /** Columns of whose cells below the header not all look alike. */
  readonly unevenColumns: readonly string[];
}

/** How a column is explained in columns.csv. */
export interface ColumnFact {
  readonly file: string;
  readonly column: string;
  readonly type: string;
  readonly description: string;
}

/** Everything of an edition's open data that the rules are asked about, read from the published files. */
export interface OpenData {
  /** Names of all files: report.pdf, data/plan.csv. */
  readonly files: readonly string[];
  readonly tables: readonly CsvTable[];
  /** Null where there is no workbook. */
  readonly sheets: readonly Sheet[] | null;
  readonly dictionary: readonly ColumnFact[];
  /** Headers by file of the editions of other years; empty where there is only one year. */
  readonly otherYears: readonly { readonly fiscalYear: number; readonly headers: ReadonlyMap<string, readonly string[]> }[];
  /** Whether a character can be shown wrongly on another machine. */
  readonly isMachineDependent: (character: string) => boolean;
}

/** The texts of a column in all records of a table. */
export function cellsOf(table: DataTable, column: string): string[] {
  const index = table.header.indexOf(column);
  return index < 0 ? [] : table.records.map((record) => record[index] ?? '');
}

/** How the dictionary names the types of columns; what a rule needs to know of them. */
export const numberTypes: readonly string[] = ['整数', '数値'];
export const singleTypes: readonly string[] = [...numberTypes, '文字列（番号・識別子）', '日付（YYYY-MM-DD）'];

/** Columns with their facts and the cells in them. */
export function columnsWithCells({ dictionary, tables }: OpenData): (ColumnFact & { readonly cells: readonly string[] })[] {
  return dictionary.flatMap((fact) => {
    const table = tables.find(({ name }) => name === fact.file);
    return table ? [{ ...fact, cells: cellsOf(table, fact.column) }] : [];
  });
}
