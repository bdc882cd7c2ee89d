import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { writeTransaction } from '../database/transaction.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { type Round, roundStateNames } from '../domain/round/round.ts';
import type { Refusal } from './refusal.ts';

export interface RoundRefused {
  readonly outcome: 'refused';
  readonly refusals: readonly Refusal[];
}

export function refuseRound(refusals: readonly Refusal[]): RoundRefused {
  return { outcome: 'refused', refusals };
}

/** Rounds are the secretariat's. */
export function refuseUnlessSecretariat(actor: Pick<Actor, 'posts'>): Refusal[] {
  if (holds(actor, 'secretariat')) return [];
  return [{ code: 'not-secretariat', message: '照会の準備・開始・終了は、事務局だけができます。', fix: '事務局に依頼してください。' }];
}

/** A round that must be in one state before a step. */
export function refuseUnlessIn(state: Round['state'], round: Round | undefined): Refusal[] {
  if (!round) return [{ code: 'unknown-round', message: 'この年度の照会は準備されていません。', fix: '先に照会を準備してください。' }];
  if (round.state === state) return [];
  return [{ code: `not-${state}`, message: `この年度の照会は「${roundStateNames[round.state]}」です。`, fix: `「${roundStateNames[state]}」の照会だけに行える操作です。` }];
}

/** A department cannot be given more time than its head, who approves afterwards. */
export function refuseDeadlines({ departmentDeadline, headDeadline }: Pick<Round, 'departmentDeadline' | 'headDeadline'>): Refusal[] {
  if (departmentDeadline <= headDeadline) return [];
  return [{ code: 'deadlines-out-of-order', message: '所属長の締切が、担当者の締切より前になっています。', fix: '所属長の締切を、担当者の締切以後の日にしてください。' }];
}

/** Writes into the log that a step on a round was refused, in a transaction of its own. */
export async function auditRoundRefusal(db: Database, actor: Pick<Actor, 'staffNumber'>, attempted: string, planId: string, fiscalYear: FiscalYear, { refusals }: RoundRefused): Promise<void> {
  const details = { attempted, codes: [...new Set(refusals.map(({ code }) => code))], fiscalYear: Number.isFinite(fiscalYear) ? fiscalYear : null };
  await writeTransaction(db, (trx) => appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: storableText(planId.slice(0, 100)), details }));
}
