import type { Hono } from 'hono';
import { changeDeadlines } from '../../commands/change-deadlines.ts';
import { listDeadlineChanges } from '../../database/deadline-change-store.ts';
import { loadRound } from '../../database/round-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { type DeadlinesPage, renderDeadlinesPage } from './deadlines-page.tsx';
import { loadRoundDraft } from './round-proposal.ts';

const fields: Readonly<Record<string, string>> = {
  'not-a-date-departmentDeadline': 'departmentDeadline', 'not-a-date-headDeadline': 'headDeadline', 'past-departmentDeadline': 'departmentDeadline', 'past-headDeadline': 'headDeadline',
  'deadlines-out-of-order': 'headDeadline', 'nothing-changed': 'departmentDeadline', 'reason-missing': 'reason', 'reason-too-long': 'reason',
};

/** 締切の変更: the deadlines of a round that is open, for everybody, with the reason that everybody reads. */
export function deadlineRoutes(task: Hono<WorkspaceEnv>, parts: WorkspaceParts): void {
  const today = () => dayInJapan(parts.now());

  const show = async (context: WorkspaceContext, more: Pick<DeadlinesPage, 'typed' | 'problems'> = {}) => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const found = await readTransaction(parts.db, async (trx) => {
      const round = /^\d{4}$/.test(year) ? await loadRound(trx, plan, Number(year)) : undefined;
      const draft = round && (await loadRoundDraft(trx, plan, year, today()));
      return round && draft && {
        round, planTitle: draft.plan.title, yearLabel: draft.yearLabel, labels: draft.plan.municipality.fiscalYearLabels, changes: await listDeadlineChanges(trx, plan, round.fiscalYear),
      };
    });
    if (found?.round.state !== 'open') return missing(context, parts, '締切を変更できるのは、受付中の照会だけです。');
    const problems: readonly FieldProblem[] = more.problems ?? [];
    return context.html(renderDeadlinesPage({ frame: { assets: parts.assets, demo: parts.demo }, actor: context.get('actor'), ...found, ...more }), problems.length > 0 ? 422 : 200);
  };

  task.get('/:plan/:year/deadlines', (context) => show(context));
  task.post('/:plan/:year/deadlines', async (context) => {
    const form = await readForm(context);
    const typed = { departmentDeadline: form.one('departmentDeadline'), headDeadline: form.one('headDeadline'), reason: form.one('reason') };
    const { plan, year } = context.req.param();
    const outcome = await changeDeadlines(parts.db, { planId: plan, fiscalYear: Number(year), ...typed, actor: context.get('actor'), today: today() });
    if (outcome.outcome === 'changed') return context.redirect('/workspace/rounds?done=deadlines', 303);
    return show(context, { typed, problems: outcome.refusals.map(({ code, message, fix }) => ({ field: fields[code] ?? '', message: `${message}${fix}` })) });
  });
}
