import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { listEditions } from './edition-store.ts';
import { listRounds } from './round-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** A year of a plan that has results to speak about. */
export interface YearWithResults {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
}

/** Every plan and year with a round, or with an edition from before the rounds. Newest first. */
export async function listYearsWithResults(trx: ReadTransaction): Promise<YearWithResults[]> {
  const all = [...(await listRounds(trx)), ...(await listEditions(trx))].map(({ planId, fiscalYear }) => ({ planId, fiscalYear }));
  const known = new Map(all.map((year) => [`${year.planId} ${year.fiscalYear}`, year]));
  return [...known.values()].toSorted((a, b) => b.fiscalYear - a.fiscalYear);
}
