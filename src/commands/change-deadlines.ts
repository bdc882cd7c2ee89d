import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { type Deadlines, insertDeadlineChange } from '../database/deadline-change-store.ts';
import { saveRound } from '../database/round-store.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import { type CalendarDate, type FiscalYear, isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Round } from '../domain/round/round.ts';
import type { Refusal } from './refusal.ts';
import { refuseDeadlines, refuseRound, type RoundRefused } from './round-refusal.ts';
import { stepOnRound } from './step-on-round.ts';

export interface ChangeDeadlinesRequest extends Deadlines {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** Read by every department that is asked. */
  readonly reason: string;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

export type ChangeDeadlinesOutcome = { readonly outcome: 'changed' } | RoundRefused;

/** Characters of a reason. */
const longestReason = 2_000;

/** Moves the deadlines of an open round for everybody. Unlocks of single requests stay as they are. */
export function changeDeadlines(db: Database, { planId, fiscalYear, departmentDeadline, headDeadline, reason: typed, actor, today }: ChangeDeadlinesRequest): Promise<ChangeDeadlinesOutcome> {
  const reason = storableText(typed).trim();
  return stepOnRound(db, { planId, fiscalYear, actor, from: 'open', action: 'change-deadlines' }, async (trx, round): Promise<ChangeDeadlinesOutcome> => {
    const refusals = [...refuseDays(round, { departmentDeadline, headDeadline }, today), ...refuseReason(reason)];
    if (refusals.length > 0) return refuseRound(refusals);
    const former = { departmentDeadline: round.departmentDeadline, headDeadline: round.headDeadline };
    await saveRound(trx, { ...round, departmentDeadline, headDeadline });
    await insertDeadlineChange(trx, { planId, fiscalYear, departmentDeadline, headDeadline, former, reason, personId: actor.personId });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'change-deadlines', planId, details: { fiscalYear, before: former, after: { departmentDeadline, headDeadline }, note: reason } });
    return { outcome: 'changed' };
  });
}

const names = { departmentDeadline: '担当者の締切', headDeadline: '所属長の締切' } as const;

/** A deadline that is moved must be today or later: nobody is late by what has just been decided. */
function refuseDays(round: Round, wanted: Deadlines, today: CalendarDate): Refusal[] {
  const fields = ['departmentDeadline', 'headDeadline'] as const;
  const wrong = fields.filter((field) => !isCalendarDate(wanted[field]));
  if (wrong.length > 0) return wrong.map((field) => ({ code: `not-a-date-${field}`, message: `「${names[field]}」が日付ではありません。`, fix: '「2022-06-30」のように年-月-日で書いてください。' }));
  if (fields.every((field) => wanted[field] === round[field])) return [{ code: 'nothing-changed', message: '締切が変わっていません。', fix: '新しい締切を入力してください。' }];
  const past = fields.filter((field) => wanted[field] !== round[field] && wanted[field] < today);
  return [...past.map((field) => ({ code: `past-${field}`, message: `「${names[field]}」が過ぎた日になっています。`, fix: '今日以後の日にしてください。' })), ...refuseDeadlines(wanted)];
}

function refuseReason(reason: string): Refusal[] {
  if (reason === '') return [{ code: 'reason-missing', message: '変更の理由が書かれていません。', fix: '各部署に表示する理由を書いてください。' }];
  if (reason.length > longestReason) return [{ code: 'reason-too-long', message: '変更の理由が長すぎます。', fix: `${longestReason.toLocaleString('ja-JP')}文字以内にしてください。` }];
  return [];
}
