import { colToLetter, type WriteSheet } from 'hucre/xlsx';
import { standingNames } from '../../domain/indicator/indicator.ts';
import { effectKindNames, outcomeNames } from '../../domain/round/answer.ts';
import { surveyFormat } from '../../domain/survey/returned.ts';
import { identityOf, type Survey } from '../../domain/survey/survey.ts';
import { sheetNames } from '../../domain/survey/tables.ts';
import { textForCell } from './text-for-cell.ts';

/** The column in which the first list of choices stands, from 0. */
const firstList = 3;

/** Name of the list of the series of an indicator. */
export function seriesList(indicatorId: string): string {
  return `series ${indicatorId}`;
}

/** The hidden sheet: whose workbook it is, and the choices that cells offer. */
export function identitySheet(survey: Survey): { readonly sheet: WriteSheet; readonly choices: Readonly<Record<string, string>> } {
  const { city, planId, fiscalYear, departments } = identityOf(survey);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['outcome', Object.values(outcomeNames)], ['selfAssessment', survey.round.scale.map(({ name }) => name)], ['effectKind', Object.values(effectKindNames)], ['standing', Object.values(standingNames)],
    ...survey.items.flatMap(({ indicator }): [string, string[]][] => (indicator && indicator.series.length > 1 ? [[seriesList(indicator.id), indicator.series.map(({ title }) => title)]] : [])),
  ];
  const facts = [
    ['ayumi:format', surveyFormat], ['ayumi:city', city], ['ayumi:plan', planId], ['ayumi:year', String(fiscalYear)], ['ayumi:departments', departments.join(' ')],
    ['', 'このシートは、取り込むときに使います。書き換えたり削除したりしないでください。'],
  ];
  const height = Math.max(facts.length, ...lists.map(([, names]) => names.length + 1));
  const rows = Array.from({ length: height }, (_, row) => [
    ...(facts[row] ?? ['', '']), '', ...lists.map(([key, names]) => (row === 0 ? key : textForCell(names[row - 1] ?? ''))),
  ].map((text) => (text === '' ? null : text)));
  const choices = lists.flatMap(([key, names], index): [string, string][] => {
    const column = colToLetter(firstList + index);
    return names.length === 0 ? [] : [[key, `${sheetNames.identity}!$${column}$2:$${column}$${names.length + 1}`]];
  });
  return {
    sheet: { name: sheetNames.identity, rows, columns: [{ width: 20 }, { width: 40, style: { numFmt: '@' } }], hidden: true, protection: { sheet: true } },
    choices: Object.fromEntries(choices),
  };
}
