import { Hono } from 'hono';
import { planPlanChange, recordPlanChange, withdrawPlanChange } from '../../commands/record-plan-change.ts';
import { loadPlanNow } from '../../database/department-store.ts';
import { listRecordedChanges } from '../../database/plan-change-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import { isPlanChangeKind } from '../../domain/plan/plan-change.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { changeFormPage } from './change-form.tsx';
import { type ChangeForm, emptyChange, readChange, requestFrom } from './change-values.ts';
import { changesPage, section } from './changes-page.tsx';
import { changeDryRunPage } from './dry-run-page.tsx';

/** 計画の変更: items that are added, merged, stopped or finished while a plan runs, each with a dry run before it is recorded. */
export function planChangesTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const today = () => dayInJapan(now());
  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, '計画の変更を記録できるのは、事務局だけです。')));

  const showList = async (context: WorkspaceContext, more: { readonly problems?: readonly Problem[]; readonly failed?: string } = {}) => {
    const plans = await readTransaction(db, async (trx) => {
      const all = [];
      for (const { id } of await listPlans(trx)) {
        const plan = await loadPlan(trx, id);
        if (plan) all.push({ plan, recorded: await listRecordedChanges(trx, id) });
      }
      return all;
    });
    const done = { recorded: '計画の変更を記録しました。', withdrawn: '計画の変更を取り消しました。' }[context.req.query('done') ?? ''] ?? '';
    return context.html(changesPage(parts, { actor: context.get('actor'), plans, done, ...more }), more.problems ? 422 : 200);
  };
  task.get('/', (context) => showList(context));

  const showForm = async (context: WorkspaceContext, typed: ChangeForm, problems: readonly Problem[] = []) => {
    const planId = context.req.param('plan') ?? '';
    const plan = await readTransaction(db, (trx) => loadPlanNow(trx, planId));
    if (!plan || !isPlanChangeKind(typed.kind)) return missing(context, parts, 'この計画か、この種類の変更はありません。');
    return context.html(changeFormPage(parts, { actor: context.get('actor'), plan, kind: typed.kind, typed, problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:plan/new/:kind', (context) => showForm(context, emptyChange(context.req.param('kind'), fiscalYearOf(today()))));

  task.post('/:plan/dry-run', async (context) => {
    const typed = readChange(await readForm(context));
    const request = requestFrom(context.req.param('plan'), typed, context.get('actor'));
    if ('problems' in request) return showForm(context, typed, request.problems);
    const planned = await planPlanChange(db, request);
    return planned.ok ? context.html(changeDryRunPage(parts, { actor: context.get('actor'), typed, effects: planned.effects, changed: false })) : showForm(context, typed, planned.problems);
  });
  task.post('/:plan/record', async (context) => {
    const form = await readForm(context);
    const typed = readChange(form);
    const request = requestFrom(context.req.param('plan'), typed, context.get('actor'));
    if ('problems' in request) return showForm(context, typed, request.problems);
    const outcome = await recordPlanChange(db, { ...request, seen: form.one('seen') });
    if (outcome.outcome === 'refused') return showForm(context, typed, outcome.problems);
    if (outcome.outcome === 'changed') return context.html(changeDryRunPage(parts, { actor: context.get('actor'), typed, effects: outcome.effects, changed: true }), 409);
    return context.redirect(`${section}?done=recorded`, 303);
  });
  task.post('/:plan/:id/withdraw', async (context) => {
    const { plan: planId, id } = context.req.param();
    const outcome = await withdrawPlanChange(db, { planId, id, reason: (await readForm(context)).one(`withdrawal-${planId}-${id}`).replaceAll('\n', ' ').trim(), actor: context.get('actor') });
    return outcome.outcome === 'refused' ? showList(context, { problems: outcome.problems, failed: `${planId}-${id}` }) : context.redirect(`${section}?done=withdrawn`, 303);
  });
  return task;
}
