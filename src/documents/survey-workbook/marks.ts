import { type SurveyTable, surveyTables } from '../../domain/survey/tables.ts';

// The marks that a workbook carries in hidden cells, written and read in one place.

/** In the hidden row below a table, one a column: ayumi:progress.text. */
export function markOf(table: SurveyTable, key: string): string {
  return `ayumi:${table}.${key}`;
}

export function columnMark(text: string): { readonly table: SurveyTable; readonly key: string } | null {
  const [, name, key] = /^ayumi:([a-z]+)\.([A-Za-z]{1,30})$/.exec(text.trim()) ?? [];
  const table = surveyTables.find((known) => known === name);
  return table && key !== undefined ? { table, key } : null;
}

/** Left of what the workbook says of itself, in the hidden sheet. */
export const identityMarks: ReadonlyMap<string, string> = new Map(['format', 'city', 'plan', 'year', 'departments'].map((name) => [`ayumi:${name}`, name]));

/** Behind the heading of a column that the department writes in. */
export const toWrite = '（記入）';
