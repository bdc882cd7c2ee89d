import type { AnswerVersion } from '../database/answer-store.ts';
import type { Database } from '../database/connection.ts';
import { loadAskedSubject } from '../database/asked-subject.ts';
import { listEvidence } from '../database/evidence-store.ts';
import { listInstructionsTo } from '../database/headquarters-store.ts';
import { type LockedRequest, lockRequest } from '../database/locked-request.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { permissionFor } from '../domain/approval/request-policy.ts';
import { type Action, actionNames, type AnswerState, findTransition, type Transition } from '../domain/approval/transitions.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import { type CalendarDate, isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { type Answer, answerProblems, emptyItemAnswer } from '../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../domain/round/indicator-answer.ts';
import { actorOn, auditNames, currentVersionOf, isCurrent, keepVersion, parkAnswer, parkRefusedWords, refuseUnfit, takeStep, type Writing } from './answer-steps.ts';
import { findHeir, givesWorkBack, handOn } from './hand-on-request.ts';
import { auditRequestRefusal, refuseRequest, type RequestRefusal, unknownRequest } from './request-refusal.ts';

export interface ActRequest {
  readonly requestId: string;
  readonly action: Exclude<Action, 'save' | 'take-in'>;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly note?: string;
  /** Paragraph that the note is about, counted from 1. */
  readonly paragraph?: number;
  /** Last day of an unlock; with a send-back by the secretariat the day until which it may be mended. */
  readonly unlockUntil?: CalendarDate;
  /** The department that takes over what is given back, where its own is no more and several follow it. */
  readonly successor?: string;
  /** With submit: what is submitted, saved first. With correct: the corrected answer. */
  readonly answer?: Answer;
  /** The version that was on the screen. Left out, nothing is checked where no answer is given. */
  readonly baseVersion?: number | null;
}

export type ActOutcome =
  | { readonly outcome: 'done'; readonly state: AnswerState; readonly version: number | null }
  /** The answer is not complete and right. What was to be submitted is saved all the same. */
  | { readonly outcome: 'invalid'; readonly problems: readonly Problem[]; readonly state: AnswerState; readonly version: number | null }
  /** Somebody wrote since `baseVersion`; an answer that was given is kept as a parked version. */
  | { readonly outcome: 'conflict'; readonly parkedVersion?: number; readonly current: AnswerVersion }
  | RequestRefusal;

const longestNote = 10_000;

/** Takes a step of approval, as the table of transitions says. */
export async function actOnRequest(db: Database, request: ActRequest): Promise<ActOutcome> {
  const outcome = await writeTransaction(db, (trx) => act(trx, request));
  if (outcome.outcome !== 'refused') return outcome;
  await auditRequestRefusal(db, request.actor, auditNames[request.action], request.requestId, outcome);
  return outcome;
}

async function act(trx: WriteTransaction, asked: ActRequest): Promise<ActOutcome> {
  const request = await lockRequest(trx, asked.requestId);
  if (!request) return unknownRequest;
  const actor = actorOn(asked.actor, asked.today);
  const permission = permissionFor(actor, request, asked.action, asked.today);
  if (!permission.allowed) {
    const refusal = refuseRequest(permission.code, permission.reason);
    if (asked.action !== 'submit' || !asked.answer) return refusal;
    return parkRefusedWords(trx, request, { answer: asked.answer, baseVersion: asked.baseVersion ?? null, actor, cause: 'submit' }, refusal);
  }
  const { transition } = permission;
  const note = noteOf(asked);
  const answer = asked.action === 'submit' || asked.action === 'correct' ? asked.answer : undefined;
  const refusal = refuseNote(transition, note) ?? refuseUnlock(asked, transition) ?? refuseAnswer(request, transition, answer);
  if (refusal) return refusal;

  const current = await currentVersionOf(trx, request);
  const writing: Writing | null = answer && !isCurrent(answer, current)
    ? { answer, baseVersion: asked.baseVersion ?? null, actor, cause: asked.action === 'correct' ? 'correct' : 'submit', note } : null;
  if (asked.action === 'correct' && !writing) return refuseRequest('nothing-changed', '修正前と同じ内容です。修正してから保存してください。');
  // An answer that is the current one needs no base: it is what the person saw.
  const seen = writing ? writing.baseVersion : answer ? request.currentVersion : asked.baseVersion;
  if (current && seen !== undefined && seen !== current.number) {
    return { outcome: 'conflict', current, ...(writing && { parkedVersion: await parkAnswer(trx, request, writing) }) };
  }

  if (transition.mustBeValid) {
    const beside = { instructionIds: await instructionsTo(trx, request), evidence: (await listEvidence(trx, asked.requestId)).length, series: await seriesOf(trx, request) };
    const problems = answerProblems(answer ?? current?.answer ?? (request.subject.kind === 'node' ? emptyItemAnswer : emptyIndicatorAnswer), request.round, beside);
    if (problems.length > 0) return { outcome: 'invalid', problems, ...(await keepDraft(trx, request, asked, writing, transition)) };
  }
  const heir = givesWorkBack(transition) ? await findHeir(trx, request, asked.successor) : null;
  if (heir && 'outcome' in heir) return heir;
  const kept = writing && (await keepVersion(trx, request, { ...writing, baseVersion: request.currentVersion }));
  const version = kept?.number ?? request.currentVersion;
  await takeStep(trx, request, {
    actor, transition, version, note, paragraph: paragraphOf(asked),
    ...(asked.unlockUntil !== undefined && mayUnlock(transition) && { unlockedUntil: asked.unlockUntil }),
    ...((kept || heir) && { details: { ...(kept && { base: request.currentVersion, content: kept.hash }), ...(heir && { successor: heir.department }) } }),
  });
  if (heir) await handOn(trx, request, heir);
  return { outcome: 'done', state: transition.to, version };
}

