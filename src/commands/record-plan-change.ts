import { createHash } from 'node:crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { listInstructions } from '../database/headquarters-store.ts';
import { addChanges, insertWithdrawal, listRequestsAbout, nextChangeId, type RequestAbout } from '../database/plan-change-store.ts';
import { loadPlan, savePlan } from '../database/plan-store.ts';
import { removeRequests } from '../database/round-store.ts';
import { lockPlan, type ReadTransaction, readTransaction, writeTransaction } from '../database/transaction.ts';
import { addItem, type NewItem } from '../domain/plan/add-item.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { PlanChangeRow } from '../domain/plan/plan-bundle.ts';
import { isAskedIn, lifeOf } from '../domain/plan/plan-change.ts';
import { planToBundle } from '../domain/plan/plan-to-bundle.ts';
import type { Plan, PlanNode } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';

/** A change of a plan as the secretariat writes it; its id is given when it is recorded. */
export interface PlanChangeRequest {
  readonly planId: string;
  readonly change: Omit<PlanChangeRow, 'id'>;
  /** An item that is added to the tree with the change, or null where the tree has it already. */
  readonly newItem: NewItem | null;
  readonly actor: Actor;
}

/** What a change would lead to. */
export interface PlanChangeEffects {
  readonly plan: Plan;
  /** The plan with the change in it. */
  readonly changed: Plan;
  readonly items: readonly PlanNode[];
  readonly relistings: readonly PlanNode[];
  /** Requests of rounds in preparation that will be taken out. */
  readonly removed: readonly RequestAbout[];
  /** Requests of open rounds that would not be asked any more, and stay, since they were sent. */
  readonly sent: readonly RequestAbout[];
  /** Orders of headquarters that would not come back in a round any more. */
  readonly instructions: readonly { readonly text: string; readonly answerIn: number; readonly nodeId: string }[];
  /** What was to be seen, so that what is recorded is what was looked at. */
  readonly seen: string;
}

export type PlannedChange = { readonly ok: true; readonly effects: PlanChangeEffects } | { readonly ok: false; readonly problems: readonly Problem[] };

export type PlanChangeOutcome =
  | { readonly outcome: 'recorded'; readonly id: string }
  /** Something moved since the dry run was shown: it is to be looked at again. */
  | { readonly outcome: 'changed'; readonly effects: PlanChangeEffects }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** The dry run (予行): everything that would happen. Stores nothing. */
export function planPlanChange(db: Database, request: PlanChangeRequest): Promise<PlannedChange> {
  return readTransaction(db, (trx) => workOut(trx, request));
}

/** Records a change of a plan, with the item that it adds, in one transaction with its row in the audit log. No edition is touched. */
export async function recordPlanChange(db: Database, request: PlanChangeRequest & { readonly seen: string }): Promise<PlanChangeOutcome> {
  const { planId, actor, seen } = request;
  const outcome = await writeTransaction(db, async (trx): Promise<PlanChangeOutcome> => {
    await lockPlan(trx, planId);
    const planned = await workOut(trx, request);
    if (!planned.ok) return { outcome: 'refused', problems: planned.problems };
    const { effects } = planned;
    if (effects.seen !== seen) return { outcome: 'changed', effects };
    const change = effects.changed.changes.at(-1);
    if (!change) throw new Error('A plan with a change in it has a last one.');
    await removeRequests(trx, effects.removed);
    await addChanges(trx, planId, [change], actor.personId);
    await savePlan(trx, effects.changed);
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'change-plan', planId,
      details: { change: change.id, kind: change.kind, fiscalYear: change.fiscalYear, decidedOn: change.decidedOn, nodes: [...change.nodes], into: change.into, reason: change.reason, removedRequests: effects.removed.length },
    });
    return { outcome: 'recorded', id: change.id };
  });
  if (outcome.outcome === 'refused') await auditRefusal(db, actor, 'change-plan', outcome.problems);
  return outcome;
}

