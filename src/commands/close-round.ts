import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { saveRound } from '../database/round-store.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import { refuseRound, type RoundRefused } from './round-refusal.ts';
import { stepOnRound } from './step-on-round.ts';

export interface CloseRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly actor: Actor;
  /** Whether requests that were not accepted are given up on purpose. */
  readonly allowUnaccepted?: boolean;
}

export type CloseOutcome = { readonly outcome: 'closed'; readonly unaccepted: number } | RoundRefused;

/** Closes an open round: nothing moves in it any more. */
export function closeRound(db: Database, { planId, fiscalYear, actor, allowUnaccepted = false }: CloseRequest): Promise<CloseOutcome> {
  return stepOnRound(db, { planId, fiscalYear, actor, from: 'open', action: 'close-round' }, async (trx, round): Promise<CloseOutcome> => {
    const { unaccepted } = await trx.selectFrom('request').select(({ fn }) => fn.countAll<number>().as('unaccepted'))
      .where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).where('state', '<>', 'accepted').where('merged_into', 'is', null).executeTakeFirstOrThrow();
    if (unaccepted > 0 && !allowUnaccepted) {
      return refuseRound([{ code: 'unaccepted', message: `受理していない照会が${unaccepted}件あります。終了すると、回答も承認もできなくなります。`, fix: '受理してから終了するか、受理しないまま終了することを確かめてください。' }]);
    }
    await saveRound(trx, { ...round, state: 'closed' });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'close-round', planId, details: { fiscalYear, unaccepted } });
    return { outcome: 'closed', unaccepted };
  });
}
