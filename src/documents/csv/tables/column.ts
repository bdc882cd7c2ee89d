/** What stands in a column; decides how a spreadsheet types and aligns it. */
export type ColumnType = 'code' | 'text' | 'integer' | 'number' | 'date';

/** An empty cell is null: not stated, or not applicable. Zero is a value. */
export type CellValue = string | number | null;

/** A column as it is explained to a reader; headers, the sheet of explanations and any data dictionary are made from it. */
export interface ColumnDefinition {
  readonly name: string;
  readonly description: string;
  readonly type: ColumnType;
}

/** A column and how its value is taken from a row. */
export interface Column<Row> extends ColumnDefinition {
  readonly value: (row: Row) => CellValue;
}

/** A tidy table made from an edition: one header row, one record a row, one value a cell. */
export interface Table {
  /** Name of the CSV file without its ending. */
  readonly id: string;
  /** Name of the sheet. */
  readonly title: string;
  readonly description: string;
  readonly columns: readonly ColumnDefinition[];
  readonly records: readonly (readonly CellValue[])[];
}

/** The words for a column's type, for readers. */
export const typeNames: Readonly<Record<ColumnType, string>> = {
  code: '文字列（番号・識別子）',
  text: '文字列',
  integer: '整数',
  number: '数値',
  date: '日付（YYYY-MM-DD）',
};

/** How a value of a type is written, for readers. */
export const typeDescriptions: Readonly<Record<ColumnType, string>> = {
  code: '前に付く０を含めて文字列として扱う。',
  text: '先頭が「=」「+」「-」「@」などの文字列は、表計算ソフトが式として実行しないよう、先頭に「\'」を付けている。「\'」を一つ除くと元の文字列になる。',
  integer: '桁区切りを用いない。',
  number: '桁区切りを用いない。負の数は先頭に「-」を付ける。',
  date: '西暦の年-月-日で記載する。',
};

/** Takes the values of all columns from all rows. A name that comes twice, because a plan names its level so, is told apart. */
export function tableOf<Row>(
  about: Pick<Table, 'id' | 'title' | 'description'>, columns: readonly Column<Row>[], rows: readonly Row[],
): Table {
  const names = new Set<string>();
  const definitions = columns.map(({ name, description, type }): ColumnDefinition => {
    let unique = name;
    for (let count = 2; names.has(unique); count += 1) unique = `${name}（${count}）`;
    names.add(unique);
    return { name: unique, description, type };
  });
  return { ...about, columns: definitions, records: rows.map((row) => columns.map(({ value }) => value(row))) };
}

/** A column whose values come from another kind of row: the columns of a node, in the table of its paragraphs. */
export function columnsFrom<Row, Part>(columns: readonly Column<Part>[], part: (row: Row) => Part | null): Column<Row>[] {
  return columns.map((column) => ({
    ...column,
    value: (row) => {
      const inner = part(row);
      return inner === null ? null : column.value(inner);
    },
  }));
}

/** A table without some of its columns: values that stand together in one cell have a table of their own in the open data. */
export function withoutColumns(names: readonly string[], table: Table): Table {
  const kept = table.columns.flatMap(({ name }, index) => (names.includes(name) ? [] : [index]));
  return { ...table, columns: kept.map((index) => table.columns[index]!), records: table.records.map((record) => kept.map((index) => record[index]!)) };
}
