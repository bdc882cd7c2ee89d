import { nodeLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { departmentNames, indicatorsOfItem, nodeOfItem, responsibleOf, standingOf, stepName, textByDepartment } from '../../domain/headquarters/deliberation.ts';
import type { DeliberatedItem, MeetingRecord } from '../../domain/headquarters/headquarters.ts';
import type { Paragraph } from '../../domain/report/paragraph.ts';
import { type IndicatorData, indicatorData } from '../pdf/indicator-data.ts';

/** papers (会議資料): everything that is laid before the meeting, with room to write. minutes (会議録): what came of it. */
export type MeetingPaperKind = 'papers' | 'minutes';

export const meetingPaperNames: Readonly<Record<MeetingPaperKind, string>> = { papers: '会議資料', minutes: '会議録' };

/** Everything that the template prints, ready as strings: the template sets type and decides nothing. */
export interface MeetingData {
  readonly kind: string;
  readonly isMinutes: boolean;
  readonly title: string;
  readonly city: string;
  readonly heldOn: string;
  readonly planTitle: string;
  readonly yearLabel: string;
  readonly items: readonly ItemData[];
}

export interface ItemData {
  /** 議題１. */
  readonly label: string;
  readonly title: string;
  /** 取組項目05, and who is responsible for it; null where the item is about no element. */
  readonly element: string | null;
  readonly responsible: string | null;
  readonly standing: string;
  /** Lines as typed; an empty line stays a space between paragraphs. */
  readonly paper: readonly string[];
  /** Null where the item is about no element. */
  readonly texts: readonly { readonly department: string | null; readonly paragraphs: readonly LineData[] }[] | null;
  readonly indicators: readonly IndicatorData[];
  readonly decisions: readonly { readonly assessment: string | null; readonly text: readonly string[]; readonly explanation: readonly string[] }[];
  readonly instructions: readonly { readonly departments: string; readonly answerIn: string; readonly text: readonly string[] }[];
}

/** A paragraph as the report's template sets it; the department stands above its paragraphs. */
interface LineData {
  readonly kind: Paragraph['kind'];
  readonly text: string;
  readonly author: null;
}

/** A meeting as the template wants it. `charts`: SVG text by indicator id. */
export function meetingData(record: MeetingRecord, kind: MeetingPaperKind, charts: ReadonlyMap<string, string>): MeetingData {
  const { meeting, edition, items } = record;
  return {
    kind: meetingPaperNames[kind],
    isMinutes: kind === 'minutes',
    title: meeting.title,
    city: edition.municipality.name,
    heldOn: dateLabel(meeting.heldOn, edition.municipality.fiscalYearLabels),
    planTitle: edition.plan.title,
    yearLabel: yearLabelOf(edition),
    items: items.map((item, index) => itemData(record, item, index, charts)),
  };
}

function itemData({ edition, scale }: MeetingRecord, item: DeliberatedItem, index: number, charts: ReadonlyMap<string, string>): ItemData {
  const node = nodeOfItem(edition, item);
  return {
    label: `議題${index < 9 ? String.fromCodePoint(0xff11 + index) : index + 1}`,
    title: item.title,
    element: node ? nodeLabel(edition, node) : null,
    responsible: node ? responsibleOf(edition, node) || null : null,
    standing: standingOf(item, scale),
    paper: linesOf(item.paper),
    texts: node ? textByDepartment(edition, node).map(({ department, paragraphs }) => ({ department, paragraphs: paragraphs.map(({ kind, text }) => ({ kind, text, author: null })) })) : null,
    indicators: indicatorsOfItem(edition, item).map((indicator) => indicatorData(edition, indicator, charts.get(indicator.id) ?? null)),
    decisions: item.decisions.map(({ text, assessment, explanation }) => ({ assessment: stepName(scale, assessment), text: linesOf(text), explanation: linesOf(explanation ?? '') })),
    instructions: item.instructions.map(({ text, departments, answerIn }) => ({
      departments: departmentNames(edition, departments), answerIn: fiscalYearLabel(answerIn, edition.municipality.fiscalYearLabels), text: linesOf(text),
    })),
  };
}

/** A tab has no place in print. */
function linesOf(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split('\n').map((line) => line.replaceAll('\t', '　').trimEnd());
}
