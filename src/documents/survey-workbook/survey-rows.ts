import { type FiscalYearLabelling, dateLabel, isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { standingNames } from '../../domain/indicator/indicator.ts';
import { stateNames } from '../../domain/approval/transitions.ts';
import { type EffectAmount, effectKindNames, emptyItemAnswer, outcomeNames } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { rowKeyText } from '../../domain/survey/row-key.ts';
import { identityOf, type Survey, type SurveyItem } from '../../domain/survey/survey.ts';
import { seriesColumns, spareEffects, surveyColumns, type SurveyTable, surveyTables } from '../../domain/survey/tables.ts';

/** A row of a table as it is written: texts by column key, and whether the department may write in it. */
export interface WrittenRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly open: boolean;
  /** The indicator whose series are offered; null where there is nothing to choose. */
  readonly seriesOf: string | null;
}

/** A table with the columns that this round asks for. */
export interface WrittenTable {
  readonly table: SurveyTable;
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly answer: boolean }[];
  readonly rows: readonly WrittenRow[];
}

/** The tables that hold something, in the order of their sheets. */
export function tablesOf(survey: Survey): WrittenTable[] {
  const { asked } = survey.round;
  const several = survey.departments.length > 1;
  const mostSeries = Math.max(0, ...survey.items.map(({ indicator }) => indicator?.series.length ?? 0));
  const wanted = (table: SurveyTable, key: string): boolean => (key === 'department' ? several : key in seriesColumns ? mostSeries >= seriesColumns[key as keyof typeof seriesColumns] : table !== 'progress' || !(key in asked) || asked[key as keyof typeof asked] !== 'not-asked');
  return surveyTables.filter((table) => table !== 'effects' || asked.effects !== 'not-asked').flatMap((table): WrittenTable[] => {
    const rows = survey.items.flatMap((item) => rowsOf[table](item, survey));
    return rows.length === 0 ? [] : [{ table, rows, columns: surveyColumns[table].filter(({ key }) => wanted(table, key)) }];
  });
}

const rowsOf: Readonly<Record<SurveyTable, (item: SurveyItem, survey: Survey) => WrittenRow[]>> = {
  orders: (item, survey) => item.instructions.map(({ id, text }) => row(item, {
    key: keyOf(item, survey, id), order: text, orderAnswer: itemAnswerOf(item).instructionAnswers[id] ?? '',
  })),
  progress: (item, survey) => {
    if (item.subject.kind !== 'node') return [];
    const { outcome, text, selfAssessment, issues, nextYear } = itemAnswerOf(item);
    const step = survey.round.scale.find(({ id }) => id === selfAssessment)?.name ?? selfAssessment ?? '';
    return [row(item, { key: keyOf(item, survey), description: item.description, lastYear: item.lastYear, outcome: outcomeNames[outcome], text, selfAssessment: step, issues, nextYear, state: stateOf(item) })];
  },
  effects: (item, survey) => {
    if (item.subject.kind !== 'node') return [];
    const { effects } = itemAnswerOf(item);
    const spare = item.writable ? Array.from({ length: spareEffects }, (): EffectAmount | null => null) : [];
    return [...effects, ...spare].map((effect) => row(item, {
      key: keyOf(item, survey), effectPrinted: effect?.printed ?? '', effectKind: effect ? effectKindNames[effect.kind] : '', effectMethod: effect?.method ?? '',
    }));
  },
  indicators: (item, survey) => {
    if (!item.indicator) return [];
    const { definition, baseline, target, unit } = item.indicator;
    const { printed, series, alternative, alternativeSeries, asOf, standing, note } = item.answer?.kind === 'indicator' ? item.answer : { ...emptyIndicatorAnswer, series: item.proposedSeries };
    const titleOf = (id: string | null) => item.indicator?.series.find((one) => one.id === id)?.title ?? id ?? '';
    return [row(item, {
      key: keyOf(item, survey), title: unit === null ? item.title : `${item.title}（${unit}）`, description: definition, baseline: baseline.printed, target: target.printed, lastYear: item.lastYear,
      printed, series: titleOf(series), alternative, alternativeSeries: titleOf(alternativeSeries), asOf: dayForCell(asOf, survey.municipality.fiscalYearLabels), standing: standing ? standingNames[standing] : '', note, state: stateOf(item),
    })];
  },
};

function row({ number, title, departmentName, writable, indicator }: SurveyItem, cells: Readonly<Record<string, string>>): WrittenRow {
  return { cells: { number, title, department: departmentName, ...cells }, open: writable, seriesOf: indicator && indicator.series.length > 1 ? indicator.id : null };
}

function keyOf({ requestId, baseVersion }: SurveyItem, survey: Survey, part: string | null = null): string {
  return rowKeyText({ requestId, baseVersion, part }, identityOf(survey));
}

function itemAnswerOf({ answer }: SurveyItem) {
  return answer?.kind === 'item' ? answer : emptyItemAnswer;
}

function stateOf({ state, writable }: SurveyItem): string {
  return writable ? stateNames[state] : `${stateNames[state]}（記入できません）`;
}

/** 令和４年４月１日, which is read back as the same day; what is no day stays as it was typed. */
function dayForCell(asOf: string, labels: FiscalYearLabelling): string {
  return isCalendarDate(asOf) && asOf >= '1989-01-08' ? dateLabel(asOf, labels) : asOf;
}
