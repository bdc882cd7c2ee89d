import type { Edition } from '../edition/edition.ts';
import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Measurement } from '../indicator/indicator.ts';
import type { Paragraph } from '../report/paragraph.ts';
import { type Answer, paragraphsOf } from './answer.ts';
import { printedCell } from './indicator-answer.ts';
import type { Subject } from './round.ts';

/** What was published about the same item or indicator before, to be shown beside this year's form. */
export interface LastYear {
  readonly fiscalYear: FiscalYear;
  readonly paragraphs: readonly Paragraph[];
  readonly measurement: Measurement | null;
}

/**
 * What an earlier edition says on a subject: the department's own paragraphs and those whose author is not known, else all
 * of them (the department may have had another name). Null where the edition is silent.
 */
export function lastYearOf({ fiscalYear, nodes, indicators }: Edition, subject: Subject, department: string): LastYear | null {
  if (subject.kind === 'indicator') {
    const measurement = indicators.find(({ id }) => id === subject.id)?.measurement ?? null;
    return measurement && { fiscalYear, paragraphs: [], measurement };
  }
  const all = nodes.find(({ id }) => id === subject.id)?.report?.paragraphs;
  if (!all) return null;
  const own = all.filter((paragraph) => paragraph.department === null || paragraph.department === department);
  return { fiscalYear, paragraphs: own.length > 0 ? own : all, measurement: null };
}

/** The same over several subjects: an item of a plan that goes on from several of the plan before. Null where the edition is silent on all. */
export function lastYearOfAll(edition: Edition, subjects: readonly Subject[], department: string): LastYear | null {
  const all = subjects.flatMap((subject) => lastYearOf(edition, subject, department) ?? []);
  const [first] = all;
  return first ? { ...first, paragraphs: all.flatMap(({ paragraphs }) => paragraphs) } : null;
}

/** Whether an answer says nothing that last year's did not: every paragraph, or the figure, is copied unchanged. Allowed, and told to the next reader. */
export function isCopyOf(lastYear: LastYear, answer: Answer): boolean {
  if (answer.kind === 'indicator') return lastYear.measurement !== null && printedCell(answer).trim() === lastYear.measurement.printed.trim();
  const former = new Set(lastYear.paragraphs.map(({ text }) => text.trim()));
  const now = paragraphsOf(answer.text, null);
  return now.length > 0 && now.every(({ text }) => former.has(text.trim()));
}
