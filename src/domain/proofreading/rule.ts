import type { Finding, FindingLevel } from './finding.ts';
import type { ProofreadingText, TextKind } from './manuscript.ts';
import type { Reading, Sentence } from './reading.ts';

export type RuleFamily = 'sentence' | 'consistency' | 'registry' | 'print';

/** What a rule says of itself; the page in docs/ is made of this. All of it plain Japanese. */
export interface RuleDescription {
  /** The name of its file. */
  readonly name: string;
  readonly title: string;
  readonly family: RuleFamily;
  readonly level: FindingLevel;
  /** A rule that goes by what is usual and not by what is wrong says nothing where another rule has spoken. */
  readonly givesWay?: true;
  readonly catches: string;
  readonly why: string;
  readonly example: { readonly wrong: string; readonly right: string };
}

export interface Rule extends RuleDescription {
  /** paragraph: one paragraph is enough to judge; report: needs the whole, so it does not run while writing. */
  readonly scope: 'paragraph' | 'report';
  check(reading: Reading): Finding[];
}

/** A stretch of one text and what is to be said of it. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly suggestion?: string;
}

/** A rule that looks at one sentence at a time. */
export function sentenceRule(description: RuleDescription, look: (sentence: Sentence) => Iterable<Slip>): Rule {
  return {
    ...description,
    scope: 'paragraph',
    check: ({ sentences }) => sentences.flatMap((sentence) => [...look(sentence)].map((slip) => findingAt(description, sentence.text, slip))),
  };
}

const proseAndTitles: ReadonlySet<TextKind> = new Set(['title', 'description', 'report', 'preface', 'note']);

/** A rule that looks at one text at a time, titles included. */
export function textRule(
  description: RuleDescription, look: (text: ProofreadingText, reading: Reading) => Iterable<Slip>, kinds: ReadonlySet<TextKind> = proseAndTitles,
): Rule {
  return {
    ...description,
    scope: 'paragraph',
    check: (reading) => reading.texts.filter(({ kind }) => kinds.has(kind))
      .flatMap((text) => [...look(text, reading)].map((slip) => findingAt(description, text, slip))),
  };
}

/** A rule that needs the whole report. */
export function reportRule(description: RuleDescription, check: (reading: Reading) => Finding[]): Rule {
  return { ...description, scope: 'report', check };
}

export function findingAt({ name, level }: Pick<RuleDescription, 'name' | 'level'>, text: ProofreadingText, slip: Slip): Finding {
  const { start, end, message, suggestion } = slip;
  const finding = { rule: name, level, message, quote: text.text.slice(start, end), places: [{ path: text.path, start, end }] };
  return suggestion === undefined ? finding : { ...finding, suggestion };
}

/** Every match of a global pattern, found at once: matchAll copies the pattern for each of the hundred thousand times that the rules ask. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`${pattern.source} is not global: its first match would be found for ever.`);
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
