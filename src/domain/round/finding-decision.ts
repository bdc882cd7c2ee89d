import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Finding } from '../proofreading/finding.ts';

/** What somebody said of a finding: it is no error in this city; or it is one, and this report stays so all the same. */
export type Verdict = 'not-an-error' | 'left-as-it-is';

export const verdictNames: Readonly<Record<Verdict, string>> = { 'not-an-error': '誤りではない', 'left-as-it-is': '今回はこのまま公表する' };

/** By what a finding is known again, wherever it stands and whatever is said of it. */
export type FindingKey = Pick<Finding, 'rule' | 'quote' | 'suggestion'>;

/** A decision as far as it says which findings it silences. */
export interface FindingDecision {
  readonly rule: string;
  readonly quote: string;
  readonly suggestion: string | null;
  /** The report that is left as it is; null for every report of the city. */
  readonly report: { readonly planId: string; readonly fiscalYear: FiscalYear } | null;
}

export function isSameFinding(a: FindingKey, b: { readonly rule: string; readonly quote: string; readonly suggestion?: string | null }): boolean {
  return a.rule === b.rule && a.quote === b.quote && (a.suggestion ?? null) === (b.suggestion ?? null);
}

/** The findings on a report that nobody has decided on yet. */
export function withoutDecided<F extends FindingKey>(findings: readonly F[], decisions: readonly FindingDecision[], report: { readonly planId: string; readonly fiscalYear: FiscalYear }): F[] {
  return findings.filter((finding) => !decisions.some((decision) => isSameFinding(finding, decision)
    && (decision.report === null || (decision.report.planId === report.planId && decision.report.fiscalYear === report.fiscalYear))));
}
