import type { SheetProblem } from '../plan-import/understood.ts';
import type { SurveyTable } from './tables.ts';

/** A cell of a table that came back, as the sheet shows it. */
export interface ReturnedCell {
  readonly text: string;
  /** B3. */
  readonly cell: string;
  /** The calendar day where the cell holds one, whatever its format shows. */
  readonly day: string | null;
  /** Why there is nothing to be read: an error of a formula, a formula without a saved result, a cell that is covered by a merge. */
  readonly fault: 'error' | 'no-result' | 'merged' | null;
  /** Whether a formula made the text. */
  readonly formula: boolean;
}

/** A row of a table that came back. */
export interface ReturnedRow {
  readonly table: SurveyTable;
  readonly sheet: string;
  /** From 1, as the sheet counts. */
  readonly row: number;
  /** Text of the hidden key; null where it is blank. */
  readonly key: string | null;
  /** By column key; a blank cell is not in it. */
  readonly cells: Readonly<Record<string, ReturnedCell>>;
  /** B3, for each column, blank or not. */
  readonly places: Readonly<Record<string, string>>;
}

/** A workbook that came back, before anything in it is believed. */
export interface ReturnedWorkbook {
  /** What the hidden sheet says, as texts; empty where it says nothing. */
  readonly said: { readonly format: string; readonly city: string; readonly plan: string; readonly year: string; readonly departments: string };
  /** Columns that each table has, by key; a table that is missing is not in it. */
  readonly columns: Readonly<Partial<Record<SurveyTable, readonly string[]>>>;
  readonly rows: readonly ReturnedRow[];
}

/** A file as it was handed in: read, or what stands in the way. */
export interface ReceivedFile {
  /** As the person knows it; of a file in a zip: 「回答.zip」の「政策室.xlsx」. */
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly problems: readonly SheetProblem[];
  /** Null where it could not be read. */
  readonly workbook: ReturnedWorkbook | null;
}

/** The mark of the format in the hidden sheet. */
export const surveyFormat = 'ayumi-survey/1';
