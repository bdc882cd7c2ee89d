import { createHash, randomUUID } from 'node:crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { insertReorganisation, listDatedDepartments, loadDepartmentHistory, nameSuccessors } from '../database/department-store.ts';
import { listEditions } from '../database/edition-store.ts';
import { deletePost, endPost, insertPost } from '../database/people-store.ts';
import { listPlans, loadPlan } from '../database/plan-store.ts';
import { moveRequests } from '../database/request-moves.ts';
import { listRounds, lockRequestsOfRound } from '../database/round-store.ts';
import { lockPeople, lockPlan, type ReadTransaction, readTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { checkReorganisation, type ReorganisationForm } from '../domain/organization/check-reorganisation.ts';
import type { Reorganisation } from '../domain/organization/department-history.ts';
import type { Actor } from '../domain/organization/post.ts';
import { mayKeepPeople } from '../domain/organization/sign-in-rules.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { problem } from './people-problem.ts';
import { type Choices, type ReorganisationEffects, reorganisationEffects } from './reorganisation-effects.ts';

export interface ReorganiseRequest {
  readonly municipality: string;
  readonly form: ReorganisationForm;
  readonly choices: Choices;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly now: () => Date;
}

/** What a reorganisation would do, or why it cannot be. */
export type ReorganisationPlan =
  | { readonly ok: true; readonly reorganisation: Reorganisation; readonly effects: ReorganisationEffects; readonly seen: string; readonly standing: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was done: the requests that moved and that went into others, the posts that ended and that were made. */
export interface CarriedOut {
  readonly id: string;
  readonly moved: number;
  readonly merged: number;
  readonly posts: { readonly ended: number; readonly made: number };
}

export type ReorganiseOutcome =
  | ({ readonly outcome: 'reorganised' } & CarriedOut)
  /** Something moved since the dry run was shown: it is to be looked at again. */
  | { readonly outcome: 'changed'; readonly plan: ReorganisationPlan & { readonly ok: true } }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** The dry run (予行): everything that would happen. Stores nothing. */
export function planReorganisation(db: Database, request: Omit<ReorganiseRequest, 'now'>): Promise<ReorganisationPlan> {
  return readTransaction(db, (trx) => workOut(trx, request));
}

/**
 * Applies a reorganisation on or after its day: names and lineage are recorded, requests that are not accepted move with their
 * answers, posts end and begin, all in one transaction with its row in the audit log. No edition is touched.
 *
 * @param seen what the dry run showed (`ReorganisationPlan.seen`)
 */
export async function reorganise(db: Database, request: ReorganiseRequest & { readonly seen: string }): Promise<ReorganiseOutcome> {
  const { actor, now, form } = request;
  const outcome = await writeTransaction(db, async (trx): Promise<ReorganiseOutcome> => {
    await lockForReorganising(trx);
    const plan = await workOut(trx, request);
    if (!plan.ok || plan.standing.length > 0) return { outcome: 'refused', problems: plan.ok ? plan.standing : plan.problems };
    if (plan.seen !== request.seen) return { outcome: 'changed', plan };
    return { outcome: 'reorganised', ...(await carryOut(trx, request, plan)) };
  });
  if (outcome.outcome === 'refused') {
    const details = { attempted: 'reorganise', kind: form.kind.slice(0, 20).toWellFormed().replaceAll('\0', ''), codes: [...new Set(outcome.problems.map(({ code }) => code))] };
    await writeTransaction(db, (trx) => appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: null, details }, now));
  }
  return outcome;
}

/** Nobody changes people, plans or requests from here on, so that what is worked out now is what is stored. */
export async function lockForReorganising(trx: WriteTransaction): Promise<void> {
  await lockPeople(trx);
  for (const { id } of (await listPlans(trx)).toSorted((left, right) => (left.id < right.id ? -1 : 1))) await lockPlan(trx, id);
  for (const { planId, fiscalYear, state } of await listRounds(trx)) if (state !== 'closed') await lockRequestsOfRound(trx, planId, fiscalYear);
}

/** Stores what was worked out, with its row in the audit log. Everything is locked by the caller. */
export async function carryOut(trx: WriteTransaction, { municipality, actor, now }: Pick<ReorganiseRequest, 'municipality' | 'actor' | 'now'>, { reorganisation, effects }: ReorganisationPlan & { readonly ok: true }): Promise<CarriedOut> {
  const id = await insertReorganisation(trx, municipality, reorganisation, actor.personId);
  await followInPlans(trx, Number(id), effects);
  const { moved, merged } = await moveRequests(trx, Number(id), effects.requests.map(({ request: { id: requestId }, to, mergedInto }) => ({ requestId, to, mergedInto })));
  const posts = await movePosts(trx, municipality, effects);
  const named = (departments: Reorganisation['before']) => departments.map(({ id: department, name }) => ({ department, name }));
  await appendAudit(trx, {
    actor: actor.staffNumber, action: 'reorganise', planId: null,
    details: { kind: reorganisation.kind, from: reorganisation.day, reason: reorganisation.reason, before: named(reorganisation.before), after: named(reorganisation.after), requests: moved, merged, posts },
  }, now);
  return { id, moved, merged, posts };
}

