import { appendEvent, appendVersion, isVersionNumber, type AnswerVersion, loadVersion, type VersionCause } from '../database/answer-store.ts';
import { appendAudit, sha256 } from '../database/audit-store.ts';
import { loadBefore } from '../database/plan-before.ts';
import { changeRequest, type LockedRequest } from '../database/locked-request.ts';
import type { WriteTransaction } from '../database/transaction.ts';
import { actingRolesOf } from '../domain/approval/request-policy.ts';
import type { Action, Transition } from '../domain/approval/transitions.ts';
import type { AuditDetail } from '../domain/audit/audit-event.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds, isHeldOn } from '../domain/organization/post.ts';
import type { Answer } from '../domain/round/answer.ts';
import { isCopyOf, lastYearOfAll } from '../domain/round/last-year.ts';
import { answerToText, isEmptyAnswer, lengthOf, longestAnswer } from '../domain/round/stored-answer.ts';
import { refuseRequest, type RequestRefusal } from './request-refusal.ts';

// The steps out of which the commands on a request are made. Each is given a request that its transaction has locked.

/** How the log names each action. */
export const auditNames: Readonly<Record<Action, string>> = {
  save: 'save-answer', 'take-in': 'take-in-answer', submit: 'submit-answer', withdraw: 'withdraw-answer', approve: 'approve-answer', 'send-back': 'send-back-answer',
  'withdraw-approval': 'withdraw-approval', accept: 'accept-answer', correct: 'correct-answer', unlock: 'unlock-request',
};

/** What is written, on what it was written, and by whom. */
export interface Writing {
  readonly answer: Answer;
  /** The version that was on the screen; null when there was none. */
  readonly baseVersion: number | null;
  readonly actor: Actor;
  readonly cause: VersionCause;
  readonly note: string | null;
}

export interface Step {
  readonly actor: Actor;
  readonly transition: Transition;
  readonly version: number | null;
  readonly note: string | null;
  readonly paragraph?: number | null;
  readonly unlockedUntil?: CalendarDate;
  /** How the log names it where it is not just the action. */
  readonly auditName?: string;
  /** More for the log. */
  readonly details?: { readonly [key: string]: AuditDetail };
}

/** The actor with the posts that are held on the day, whatever the caller has loaded. */
export function actorOn(actor: Actor, today: CalendarDate): Actor {
  return { ...actor, posts: actor.posts.filter((post) => isHeldOn(post, today)) };
}

/** Why an answer cannot be kept at all, or null. Anything that fits can: a draft need not be right. */
export function refuseUnfit({ subject }: LockedRequest, answer: Answer): RequestRefusal | null {
  if ((answer.kind === 'indicator') !== (subject.kind === 'indicator')) return refuseRequest('wrong-kind', '回答の種類がこの照会に合いません。ページを開き直してください。');
  const length = lengthOf(answer);
  if (length <= longestAnswer) return null;
  return refuseRequest('too-large', `文章が長すぎるため、保存できません（${length.toLocaleString('ja-JP')}文字）。全体で${longestAnswer.toLocaleString('ja-JP')}文字以内にしてください。`);
}

export async function currentVersionOf(trx: WriteTransaction, { key, currentVersion }: LockedRequest): Promise<AnswerVersion | null> {
  return currentVersion === null ? null : ((await loadVersion(trx, String(key), currentVersion)) ?? null);
}

/** Whether the answer is the very text that counts now. */
export function isCurrent(answer: Answer, current: AnswerVersion | null): boolean {
  return current !== null && answerToText(current.answer) === answerToText(answer);
}

