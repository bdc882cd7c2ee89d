import type { OpenData } from './data-table.ts';

/** What came of asking a rule: it holds; an exception that the rule itself allows; it has nothing to say here; it does not hold. */
export type Outcome = 'holds' | 'exception' | 'not-applicable' | 'fails';

export interface Finding {
  readonly outcome: Outcome;
  /** What was looked at and what was found, in one or two sentences. */
  readonly sentence: string;
}

/** A rule of 行政データにおける機械可読性に関するルール（令和８年３月31日）, by its number, in our own words. */
export interface Rule {
  /** L1-01 … L3-09, as the text and its machine-readable edition number them. */
  readonly id: string;
  readonly statement: string;
  readonly check: (data: OpenData) => Finding;
}

/** A rule with what came of it. */
export interface RuleResult extends Finding {
  readonly id: string;
  readonly statement: string;
}

export const holds = (sentence: string): Finding => ({ outcome: 'holds', sentence });
export const exception = (sentence: string): Finding => ({ outcome: 'exception', sentence });
export const notApplicable = (sentence: string): Finding => ({ outcome: 'not-applicable', sentence });
export const fails = (sentence: string): Finding => ({ outcome: 'fails', sentence });

/** Holds when nothing was found; otherwise names what was, the first of it in words. */
export function noneOf(found: readonly string[], whenNone: string, whenSome: string): Finding {
  return found.length === 0 ? holds(whenNone) : fails(`${whenSome}${found.slice(0, 5).join('、')}${found.length > 5 ? `ほか${found.length - 5}件` : ''}。`);
}
