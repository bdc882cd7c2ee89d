import { listEditions } from '../../database/edition-store.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { listRounds } from '../../database/round-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Round } from '../../domain/round/round.ts';

/** A round with what the list of publications says of it. */
export interface PublishableRound extends Pick<Round, 'planId' | 'fiscalYear' | 'state'> {
  readonly planTitle: string;
  readonly yearLabel: string;
  /** Number of the newest edition, or null where none is published. */
  readonly newestEdition: number | null;
}

/** The rounds whose editions can be published or corrected; newest year first. */
export async function listPublishableRounds(trx: ReadTransaction): Promise<PublishableRound[]> {
  const editions = await listEditions(trx);
  const found: PublishableRound[] = [];
  for (const { planId, fiscalYear, state } of await listRounds(trx)) {
    const plan = await loadPlan(trx, planId);
    const numbers = editions.filter((edition) => edition.planId === planId && edition.fiscalYear === fiscalYear).map(({ number }) => number);
    if (plan) found.push({ planId, fiscalYear, state, planTitle: plan.title, yearLabel: fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels), newestEdition: numbers.length === 0 ? null : Math.max(...numbers) });
  }
  return found;
}
