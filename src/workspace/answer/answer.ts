import { Hono } from 'hono';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { changeEvidence } from '../../commands/change-evidence.ts';
import { recordForbidden } from '../../commands/record-access.ts';
import { restoreVersion } from '../../commands/restore-version.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { listVersions, loadVersion } from '../../database/answer-store.ts';
import { listMyWork, loadRequest, loadRequestSummary, type RequestSummary } from '../../database/request-store.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import { mayRead } from '../../domain/approval/request-policy.ts';
import { actions } from '../../domain/approval/transitions.ts';
import type { Answer } from '../../domain/round/answer.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { pagePatience, savedPatience } from '../findings/proofread-answer.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { answerFromForm, baseVersionFrom, fieldOf, filesFrom, type FormFields } from './answer-form.ts';
import { renderAnswerPage } from './answer-page.tsx';
import { findingsFor, mountProofreading, proofreadingDone } from './answer-proofreading.tsx';
import { evidenceRoutes } from './evidence-download.ts';
import { renderMergePage } from './merge-page.tsx';
import { renderNotReadablePage } from './not-readable-page.tsx';
import { timeOf } from './time-of.ts';
import { renderVersionsPage } from './versions-page.tsx';

const doneSentences: Readonly<Partial<Record<string, string>>> = {
  save: '下書きを保存しました。', submit: '所属長に提出しました。', withdraw: '提出を取り下げました。続けて書くことができます。', approve: '承認しました。',
  'send-back': '差し戻しました。', 'withdraw-approval': '承認を取り消しました。', accept: '受理しました。', correct: '修正しました。理由と変更箇所は、部署に表示されます。',
  unlock: '締切後の入力を認めました。', restore: '以前の版に戻しました。', merge: '二つの版を合わせて保存しました。',
  ...proofreadingDone,
};

/** What the page does; workbooks are taken in elsewhere. */
const pageActions = actions.filter((action) => action !== 'take-in');

/** How long an unlock lasts, from today or from the deadline, whichever is later. Days. */
const unlockDays = 7;

