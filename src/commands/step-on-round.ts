import type { Database } from '../database/connection.ts';
import { loadRound, lockRequestsOfRound } from '../database/round-store.ts';
import { lockPlan, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Round } from '../domain/round/round.ts';
import { auditRoundRefusal, refuseRound, refuseUnlessIn, refuseUnlessSecretariat, type RoundRefused } from './round-refusal.ts';

export interface RoundStep {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly actor: Actor;
  /** The state in which the round must be. */
  readonly from: Round['state'];
  /** As the audit log names it, where it is refused too: close-round. */
  readonly action: string;
}

/**
 * A step of the secretariat on a round as a whole. Nobody changes the plan or writes to a request of the round while it is taken;
 * a refusal, its own or one of `take`, stands in the audit log.
 */
export async function stepOnRound<T extends { readonly outcome: string }>(db: Database, { planId, fiscalYear, actor, from, action }: RoundStep, take: (trx: WriteTransaction, round: Round) => Promise<T | RoundRefused>): Promise<T | RoundRefused> {
  const outcome = await writeTransaction(db, async (trx): Promise<T | RoundRefused> => {
    const own = refuseUnlessSecretariat(actor);
    if (own.length > 0) return refuseRound(own);
    await lockPlan(trx, planId);
    await lockRequestsOfRound(trx, planId, fiscalYear);
    const round = await loadRound(trx, planId, fiscalYear);
    return round?.state === from ? take(trx, round) : refuseRound(refuseUnlessIn(from, round));
  });
  if (isRefused(outcome)) await auditRoundRefusal(db, actor, action, planId, fiscalYear, outcome);
  return outcome;
}

function isRefused(outcome: { readonly outcome: string }): outcome is RoundRefused {
  return outcome.outcome === 'refused';
}
