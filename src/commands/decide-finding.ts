import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { lockRequest } from '../database/locked-request.ts';
import { deleteDecision, insertDecision, loadCityProofreading } from '../database/proofreading-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { permissionFor } from '../domain/approval/request-policy.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { rules } from '../domain/proofreading/rules.ts';
import type { FindingKey, Verdict } from '../domain/round/finding-decision.ts';
import { actorOn } from './answer-steps.ts';
import type { Refusal } from './refusal.ts';

export type DecisionOutcome = { readonly outcome: 'done' } | { readonly outcome: 'refused'; readonly refusal: Refusal };

export interface DecideFindingRequest {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly finding: FindingKey;
  readonly verdict: Verdict;
  /** Why, as typed; may be empty. */
  readonly reason: string;
  /** The answer beside which it was decided, by somebody who may write it; null where the secretariat looks at the whole report. */
  readonly requestId: string | null;
}

const longestReason = 1_000;
const longestQuote = 2_000;

/** Remembers what somebody said of a finding, so that it is not raised again: in this city, or in this report. */
export function decideFinding(db: Database, { actor, today, planId, fiscalYear, finding, verdict, reason, requestId }: DecideFindingRequest): Promise<DecisionOutcome> {
  return writeTransaction(db, async (trx) => {
    const acting = actorOn(actor, today);
    const allowed = holds(acting, 'secretariat') || (verdict === 'not-an-error' && requestId !== null && (await mayWrite(trx, acting, requestId, today)));
    if (!allowed) return refuse(trx, actor, planId, 'decide-finding', { code: 'not-yours', message: 'この指摘について決めることはできません。', fix: '回答の担当者か事務局に依頼してください。' });
    const why = storableText(reason).trim();
    if (why.length > longestReason) return refused({ code: 'reason-too-long', message: `理由が長すぎます（${why.length}文字）。`, fix: `${longestReason}文字以内で書いてください。` });
    const { rule, quote, suggestion } = finding;
    const city = await loadCityProofreading(trx, planId);
    if (!city || !rules.some(({ name }) => name === rule) || quote.length > longestQuote || (suggestion ?? '').length > longestQuote) {
      return refused({ code: 'unknown-finding', message: 'この指摘は見つかりません。', fix: 'ページを読み直してください。' });
    }
    const key = { rule, quote: storableText(quote), suggestion: suggestion === undefined ? null : storableText(suggestion) };
    const report = verdict === 'left-as-it-is' ? { planId, fiscalYear } : null;
    const isNew = await insertDecision(trx, { ...key, municipality: city.municipality, verdict, report, reason: why === '' ? null : why, personId: actor.personId });
    if (isNew) await appendAudit(trx, { actor: actor.staffNumber, action: 'decide-finding', planId, details: { fiscalYear, verdict, ...key, reason: why === '' ? null : why, request: requestId } });
    return { outcome: 'done' };
  });
}

/** Takes a decision back: the finding is raised again. */
export function withdrawDecision(db: Database, { actor, today, planId, id }: { readonly actor: Actor; readonly today: CalendarDate; readonly planId: string; readonly id: string }): Promise<DecisionOutcome> {
  return writeTransaction(db, async (trx) => {
    if (!holds(actorOn(actor, today), 'secretariat')) return refuse(trx, actor, planId, 'withdraw-finding-decision', onlySecretariat);
    const city = await loadCityProofreading(trx, planId);
    const taken = city && (await deleteDecision(trx, city.municipality, id));
    if (!taken) return refused({ code: 'unknown-decision', message: 'この決定は、すでに取り消されています。', fix: 'ページを読み直してください。' });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'withdraw-finding-decision', planId, details: { ...taken } });
    return { outcome: 'done' };
  });
}

export const onlySecretariat: Refusal = { code: 'not-secretariat', message: 'この操作は、事務局だけができます。', fix: '事務局に依頼してください。' };

async function mayWrite(trx: WriteTransaction, actor: Actor, requestId: string, today: CalendarDate): Promise<boolean> {
  const request = await lockRequest(trx, requestId);
  return request !== undefined && permissionFor(actor, request, 'save', today).allowed;
}

export function refused(refusal: Refusal): { readonly outcome: 'refused'; readonly refusal: Refusal } {
  return { outcome: 'refused', refusal };
}

/** A refusal for want of a post stands in the log. */
export async function refuse(trx: WriteTransaction, actor: Actor, planId: string, attempted: string, refusal: Refusal): Promise<{ readonly outcome: 'refused'; readonly refusal: Refusal }> {
  await appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: storableText(planId), details: { attempted, code: refusal.code } });
  return refused(refusal);
}
