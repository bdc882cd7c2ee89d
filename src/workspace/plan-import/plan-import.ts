import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { explainImport } from '../../commands/import-plan.ts';
import { importPlanWorkbook, previewPlanWorkbook, type WorkbookOutcome } from '../../commands/import-plan-workbook.ts';
import { loadMunicipality } from '../../database/municipality-store.ts';
import { loadPlan, listPlans } from '../../database/plan-store.ts';
import { insertUpload, listUploads, removeUpload, replaceContent, saveDraft } from '../../database/plan-upload-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { parseMapping } from '../../documents/workbook/mapping-schema.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import { alignMapping } from '../../domain/plan-import/align-mapping.ts';
import { beginDraft, type ImportDraft, settle } from '../../domain/plan-import/import-draft.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { type FormValues, readForm } from '../forms/form-values.ts';
import { keepResults } from '../kept-results.ts';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { renderCellsPage } from './cells-page.tsx';
import { readColumns, renderColumnsPage } from './columns-page.tsx';
import { type Prospect, renderConfirmPage } from './confirm-page.tsx';
import { readDepartments, renderDepartmentsPage } from './departments-page.tsx';
import { type ImportDone, renderDonePage } from './done-page.tsx';
import { readFacts, renderFactsPage } from './facts-page.tsx';
import { addressOf, type ImportPage, pagesOf, section } from './import-frame.tsx';
import { fingerprintOf, importValue } from './import-value.ts';
import { findImport, type FoundUpload, type ImportView, usedTables, viewUnder } from './import-view.ts';
import { readIndicators, renderIndicatorsPage } from './indicators-page.tsx';
import { readLevels, renderLevelsPage } from './levels-page.tsx';
import { newPlan, renderPlanChoicePage } from './plan-choice-page.tsx';
import { renderResultPage } from './result-page.tsx';
import { readSentFile } from './sent-file.ts';
import { daysKept, renderStartPage } from './start-page.tsx';
import { readTables, renderTablesPage } from './tables-page.tsx';
import { openWorkbookShelf } from './workbook-shelf.ts';

const onlySecretariat = '計画を取り込めるのは、事務局だけです。事務局に依頼してください。';
const gone = 'この取込みは残っていません。期限が過ぎたか、既に取り込んだか、消去しています。もう一度ファイルを選んでください。';

