import { listDatedDepartments, loadFollowed, loadRoundFollows, nameSuccessors } from '../database/department-store.ts';
import type { LockedRequest } from '../database/locked-request.ts';
import { loadPlan } from '../database/plan-store.ts';
import { moveRequests } from '../database/request-moves.ts';
import type { WriteTransaction } from '../database/transaction.ts';
import { type Transition, stateNames, whoHasIt } from '../domain/approval/transitions.ts';
import { type Heir, heirsOfRequest } from '../domain/organization/heirs-of-request.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { refuseRequest, type RequestRefusal } from './request-refusal.ts';

/** To whom a request goes whose department is no more. */
export interface HandOn extends Heir {
  readonly plan: Plan;
  /** Request of the heir about the same subject which nobody has begun: it goes into this one. */
  readonly absorbed: number | null;
}

/** Whether a step gives work to the department again. What was accepted stayed with a dissolved one, where nobody could do it. */
export function givesWorkBack({ role, to }: Transition): boolean {
  const hands = whoHasIt(to);
  return role === 'secretariat' && hands !== null && hands !== 'secretariat';
}

/**
 * Who does the work of the request's department where it was dissolved since, or why that cannot be said. The request is locked by
 * the caller, so that no reorganisation can come between.
 *
 * @param wanted the department that was chosen where several follow
 * @returns null where the department goes on
 */
export async function findHeir(trx: WriteTransaction, request: LockedRequest, wanted: string | undefined): Promise<HandOn | RequestRefusal | null> {
  const { department, subject, round: { planId, fiscalYear } } = request;
  const plan = await loadPlan(trx, planId);
  const heirs = plan ? heirsOfRequest(await loadFollowed(trx, plan), planId, subject, department) : null;
  if (!plan || heirs === null) return null;
  const names = new Map((await listDatedDepartments(trx, plan.municipality.code)).map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  if (heirs.length === 0) return refuseRequest('no-successor', `この回答の部署（${nameOf(department)}）は廃止され、事務を引き継いだ部署の記録がありません。直すところがあるときは、事務局が修正してください。`);
  const heir = heirs.find((candidate) => candidate.department === wanted) ?? (heirs.length === 1 ? heirs[0] : undefined);
  if (!heir) return refuseRequest('successor-missing', `この回答の部署（${nameOf(department)}）は廃止され、${heirs.map((candidate) => nameOf(candidate.department)).join('、')}が事務を引き継いでいます。回答の画面で、引き継ぐ部署を選んでください。`);
  // Two that come to the same department at once go one after the other. The round is locked after the request everywhere.
  await trx.selectFrom('round').select('plan_id').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).forNoKeyUpdate().execute();
  const beside = await trx.selectFrom('request').select(['id', 'state']).where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).where(`${subject.kind}_id`, '=', subject.id)
    .where('department_id', '=', heir.department).where('merged_into', 'is', null).forUpdate().executeTakeFirst();
  if (beside && beside.state !== 'not-started') {
    const name = nameOf(heir.department);
    return refuseRequest('successor-answers', `この回答の部署（${nameOf(department)}）は廃止され、引き継いだ${name}も、同じものに回答しています（${stateNames[beside.state]}）。${name}の回答で併せて直すよう依頼するか、事務局がこの回答を修正してください。`);
  }
  return { ...heir, plan, absorbed: beside?.id ?? null };
}

/**
 * Moves the request with its answers, as a reorganisation moves what is not accepted. The year follows the reorganisations that led
 * to the heir, and whoever was chosen is kept for the years to come.
 */
export async function handOn(trx: WriteTransaction, { key, subject, round: { planId, fiscalYear } }: LockedRequest, { department, steps, plan, absorbed }: HandOn): Promise<void> {
  await nameSuccessors(trx, plan);
  await trx.insertInto('reorganisation_successor').values(steps.map(({ reorganisation, from, to }) => (
    { reorganisation_id: Number(reorganisation), plan_id: planId, subject_kind: subject.kind, subject_id: subject.id, department_id: from, successor_id: to })))
    .onConflict((conflict) => conflict.doNothing()).execute();
  const met = (await loadRoundFollows(trx, planId, fiscalYear))?.reorganisations;
  const unmet = steps.filter(({ reorganisation }) => !met?.has(reorganisation));
  if (unmet.length > 0) await trx.insertInto('reorganisation_round').values(unmet.map(({ reorganisation }) => ({ reorganisation_id: Number(reorganisation), plan_id: planId, fiscal_year: fiscalYear }))).execute();
  const own = { requestId: String(key), to: department, mergedInto: null };
  await moveRequests(trx, Number(steps[0]?.reorganisation), absorbed === null ? [own] : [{ requestId: String(absorbed), to: null, mergedInto: String(key) }, own]);
}
