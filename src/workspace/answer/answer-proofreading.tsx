import type { Hono } from 'hono';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { correctedAnswer, correctionNote } from '../../commands/correct-finding.ts';
import { decideFinding } from '../../commands/decide-finding.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { loadCityProofreading } from '../../database/proofreading-store.ts';
import type { RequestSummary } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { permissionFor } from '../../domain/approval/request-policy.ts';
import { type Answer, emptyItemAnswer } from '../../domain/round/answer.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { type DismissOrder, type FixOrder, FindingsContent } from '../../ui/findings.tsx';
import { type AnswerFindings, proofreadAnswer, type ProofreadField, proofreadFieldNames, proofreadFields } from '../findings/proofread-answer.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { answerFromForm, baseVersionFrom, type FormFields } from './answer-form.ts';

/** A script that asks while somebody writes can wait, also for the process to start: nothing waits for it. Milliseconds. */
const askingPatience = 25_000;

interface AnswerRoutes {
  readonly withSummary: (context: WorkspaceContext, work: (request: RequestSummary) => Promise<Response> | Response) => Promise<Response>;
  readonly page: (context: WorkspaceContext, request: RequestSummary, more: { typed?: Answer; problems?: FieldProblem[]; done?: string }, status?: 200 | 409 | 422) => Promise<Response>;
  readonly formFields: (context: WorkspaceContext) => Promise<FormFields>;
}

/** What a proofreader would raise on an answer as it stands in the form; null for an indicator, or where the installation does without. */
export async function findingsFor({ db, proofreader }: WorkspaceParts, request: RequestSummary, answer: Answer | null, patience: number): Promise<AnswerFindings | null> {
  if (!proofreader || request.subject.kind === 'indicator') return null;
  const city = await readTransaction(db, (trx) => loadCityProofreading(trx, request.planId));
  return proofreadAnswer(proofreader, city, { ...request, answer: answer ?? emptyItemAnswer }, patience);
}

/** 校閲 beside the text, below /workspace/requests/:id/proofreading: asked by a script while writing; its buttons work as forms without one. */
export function mountProofreading(task: Hono<WorkspaceEnv>, parts: WorkspaceParts, { withSummary, page, formFields }: AnswerRoutes): void {
  const today = () => dayInJapan(parts.now());

  task.post('/:id/proofreading', (context) => withSummary(context, async (request) => {
    const findings = await findingsFor(parts, request, answerFromForm('item', await formFields(context)), askingPatience);
    const address = `/workspace/requests/${request.id}/proofreading`;
    return context.json(findings && Object.fromEntries(proofreadFields.map((field) => [field, String(<FindingsContent field={field} label={proofreadFieldNames[field]} result={findings[field]} address={address} />)])));
  }));

  task.post('/:id/proofreading/fix', (context) => withSummary(context, async (request) => {
    const fields = await formFields(context);
    const answer = answerFromForm('item', fields);
    const order = readFix(fields['fix'] ?? '');
    const fixed = order && correctedAnswer(answer, order.field, order);
    if (!order || !fixed) return page(context, request, { typed: answer, problems: [{ field: order?.field ?? '', message: '直す言葉が文章に見つかりません。文章が変わっているので、もう一度確かめてください。' }] }, 422);
    return keep(context, request, fixed, fields, 'fix', correctionNote(order.quote, order.suggestion));
  }));

  task.post('/:id/proofreading/dismiss', (context) => withSummary(context, async (request) => {
    const fields = await formFields(context);
    const wantsJson = context.req.header('accept')?.includes('application/json') ?? false;
    const order = readDismiss(fields['dismiss'] ?? '');
    const decided = order && await decideFinding(parts.db, {
      actor: context.get('actor'), today: today(), planId: request.planId, fiscalYear: request.fiscalYear, requestId: request.id, verdict: 'not-an-error',
      finding: { rule: order.rule, quote: order.quote, ...(order.suggestion === undefined ? {} : { suggestion: order.suggestion }) }, reason: fields[order.reason] ?? '',
    });
    const problem = !decided ? 'この指摘は見つかりません。ページを読み直してください。' : decided.outcome === 'refused' ? decided.refusal.message + decided.refusal.fix : null;
    if (wantsJson) return context.json({ problem }, problem === null ? 200 : 422);
    const answer = answerFromForm('item', fields);
    if (problem !== null) return page(context, request, { typed: answer, problems: [{ field: '', message: problem }] }, 422);
    return keep(context, request, answer, fields, 'dismiss', null);
  }));

  /** Keeps the whole form with what was done to it: as a draft by who writes, as a correction with its note by the secretariat. */
  const keep = async (context: WorkspaceContext, request: RequestSummary, answer: Answer, fields: FormFields, done: string, note: string | null): Promise<Response> => {
    const actor = context.get('actor');
    const step = { requestId: request.id, answer, baseVersion: baseVersionFrom(fields), actor, today: today() };
    const here = `/workspace/requests/${request.id}`;
    if (permissionFor(actor, request, 'save', today()).allowed) {
      const saved = await saveAnswer(parts.db, step);
      if (saved.outcome === 'conflict') return context.redirect(`${here}/merge?parked=${saved.parkedVersion}`, 303);
      return saved.outcome === 'refused' ? page(context, request, { typed: answer, problems: [{ field: '', message: saved.reason }] }, 422) : context.redirect(`${here}?done=${done}`, 303);
    }
    // Without a note there is nothing to correct: what was typed stays in the form.
    if (note === null) return page(context, request, { typed: answer, done: proofreadingDone['dismiss'] ?? '' });
    const corrected = await actOnRequest(parts.db, { ...step, action: 'correct', note });
    switch (corrected.outcome) {
      case 'done': return context.redirect(`${here}?done=${done}`, 303);
      case 'conflict': return context.redirect(corrected.parkedVersion === undefined ? here : `${here}/merge?parked=${corrected.parkedVersion}`, 303);
      case 'invalid': return page(context, request, { typed: answer, problems: corrected.problems.map(({ message, fix }) => ({ field: '', message: message + fix })) }, 422);
      case 'refused': return page(context, request, { typed: answer, problems: [{ field: '', message: corrected.reason }] }, 422);
    }
  };
}

export const proofreadingDone: Readonly<Record<string, string>> = {
  fix: '校閲の指摘のとおりに直して、保存しました。', dismiss: '「誤りではない」と記憶しました。同じ指摘は、今後表示しません。',
};

function readFix(text: string): (Omit<FixOrder, 'field'> & { readonly field: ProofreadField }) | null {
  const { field, quote, suggestion, starts } = readOrder<FixOrder>(text);
  const known = proofreadFields.find((candidate) => candidate === field);
  if (!known || typeof quote !== 'string' || typeof suggestion !== 'string' || !Array.isArray(starts)) return null;
  return { field: known, quote, suggestion, starts: starts.filter((start) => Number.isSafeInteger(start) && start >= 0) };
}

function readDismiss(text: string): DismissOrder | null {
  const { rule, quote, suggestion, reason } = readOrder<DismissOrder>(text);
  if (typeof rule !== 'string' || typeof quote !== 'string' || typeof reason !== 'string') return null;
  return { rule, quote, reason, ...(typeof suggestion === 'string' ? { suggestion } : {}) };
}

/** The value of a button as it comes back: what it was is not to be relied on. */
function readOrder<T>(text: string): { readonly [Key in keyof T]?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
