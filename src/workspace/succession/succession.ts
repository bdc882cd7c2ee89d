import { Hono } from 'hono';
import { planSuccession, succeedPlan } from '../../commands/succeed-plan.ts';
import { loadPlanToAsk } from '../../database/department-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { successionDryRunPage } from './dry-run-page.tsx';
import { successionFormPage } from './succession-form.tsx';
import { proposedForm, readTyped, type TypedForm, typedToForm } from './succession-values.ts';
import { section, successionsPage } from './successions-page.tsx';

/** 次期計画への移行: the next plan made from this one, item by item, with a dry run before it is recorded. */
export function successionTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const today = () => dayInJapan(now());
  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, '次期計画に移行できるのは、事務局だけです。')));

  task.get('/', async (context) => {
    const plans = await readTransaction(db, async (trx) => {
      const all: Plan[] = [];
      for (const { id } of await listPlans(trx)) {
        const plan = await loadPlan(trx, id);
        if (plan) all.push(plan);
      }
      return all;
    });
    return context.html(successionsPage(parts, { actor: context.get('actor'), plans, done: context.req.query('done') ?? '' }));
  });

  const showForm = async (context: WorkspaceContext, typed: TypedForm | null, problems: readonly Problem[] = []) => {
    const planId = context.req.param('plan') ?? '';
    // The items that go on into the first year of the next plan: what ends before is no matter of the mapping.
    const from = /^(19|20|21)\d\d$/.exec(typed?.get('from') ?? '')?.[0];
    const plan = await readTransaction(db, (trx) => loadPlanToAsk(trx, planId, from ? Number(from) : fiscalYearOf(today()) + 1));
    if (!plan) return missing(context, parts, 'この計画は登録されていません。');
    return context.html(successionFormPage(parts, { actor: context.get('actor'), plan, typed: typed ?? proposedForm(plan, today()), problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:plan', (context) => showForm(context, null));

  task.post('/:plan/dry-run', async (context) => {
    const typed = readTyped(await readForm(context));
    const { form, problems } = typedToForm(typed);
    if (problems.length > 0) return showForm(context, typed, problems);
    const planned = await planSuccession(db, { fromPlanId: context.req.param('plan'), form, actor: context.get('actor') });
    return planned.ok ? context.html(successionDryRunPage(parts, { actor: context.get('actor'), typed, planned, changed: false })) : showForm(context, typed, planned.problems);
  });
  task.post('/:plan/record', async (context) => {
    const values = await readForm(context);
    const typed = readTyped(values);
    const { form, problems } = typedToForm(typed);
    if (problems.length > 0) return showForm(context, typed, problems);
    const outcome = await succeedPlan(db, { fromPlanId: context.req.param('plan'), form, actor: context.get('actor'), seen: values.one('seen') });
    if (outcome.outcome === 'refused') return showForm(context, typed, outcome.problems);
    if (outcome.outcome === 'changed') return context.html(successionDryRunPage(parts, { actor: context.get('actor'), typed, planned: outcome.planned, changed: true }), 409);
    return context.redirect(`${section}?done=${encodeURIComponent(outcome.planId)}`, 303);
  });
  return task;
}
