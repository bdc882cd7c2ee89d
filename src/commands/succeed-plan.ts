import { createHash } from 'node:crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadPlanToAsk } from '../database/department-store.ts';
import { loadPlan, savePlan } from '../database/plan-store.ts';
import { lockPlan, type ReadTransaction, readTransaction, writeTransaction } from '../database/transaction.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { nextPlan, type NextPlanForm } from '../domain/plan/next-plan.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/problem/problem.ts';

export interface SucceedRequest {
  readonly fromPlanId: string;
  readonly form: NextPlanForm;
  readonly actor: Actor;
}

/** The next plan as it would be, with what was to be seen of it; or everything that stands in the way. */
export type PlannedSuccession = { readonly ok: true; readonly before: Plan; readonly next: Plan; readonly seen: string } | { readonly ok: false; readonly problems: readonly Problem[] };

export type SuccessionOutcome =
  | { readonly outcome: 'succeeded'; readonly planId: string }
  /** Something moved since the dry run was shown: it is to be looked at again. */
  | { readonly outcome: 'changed'; readonly planned: PlannedSuccession & { readonly ok: true } }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** The dry run (予行): the next plan with the mapping of its items. Stores nothing. */
export function planSuccession(db: Database, request: SucceedRequest): Promise<PlannedSuccession> {
  return readTransaction(db, (trx) => workOut(trx, request));
}

/** Makes the next plan from this one, in one transaction with its row in the audit log. The plan before and its editions stay as they are. */
export async function succeedPlan(db: Database, request: SucceedRequest & { readonly seen: string }): Promise<SuccessionOutcome> {
  const { fromPlanId, form, actor, seen } = request;
  const outcome = await writeTransaction(db, async (trx): Promise<SuccessionOutcome> => {
    for (const id of [fromPlanId, form.id].toSorted((left, right) => (left < right ? -1 : 1))) await lockPlan(trx, id);
    const planned = await workOut(trx, request);
    if (!planned.ok) return { outcome: 'refused', problems: planned.problems };
    if (planned.seen !== seen) return { outcome: 'changed', planned };
    await savePlan(trx, planned.next);
    const { items = [], ended = [] } = planned.next.succession ?? {};
    await appendAudit(trx, { actor: actor.staffNumber, action: 'succeed-plan', planId: planned.next.id, details: { from: fromPlanId, items: items.length, new: items.filter(({ from }) => from.length === 0).length, ended: ended.length } });
    return { outcome: 'succeeded', planId: planned.next.id };
  });
  if (outcome.outcome === 'refused') {
    await writeTransaction(db, (trx) => appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: null, details: { attempted: 'succeed-plan', codes: [...new Set(outcome.problems.map(({ code }) => code))] } }));
  }
  return outcome;
}

async function workOut(trx: ReadTransaction, { fromPlanId, form, actor }: SucceedRequest): Promise<PlannedSuccession> {
  const before = await loadPlanToAsk(trx, fromPlanId, form.period.from);
  if (!before) return { ok: false, problems: [{ code: 'unknown-plan', path: [], message: 'もとの計画が登録されていません。', fix: '計画を選び直してください。' }] };
  const problems: Problem[] = holds(actor, 'secretariat') ? [] : [{ code: 'not-secretariat', path: [], message: '次期計画に移行できるのは、事務局だけです。', fix: '事務局に依頼してください。' }];
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(form.id)) problems.push({ code: 'id-form', path: ['id'], message: `識別子「${form.id}」は、公開ページの番地に使えません。`, fix: '半角の英小文字、数字、ハイフンで書いてください（例：gyozaisei-7）。' });
  else if (await loadPlan(trx, form.id)) problems.push({ code: 'id-taken', path: ['id'], message: `識別子「${form.id}」の計画は、既に登録されています。`, fix: '別の識別子を書いてください。' });
  const { bundle, problems: found } = nextPlan(before, form);
  const parsed = parsePlan(bundle);
  // A title that cannot be printed stands in the tree; what was typed wrongly was named at its field already.
  const own = parsed.ok || found.length > 0 ? [] : parsed.problems.map((problem): Problem => ({ ...problem, path: [problem.path[0] === 'plan' ? String(problem.path[1]) : 'id'] }));
  problems.push(...found, ...own);
  if (problems.length > 0 || !parsed.ok) return { ok: false, problems };
  return { ok: true, before, next: parsed.value, seen: createHash('sha256').update(JSON.stringify(parsed.value)).digest('hex').slice(0, 32) };
}