/** 回答: one page for one request; reading, writing, sending on, comparing versions, merging what two people wrote. */
export function answerTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const frame = { assets: parts.assets, demo: parts.demo };
  const today = () => dayInJapan(parts.now());

  /** Only for who may read it; `load` says how much of the request is needed. */
  const readable = <Loaded extends RequestSummary>(load: (trx: ReadTransaction, id: string) => Promise<Loaded | undefined>) =>
    async (context: WorkspaceContext, work: (request: Loaded) => Promise<Response> | Response): Promise<Response> => {
      const actor = context.get('actor');
      const request = await readTransaction(parts.db, (trx) => load(trx, context.req.param('id') ?? ''));
      if (request && !mayRead(actor, request)) await recordForbidden(parts.db, actor, `${context.req.method} ${context.req.path}`);
      if (!request || !mayRead(actor, request)) return context.html(renderNotReadablePage({ ...frame, actor }), request ? 403 : 404);
      return work(request);
    };
  const withRequest = readable(loadRequest);
  // What is written is answered in most cases without the page: on the last day, 300 people save every few seconds.
  const withSummary = readable(loadRequestSummary);
  const page = async (context: WorkspaceContext, { id }: Pick<RequestSummary, 'id'>, more: { typed?: Answer; problems?: FieldProblem[]; done?: string; parkedVersion?: number | undefined } = {}, status: 200 | 409 | 422 = 200) => {
    const actor = context.get('actor');
    const [request, mine, parked] = await readTransaction(parts.db, async (trx) => [
      await loadRequest(trx, id), await listMyWork(trx, actor, today()), await loadVersion(trx, id, more.parkedVersion ?? 0),
    ]);
    if (!request) return context.html(renderNotReadablePage({ ...frame, actor }), 404);
    const findings = await findingsFor(parts, request, more.typed ?? request.answer, more.done ? savedPatience : pagePatience);
    return context.html(renderAnswerPage({ frame, actor, today: today(), request, work: mine, findings, ...(parked?.parked ? { parked } : {}), ...more }), status);
  };

  task.get('/:id', (context) => withSummary(context, (request) => {
    const done = doneSentences[context.req.query('done') ?? ''];
    return page(context, request, { parkedVersion: Number(context.req.query('parked') ?? 0), ...(done ? { done } : {}) });
  }));

  task.post('/:id', (context) => withSummary(context, async (request) => {
    const actor = context.get('actor');
    const { fields, files, remove } = await formFields(context);
    const wanted = fields['action'] ?? 'save';
    const action = pageActions.find((candidate) => candidate === wanted) ?? 'save';
    const wantsJson = context.req.header('accept')?.includes('application/json') ?? false;
    const answer = 'text' in fields || 'printed' in fields ? answerFromForm(request.subject.kind === 'indicator' ? 'indicator' : 'item', fields) : undefined;
    const baseVersion = baseVersionFrom(fields);

    if ((files.length > 0 || remove.length > 0) && (action === 'save' || action === 'submit')) {
      const changed = await changeEvidence(parts.db, { requestId: request.id, actor, today: today(), files: await filesFrom(files), remove });
      if (changed.outcome === 'refused') {
        // The words that came with the files are kept even so.
        const saved = answer && (await saveAnswer(parts.db, { requestId: request.id, answer, baseVersion, actor, today: today() }));
        if (saved?.outcome === 'conflict') return context.redirect(`/workspace/requests/${request.id}/merge?parked=${saved.parkedVersion}`, 303);
        return page(context, request, {
          ...(answer ? { typed: answer } : {}), parkedVersion: saved?.outcome === 'refused' ? saved.parkedVersion : undefined, problems: changed.problems?.map(({ message, fix }) => ({ field: 'evidence', message: `${message}${fix}` })) ?? [{ field: '', message: changed.reason }],
        }, 422);
      }
    }
    if (action === 'save') {
      if (!answer) return page(context, request);
      const saved = await saveAnswer(parts.db, { requestId: request.id, answer, baseVersion, actor, today: today(), ...(fields['cause'] === 'merge' ? { cause: 'merge' as const } : {}) });
      if (wantsJson) return context.json(saved.outcome === 'saved' ? { ...saved, at: timeOf(saved.savedAt) } : saved.outcome === 'conflict' ? { outcome: 'conflict', parkedVersion: saved.parkedVersion } : saved, saved.outcome === 'refused' ? 403 : saved.outcome === 'conflict' ? 409 : 200);
      if (saved.outcome === 'conflict') return context.redirect(`/workspace/requests/${request.id}/merge?parked=${saved.parkedVersion}`, 303);
      if (saved.outcome === 'refused') return page(context, request, { typed: answer, parkedVersion: saved.parkedVersion, problems: [{ field: '', message: saved.reason }] }, 422);
      return context.redirect(`/workspace/requests/${request.id}?done=${fields['cause'] === 'merge' ? 'merge' : 'save'}`, 303);
    }

    const note = (fields['note'] ?? '').replaceAll('\r\n', '\n').trim();
    const successor = fields['successor'] ?? '';
    const withAnswer = action === 'submit' || action === 'correct';
    const outcome = await actOnRequest(parts.db, {
      requestId: request.id, action, actor, today: today(), ...('baseVersion' in fields ? { baseVersion } : {}),
      ...(note === '' ? {} : { note }), ...(successor === '' ? {} : { successor }), ...(withAnswer && answer ? { answer } : {}), ...(action === 'unlock' ? { unlockUntil: dayAfter(today() > request.departmentDeadline ? today() : request.departmentDeadline, unlockDays) } : {}),
    });
    switch (outcome.outcome) {
      case 'done': return context.redirect(`/workspace/requests/${request.id}?done=${action}`, 303);
      case 'conflict': return context.redirect(outcome.parkedVersion === undefined ? `/workspace/requests/${request.id}` : `/workspace/requests/${request.id}/merge?parked=${outcome.parkedVersion}`, 303);
      // What was typed is kept as a draft even so: the page must be filled on that version.
      case 'invalid': return page(context, request, {
        ...(answer ? { typed: answer } : {}), problems: outcome.problems.map(({ path, message, fix }) => ({ field: fieldOf(path), message: `${message}${fix}` })),
      }, 422);
      case 'refused': return page(context, request, {
        ...(answer ? { typed: answer } : {}), parkedVersion: outcome.parkedVersion, problems: [{ field: outcome.code === 'note-missing' ? 'note' : outcome.code === 'successor-missing' ? 'successor' : '', message: outcome.reason }],
      }, 422);
    }
  }));

  mountProofreading(task, parts, { withSummary, page, formFields: async (context) => (await formFields(context)).fields });

  task.get('/:id/versions', (context) => withRequest(context, async (request) => {
    const versions = await readTransaction(parts.db, (trx) => listVersions(trx, request.id));
    const chosen = (name: string) => versions.find(({ number }) => String(number) === context.req.query(name));
    return context.html(renderVersionsPage({ frame, actor: context.get('actor'), request, versions, older: chosen('older'), newer: chosen('newer'), today: today() }));
  }));

  task.post('/:id/restore', (context) => withSummary(context, async (request) => {
    const { fields } = await formFields(context);
    const restored = await restoreVersion(parts.db, { requestId: request.id, number: Number(fields['number']), baseVersion: baseVersionFrom(fields), actor: context.get('actor'), today: today() });
    if (restored.outcome === 'refused') return page(context, request, { problems: [{ field: '', message: restored.reason }] }, 422);
    if (restored.outcome === 'conflict') return page(context, request, { problems: [{ field: '', message: 'ほかの人が先に保存したため、以前の版に戻しませんでした。新しい版を確かめてください。' }] }, 409);
    return context.redirect(`/workspace/requests/${request.id}?done=restore`, 303);
  }));

  task.get('/:id/merge', (context) => withRequest(context, async (request) => {
    const versions = await readTransaction(parts.db, (trx) => listVersions(trx, request.id));
    const parked = versions.find(({ number, parked: isParked }) => isParked && String(number) === context.req.query('parked'));
    const current = versions.find(({ number }) => number === request.currentVersion);
    if (!parked || !current) return context.redirect(`/workspace/requests/${request.id}`, 303);
    return context.html(renderMergePage({ frame, actor: context.get('actor'), request, parked, current }));
  }));
  task.route('/', evidenceRoutes(parts, withSummary));
  return task;
}

/** A posted form: its texts, of which the last of a name counts, and what is to be done with the files beside the answer. */
async function formFields(context: WorkspaceContext): Promise<{ readonly fields: FormFields; readonly files: readonly File[]; readonly remove: readonly string[] }> {
  const body = await context.req.parseBody({ all: true });
  const all = Object.entries(body).flatMap(([name, value]) => [value].flat().map((single) => [name, single] as const));
  const texts = all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return {
    fields: Object.fromEntries(texts), remove: texts.flatMap(([name, value]) => (name === 'removeEvidence' ? [value] : [])),
    files: all.flatMap(([name, value]) => (name === 'evidence' && typeof value !== 'string' && (value.name !== '' || value.size > 0) ? [value] : [])),
  };
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