/** Says that a change was recorded by mistake. It stays in the record and counts no more; an item that it added stays in the tree. */
export async function withdrawPlanChange(db: Database, { planId, id, reason, actor }: { readonly planId: string; readonly id: string; readonly reason: string; readonly actor: Actor }): Promise<{ readonly outcome: 'withdrawn' } | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  checkText(reason, ['withdrawal'], problems);
  const outcome = await writeTransaction(db, async (trx) => {
    await lockPlan(trx, planId);
    const plan = await loadPlan(trx, planId);
    if (!holds(actor, 'secretariat')) problems.push(onlySecretariat);
    if (!plan?.changes.some((change) => change.id === id)) problems.push({ code: 'unknown-change', path: ['withdrawal'], message: 'この計画の変更は記録されていないか、取り消されています。', fix: '計画の変更の一覧から選び直してください。' });
    if (plan && problems.length === 0) {
      const others = parsePlan({ ...planToBundle(plan), changes: (planToBundle(plan).changes ?? []).filter((change) => change.id !== id) });
      if (!others.ok) problems.push(...others.problems.map((problem) => ({ ...problem, path: ['withdrawal'] })));
    }
    if (problems.length > 0) return { outcome: 'refused' as const, problems };
    await insertWithdrawal(trx, { plan_id: planId, change_id: id, reason, person_id: actor.personId });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'withdraw-plan-change', planId, details: { change: id, reason } });
    return { outcome: 'withdrawn' as const };
  });
  if (outcome.outcome === 'refused') await auditRefusal(db, actor, 'withdraw-plan-change', outcome.problems);
  return outcome;
}

async function workOut(trx: ReadTransaction, { planId, change, newItem, actor }: PlanChangeRequest): Promise<PlannedChange> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return { ok: false, problems: [{ code: 'unknown-plan', path: [], message: 'この計画は登録されていません。', fix: '計画を選び直してください。' }] };
  const problems: Problem[] = holds(actor, 'secretariat') ? [] : [onlySecretariat];
  const added = newItem ? addItem(planToBundle(plan), newItem) : { bundle: planToBundle(plan), id: null, problems: [] };
  const nodes = added.id === null ? [...change.nodes] : [added.id];
  if (nodes.length === 0) problems.push({ code: 'missing', path: ['nodes'], message: '対象の項目が選ばれていません。', fix: '項目を選んでください。' });
  const parsed = parsePlan({ ...added.bundle, changes: [...(added.bundle.changes ?? []), { ...change, id: await nextChangeId(trx, planId), nodes }] });
  problems.push(...added.problems, ...(parsed.ok ? [] : parsed.problems.map(atField)));
  if (!parsed.ok || problems.length > 0) return { ok: false, problems };
  const changed = parsed.value;
  const items = changed.nodes.filter(({ id }) => nodes.includes(id));
  const unasked = (await listRequestsAbout(trx, planId, nodes)).filter(({ fiscalYear, subject }) => !isAskedIn(changed.changes, { id: subject.id, relistingOf: null }, fiscalYear));
  const instructions = (await listInstructions(trx, planId)).filter(({ nodeId, answerIn }) => nodes.includes(nodeId) && lifeOf(plan.changes, { id: nodeId, relistingOf: null }).ended === null && !isAskedIn(changed.changes, { id: nodeId, relistingOf: null }, answerIn));
  const effects = {
    plan, changed, items, relistings: changed.nodes.filter(({ relistingOf }) => relistingOf !== null && nodes.includes(relistingOf)),
    removed: unasked.filter(({ roundState }) => roundState === 'preparing'), sent: unasked.filter(({ roundState }) => roundState === 'open'),
    instructions: instructions.map(({ text, answerIn, nodeId }) => ({ text, answerIn, nodeId })),
  };
  const seen = createHash('sha256').update(JSON.stringify([changed.changes.at(-1), effects.removed, effects.sent, effects.instructions])).digest('hex').slice(0, 32);
  return { ok: true, effects: { ...effects, seen } };
}

/** A problem of the whole plan at the field of the form that leads to it. */
function atField(problem: Problem): Problem {
  const [part, , field] = problem.path;
  if (part === 'changes') return { ...problem, path: [String(field ?? 'nodes')] };
  return { ...problem, path: [problem.code.includes('number') ? 'number' : problem.code === 'unknown-department' ? 'responsible' : 'title'] };
}

const onlySecretariat: Problem = { code: 'not-secretariat', path: [], message: '計画の変更を記録できるのは、事務局だけです。', fix: '事務局に依頼してください。' };

async function auditRefusal(db: Database, actor: Actor, attempted: string, problems: readonly Problem[]): Promise<void> {
  await writeTransaction(db, (trx) => appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: null, details: { attempted, codes: [...new Set(problems.map(({ code }) => code))] } }));
}
