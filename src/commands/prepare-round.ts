import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { followUntilNow, loadPlanToAsk, nameSuccessors } from '../database/department-store.ts';
import { listOrdersToAnswer } from '../database/headquarters-store.ts';
import { loadRound, lockRequestsOfRound, replaceRequests, saveRound } from '../database/round-store.ts';
import { lockPlan, writeTransaction } from '../database/transaction.ts';
import { type CalendarDate, type FiscalYear, isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';
import { type Assignments, planRequests } from '../domain/round/plan-requests.ts';
import { askedFields, fieldNames, type PlannedRequest, type Round } from '../domain/round/round.ts';
import type { Refusal } from './refusal.ts';
import { auditRoundRefusal, refuseDeadlines, refuseRound, refuseUnlessIn, refuseUnlessSecretariat, type RoundRefused } from './round-refusal.ts';

export interface PrepareRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly asked: Round['asked'];
  readonly scale: Round['scale'];
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
  readonly assignments: Assignments;
  readonly actor: Actor;
}

export type PrepareOutcome = { readonly outcome: 'prepared'; readonly requests: number } | RoundRefused;

/**
 * Prepares a round, or changes one that is not open yet: what is asked, until when, and who is asked, of the departments of this day.
 * Nobody but the secretariat sees it.
 */
export async function prepareRound(db: Database, { actor, assignments, ...asked }: PrepareRequest): Promise<PrepareOutcome> {
  const { planId, fiscalYear } = asked;
  const outcome = await writeTransaction(db, async (trx): Promise<PrepareOutcome> => {
    const own = refuseUnlessSecretariat(actor);
    if (own.length > 0) return refuseRound(own);
    if (!Number.isInteger(fiscalYear) || fiscalYear < 1900 || fiscalYear > 2200) return refuseRound([{ code: 'not-a-year', message: '年度が正しくありません。', fix: '年度を選び直してください。' }]);
    await lockPlan(trx, planId);
    const plan = await loadPlanToAsk(trx, planId, fiscalYear);
    if (!plan) return refuseRound([{ code: 'unknown-plan', message: `計画「${planId}」は登録されていません。`, fix: '計画を選び直してください。' }]);
    await lockRequestsOfRound(trx, planId, fiscalYear);
    const existing = await loadRound(trx, planId, fiscalYear);
    const requests = planRequests(plan, assignments, await listOrdersToAnswer(trx, plan, fiscalYear));
    const refusals = [...(existing ? refuseUnlessIn('preparing', existing) : []), ...refuseDates(asked), ...refuseFields(asked), ...refuseDepartments(plan, requests)];
    if (refusals.length > 0) return refuseRound(refusals);

    await nameSuccessors(trx, plan);
    await saveRound(trx, { ...asked, state: 'preparing' });
    await followUntilNow(trx, plan, fiscalYear);
    await replaceRequests(trx, planId, fiscalYear, requests);
    const { departmentDeadline, headDeadline } = asked;
    const fields = Object.fromEntries(askedFields.map((field) => [field, asked.asked[field]]));
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'prepare-round', planId,
      details: { fiscalYear, requests: requests.length, departmentDeadline, headDeadline, asked: fields, scale: asked.scale.map(({ id, name }) => ({ id, name })) },
    });
    return { outcome: 'prepared', requests: requests.length };
  });
  if (outcome.outcome === 'refused') await auditRoundRefusal(db, actor, 'prepare-round', planId, fiscalYear, outcome);
  return outcome;
}

function refuseDates(round: Pick<Round, 'departmentDeadline' | 'headDeadline'>): Refusal[] {
  const wrong = ([['departmentDeadline', '担当者の締切'], ['headDeadline', '所属長の締切']] as const).filter(([field]) => !isCalendarDate(round[field]));
  if (wrong.length === 0) return refuseDeadlines(round);
  return wrong.map(([field, name]) => ({ code: `not-a-date-${field}`, message: `「${name}」が日付ではありません。`, fix: '「2022-06-30」のように年-月-日で書いてください。' }));
}

function refuseFields({ asked, scale }: Pick<Round, 'asked' | 'scale'>): Refusal[] {
  const refusals: Refusal[] = [];
  for (const field of askedFields) {
    if (!['required', 'optional', 'not-asked'].includes(asked[field])) {
      refusals.push({ code: 'unknown-asking', message: `「${fieldNames[field]}」の求め方が選ばれていません。`, fix: '必須・任意・求めないのいずれかを選んでください。' });
    }
  }
  if (asked.progress !== 'required') refusals.push({ code: 'progress-not-required', message: `「${fieldNames.progress}」は必須です。`, fix: `「${fieldNames.progress}」を必須にしてください。` });
  if (asked.selfAssessment !== 'not-asked' && scale.length === 0) {
    refusals.push({ code: 'no-scale', message: '自己評価を求めますが、選択肢がありません。', fix: '選択肢を加えるか、自己評価を「求めない」にしてください。' });
  }
  if (new Set(scale.map(({ id }) => id)).size < scale.length || new Set(scale.map(({ name }) => name)).size < scale.length) {
    refusals.push({ code: 'repeated-step', message: '自己評価の選択肢が重複しています。', fix: '選択肢ごとに異なる名前を付けてください。' });
  }
  const problems: Problem[] = [];
  for (const { id, name } of scale) for (const text of [id, name]) checkText(text, ['scale'], problems);
  if (problems.length > 0) refusals.push({ code: 'unprintable-step', message: '自己評価の選択肢に、空のものか、印刷できない文字があります。', fix: '選択肢の名前を書き直してください。' });
  return refusals;
}

function refuseDepartments({ departments }: Plan, requests: readonly PlannedRequest[]): Refusal[] {
  const known = new Set(departments.map(({ id }) => id));
  const unknown = new Set(requests.map(({ department }) => department).filter((department) => !known.has(department)));
  return [...unknown].map((department) => ({ code: 'unknown-department', message: `部署「${department}」は、この計画の部署一覧にありません。`, fix: '計画の部署一覧に加えるか、別の部署を選んでください。' }));
}
