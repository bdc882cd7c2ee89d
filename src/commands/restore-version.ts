import { loadVersion } from '../database/answer-store.ts';
import type { Database } from '../database/connection.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import { auditRequestRefusal, refuseRequest } from './request-refusal.ts';
import { save, type SaveOutcome } from './save-answer.ts';

export interface RestoreRequest {
  readonly requestId: string;
  /** The version to bring back; a parked one too. */
  readonly number: number;
  /** The version that was on the screen. */
  readonly baseVersion: number | null;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** Makes an older version count again, as a new version with its words. Nothing that was written since is lost. */
export async function restoreVersion(db: Database, { number, ...request }: RestoreRequest): Promise<SaveOutcome> {
  const outcome = await writeTransaction(db, async (trx): Promise<SaveOutcome> => {
    const version = await loadVersion(trx, request.requestId, number);
    if (!version) return refuseRequest('unknown-version', 'この版は見つかりません。履歴から選び直してください。');
    return save(trx, { ...request, answer: version.answer }, { cause: 'restore', auditName: 'restore-version', restored: number });
  });
  if (outcome.outcome !== 'refused') return outcome;
  await auditRequestRefusal(db, request.actor, 'restore-version', request.requestId, outcome);
  return outcome;
}
