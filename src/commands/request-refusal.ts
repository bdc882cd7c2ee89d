import { keyOf } from '../database/answer-store.ts';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { writeTransaction } from '../database/transaction.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { Actor } from '../domain/organization/post.ts';

/** Why a step on a request was refused, in words for the person. */
export interface RequestRefusal {
  readonly outcome: 'refused';
  readonly code:
    | 'not-yours' | 'not-in-this-state' | 'locked' | 'round-closed' | 'unknown-request' | 'unknown-version' | 'wrong-kind' | 'too-large'
    | 'note-missing' | 'note-too-long' | 'answer-missing' | 'nothing-changed' | 'unlock-date-missing' | 'unlock-date-past'
    | 'no-successor' | 'successor-missing' | 'successor-answers'
    | 'evidence-not-asked' | 'evidence-unfit' | 'unknown-evidence';
  readonly reason: string;
  /** Words that came too late are kept all the same, as a version that does not count. */
  readonly parkedVersion?: number;
}

export function refuseRequest(code: RequestRefusal['code'], reason: string): RequestRefusal {
  return { outcome: 'refused', code, reason };
}

export const unknownRequest = refuseRequest('unknown-request', 'この照会は見つかりません。照会が作り直されたか、アドレスが違います。');

/** Writes into the log that a step on a request was refused, in a transaction of its own: nothing else was changed. */
export async function auditRequestRefusal(db: Database, actor: Pick<Actor, 'staffNumber'>, attempted: string, requestId: string, { code }: RequestRefusal): Promise<void> {
  await writeTransaction(db, async (trx) => {
    const key = keyOf(requestId);
    const place = key === null ? undefined : await trx.selectFrom('request').select(['plan_id', 'fiscal_year', 'department_id']).where('id', '=', key).executeTakeFirst();
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'refusal', planId: place?.plan_id ?? null,
      details: { attempted, code, request: storableText(requestId.slice(0, 100)), ...(place && { fiscalYear: place.fiscal_year, department: place.department_id }) },
    });
  });
}
