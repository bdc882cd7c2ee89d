import type { Edition, EditionIndicator } from '../../src/domain/edition/edition.ts';
import { departmentById, nodeLabel } from '../../src/domain/edition/reading.ts';
import { statusWords } from '../../src/domain/indicator/evaluation.ts';
import type { Figure } from '../../src/domain/indicator/figure.ts';
import type { Paragraph } from '../../src/domain/report/paragraph.ts';

// What an edition says, in one shape, so that what was read back out of any output can be held against it: equal or not.

export interface FigureFacts {
  readonly printed: string;
  /** Left out where an output carries what was printed alone. */
  readonly label?: string;
  readonly value?: number | null;
}

export interface IndicatorFacts {
  readonly number: string;
  /** With its unit in brackets. */
  readonly title: string;
  readonly definition: string;
  readonly baseline: FigureFacts;
  /** Null where the year has no value. */
  readonly current: FigureFacts | null;
  readonly target: FigureFacts;
  readonly status: string;
  readonly sentence: string;
}

export interface Facts {
  readonly preface: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** Depth first, in printed order. */
  readonly elements: readonly { readonly label: string; readonly title: string; readonly description: readonly string[]; readonly report: readonly string[] }[];
  readonly indicators: readonly IndicatorFacts[];
  readonly notes: readonly { readonly mark: string; readonly text: string }[];
}

/** How an output says it: what follows a paragraph whose author is known, and what is said of a figure. */
export interface Manner {
  says(text: string, author: string | null): string;
  readonly labels: boolean;
  readonly values: boolean;
  /** Whether a relisting whose title does not say so is marked （再掲）, as for a reader; a table has a column for it. */
  readonly relistings: boolean;
  /** What stands for an explanation that the source printed as a dash, where the dash itself does not. */
  readonly dash?: string;
}

/** The facts of an edition as an output says them. */
export function factsOf(edition: Edition, manner: Manner): Facts {
  const says = ({ text, department }: Paragraph) => manner.says(text, department === null ? null : (departmentById(edition, department)?.name ?? department));
  const figure = ({ printed, label, value }: Figure): FigureFacts => ({ printed, ...(manner.labels ? { label } : {}), ...(manner.values ? { value } : {}) });
  return {
    preface: edition.preface.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(says) })),
    elements: edition.nodes.map((node) => ({
      label: nodeLabel(edition, node), title: manner.relistings && node.relistingOf !== null && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title, description: node.description.map(says), report: (node.report?.paragraphs ?? []).map(says),
    })),
    indicators: edition.indicators.map(({ number, title, unit, definition, baseline, measurement, target, evaluation }) => ({
      number, title: titleWithUnit({ title, unit }), definition: /^[ー－―—-]?$/.test(definition) ? (manner.dash ?? definition) : definition, baseline: figure(baseline), current: measurement ? figure(measurement) : null, target: figure(target),
      status: statusWords[evaluation.status], sentence: evaluation.sentence,
    })),
    notes: edition.notes,
  };
}

export function titleWithUnit({ title, unit }: Pick<EditionIndicator, 'title' | 'unit'>): string {
  return unit === null || unit === '' ? title : `${title}（${unit}）`;
}

/** The words for a value that a year does not have. */
export const noValue = /^(記載|掲載)なし$/;
