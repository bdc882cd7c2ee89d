import type { Generated, GeneratedAlways } from 'kysely';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Verdict } from '../domain/round/finding-decision.ts';

// The tables of proofreading as the queries see them. What each column means stands in tables.md.
export interface ProofreadingTables {
  proofreading_dictionary: { municipality_code: string; source: string; person_id: string | null; changed_at: Generated<string> };
  proofreading_decision: {
    id: GeneratedAlways<number>;
    municipality_code: string;
    verdict: Verdict;
    rule: string;
    quote: string;
    suggestion: string | null;
    plan_id: string | null;
    fiscal_year: FiscalYear | null;
    reason: string | null;
    person_id: string;
    decided_at: Generated<string>;
  };
}
