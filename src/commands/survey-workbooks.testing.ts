import { planId } from '../../tests/city-hall.ts';
import type { Database } from '../database/connection.ts';
import { loadSurveyedRound } from '../database/survey-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { FilledIn } from '../documents/survey-workbook/filled-in.testing.ts';
import { readSurveySheets } from '../documents/survey-workbook/read-survey-sheets.ts';
import { writeSurveyWorkbook } from '../documents/survey-workbook/write-survey-workbook.ts';
import { parseWorkbook } from '../documents/workbook/parse-workbook.ts';
import { workbookLimits } from '../documents/workbook/limits.ts';
import type { ReceivedFile } from '../domain/survey/returned.ts';
import { askedDepartments, surveyFor } from '../domain/survey/split-survey.ts';

/** The workbook of a department as it is written out on a day. */
export async function workbookOf(db: Database, department: string, today = '2022-05-10'): Promise<Uint8Array> {
  const whole = await readTransaction(db, (trx) => loadSurveyedRound(trx, planId, 2021, today, [department]));
  if (!whole) throw new Error('There is no round.');
  return writeSurveyWorkbook(surveyFor(whole, askedDepartments(whole.items), null, today));
}

export async function openWorkbookOf(db: Database, department: string): Promise<FilledIn> {
  return FilledIn.open(await workbookOf(db, department));
}

/** A file as it was read, without the child process. */
export async function receivedFile(bytes: Uint8Array, name = '回答.xlsx'): Promise<ReceivedFile> {
  const read = await parseWorkbook(bytes, name, workbookLimits);
  if (!read.ok) return { name, hash: 'h', workbook: null, problems: read.problems.map((problem) => ({ ...problem, sheet: null, cell: null, severity: 'blocking' })) };
  return { name, hash: 'h', workbook: readSurveySheets(read.sheets), problems: [] };
}