/** 計画の取込み below /workspace/plan-import: a city's own workbook, understood page by page, checked, and taken in whole. */
export function planImportTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const shelf = openWorkbookShelf();
  const done = keepResults<ImportDone>();

  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, onlySecretariat)));

  const start = async (context: WorkspaceContext, problems: readonly FieldProblem[] = []) => {
    const actor = context.get('actor');
    const found = await readTransaction(db, async (trx) => ({ municipality: await loadMunicipality(trx), uploads: await listUploads(trx, actor.personId, now()) }));
    const said = context.req.query('done') === 'discarded' ? { done: '送ったファイルと、選んだ内容を消去しました。' } : {};
    return context.html(renderStartPage({ parts, actor, ...found, problems, ...said }), problems.length > 0 ? 422 : 200);
  };
  task.get('/', (context) => start(context));
  task.post('/', async (context) => {
    const { municipality, plans } = await readTransaction(db, async (trx) => ({ municipality: await loadMunicipality(trx), plans: await listPlans(trx) }));
    if (!municipality) return start(context, [{ field: '', message: '先に、自治体の名称とコードを登録してください。' }]);
    const file = await readSentFile(context, shelf);
    if (!('read' in file)) return start(context, file);
    const { read, ...content } = file;
    const upload = {
      id: randomUUID(), personId: context.get('actor').personId, ...content,
      draft: plans.length > 0 ? null : beginDraft({ sheets: read.sheets, municipality, stored: null, saved: null }),
      createdAt: now().toISOString(), expiresAt: new Date(now().getTime() + daysKept * 86_400_000).toISOString(),
    };
    await writeTransaction(db, (trx) => insertUpload(trx, upload, now()));
    return context.redirect(`${section}/${upload.id}`, 303);
  });
  task.get('/done/:key', (context) => {
    const found = done.find(context.get('actor').personId, context.req.param('key'));
    return found ? context.html(renderDonePage(parts, context.get('actor'), found)) : context.redirect(section, 303);
  });

  const withUpload = async (context: WorkspaceContext, answer: (found: FoundUpload) => Response | Promise<Response>) => {
    const found = await findImport(parts, shelf, context.get('actor'), context.req.param('id') ?? '');
    return found ? answer(found) : missing(context, parts, gone);
  };
  /** Whoever has not said yet which plan it is is asked first. */
  const withView = (context: WorkspaceContext, answer: (view: ImportView) => Response | Promise<Response>) => withUpload(context, async (found) => {
    const { draft } = found.upload;
    return draft ? answer(await viewUnder(parts, found, draft)) : context.redirect(addressOf(found, 'plan'), 303);
  });
  const backOf = (context: WorkspaceContext) => (['confirm', 'result'].find((page) => page === context.req.query('back')) ?? '');
  const pageOf = (context: WorkspaceContext, view: ImportView, problems: readonly FieldProblem[] = [], typed: FormValues | null = null): ImportPage => {
    return { parts, view, problems, typed, back: backOf(context) };
  };
  /** Saves the draft with the page confirmed, and goes on: to the next page that this draft asks, or back. */
  const goOn = async (context: WorkspaceContext, found: FoundUpload, changed: ImportDraft, path: string) => {
    const draft = settle(changed, path);
    await writeTransaction(db, (trx) => saveDraft(trx, found.upload.id, draft));
    const back = backOf(context);
    if (back !== '') return context.redirect(addressOf(found, back), 303);
    const pages = pagesOf(await viewUnder(parts, found, draft));
    const next = pages[pages.findIndex((page) => page.path === path) + 1] ?? pages.at(-1)!;
    return context.redirect(addressOf(found, next.path), 303);
  };

  task.get('/:id', (context) => withView(context, (view) => {
    const next = pagesOf(view).find(({ path }) => !view.draft.settled.includes(path));
    return context.redirect(addressOf(view, next?.path ?? 'result'), 303);
  }));
  task.post('/:id/discard', (context) => withUpload(context, async ({ upload }) => {
    await writeTransaction(db, (trx) => removeUpload(trx, upload.id));
    return context.redirect(`${section}?done=discarded`, 303);
  }));
  task.post('/:id/file', (context) => withView(context, async (view) => {
    const file = await readSentFile(context, shelf);
    if (!('read' in file)) return context.html(renderResultPage({ ...pageOf(context, view, file), replaced: false }), 422);
    const draft = { ...view.draft, mapping: alignMapping(file.read.sheets, view.draft.mapping) };
    await writeTransaction(db, async (trx) => {
      await replaceContent(trx, view.upload.id, file);
      await saveDraft(trx, view.upload.id, draft);
    });
    return context.redirect(`${addressOf(view, 'result')}?replaced=1`, 303);
  }));

  task.get('/:id/plan', (context) => withUpload(context, (found) => (found.plans.length === 0 ? context.redirect(addressOf(found), 303) : context.html(renderPlanChoicePage(parts, found)))));
  task.post('/:id/plan', async (context) => {
    const form = await readForm(context);
    return withUpload(context, async (found) => {
      const choice = form.one('plan');
      if (choice !== newPlan && !found.plans.some(({ id }) => id === choice)) return context.html(renderPlanChoicePage(parts, found, [{ field: 'plan', message: 'どの計画かを選んでください。' }]), 422);
      const { upload, sheets, municipality, savedMappings } = found;
      const updates = choice === newPlan ? null : choice;
      if (upload.draft && upload.draft.updates === updates) return goOn(context, found, upload.draft, 'plan');
      const stored = updates === null ? null : ((await readTransaction(db, (trx) => loadPlan(trx, updates))) ?? null);
      const saved = savedMappings.find(({ planId }) => planId === updates);
      const mapping = saved ? parseMapping(saved.mapping) : null;
      return goOn(context, found, beginDraft({ sheets, municipality, stored, saved: mapping?.ok ? mapping.mapping : null }), 'plan');
    });
  });

  task.get('/:id/tables', (context) => withView(context, (view) => context.html(renderTablesPage({ ...pageOf(context, view), reread: context.req.query('reread') === '1' }))));
  task.post('/:id/tables', async (context) => {
    const form = await readForm(context);
    return withView(context, async (view) => {
      const sent = readTables(view, form);
      if ('problems' in sent) return context.html(renderTablesPage({ ...pageOf(context, view, sent.problems, form), reread: false }), 422);
      if (!sent.moved) return goOn(context, view, sent.draft, 'tables');
      await writeTransaction(db, (trx) => saveDraft(trx, view.upload.id, sent.draft));
      return context.redirect(`${addressOf(view, 'tables')}?reread=1`, 303);
    });
  });

  const step = (path: string, render: (page: ImportPage) => string, read: (view: ImportView, form: FormValues) => { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] }) => {
    task.get(`/:id/${path}`, (context) => withView(context, (view) => context.html(render(pageOf(context, view)))));
    task.post(`/:id/${path}`, async (context) => {
      const form = await readForm(context);
      return withView(context, (view) => {
        const sent = read(view, form);
        return 'problems' in sent ? context.html(render(pageOf(context, view, sent.problems, form)), 422) : goOn(context, view, sent.draft, path);
      });
    });
  };
  step('levels', renderLevelsPage, readLevels);
  step('facts', renderFactsPage, readFacts);
  step('indicators', renderIndicatorsPage, readIndicators);
  step('departments', renderDepartmentsPage, readDepartments);

  const withTable = (context: WorkspaceContext, answer: (view: ImportView, index: number) => Response | Promise<Response>) => withView(context, (view) => {
    const index = Number(context.req.param('table'));
    return usedTables(view).includes(index) ? answer(view, index) : missing(context, parts, 'この表は使われていません。「表と見出し」で選び直してください。');
  });
  task.get('/:id/columns/:table', (context) => withTable(context, (view, index) => context.html(renderColumnsPage(pageOf(context, view), index))));
  task.post('/:id/columns/:table', async (context) => {
    const form = await readForm(context);
    return withTable(context, (view, index) => {
      const sent = readColumns(view, form, index);
      return 'problems' in sent ? context.html(renderColumnsPage(pageOf(context, view, sent.problems, form), index), 422) : goOn(context, view, sent.draft, `columns/${index}`);
    });
  });

  task.get('/:id/result', (context) => withView(context, (view) => context.html(renderResultPage({ ...pageOf(context, view), replaced: context.req.query('replaced') === '1' }))));
  task.get('/:id/cells', (context) => withView(context, (view) => {
    const number = Number(context.req.query('page'));
    return context.html(renderCellsPage({ parts, view, actor: view.actor, all: context.req.query('all') === '1', number: Number.isSafeInteger(number) ? number : 1 }));
  }));

  const confirm = async (context: WorkspaceContext, view: ImportView, prospect: Prospect, changed = false) => {
    const status = changed ? 409 : prospect.refusals.length > 0 ? 422 : 200;
    return context.html(renderConfirmPage({ ...pageOf(context, view), prospect, changed }), status);
  };
  task.get('/:id/confirm', (context) => withView(context, async (view) => {
    const value = importValue(view, now());
    if (!value) return context.redirect(addressOf(view, 'result'), 303);
    const outcome = await previewPlanWorkbook(db, value);
    return confirm(context, view, { refusals: outcome.outcome === 'refused' ? outcome.refusals : [], sentences: sentencesOf(outcome, value.plan, true), seen: fingerprintOf(value) });
  }));
  task.post('/:id/confirm', async (context) => {
    const form = await readForm(context);
    return withView(context, async (view) => {
      const value = importValue(view, now());
      if (!value) return context.redirect(addressOf(view, 'result'), 303);
      const seen = fingerprintOf(value);
      if (form.one('seen') !== seen) return confirm(context, view, { refusals: [], sentences: [], seen }, true);
      const outcome = await importPlanWorkbook(db, value);
      if (outcome.outcome === 'refused') return confirm(context, view, { refusals: outcome.refusals, sentences: [], seen });
      await parts.published();
      const { plan, report } = value;
      const reportYear = report ? { fiscalYear: report.fiscalYear, label: fiscalYearLabel(report.fiscalYear, plan.municipality.fiscalYearLabels) } : null;
      const key = done.keep(view.actor.personId, { sentences: sentencesOf(outcome, plan), planId: plan.id, reportYear });
      return context.redirect(`${section}/done/${key}`, 303);
    });
  });
  return task;
}

/** What the import does, and which elements stay though the workbook leaves them out. */
function sentencesOf(outcome: WorkbookOutcome, plan: Plan, planned = false): string[] {
  if (outcome.outcome === 'refused') return [];
  const { kept } = outcome;
  const names = kept.slice(0, 5).map(({ number, title }) => `「${number} ${title}」`).join('');
  return [
    ...explainImport(outcome, plan, planned),
    ...(kept.length > 0 ? [`一覧にない要素${kept.length}件（${names}${kept.length > 5 ? 'ほか' : ''}）は、計画に残します。中止・終了した項目は、「計画の変更」で記録してください。`] : []),
  ];
}
