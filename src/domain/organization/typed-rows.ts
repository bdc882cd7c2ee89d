import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import { parseTypedDate } from '../fiscal-year/parse-typed-date.ts';

/** A line of a list that a clerk keeps in a sheet. */
export interface TypedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One thing that is wrong, with the line and the column where it stands. */
export interface RowProblem {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** The columns of a list by their headings; what a heading may be called besides, and which may be left out. */
export interface ListColumns<C extends string> {
  readonly titles: Readonly<Record<C, string>>;
  readonly otherNames: Readonly<Record<string, C>>;
  readonly optional: readonly C[];
  readonly mostRows: number;
}

/** A row below the headings: cells as text or as days. What is wrong with one goes to the problems of the list. */
export interface TypedRow<C extends string> {
  readonly line: number;
  add(column: C, code: string, message: string): void;
  text(column: C): string;
  /** Null where nothing is written, undefined where it is no day. */
  day(column: C): CalendarDate | null | undefined;
}

/** The rows of a list, or every problem of its headings. Problems of cells are added as they are read. */
export function readTypedRows<C extends string>(lines: readonly TypedLine[], { titles, otherNames, optional, mostRows }: ListColumns<C>): { readonly rows: readonly TypedRow<C>[]; readonly problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const [header, ...body] = lines;
  if (!header) return { rows: [], problems: [{ line: 1, column: '', code: 'empty-file', message: 'ファイルに何も書かれていません。' }] };
  const all = Object.keys(titles) as C[];
  const places = new Map<C, number>();
  header.cells.forEach((cell, index) => {
    const title = cell.trim();
    const column = all.find((key) => titles[key] === title) ?? (Object.hasOwn(otherNames, title) ? otherNames[title] : undefined);
    if (column && places.has(column)) problems.push({ line: header.line, column: titles[column], code: 'repeated-column', message: `見出し「${titles[column]}」が二つあります。` });
    if (column) places.set(column, index);
  });
  for (const column of all) {
    if (!places.has(column) && !optional.includes(column)) problems.push({ line: header.line, column: titles[column], code: 'missing-column', message: `一行目に見出し「${titles[column]}」がありません。` });
  }
  if (body.length > mostRows) problems.push({ line: header.line, column: '', code: 'too-many-rows', message: `一度に取り込めるのは${mostRows.toLocaleString('ja-JP')}行までです。ファイルを分けてください。` });
  return { rows: problems.length > 0 ? [] : body.map(typedRow), problems };

  function typedRow({ line, cells }: TypedLine): TypedRow<C> {
    const add = (column: C, code: string, message: string) => { problems.push({ line, column: titles[column], code, message }); };
    const text = (column: C): string => {
      const cell = cells[places.get(column) ?? -1] ?? '';
      // ="01" is how a sheet keeps a number of 01 from becoming 1: a text, not a formula.
      const typed = (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell).trim();
      if (/^[=+\-@＝＋－＠]/.test(typed)) add(column, 'formula', `「${typed.slice(0, 20)}」は、数式のように始まっています。値だけを書いてください。`);
      else if (/\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(typed) || !typed.isWellFormed()) add(column, 'control-character', '改行か、印刷できない文字があります。その文字を削除してください。');
      return typed;
    };
    const day = (column: C): CalendarDate | null | undefined => {
      const typed = text(column);
      if (typed === '') return null;
      const date = parseTypedDate(typed);
      if (date === null) add(column, 'not-a-date', `「${typed.slice(0, 40)}」は日付ではありません。「2022-04-01」「令和４年４月１日」のように書いてください。`);
      return date ?? undefined;
    };
    return { line, add, text, day };
  }
}
