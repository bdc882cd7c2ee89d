import { Hono } from 'hono';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { loadCityProofreading } from '../../database/proofreading-store.ts';
import { listMyWork, loadRequest, type RequestDetail } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { permissionFor } from '../../domain/approval/request-policy.ts';
import { actionNames, stateNames } from '../../domain/approval/transitions.ts';
import { type Actor, departmentsOf } from '../../domain/organization/post.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { keepResults } from '../kept-results.ts';
import { type AnswerFindings, pagePatience, proofreadAnswer } from '../findings/proofread-answer.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { type ApprovalResult, nameOf, renderApprovalPage } from './approval-page.tsx';
import { renderSendBackPage } from './send-back-page.tsx';

const onlyHeads = '承認できるのは、所属長と代決者です。';

/** The departments that the actor heads, or stands in for. */
function headed(actor: Actor): string[] {
  return [...new Set([...departmentsOf(actor, 'section-head'), ...departmentsOf(actor, 'deputy')])];
}

/** 承認 below /workspace/approval: read what was handed in against last year, approve one or many, or send back with a note. */
export function approvalTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const results = keepResults<readonly ApprovalResult[]>();
  const frame = { assets: parts.assets, demo: parts.demo };

  task.use(async (context, next) => (headed(context.get('actor')).length === 0 ? forbidden(context, parts, onlyHeads) : next()));

  /** What a proofreader would raise on each answer, by request. */
  const findingsOf = async (requests: readonly RequestDetail[]): Promise<ReadonlyMap<string, AnswerFindings>> => {
    if (!parts.proofreader) return new Map();
    const entries = await Promise.all(requests.map(async (request) => {
      const city = await readTransaction(parts.db, (trx) => loadCityProofreading(trx, request.planId));
      return [request.id, await proofreadAnswer(parts.proofreader, city, request, pagePatience)] as const;
    }));
    return new Map(entries.filter((entry): entry is [string, AnswerFindings] => entry[1] !== null));
  };

  const list = async (context: WorkspaceContext, problems: readonly FieldProblem[] = []) => {
    const actor = context.get('actor');
    const today = dayInJapan(parts.now());
    const { submitted, approved } = await readTransaction(parts.db, async (trx) => {
      const departments = headed(actor);
      const own = (await listMyWork(trx, actor, today)).filter(({ department, roundIsOpen }) => roundIsOpen && departments.includes(department));
      const details: RequestDetail[] = [];
      for (const { id, state } of own) {
        const detail = state === 'submitted' ? await loadRequest(trx, id) : undefined;
        if (detail) details.push(detail);
      }
      return { submitted: details, approved: own.filter(({ state }) => state === 'approved') };
    });
    const findings = await findingsOf(submitted);
    const done = results.find(actor.personId, context.req.query('done') ?? '') ?? [];
    return context.html(renderApprovalPage({ frame, actor, today, submitted, approved, findings, results: done, problems }), problems.length > 0 ? 422 : 200);
  };

  const act = async (actor: Actor, id: string, request: Omit<Parameters<typeof actOnRequest>[1], 'requestId' | 'actor' | 'today'>): Promise<ApprovalResult> => {
    const today = dayInJapan(parts.now());
    const outcome = await actOnRequest(parts.db, { requestId: id, actor, today, ...request });
    const found = await readTransaction(parts.db, (trx) => loadRequest(trx, id));
    const own = found && headed(actor).includes(found.department);
    const result = { id, label: own ? nameOf(found) : '照会', done: outcome.outcome === 'done', problems: [] };
    switch (outcome.outcome) {
      case 'done': return { ...result, sentence: request.action === 'approve' ? '承認し、事務局に送りました。' : `「${stateNames[outcome.state]}」になりました。` };
      case 'invalid': return { ...result, sentence: '回答に足りないところがあるため、承認できませんでした。', problems: outcome.problems.map(({ message }) => message) };
      case 'conflict': return { ...result, sentence: '読んでいる間に回答が書き換えられたため、何もしていません。今の回答を読んでから操作してください。' };
      case 'refused': return { ...result, sentence: outcome.reason };
    }
  };

  task.get('/', (context) => list(context));

  task.post('/approve', async (context) => {
    const actor = context.get('actor');
    const form = await readForm(context);
    const only = form.one('only');
    const chosen = only === '' ? form.all('request') : [only];
    if (chosen.length === 0) return list(context, [{ field: 'submitted', message: '承認するものを一つ以上選んでください。' }]);
    const outcomes: ApprovalResult[] = [];
    for (const entry of new Set(chosen)) {
      const [id = '', version = ''] = entry.split(' ');
      outcomes.push(await act(actor, id, { action: 'approve', baseVersion: Number(version) || null }));
    }
    return context.redirect(`/workspace/approval?done=${results.keep(actor.personId, outcomes)}`, 303);
  });

  /** The request of the address where it is one of the actor's departments. */
  const withRequest = async (context: WorkspaceContext, answer: (request: RequestDetail) => Response | Promise<Response>): Promise<Response> => {
    const request = await readTransaction(parts.db, (trx) => loadRequest(trx, (context.req.param() as { id?: string }).id ?? ''));
    if (!request || !headed(context.get('actor')).includes(request.department)) return missing(context, parts, 'この照会は見つからないか、あなたの部署のものではありません。');
    const permission = permissionFor(context.get('actor'), request, 'send-back', dayInJapan(parts.now()));
    return permission.allowed ? answer(request) : forbidden(context, parts, permission.reason);
  };

  task.get('/:id/send-back', (context) => withRequest(context, (request) => context.html(renderSendBackPage({ frame, actor: context.get('actor'), request }))));

  task.post('/:id/send-back', async (context) => {
    const form = await readForm(context);
    return withRequest(context, async (request) => {
      const actor = context.get('actor');
      const typed = { note: form.one('note'), paragraph: form.one('paragraph') };
      const again = (message: string) => context.html(renderSendBackPage({ frame, actor, request, typed, problems: [{ field: 'note', message }] }), 422);
      if (typed.note.trim() === '') return again(`「${actionNames['send-back']}」ときは、理由を書いてください。`);
      const paragraph = /^\d{1,4}$/.test(typed.paragraph) ? { paragraph: Number(typed.paragraph) } : {};
      const result = await act(actor, request.id, { action: 'send-back', note: typed.note, baseVersion: Number(form.one('version')) || null, ...paragraph });
      // What was refused for its length can be mended here; what has moved on meanwhile is told on the list.
      if (!result.done && typed.note.length > 10_000) return again(result.sentence);
      return context.redirect(`/workspace/approval?done=${results.keep(actor.personId, [result])}`, 303);
    });
  });
  return task;
}
