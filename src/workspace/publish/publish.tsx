import { Hono } from 'hono';
import { draftPublication, type EditionFrame, publishRound, saveEditionFrame } from '../../commands/publish-round.ts';
import { draftForProofreading } from '../../commands/draft-for-proofreading.ts';
import { loadCityProofreading } from '../../database/proofreading-store.ts';
import { listImportedYears } from '../../database/setup-facts.ts';
import { readTransaction } from '../../database/transaction.ts';
import { sealingOf } from '../../documents/edition-json/edition-json.ts';
import { isDecisionsShown } from '../../domain/headquarters/decisions-shown.ts';
import { isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { YearReport } from '../../domain/report/year-report.ts';
import { paragraphsOf } from '../../domain/round/answer.ts';
import { checkText } from '../../domain/report/parse-paragraphs.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { pagePatience } from '../findings/proofread-answer.ts';
import { proofreadDraft, type ReportFindings } from '../findings/proofread-edition.ts';
import { type FormValues, readForm } from '../forms/form-values.ts';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { importedReportRoutes } from './imported-report.ts';
import { outputsJob } from './outputs-job.ts';
import { previewRoutes } from './preview.ts';
import { sendPublicFolder } from './public-folder.tsx';
import { renderPublishListPage } from './publish-list-page.tsx';
import { renderPublishPage } from './publish-page.tsx';
import { listPublishableRounds } from './publishable-rounds.ts';
import { unprintableIn } from './unprintable-in.ts';

const onlySecretariat = '公表は、事務局だけができます。事務局に依頼してください。';

/** How long whoever publishes waits for pages and documents before the page tells how far they are. Milliseconds. */
const outputsPatience = 30_000;

/** 公表: what stands in the way, what the edition will change, and the publication; a correction is another edition with its reason. */
export function publishTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const outputs = outputsJob(parts.published, parts.now, (error) => console.error(`${parts.now().toISOString()} outputs`, error));

  task.get('/', async (context) => {
    const actor = context.get('actor');
    if (!holds(actor, 'secretariat')) return forbidden(context, parts, onlySecretariat);
    return context.html(renderPublishListPage({ parts, actor, published: parts.publicSide?.() ?? null, ...(await readTransaction(parts.db, async (trx) => ({ rounds: await listPublishableRounds(trx), imported: await listImportedYears(trx) }))) }));
  });
  task.get('/folder.zip', (context) => {
    if (!holds(context.get('actor'), 'secretariat')) return forbidden(context, parts, onlySecretariat);
    const published = parts.publicSide?.();
    return published && published.sites.length > 0 ? sendPublicFolder(context, parts, published) : missing(context, parts, '公表した版がまだありません。');
  });
  task.route('/', importedReportRoutes(parts));
  task.route('/', previewRoutes(parts));

  const findingsOf = async (planId: string, fiscalYear: number): Promise<ReportFindings | null> => {
    if (!parts.proofreader) return null;
    const read = await readTransaction(parts.db, async (trx) => ({ draft: await draftForProofreading(trx, planId, fiscalYear), city: await loadCityProofreading(trx, planId) }));
    return read.draft ? proofreadDraft(parts.proofreader, read.city, read.draft, pagePatience) : null;
  };

  const show = async (context: WorkspaceContext, more: { problems?: FieldProblem[]; done?: string } = {}, status: 200 | 422 = 200) => {
    const actor = context.get('actor');
    if (!holds(actor, 'secretariat')) return forbidden(context, parts, onlySecretariat);
    const draft = await readTransaction(parts.db, (trx) => draftPublication(trx, planOf(context), yearOf(context), unprintableIn));
    if (!draft) return missing(context, parts, 'この計画と年度の照会はありません。');
    const findings = await findingsOf(planOf(context), yearOf(context));
    return context.html(renderPublishPage({ parts, actor, draft, findings, outputs: outputs.state(), allChanges: context.req.query('changes') === 'all', ...more }), status);
  };

  task.get('/:plan/:year', (context) => {
    const done = { save: '保存しました。', publish: '公表しました。' }[context.req.query('done') ?? ''];
    return show(context, done ? { done } : {});
  });

  task.post('/:plan/:year', async (context) => {
    const actor = context.get('actor');
    if (!holds(actor, 'secretariat')) return forbidden(context, parts, onlySecretariat);
    const form = await readForm(context);
    const scope = { planId: planOf(context), fiscalYear: yearOf(context), actor };
    const here = `/workspace/publish/${scope.planId}/${scope.fiscalYear}`;
    if (form.one('action') === 'publish') {
      const published = await publishRound(parts.db, { ...scope, hashOf: sealingOf, unprintableIn });
      if (published.outcome === 'refused') return show(context, { problems: published.refusals.map(({ message, fix }) => ({ field: '', message: message + fix })) }, 422);
      await outputs.start(outputsPatience);
      return context.redirect(`${here}?done=publish`, 303);
    }
    if (form.one('action') === 'outputs') {
      await outputs.start(outputsPatience);
      return context.redirect(here, 303);
    }
    const draft = await readTransaction(parts.db, (trx) => draftPublication(trx, scope.planId, scope.fiscalYear, unprintableIn));
    if (!draft) return missing(context, parts, 'この計画と年度の照会はありません。');
    const { frame, problems } = frameFrom(form, draft.report);
    if (problems.length > 0) return show(context, { problems }, 422);
    await saveEditionFrame(parts.db, { ...scope, frame });
    return context.redirect(`${here}?done=save`, 303);
  });
  return task;
}

/** The secretariat's own texts as the form holds them; sections and notes are those of the draft. */
function frameFrom(form: FormValues, report: YearReport): { readonly frame: EditionFrame; readonly problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const check = (field: string, text: string) => {
    const found: Problem[] = [];
    for (const line of text.split('\n')) if (line.trim() !== '') checkText(line, [field], found);
    problems.push(...found.map(({ message, fix }) => ({ field, message: message + fix })));
  };
  const issuedOn = form.one('issuedOn');
  if (issuedOn !== '' && !isCalendarDate(issuedOn)) problems.push({ field: 'issuedOn', message: `「${issuedOn}」は存在する日付ではありません。年-月-日で書いてください。` });
  const preface = report.preface.map((section) => {
    const field = `preface-${section.id}`;
    check(field, form.one(field));
    return { ...section, paragraphs: paragraphsOf(form.one(field), null) };
  });
  const notes = report.notes.map(({ mark }, index) => {
    const text = form.one(`note-${index}`).replaceAll('\n', '');
    check(`note-${index}`, text);
    if (text.trim() === '') problems.push({ field: `note-${index}`, message: `注「${mark}」が空です。説明を書いてください。` });
    return { mark, text };
  });
  const reason = form.one('correctionReason').replaceAll('\n', '').trim();
  check('correctionReason', reason);
  const shown = form.one('decisionsShown');
  return { frame: { issuedOn: issuedOn === '' ? null : issuedOn, preface, notes, correctionReason: reason === '' ? null : reason, ...(isDecisionsShown(shown) && { decisionsShown: shown }) }, problems };
}

function planOf(context: WorkspaceContext): string {
  return context.req.param('plan') ?? '';
}

function yearOf(context: WorkspaceContext): number {
  const text = context.req.param('year') ?? '';
  return /^\d{4}$/.test(text) ? Number(text) : 0;
}
