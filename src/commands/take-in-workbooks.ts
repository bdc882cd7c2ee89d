import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { lockRequest } from '../database/locked-request.ts';
import { lockRequestsOfRound } from '../database/round-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { Actor } from '../domain/organization/post.ts';
import { type Choice, choicesFor } from '../domain/survey/judge-answer.ts';
import { actorOn, parkAnswer } from './answer-steps.ts';
import { type JudgedAnswer, type TakingIn, type TakingInPlan, workOutTakingIn } from './plan-taking-in.ts';
import { save } from './save-answer.ts';

export interface TakeInRequest extends TakingIn {
  /** What the dry run showed (`TakingInPlan.seen`). */
  readonly seen: string;
  /** By request, where something is to be chosen. */
  readonly choices: ReadonlyMap<string, Choice>;
}

/** What became of one answer. */
export interface TakenAnswer {
  readonly answer: JudgedAnswer;
  readonly became: 'saved' | 'kept' | 'parked';
  /** Number of the new version, or of the one that stands beside. */
  readonly version: number | null;
}

export type TakeInOutcome =
  | { readonly outcome: 'taken-in'; readonly answers: readonly TakenAnswer[]; readonly plan: TakingInPlan }
  /** There are problems, something changed since the dry run, or a choice is missing: it is to be looked at again. */
  | { readonly outcome: 'look-again'; readonly plan: TakingInPlan; readonly why: 'changed' | 'problems' | 'choices'; readonly missing: readonly string[] }
  | { readonly outcome: 'no-round' };

/** Takes the answers of the files in, all of them or none, in one transaction with their audit rows, by the rules of a form that is saved. */
export function takeInWorkbooks(db: Database, request: TakeInRequest): Promise<TakeInOutcome> {
  return writeTransaction(db, async (trx): Promise<TakeInOutcome> => {
    // From here on nobody writes into the round, so what is worked out now is what is done.
    await lockRequestsOfRound(trx, request.planId, request.fiscalYear);
    const plan = await workOutTakingIn(trx, request);
    if (!plan) return { outcome: 'no-round' };
    if (plan.seen !== request.seen) return { outcome: 'look-again', plan, why: 'changed', missing: [] };
    if (!plan.ready) return { outcome: 'look-again', plan, why: 'problems', missing: [] };
    const open = plan.files.flatMap(({ answers }) => answers).filter(({ judgement: { kind } }) => kind === 'change' || kind === 'conflict' || kind === 'refused');
    const missing = open.filter((answer) => choiceOf(answer, request) === null).map((answer) => answer.request.requestId);
    if (missing.length > 0) return { outcome: 'look-again', plan, why: 'choices', missing };
    const actor = actorOn(request.actor, request.today);
    const answers: TakenAnswer[] = [];
    for (const answer of open) answers.push(await take(trx, answer, choiceOf(answer, request) ?? 'keep', actor, request.today));
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'take-in-workbooks', planId: request.planId,
      details: {
        fiscalYear: request.fiscalYear, files: plan.files.map(({ name, hash }) => ({ name: storableText(name.slice(0, 300)), hash })),
        saved: answers.filter(({ became }) => became === 'saved').length, kept: answers.filter(({ became }) => became === 'kept').length, parked: answers.filter(({ became }) => became === 'parked').length,
      },
    });
    return { outcome: 'taken-in', answers, plan };
  });
}

function choiceOf(answer: JudgedAnswer, { choices }: TakeInRequest): Choice | null {
  const possible = choicesFor(answer.judgement);
  if (possible.length === 0) return 'take';
  const chosen = choices.get(answer.request.requestId);
  return chosen !== undefined && possible.includes(chosen) ? chosen : null;
}

async function take(trx: WriteTransaction, answer: JudgedAnswer, choice: Choice, actor: Actor, today: string): Promise<TakenAnswer> {
  const { request: { requestId, currentVersion }, baseVersion } = answer;
  if (choice === 'keep') return { answer, became: 'kept', version: null };
  if (choice === 'both') {
    const locked = await lockRequest(trx, requestId);
    if (!locked) throw new Error(`Request ${requestId} is gone although its round is locked.`);
    const version = await parkAnswer(trx, locked, { answer: answer.answer, baseVersion, actor, cause: 'workbook', note: 'Excelから取り込んだ回答。あゆみの回答と一つにまとめるために残した。' });
    return { answer, became: 'parked', version };
  }
  // Whoever takes the sheet's side has seen the version that counts now.
  const saved = await save(trx, { requestId, answer: answer.answer, baseVersion: currentVersion, actor, today, cause: 'workbook' });
  if (saved.outcome === 'saved') return { answer, became: 'saved', version: saved.version };
  // Thrown, so that nothing of the whole is kept.
  throw new Error(`Request ${requestId}: ${saved.outcome}, although it was judged to be fit.`);
}
