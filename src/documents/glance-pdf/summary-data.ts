import type { Edition, EditionIndicator, PublishedEdition } from '../../domain/edition/edition.ts';
import { childrenOf, countInitiatives, countStatuses, editionLabel, initiativesOf, nodeLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import type { Note } from '../../domain/report/paragraph.ts';
import { markOf, notesOf, type StateMark } from '../pdf/indicator-data.ts';
import { besideCount, type OverviewRow, overviewRows } from '../pdf/overview-rows.ts';

/** What the summary for the council prints, ready as strings. */
export interface SummaryData {
  readonly title: string;
  readonly city: string;
  readonly subtitle: string;
  readonly editionLabel: string;
  readonly issued: string | null;
  readonly hash: string;
  readonly overview: readonly OverviewRow[];
  readonly counts: readonly CountedStates[];
  /** Headings of the three figures. */
  readonly headings: readonly [baseline: string, current: string, target: string];
  readonly indicators: readonly SummaryIndicator[];
  readonly notes: readonly Note[];
  /** How many initiatives were reported on. */
  readonly progress: string;
  readonly branches: readonly Branch[];
}

export interface CountedStates { readonly label: string; readonly count: string; readonly mark: StateMark }

export interface SummaryIndicator {
  readonly number: string;
  /** With its unit. */
  readonly title: string;
  readonly figures: readonly [baseline: string, current: string, target: string];
  readonly state: string;
  readonly mark: StateMark;
  /** Why it is late, turned back or withheld; null where it is on its way. */
  readonly sentence: string | null;
}

/** An element of the highest level with those below it, and how many initiatives it holds. */
export interface Branch {
  readonly label: string;
  readonly title: string;
  readonly initiatives: string;
  readonly count: number;
  readonly elements: readonly string[];
}

/** An edition as the template wants it. */
export function summaryData({ edition, hash }: PublishedEdition): SummaryData {
  return {
    title: edition.plan.title,
    city: edition.municipality.name,
    subtitle: `${yearLabelOf(edition)}の進捗状況（概要）`,
    editionLabel: editionLabel(edition),
    issued: edition.issuedOn === null ? null : dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels),
    hash,
    overview: overviewRows(edition).filter(({ label }) => label !== '計画名'),
    counts: countedStates(edition),
    headings: headingsOf(edition),
    indicators: edition.indicators.map(indicatorOf),
    notes: edition.notes.filter((note) => edition.indicators.some((indicator) => notesOf(edition, indicator).includes(note))),
    progress: progressSentence(edition),
    branches: branchesOf(edition),
  };
}

/** The states in three groups, as the overview counts them; none where there is nothing to count. */
export function countedStates(edition: Edition): CountedStates[] {
  if (edition.indicators.length === 0) return [];
  const { onTheWay, late, withheld } = countStatuses(edition);
  return [
    { label: '順調・達成', count: String(onTheWay), mark: 'good' }, { label: '遅れ・後退', count: String(late), mark: 'late' }, { label: '判定を保留', count: String(withheld), mark: 'open' },
  ];
}

/** The elements of the highest level; none where the plan has a single level. */
export function branchesOf(edition: Edition): Branch[] {
  if (edition.levels.length < 2) return [];
  const lowest = edition.levels.at(-1)!;
  const initiativesBelow = (id: string): number => childrenOf(edition, id).reduce((sum, node) => sum + (node.level === lowest.id ? 1 : initiativesBelow(node.id)), 0);
  return childrenOf(edition, null).map((node) => {
    const count = initiativesBelow(node.id);
    return {
      label: nodeLabel(edition, node), title: node.title, initiatives: `${lowest.name}${count}`, count,
      elements: childrenOf(edition, node.id).filter(({ level }) => level !== lowest.id).map((child) => `${nodeLabel(edition, child)}　${child.title}`),
    };
  });
}

/** The printed headings of the columns where all indicators share them, else what the columns are. */
function headingsOf({ indicators }: Edition): SummaryData['headings'] {
  const shared = (labels: readonly string[], name: string) => (new Set(labels).size === 1 && labels[0] !== '' ? labels[0]! : name);
  return [
    shared(indicators.map(({ baseline }) => baseline.label), '基準値'), shared(indicators.map(({ measurement }) => measurement?.label ?? ''), '現状値'), shared(indicators.map(({ target }) => target.label), '目標値'),
  ];
}

function indicatorOf({ number, title, unit, baseline, measurement, target, evaluation }: EditionIndicator): SummaryIndicator {
  const mark = markOf(evaluation.status);
  return {
    number, title: unit ? `${title}（${unit}）` : title, figures: [baseline.printed, measurement?.printed ?? '掲載なし', target.printed],
    state: statusWords[evaluation.status] + (evaluation.provisional ? '（速報値による）' : ''), mark, sentence: mark === 'good' ? null : evaluation.sentence,
  };
}

/** 検討, 中止 and 見合わせ are answers too: what is counted is whether there is a report, not what it says. */
function progressSentence(edition: Edition): string {
  const { printed } = countInitiatives(edition);
  const reported = initiativesOf(edition).filter(({ report }) => report !== null && report.paragraphs.length > 0).length;
  const name = edition.levels.at(-1)?.name ?? '取組';
  return `${name}は${printed}${besideCount(edition)}で、${reported === printed ? '全て' : `そのうち${reported}`}について${yearLabelOf(edition)}の取組状況を報告書に掲載しています。`;
}