/** What was to be submitted and is not right is saved, so that nothing typed is lost. Where saving is no step of the table (a correction), nothing is. */
async function keepDraft(trx: WriteTransaction, request: LockedRequest, { action }: ActRequest, writing: Writing | null, { role }: Transition): Promise<{ state: AnswerState; version: number | null }> {
  const transition = action === 'submit' && writing ? findTransition(role, request.state, 'save') : undefined;
  if (!transition || !writing) return { state: request.state, version: request.currentVersion };
  const { number, hash } = await keepVersion(trx, request, { ...writing, cause: 'save', baseVersion: request.currentVersion });
  await takeStep(trx, request, { actor: writing.actor, transition, version: number, note: null, details: { base: request.currentVersion, cause: 'save', content: hash } });
  return { state: transition.to, version: number };
}

/** What headquarters has ordered and this answer must answer. */
async function instructionsTo(trx: WriteTransaction, { round, subject, department }: LockedRequest): Promise<string[]> {
  if (subject.kind !== 'node') return [];
  return (await listInstructionsTo(trx, { planId: round.planId, fiscalYear: round.fiscalYear, nodeId: subject.id, department })).map(({ id }) => id);
}

/** The series that an indicator's value can be on. */
async function seriesOf(trx: WriteTransaction, { round, subject }: LockedRequest): Promise<Indicator['series']> {
  return subject.kind === 'node' ? [] : ((await loadAskedSubject(trx, round.planId, subject))?.indicator?.series ?? []);
}

function noteOf({ note }: ActRequest): string | null {
  const text = storableText(note ?? '').trim();
  return text === '' ? null : text;
}

function paragraphOf({ paragraph }: ActRequest): number | null {
  return paragraph !== undefined && Number.isInteger(paragraph) && paragraph >= 1 && paragraph <= 1_000_000 ? paragraph : null;
}

function refuseNote({ noteRequired, action }: Transition, note: string | null): RequestRefusal | null {
  if (noteRequired && note === null) return refuseRequest('note-missing', `「${actionNames[action]}」ときは、理由を書いてください。`);
  if (note !== null && note.length > longestNote) return refuseRequest('note-too-long', `理由が長すぎます。${longestNote.toLocaleString('ja-JP')}文字以内にしてください。`);
  return null;
}

/** Unlocking is the secretariat's; a send-back after the deadline can carry it, or the department could not mend anything. */
function mayUnlock({ role, action }: Transition): boolean {
  return action === 'unlock' || (role === 'secretariat' && action === 'send-back');
}

function refuseUnlock({ unlockUntil, today }: ActRequest, transition: Transition): RequestRefusal | null {
  if (!mayUnlock(transition) || (transition.action !== 'unlock' && unlockUntil === undefined)) return null;
  if (unlockUntil === undefined || !isCalendarDate(unlockUntil)) return refuseRequest('unlock-date-missing', 'いつまで入力を認めるか、日付を入力してください。');
  return unlockUntil < today ? refuseRequest('unlock-date-past', '入力を認める期限が過ぎた日になっています。今日以後の日付にしてください。') : null;
}

function refuseAnswer(request: LockedRequest, { action }: Transition, answer: Answer | undefined): RequestRefusal | null {
  if (answer) return refuseUnfit(request, answer);
  return action === 'correct' ? refuseRequest('answer-missing', '修正後の回答がありません。') : null;
}

