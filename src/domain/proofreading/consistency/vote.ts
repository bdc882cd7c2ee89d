import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, type RuleDescription } from '../rule.ts';

/** One place at which one of several forms of the same thing stands. */
export interface Occurrence {
  readonly text: ProofreadingText;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** What to write here in a given other form; the form itself where absent. */
  readonly as?: (form: string) => string;
}

/** Counts of the forms, the most frequent first; among equals the one that stands earlier in `preferred`, then the earlier met. */
export function countForms(occurrences: readonly Occurrence[], preferred: readonly string[] = []): [form: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { form } of occurrences) counts.set(form, (counts.get(form) ?? 0) + 1);
  const rank = (form: string): number => (preferred.includes(form) ? preferred.indexOf(form) : preferred.length);
  return [...counts].sort(([a, more], [b, less]) => less - more || rank(a) - rank(b));
}

/** Where several forms are used: a finding on each place of every form but the most frequent, with the counts. `open` says that none of them is the official one. */
export function againstMajority(rule: RuleDescription, occurrences: readonly Occurrence[], preferred: readonly string[] = [], open = false): Finding[] {
  const counts = countForms(occurrences, preferred);
  const majority = counts[0];
  if (majority === undefined || counts.length === 1) return [];
  // Once against once of two that are both in use (子ども, 子供): both are shown, since nobody can say which is meant.
  const single = open && occurrences.length === 2 && counts.length === 2 ? occurrences.filter(({ form }) => form === majority[0]) : [];
  return [...single.map(({ text, start, end, form }) => findingAt(rule, text, { start, end, message: messageOn(form, counts.toReversed()) })), ...occurrences.filter(({ form }) => form !== majority[0]).map(({ text, start, end, form, as }) => findingAt(rule, text, {
    start, end, suggestion: as ? as(majority[0]) : majority[0], message: messageOn(form, counts),
  }))];
}

function messageOn(form: string, counts: readonly [string, number][]): string {
  const [majority, most] = counts[0]!;
  const own = counts.find(([candidate]) => candidate === form)![1];
  return own === most
    ? `「${form}」と「${majority}」が${own}か所ずつあります。どちらかにそろえてください。`
    : `「${form}」は${own}か所、「${majority}」は${most}か所です。多い方にそろえてください。`;
}

/** Groups by key, in the order in which the keys are first met. */
export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  return Map.groupBy(values, keyOf);
}
