import type { Edition, EditionIndicator } from '../../domain/edition/edition.ts';
import { ancestorsOf, nodeById, nodeLabel } from '../../domain/edition/reading.ts';
import { type Evaluation, statusWords } from '../../domain/indicator/evaluation.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { standingNames } from '../../domain/indicator/indicator.ts';
import { type Note, noteNumber } from '../../domain/report/paragraph.ts';
import { chartForPrint } from './chart-for-print.ts';

export type StateMark = 'good' | 'late' | 'back' | 'open';

export interface IndicatorData {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string | null;
  readonly definition: string;
  /** Baseline, current value, target: heading and figure as printed. */
  readonly columns: readonly { readonly heading: string; readonly printed: string; readonly remark: string | null }[];
  readonly notes: readonly Note[];
  readonly state: string;
  readonly mark: StateMark;
  readonly sentence: string;
  readonly chart: string | null;
  readonly alternative: string;
  /** Elements that the indicator belongs to, a line for each parent: 施策１ 方向性１ | 基本事業１、基本事業２. */
  readonly relatedHeading: string;
  readonly related: readonly { readonly place: string; readonly elements: string }[];
}

export function indicatorData(edition: Edition, indicator: EditionIndicator, chart: string | null): IndicatorData {
  const { baseline, target, measurement, evaluation, title, unit } = indicator;
  const { fiscalYearLabels } = edition.municipality;
  const state = statusWords[evaluation.status] + (evaluation.provisional ? '（速報値による）' : '');
  const current = measurement
    ? { heading: measurement.label, printed: measurement.printed, remark: remarkOn(measurement, fiscalYearLabels) }
    : { heading: `${fiscalYearLabel(edition.fiscalYear, fiscalYearLabels)}の値`, printed: '掲載なし', remark: null };
  return {
    id: indicator.id,
    number: indicator.number,
    title,
    unit,
    definition: indicator.definition,
    columns: [{ heading: baseline.label, printed: baseline.printed, remark: null }, current, { heading: target.label, printed: target.printed, remark: null }],
    notes: notesOf(edition, indicator),
    state,
    mark: markOf(evaluation.status),
    sentence: evaluation.sentence,
    chart: chart === null || chart.trim() === '' ? null : chartForPrint(chart),
    alternative: `${title}の道のり図。${baseline.label}${baseline.printed}、${current.heading}${current.printed}、${target.label}${target.printed}。状態は${state}。${evaluation.sentence}`,
    relatedHeading: `関連${levelOfAll(edition, indicator) ?? 'する体系'}`,
    related: relatedPlaces(edition, indicator),
  };
}

/** The notes that the printed figures of an indicator refer to, in the order of the edition. */
export function notesOf(edition: Edition, { baseline, target, measurement }: EditionIndicator): Note[] {
  const marks = [baseline, measurement, target].flatMap((figure) => figure?.notes ?? []).map(noteNumber);
  return edition.notes.filter(({ mark }) => marks.includes(noteNumber(mark)));
}

/** What a reader must know of a value that is not the plain value of the printed year. */
function remarkOn(measurement: NonNullable<EditionIndicator['measurement']>, labelling: Edition['municipality']['fiscalYearLabels']): string | null {
  const { valueYear, fiscalYear, standing } = measurement;
  const words = [valueYear === fiscalYear ? '' : `${fiscalYearLabel(valueYear, labelling)}の値`, standing === null || standing === 'confirmed' ? '' : standingNames[standing]];
  const said = words.filter((word) => word !== '');
  return said.length > 0 ? said.join('、') : null;
}

/** 基本事業, where everything that the indicator belongs to is of that one level. */
function levelOfAll(edition: Edition, { related }: EditionIndicator): string | null {
  const levels = new Set(related.map((id) => nodeById(edition, id)?.level));
  return levels.size === 1 ? (edition.levels.find(({ id }) => levels.has(id))?.name ?? null) : null;
}

function relatedPlaces(edition: Edition, { related }: EditionIndicator): IndicatorData['related'] {
  const lines = new Map<string, string[]>();
  // In the order of the plan's tree, whatever the order in which the relations were written.
  for (const node of edition.nodes) {
    if (!related.includes(node.id)) continue;
    const parent = node.parentId === null ? undefined : nodeById(edition, node.parentId);
    const place = parent ? [...ancestorsOf(edition, parent), parent].map((above) => nodeLabel(edition, above)).join(' ') : '';
    lines.set(place, [...(lines.get(place) ?? []), nodeLabel(edition, node)]);
  }
  return [...lines].map(([place, elements]) => ({ place, elements: elements.join('、') }));
}

/** The second sign beside the word, drawn by the template: a filled circle, an arrow head back, a hollow square. */
export function markOf(status: Evaluation['status']): StateMark {
  switch (status) {
    case 'achieved':
    case 'ahead':
    case 'kept': return 'good';
    case 'slightly-behind':
    case 'behind':
    case 'missed': return 'late';
    case 'receding':
    case 'not-kept': return 'back';
    case 'withheld': return 'open';
  }
}