/** Every effect of a reorganisation as things stand. @returns problems instead where what was typed makes no sense */
export async function workOut(trx: ReadTransaction, { municipality, form, choices, actor, today }: Omit<ReorganiseRequest, 'now'>): Promise<ReorganisationPlan> {
  const checked = checkReorganisation(form, await loadDepartmentHistory(trx, municipality), await listDatedDepartments(trx, municipality));
  if ('problems' in checked) return { ok: false, problems: checked.problems };
  const { reorganisation } = checked;
  const effects = await reorganisationEffects(trx, municipality, reorganisation, choices);
  const { requests, owners, posts } = effects;
  // What was to be seen, whoever is chosen: a choice is made on the same page.
  const facts = [reorganisation, requests.map(({ request: { id, state } }) => [id, state]), owners.map(({ key }) => key), posts.map(({ key, person }) => [key, person.name])];
  const alone = [...requests, ...owners].filter(({ to }) => to === null).length;
  const standing: Problem[] = [
    ...(mayKeepPeople(actor) ? [] : [problem('', 'not-administrator', '組織改正を実施できるのは、システム管理者だけです。', 'システム管理者に依頼してください。')]),
    ...(reorganisation.day > today ? [problem('day', 'too-early', `改正日（${reorganisation.day}）になるまで実施できません。`, '改正日以後に、もう一度この画面で実施してください。')] : []),
    ...(alone > 0 ? [problem('after-0', 'no-successor', `引き継ぐ部署のない照会または推進部署が${alone}件あります。`, '事務を引き継ぐ部署を選んでください。')] : []),
  ];
  return { ok: true, reorganisation, effects, seen: createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32), standing };
}

async function followInPlans(trx: WriteTransaction, id: number, { owners, requests, plans, rounds }: ReorganisationEffects): Promise<void> {
  const chosen = new Map([...owners.map(({ key, planId, subject, from, to }) => ({ key, planId, subject, from, to })), ...requests.map(({ key, request: { planId, subject }, from, to }) => ({ key, planId, subject, from, to }))]
    .filter(({ key, to }) => key !== '' && to !== null).map((choice) => [choice.key, choice]));
  const rows = [...chosen.values()].map(({ planId, subject, from, to }) => ({ reorganisation_id: id, plan_id: planId, subject_kind: subject.kind, subject_id: subject.id, department_id: from, successor_id: to ?? from }));
  for (let start = 0; start < rows.length; start += 1_000) await trx.insertInto('reorganisation_successor').values(rows.slice(start, start + 1_000)).execute();
  const met = await meetingRounds(trx, rounds, requests);
  if (met.length > 0) await trx.insertInto('reorganisation_round').values(met.map(({ planId, fiscalYear }) => ({ reorganisation_id: id, plan_id: planId, fiscal_year: fiscalYear }))).execute();
  for (const { id: planId } of plans) {
    const plan = await loadPlan(trx, planId);
    if (plan) await nameSuccessors(trx, plan);
  }
}

/** A year that is published keeps the departments that it was published with, unless something of its round is still answered and moves. */
async function meetingRounds(trx: WriteTransaction, rounds: ReorganisationEffects['rounds'], requests: ReorganisationEffects['requests']): Promise<ReorganisationEffects['rounds']> {
  const published = await listEditions(trx);
  return rounds.filter(({ planId, fiscalYear }) => {
    const same = (other: { readonly planId: string; readonly fiscalYear: number }) => other.planId === planId && other.fiscalYear === fiscalYear;
    return !published.some(same) || requests.some(({ request }) => same(request));
  });
}

/** @returns how many ended, were taken back and were made */
async function movePosts(trx: WriteTransaction, municipality: string, { posts }: ReorganisationEffects): Promise<{ readonly ended: number; readonly made: number }> {
  const moving = posts.filter(({ to, from }) => to !== from);
  for (const { person, post, until, newFrom, to } of moving) {
    if (until === null) await deletePost(trx, post.id);
    else await endPost(trx, post.id, until);
    if (newFrom !== null) await insertPost(trx, person.id, { id: randomUUID(), role: post.role, municipality, department: to, from: newFrom, until: post.until });
  }
  return { ended: moving.length, made: moving.filter(({ newFrom }) => newFrom !== null).length };
}
