import { Hono } from 'hono';
import { draftImportedReport, publishImportedReport } from '../../commands/publish-imported-report.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { sealingOf } from '../../documents/edition-json/edition-json.ts';
import { fiscalYearLabel, isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderImportedPublishedPage, renderImportedReportPage } from './imported-report-page.tsx';
import { unprintableIn } from './unprintable-in.ts';

/** A year that came with a plan's workbook, published without a round: below /workspace/publish/plan/year/imported. */
export function importedReportRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const scopeOf = (context: WorkspaceContext) => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    return { planId: plan, fiscalYear: /^\d{4}$/.test(year) ? Number(year) : 0 };
  };
  const show = async (context: WorkspaceContext, issuedOn: string, problems: readonly FieldProblem[] = []) => {
    const { planId, fiscalYear } = scopeOf(context);
    const draft = await readTransaction(db, (trx) => draftImportedReport(trx, planId, fiscalYear, unprintableIn));
    if (!draft) return missing(context, parts, 'この計画と年度の取組状況は、取り込まれていません。');
    return context.html(renderImportedReportPage({ parts, actor: context.get('actor'), draft, issuedOn, problems }), problems.length > 0 ? 422 : 200);
  };

  routes.use('/:plan/:year/imported', async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, '公表は、事務局だけができます。事務局に依頼してください。')));
  routes.get('/:plan/:year/imported', async (context) => {
    const { planId, fiscalYear } = scopeOf(context);
    if (context.req.query('done') !== 'publish') return show(context, dayInJapan(now()));
    const plan = await readTransaction(db, (trx) => loadPlan(trx, planId));
    if (!plan) return show(context, '');
    return context.html(renderImportedPublishedPage(parts, context.get('actor'), { planId, fiscalYear, label: fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels) }));
  });
  routes.post('/:plan/:year/imported', async (context) => {
    const issuedOn = (await readForm(context)).one('issuedOn').trim();
    if (issuedOn !== '' && !isCalendarDate(issuedOn)) return show(context, issuedOn, [{ field: 'issuedOn', message: `「${issuedOn}」は存在する日付ではありません。年-月-日で書いてください。` }]);
    const outcome = await publishImportedReport(db, { ...scopeOf(context), issuedOn: issuedOn === '' ? null : issuedOn, actor: context.get('actor'), hashOf: sealingOf, unprintableIn });
    if (outcome.outcome === 'refused') return show(context, issuedOn, outcome.refusals.map(({ message, fix }) => ({ field: '', message: message + fix })));
    await parts.published();
    return context.redirect(`${context.req.path}?done=publish`, 303);
  });
  return routes;
}
