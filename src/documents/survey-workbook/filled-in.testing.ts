import { columnMark } from './marks.ts';
import { parseWorkbook } from '../workbook/parse-workbook.ts';
import { workbookLimits } from '../workbook/limits.ts';
import { minimalWorkbook, type TestSheet, type TestWorkbook } from '../workbook/minimal-workbook.testing.ts';
import type { SurveyTable } from '../../domain/survey/tables.ts';
import { sheetNames } from '../../domain/survey/tables.ts';

/** A survey workbook as a department has it open: its cells can be changed, and it is saved by another hand than ours. */
export class FilledIn {
  readonly sheets: { name: string; state: string; rows: (string | null)[][] }[];

  private constructor(sheets: FilledIn['sheets']) {
    this.sheets = sheets;
  }

  static async open(bytes: Uint8Array): Promise<FilledIn> {
    const read = await parseWorkbook(bytes, 'x', workbookLimits);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return new FilledIn(read.sheets.map(({ name, state, cells }) => {
      const rows: (string | null)[][] = [];
      for (const { row, column, text } of cells) {
        while (rows.length <= row) rows.push([]);
        const line = rows[row]!;
        while (line.length <= column) line.push(null);
        line[column] = text;
      }
      return { name, state: state === 'very-hidden' ? 'veryHidden' : state, rows };
    }));
  }

  sheet(table: SurveyTable | 'guide' | 'identity') {
    const found = this.sheets.find(({ name }) => name === sheetNames[table]);
    if (!found) throw new Error(`There is no sheet ${sheetNames[table]}.`);
    return found;
  }

  /** From 0; by the hidden mark of the column. */
  column(table: SurveyTable, key: string): number {
    const found = this.sheet(table).rows.flatMap((row) => row.map((text, column) => ({ mark: columnMark(text ?? ''), column }))).find(({ mark }) => mark?.table === table && mark.key === key);
    if (!found) throw new Error(`There is no column ${key}.`);
    return found.column;
  }

  /** The rows of an item, from 0; several in the sheet of effects. */
  rowsOf(table: SurveyTable, number: string): (string | null)[][] {
    const column = this.column(table, 'number');
    return this.sheet(table).rows.filter((row) => row[column] === number && row[this.column(table, 'key')] && !row.some((text) => columnMark(text ?? '')));
  }

  write(table: SurveyTable, number: string, key: string, text: string, nth = 0): this {
    const row = this.rowsOf(table, number)[nth];
    if (!row) throw new Error(`There is no row ${number}.`);
    const column = this.column(table, key);
    while (row.length <= column) row.push(null);
    row[column] = text === '' ? null : text;
    return this;
  }

  /** As a file of few parts, without our styles. */
  save(change: (sheet: TestSheet, name: string) => TestSheet = (sheet) => sheet, make: Omit<TestWorkbook, 'sheets'> = {}): Uint8Array {
    return minimalWorkbook({ ...make, sheets: this.sheets.map(({ name, state, rows }) => change({ name, rows, ...(state === 'visible' ? {} : { state }) }, name)) });
  }
}
