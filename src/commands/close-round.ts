import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadRound, lockRequestsOfRound, saveRound } from '../database/round-store.ts';
import { lockPlan, writeTransaction } from '../database/transaction.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import { auditRoundRefusal, refuseRound, refuseUnlessIn, refuseUnlessSecretariat, type RoundRefused } from './round-refusal.ts';

export interface CloseRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly actor: Actor;
  /** Whether requests that were not accepted are given up on purpose. */
  readonly allowUnaccepted?: boolean;
}

export type CloseOutcome = { readonly outcome: 'closed'; readonly unaccepted: number } | RoundRefused;

/** Closes an open round: nothing moves in it any more. */
export async function closeRound(db: Database, { planId, fiscalYear, actor, allowUnaccepted = false }: CloseRequest): Promise<CloseOutcome> {
  const outcome = await writeTransaction(db, async (trx): Promise<CloseOutcome> => {
    const own = refuseUnlessSecretariat(actor);
    if (own.length > 0) return refuseRound(own);
    await lockPlan(trx, planId);
    await lockRequestsOfRound(trx, planId, fiscalYear);
    const round = await loadRound(trx, planId, fiscalYear);
    if (!round || round.state !== 'open') return refuseRound(refuseUnlessIn('open', round));
    const { unaccepted } = await trx.selectFrom('request').select(({ fn }) => fn.countAll<number>().as('unaccepted'))
      .where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).where('state', '<>', 'accepted').where('merged_into', 'is', null).executeTakeFirstOrThrow();
    if (unaccepted > 0 && !allowUnaccepted) {
      return refuseRound([{ code: 'unaccepted', message: `受理していない照会が${unaccepted}件あります。終了すると、回答も承認もできなくなります。`, fix: '受理してから終了するか、受理しないまま終了することを確かめてください。' }]);
    }
    await saveRound(trx, { ...round, state: 'closed' });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'close-round', planId, details: { fiscalYear, unaccepted } });
    return { outcome: 'closed', unaccepted };
  });
  if (outcome.outcome === 'refused') await auditRoundRefusal(db, actor, 'close-round', planId, fiscalYear, outcome);
  return outcome;
}
