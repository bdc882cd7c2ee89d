import { listEditions } from '../../database/edition-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import type { FiscalYear } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Round } from '../../domain/round/round.ts';

/** The published years of a plan that no round asked about, the newest first: their reports were taken in. */
export async function takenInYears(trx: ReadTransaction, planId: string, rounds: readonly Pick<Round, 'fiscalYear'>[]): Promise<FiscalYear[]> {
  const published = (await listEditions(trx, planId)).map(({ fiscalYear }) => fiscalYear);
  return [...new Set(published)].filter((year) => !rounds.some(({ fiscalYear }) => fiscalYear === year));
}
