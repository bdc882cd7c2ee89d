import { writeXlsx } from 'hucre/xlsx';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import { sheetNames } from '../../domain/survey/tables.ts';
import { sheetFont } from '../xlsx/sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { identitySheet } from './identity-sheet.ts';
import { surveySheet } from './survey-sheet.ts';
import { tablesOf } from './survey-rows.ts';

/**
 * What is asked of a department or a person as an Excel workbook to be filled in offline: a guide, the items, the indicators, and in
 * hidden cells what it takes to recognise each answer when it comes back. The same survey gives the same bytes.
 */
export async function writeSurveyWorkbook(survey: Survey): Promise<Uint8Array> {
  const { municipality, round, departments, person, planTitle } = survey;
  const labels = municipality.fiscalYearLabels;
  const year = fiscalYearLabel(round.fiscalYear, labels);
  const whose = person ?? departments.map(({ name }) => name).join('、');
  const headline = `${planTitle}　${year}の照会　${whose}`;
  const tables = tablesOf(survey);
  const { sheet: identity, choices } = identitySheet(survey);
  const note = `締切　${dateLabel(round.departmentDeadline, labels)}　　見出しに「（記入）」とある薄い黄色の欄に書いてください。`;
  const made = new Date(`${survey.madeOn}T00:00:00Z`);
  return writeXlsx({
    sheets: [
      guideSheet(survey, tables, headline),
      ...tables.map((table) => surveySheet(table, { title: `${year}　${sheetNames[table.table]}　${whose}`, note, headline, choices })),
      identity,
    ],
    properties: { title: `${year}の照会　${whose}`, creator: municipality.name, created: made, modified: made },
    defaultFont: sheetFont,
  });
}
