import type { Edition, EditionIndicator, PublishedEdition } from '../../domain/edition/edition.ts';
import { countInitiatives, editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import { targetText, valueText } from '../../domain/indicator/explanation.ts';
import { explainPlainly, plainStatusWords } from '../../domain/indicator/plain-words.ts';
import { chartForPrint } from '../pdf/chart-for-print.ts';
import { markOf, type StateMark } from '../pdf/indicator-data.ts';
import { type Branch, branchesOf, type CountedStates, countedStates } from './summary-data.ts';

/** What the leaflet for everybody prints, ready as strings. */
export interface LeafletData {
  readonly city: string;
  readonly planTitle: string;
  readonly yearLabel: string;
  readonly editionLabel: string;
  readonly shortHash: string;
  readonly about: readonly string[];
  readonly counts: readonly CountedStates[];
  readonly indicators: readonly LeafletIndicator[];
  readonly branches: readonly Branch[];
  readonly more: readonly string[];
}

export interface LeafletIndicator {
  readonly number: string;
  readonly title: string;
  /** The value that was judged with its unit, and for which year; what was printed where there is none. */
  readonly value: string;
  readonly valueYear: string;
  readonly target: string;
  readonly state: string;
  readonly plainState: string;
  readonly sentence: string;
  readonly mark: StateMark;
  readonly chart: string | null;
  readonly alternative: string;
}

/** The three groups of states in easy words. */
const plainly: Readonly<Partial<Record<StateMark, string>>> = { good: 'うまく進んでいる', late: 'うまく進んでいない', open: 'まだ、判断していない' };

/** An edition as the template wants it. `charts`: SVG text by indicator id. */
export function leafletData({ edition, hash }: PublishedEdition, charts: ReadonlyMap<string, string>): LeafletData {
  return {
    city: edition.municipality.name,
    planTitle: edition.plan.title,
    yearLabel: yearLabelOf(edition),
    editionLabel: editionLabel(edition),
    shortHash: hash.slice(0, 8),
    about: aboutLines(edition),
    counts: countedStates(edition).map((state) => ({ ...state, label: plainly[state.mark] ?? state.label })),
    indicators: edition.indicators.map((indicator) => indicatorOf(edition, indicator, charts.get(indicator.id) ?? null)),
    branches: branchesOf(edition).map((branch) => ({ ...branch, initiatives: `${branch.count}の取組` })),
    more: [`${edition.municipality.name}のウェブサイトと報告書で、全ての取組と、数字の説明を読むことができます。`],
  };
}

function aboutLines(edition: Edition): string[] {
  const { plan, municipality, levels, indicators } = edition;
  const label = (year: number) => fiscalYearLabel(year, municipality.fiscalYearLabels);
  const when = plan.period ? `${label(plan.period.from)}から${label(plan.period.to)}までに` : '';
  const figures = indicators.length > 0 ? `と、進み具合をはかる${counted(indicators.length)}の数字（指標）` : '';
  return [`${municipality.name}が${when}行うことを決めたものです。`, `${counted(countInitiatives(edition).distinct)}の取組（${levels.at(-1)?.name ?? '取組'}）${figures}があります。`];
}

function indicatorOf(edition: Edition, indicator: EditionIndicator, chart: string | null): LeafletIndicator {
  const { evaluation, measurement, number, title, unit } = indicator;
  const { current } = evaluation.inputs;
  const value = current ? valueText(current.value, current.printed) + (unit ?? '') : (measurement?.printed ?? '－');
  const year = fiscalYearLabel(current?.valueYear ?? edition.fiscalYear, edition.municipality.fiscalYearLabels);
  const target = targetText(indicator);
  const plainState = plainStatusWords[evaluation.status];
  const sentence = explainPlainly(indicator);
  return {
    number, title, value, valueYear: `${year}の数字`, target, state: statusWords[evaluation.status], plainState, sentence, mark: markOf(evaluation.status),
    chart: chart === null || chart.trim() === '' ? null : chartForPrint(chart),
    alternative: `${title}の道のり図。${year}は${value}、目標は${target}。${plainState}。${sentence}`,
  };
}

/** 7つ, 64: small numbers are counted with つ. */
function counted(count: number): string {
  return count < 10 ? `${count}つ` : String(count);
}