/** Keeps what somebody wrote on a version that is no longer the current one, and logs it. The same words are not kept twice. */
export async function parkAnswer(trx: WriteTransaction, request: LockedRequest, writing: Writing): Promise<number> {
  const columns = await versionColumns(trx, request, writing, true);
  let same = trx.selectFrom('answer_version').select('number').where('request_id', '=', request.key).where('parked', '=', true)
    .where('person_id', '=', columns.person_id).where('content', '=', columns.content);
  same = columns.base_number === null ? same.where('base_number', 'is', null) : same.where('base_number', '=', columns.base_number);
  const before = await same.orderBy('number', 'desc').limit(1).executeTakeFirst();
  if (before) return before.number;
  const { number } = await appendVersion(trx, columns);
  await changeRequest(trx, request, {});
  await appendAudit(trx, {
    actor: writing.actor.staffNumber, action: 'park-answer', planId: request.round.planId,
    details: { ...placeOf(request), version: number, base: columns.base_number, current: request.currentVersion, content: sha256(columns.content) },
  });
  return number;
}

/**
 * Keeps what a reporter wrote while the answer was handed in by a colleague, or while the deadline passed: as a parked
 * version with the reason. Nothing for whoever may not write here at all, and for words that stand there already.
 */
export async function parkRefusedWords(trx: WriteTransaction, request: LockedRequest, writing: Omit<Writing, 'note'>, refusal: RequestRefusal): Promise<RequestRefusal> {
  const late = refusal.code === 'not-in-this-state' || refusal.code === 'locked';
  if (!late || !actingRolesOf(writing.actor, request).includes('reporter') || refuseUnfit(request, writing.answer)) return refusal;
  const current = await currentVersionOf(trx, request);
  if (isCurrent(writing.answer, current) || isEmptyAnswer(writing.answer)) return refusal;
  return { ...refusal, parkedVersion: await parkAnswer(trx, request, { ...writing, note: refusal.reason }) };
}

/** Appends a version that will be the current one; the step that makes it so follows in the same transaction. */
export async function keepVersion(trx: WriteTransaction, request: LockedRequest, writing: Writing): Promise<{ readonly number: number; readonly savedAt: string; readonly hash: string }> {
  const columns = await versionColumns(trx, request, writing, false);
  return { ...(await appendVersion(trx, columns)), hash: sha256(columns.content) };
}

/** Takes a step of the table: the event, where the request stands now, and the audit row as the last. */
export async function takeStep(trx: WriteTransaction, request: LockedRequest, step: Step): Promise<void> {
  const { actor, transition, version, note, paragraph = null, unlockedUntil } = step;
  const { role, from, to, action } = transition;
  const byDeputy = role === 'section-head' && !holds(actor, 'section-head', request.department);
  await appendEvent(trx, {
    request_id: request.key, action, acting_role: role, by_deputy: byDeputy, from_state: from, to_state: to, person_id: actor.personId, note, paragraph, version,
  });
  await changeRequest(trx, request, { state: to, ...(version !== null && { currentVersion: version }), ...(unlockedUntil !== undefined && { unlockedUntil }) });
  await appendAudit(trx, {
    actor: actor.staffNumber, action: step.auditName ?? auditNames[action], planId: request.round.planId,
    details: {
      ...placeOf(request), role, from, to, version, ...(byDeputy && { byDeputy }), ...(note !== null && { note }), ...(paragraph !== null && { paragraph }),
      ...(unlockedUntil !== undefined && { unlockedUntil }), ...step.details,
    },
  });
}

/** Where in the round something happened, for the log. */
function placeOf({ key, round, subject, department }: LockedRequest) {
  return { fiscalYear: round.fiscalYear, request: String(key), subject: `${subject.kind} ${subject.id}`, department };
}

async function versionColumns(trx: WriteTransaction, request: LockedRequest, { answer, baseVersion, actor, cause, note }: Writing, parked: boolean) {
  const before = await loadBefore(trx, request.round.planId, request.round.fiscalYear);
  const lastYear = before && lastYearOfAll(before.edition, before.subjectsOf(request.subject), request.department);
  return {
    request_id: request.key, base_number: baseVersion !== null && isVersionNumber(baseVersion) ? baseVersion : null, content: answerToText(answer),
    copied: lastYear !== null && isCopyOf(lastYear, answer), parked, person_id: actor.personId, department_id: request.department, cause, note,
  };
}
