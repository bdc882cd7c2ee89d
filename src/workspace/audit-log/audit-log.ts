import { Hono } from 'hono';
import { auditChoices, auditHead, type AuditSearch, searchAudit, verifyAudit } from '../../database/audit-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { mayReadAudit } from '../../domain/organization/sign-in-rules.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden } from '../forbidden.tsx';
import type { WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { type AuditFilter, auditLogPage, auditVerifyPage, entriesPerPage } from './audit-log-page.tsx';

/** The audit log to be searched and verified, for システム管理者 and 事務局. */
export function auditLogRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const app = new Hono<WorkspaceEnv>();
  const { db } = parts;

  app.use('/workspace/audit/*', async (context, next) => {
    if (!mayReadAudit(context.var.actor)) return forbidden(context, parts, '監査記録を見ることができるのは、事務局とシステム管理者だけです。');
    await next();
  });

  app.get('/workspace/audit', async (context) => {
    const asked = (name: string) => (context.req.query(name) ?? '').trim().slice(0, 200);
    const filter: AuditFilter = { actor: asked('actor'), action: asked('action'), plan: asked('plan'), from: asked('from'), until: asked('until') };
    const problems = filterProblems(filter);
    const page = /^[1-9]\d{0,5}$/.test(asked('page')) ? Number(asked('page')) : 1;
    const { choices, found } = await readTransaction(db, async (trx) => ({
      choices: await auditChoices(trx),
      found: problems.length > 0 ? { total: 0, entries: [] } : await searchAudit(trx, toSearch(filter), { offset: (page - 1) * entriesPerPage, limit: entriesPerPage }),
    }));
    return context.html(auditLogPage(parts, { actor: context.var.actor, filter, problems, choices, page, ...found }), problems.length > 0 ? 422 : 200);
  });

  app.get('/workspace/audit/verify', async (context) => {
    const { faults, head } = await readTransaction(db, async (trx) => ({ faults: await verifyAudit(trx), head: await auditHead(trx) }));
    return context.html(auditVerifyPage(parts, { actor: context.var.actor, faults, head }));
  });
  return app;
}

function filterProblems({ from, until }: AuditFilter): FieldProblem[] {
  const unreadable = ([['from', from], ['until', until]] as const).filter(([, day]) => day !== '' && !isCalendarDate(day));
  return unreadable.map(([field]) => ({ field, message: '日付を、2026-04-01 の形で入力してください。' }));
}

/** A day is a day in Japan; the log counts in UTC. */
function toSearch({ actor, action, plan, from, until }: AuditFilter): AuditSearch {
  const midnight = (day: string, later: number) => new Date(Date.parse(`${day}T00:00:00+09:00`) + later * 86_400_000).toISOString();
  return {
    ...(actor !== '' && { actor }), ...(action !== '' && { action }), ...(plan !== '' && { planId: plan }),
    ...(from !== '' && { since: midnight(from, 0) }), ...(until !== '' && { before: midnight(until, 1) }),
  };
}
