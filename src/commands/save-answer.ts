import type { AnswerVersion } from '../database/answer-store.ts';
import type { Database } from '../database/connection.ts';
import { lockRequest } from '../database/locked-request.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { permissionFor } from '../domain/approval/request-policy.ts';
import type { AnswerState } from '../domain/approval/transitions.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Answer } from '../domain/round/answer.ts';
import { isEmptyAnswer } from '../domain/round/stored-answer.ts';
import { actorOn, auditNames, currentVersionOf, isCurrent, keepVersion, parkAnswer, parkRefusedWords, refuseUnfit, takeStep } from './answer-steps.ts';
import { auditRequestRefusal, refuseRequest, type RequestRefusal, unknownRequest } from './request-refusal.ts';

export interface SaveRequest {
  readonly requestId: string;
  readonly answer: Answer;
  /** The version that the form was filled on; null when there was none. */
  readonly baseVersion: number | null;
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** Where it comes from. An answer out of a workbook is the step `take-in` of the table, which the secretariat may take too. */
  readonly cause?: 'save' | 'merge' | 'workbook';
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly version: number; readonly savedAt: string; readonly state: AnswerState }
  /** The very same answer stands there already, also when the acknowledgement of an earlier save was lost. */
  | { readonly outcome: 'unchanged'; readonly version: number | null; readonly state: AnswerState }
  /** Somebody wrote since `baseVersion`: these words are kept as a parked version, and are to be merged with the current one. */
  | { readonly outcome: 'conflict'; readonly parkedVersion: number; readonly current: AnswerVersion }
  | RequestRefusal;

/** Keeps an answer as it was typed, right or not, as a new version. */
export async function saveAnswer(db: Database, request: SaveRequest): Promise<SaveOutcome> {
  const outcome = await writeTransaction(db, (trx) => save(trx, request));
  if (outcome.outcome !== 'refused') return outcome;
  await auditRequestRefusal(db, request.actor, auditNames[request.cause === 'workbook' ? 'take-in' : 'save'], request.requestId, outcome);
  return outcome;
}

/** How `save` logs it where it is not a plain save. */
export interface SaveVariant {
  readonly cause: 'restore';
  readonly auditName: string;
  readonly restored: number;
}

/** The save itself, in a transaction that the caller has begun. */
export async function save(trx: WriteTransaction, { requestId, answer, baseVersion, actor, today, cause = 'save' }: SaveRequest, variant?: SaveVariant): Promise<SaveOutcome> {
  const request = await lockRequest(trx, requestId);
  if (!request) return unknownRequest;
  const acting = actorOn(actor, today);
  const permission = permissionFor(acting, request, cause === 'workbook' ? 'take-in' : 'save', today);
  if (!permission.allowed) {
    const refusal = refuseRequest(permission.code, permission.reason);
    // The words of a workbook are not lost by a refusal: the file still has them.
    return variant || cause === 'workbook' ? refusal : parkRefusedWords(trx, request, { answer, baseVersion, actor: acting, cause }, refusal);
  }
  const unfit = refuseUnfit(request, answer);
  if (unfit) return unfit;

  const current = await currentVersionOf(trx, request);
  if (isCurrent(answer, current) || (!current && isEmptyAnswer(answer))) return { outcome: 'unchanged', version: request.currentVersion, state: request.state };
  const writing = { answer, baseVersion, actor: acting, cause: variant?.cause ?? cause, note: null };
  if (current && baseVersion !== current.number) return { outcome: 'conflict', parkedVersion: await parkAnswer(trx, request, writing), current };
  const { number, savedAt, hash } = await keepVersion(trx, request, { ...writing, baseVersion: request.currentVersion });
  await takeStep(trx, request, {
    actor: acting, transition: permission.transition, version: number, note: null, ...(variant && { auditName: variant.auditName }),
    details: { base: request.currentVersion, cause: writing.cause, content: hash, ...(variant && { restored: variant.restored }) },
  });
  return { outcome: 'saved', version: number, savedAt, state: permission.transition.to };
}
