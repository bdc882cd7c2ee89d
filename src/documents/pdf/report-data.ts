import type { Edition, EditionIndicator, EditionNode, PublishedEdition } from '../../domain/edition/edition.ts';
import { childrenOf, departmentById, editionLabel, indicatorsFor, nodeById, nodeLabel, ownerName, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { isKept, statusWords } from '../../domain/indicator/evaluation.ts';
import type { Paragraph } from '../../domain/report/paragraph.ts';
import { approvalLine, decidedParts, lifeLines, otherDecided, otherDecidedHeading, type PrintedPart } from '../../domain/edition/item-print.ts';
import { type ErrataData, errataData } from './errata-data.ts';
import { type IndicatorData, indicatorData, notesOf } from './indicator-data.ts';
import { type OverviewRow, overviewRows } from './overview-rows.ts';

/** Everything that the template prints, ready as strings: the template sets type and decides nothing. */
export interface ReportData {
  readonly title: string;
  readonly city: string;
  readonly subtitle: string;
  readonly yearLabel: string;
  readonly editionLabel: string;
  readonly issued: string | null;
  readonly hash: string;
  readonly shortHash: string;
  /** Null where the edition corrects nothing. */
  readonly errata: ErrataData | null;
  readonly preface: readonly { readonly heading: string; readonly paragraphs: readonly ParagraphData[] }[];
  readonly overview: readonly OverviewRow[];
  /** Null where the plan has a single level: then the list says everything. */
  readonly systemHeading: string | null;
  readonly listHeading: string | null;
  readonly indicatorsHeading: string | null;
  readonly progressHeading: string;
  readonly levelNames: readonly string[];
  /** How many levels from the top stand in the table of contents; the lowest stands in its own list. */
  readonly contentsLevels: number;
  readonly parents: readonly string[];
  readonly nodes: readonly NodeData[];
  readonly indicators: readonly IndicatorData[];
  readonly otherNotes: readonly { readonly mark: string; readonly text: string }[];
  readonly bandsSentence: string | null;
  /** Decisions and opinions on the whole plan and on indicators. */
  readonly decided: readonly PrintedPart[];
  readonly decidedHeading: string | null;
}

export interface ParagraphData {
  readonly kind: Paragraph['kind'];
  readonly text: string;
  readonly author: string | null;
}

export interface NodeData {
  readonly id: string;
  /** 取組項目05. */
  readonly label: string;
  readonly number: string;
  /** With 「（再掲）」 where it lists another element again. */
  readonly title: string;
  readonly description: readonly ParagraphData[];
  /** Numbers of the indicators tied to this very element: １・２. */
  readonly indicators: string | null;
  /** The original where this is a relisting (再掲). */
  readonly relistingOf: { readonly id: string; readonly label: string } | null;
  readonly isInitiative: boolean;
  readonly responsible: string | null;
  /** Null where the level is asked for nothing. */
  readonly report: readonly ParagraphData[] | null;
  /** What happened to it: 令和３年度に終了（…）. */
  readonly life: readonly string[];
  /** Posts that approved the report; null where the source says none. */
  readonly approval: string | null;
  /** Decisions of headquarters and opinions from outside on it. */
  readonly decided: readonly PrintedPart[];
  readonly children: readonly NodeData[];
}

/** An edition as the template wants it. `charts`: SVG text by indicator id. */
export function reportData({ edition, hash }: PublishedEdition, charts: ReadonlyMap<string, string>): ReportData {
  const { plan, municipality, levels } = edition;
  const yearLabel = yearLabelOf(edition);
  const lowest = levels.at(-1)?.name ?? '取組';
  const others = otherDecided(edition);
  let chapters = 0;
  const chapter = (heading: string) => `${inDigits((chapters += 1))}．${heading}`;
  // The chapters are numbered in the order in which these lines stand.
  return {
    title: plan.title,
    city: municipality.name,
    subtitle: `${yearLabel}の進捗状況`,
    yearLabel,
    editionLabel: editionLabel(edition),
    issued: edition.issuedOn === null ? null : dateLabel(edition.issuedOn, municipality.fiscalYearLabels),
    hash,
    shortHash: hash.slice(0, 8),
    errata: errataData(edition),
    preface: edition.preface.map(({ heading, paragraphs }) => ({ heading: chapter(heading), paragraphs: paragraphs.map((paragraph) => paragraphData(edition, paragraph)) })),
    overview: overviewRows(edition),
    systemHeading: levels.length > 1 ? chapter('体系図') : null,
    listHeading: edition.nodes.length > 0 ? chapter(`${lowest}一覧`) : null,
    indicatorsHeading: edition.indicators.length > 0 ? chapter('指標') : null,
    progressHeading: chapter(`${yearLabel}の主な取組状況`),
    levelNames: levels.map(({ name }) => name),
    contentsLevels: contentsLevels(edition),
    parents: plan.parents.map(({ title }) => title),
    nodes: childrenOf(edition, null).map((node) => nodeData(edition, node)),
    indicators: edition.indicators.map((indicator) => indicatorData(edition, indicator, charts.get(indicator.id) ?? null)),
    otherNotes: edition.notes.filter((note) => !edition.indicators.some((indicator) => notesOf(edition, indicator).includes(note))),
    bandsSentence: bandsSentence(edition),
    decided: others,
    decidedHeading: others.length > 0 ? chapter(otherDecidedHeading) : null,
  };
}

/** At most two levels, and no more lines than one page of contents holds. */
function contentsLevels({ levels, nodes }: Edition): number {
  const lines = (depth: number) => nodes.filter(({ level }) => levels.findIndex(({ id }) => id === level) < depth).length;
  return [2, 1].find((depth) => depth < levels.length && lines(depth) <= 30) ?? 0;
}

/** How the states were judged, with the bands of that day; null where there is nothing to judge. */
function bandsSentence({ indicators }: Edition): string | null {
  const bands = indicators[0]?.evaluation.inputs.bands;
  if (!bands) return null;
  const { onLine, slightlyBehind } = bands;
  const kept = indicators.some(isKept) ? '一定の水準を保つ指標は、値が目標を満たすかどうかで判定しています。' : '';
  return `状態は、基準値の時点から目標値の時点までに均等に進むものとして判定しています。道のりのうち進んだ割合を、期間のうち経過した割合で割り、${onLine}以上を「${statusWords.ahead}」、${slightlyBehind}以上${onLine}未満を「${statusWords['slightly-behind']}」、${slightlyBehind}未満を「${statusWords.behind}」とし、基準値よりも目標から遠ざかったものは「${statusWords.receding}」としています。${kept}`;
}

function nodeData(edition: Edition, node: EditionNode): NodeData {
  const original = node.relistingOf === null ? undefined : nodeById(edition, node.relistingOf);
  const isInitiative = node.level === edition.levels.at(-1)?.id;
  const owners = node.responsible.map((owner) => ownerName(edition, owner)).join('／');
  return {
    id: node.id,
    label: nodeLabel(edition, node),
    number: node.number,
    title: original && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title,
    description: node.description.map((paragraph) => paragraphData(edition, paragraph)),
    indicators: numbersOf(indicatorsFor(edition, node).filter(({ related }) => related.includes(node.id))),
    relistingOf: original ? { id: original.id, label: nodeLabel(edition, original) } : null,
    isInitiative,
    responsible: (node.report?.responsiblePrinted ?? owners) || null,
    report: node.report?.paragraphs.map((paragraph) => paragraphData(edition, paragraph)) ?? (isInitiative ? [] : null),
    life: isInitiative ? lifeLines(edition, node) : [],
    approval: approvalLine(node.report?.paragraphs ?? []),
    decided: decidedParts(edition, { kind: 'node', id: node.relistingOf ?? node.id }),
    children: childrenOf(edition, node.id).map((child) => nodeData(edition, child)),
  };
}

function paragraphData(edition: Edition, { kind, text, department }: Paragraph): ParagraphData {
  return { kind, text, author: department === null ? null : (departmentById(edition, department)?.name ?? department) };
}

function numbersOf(indicators: readonly EditionIndicator[]): string | null {
  return indicators.length > 0 ? indicators.map(({ number }) => (/^\d$/.test(number) ? inDigits(Number(number)) : number)).join('・') : null;
}

/** One digit full-width, more half-width, as official documents print numbers. */
function inDigits(value: number): string {
  return value < 10 ? String.fromCodePoint(0xff10 + value) : String(value);
}
