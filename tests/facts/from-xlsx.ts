import { restore } from '../../src/documents/csv/csv-text.ts';
import { readSheets } from '../../src/documents/xlsx/read-sheets.ts';
import { type Facts, type FigureFacts, titleWithUnit } from './facts.ts';
import { type Rows, textsOf } from './from-csv.ts';

/** What the workbook says. */
export function factsFromXlsx(bytes: Uint8Array): Facts {
  const sheets = readSheets(bytes);
  const rows = (name: string): Rows => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
    return sheet.records.map((record) => Object.fromEntries(sheet.header.map((column, index) => [column, record[index] ?? ''])));
  };
  const paragraphs = [...rows('前文と説明'), ...rows('取組状況').map((row) => ({ ...row, 区分: '取組状況' }))];
  const figure = (row: Rows[number], role: string): FigureFacts | null => {
    const printed = restore(row[`${role}：掲載`] ?? '');
    const value = row[`${role}：値`] ?? '';
    return printed === '' ? null : { printed, value: value === '' ? null : Number(value) };
  };
  return {
    ...textsOf(rows('体系'), paragraphs),
    indicators: rows('指標').map((row) => ({
      number: restore(row['指標番号'] ?? ''), title: titleWithUnit({ title: restore(row['指標名'] ?? ''), unit: restore(row['単位'] ?? '') }), definition: restore(row['説明'] ?? ''),
      baseline: figure(row, '基準値')!, current: figure(row, '現状値'), target: figure(row, '目標値')!, status: row['判定'] ?? '', sentence: restore(row['判定の説明'] ?? ''),
    })),
    notes: rows('注').map((row) => ({ mark: restore(row['注'] ?? ''), text: restore(row['注の本文'] ?? '') })),
  };
}
