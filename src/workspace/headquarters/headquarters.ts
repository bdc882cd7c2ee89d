import { Hono } from 'hono';
import { addAgendaItem, callMeeting } from '../../commands/hold-meeting.ts';
import { draftPublication } from '../../commands/publish-round.ts';
import { recordDecision } from '../../commands/record-decision.ts';
import { listAgenda, listInstructions, listMeetings, loadMeeting } from '../../database/headquarters-store.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { listAnswersOfRound } from '../../database/round-answers.ts';
import { listRounds, loadRound } from '../../database/round-store.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { indicatorsFor, nodeById } from '../../domain/edition/reading.ts';
import type { Instruction, Meeting } from '../../domain/headquarters/headquarters.ts';
import { holds } from '../../domain/organization/post.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { Subject } from '../../domain/round/round.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../form-values.ts';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { renderFollowUpPage, type FollowedInstruction } from './follow-up-page.tsx';
import { type MeetingView, renderMeetingPage, renderMeetingsPage } from './meeting-page.tsx';
import { renderProjectorPage } from './projector-page.tsx';

const onlyMembers = '本部の会議を見ることができるのは、推進本部員、事務局、閲覧者です。';

/** 本部: meetings with their agenda, decisions and instructions; a view for the projector; what is still to be answered. */
export function headquartersTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db } = parts;
  task.use(async (context, next) => {
    const actor = context.get('actor');
    return holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') ? next() : forbidden(context, parts, onlyMembers);
  });

  const meetings = async (context: WorkspaceContext, problems: readonly Problem[] = [], typed: Readonly<Record<string, string>> = {}) => {
    const { list, rounds, plans } = await readTransaction(db, async (trx) => ({ list: await listMeetings(trx), rounds: await listRounds(trx), plans: await listPlans(trx) }));
    return context.html(renderMeetingsPage({ parts, actor: context.get('actor'), meetings: list, rounds, plans, problems, typed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/', (context) => meetings(context));
  task.post('/', async (context) => {
    const form = await readForm(context);
    const [planId = '', year = ''] = form.one('round').split(' ');
    const meeting = { planId, fiscalYear: Number(year), heldOn: form.one('heldOn'), title: form.one('title').trim() };
    const outcome = await callMeeting(db, { meeting, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    if (outcome.outcome === 'invalid') return meetings(context, outcome.problems, { title: meeting.title, heldOn: meeting.heldOn, round: form.one('round') });
    return context.redirect(`/workspace/headquarters/${outcome.id}`, 303);
  });

  task.get('/follow-up/:plan', async (context) => {
    const planId = context.req.param('plan');
    const found = await readTransaction(db, async (trx) => {
      const plan = await loadPlan(trx, planId);
      return plan && { plan, followed: await follow(trx, planId, await listInstructions(trx, planId)) };
    });
    if (!found) return missing(context, parts, 'この計画は登録されていません。');
    return context.html(renderFollowUpPage({ parts, actor: context.get('actor'), ...found }));
  });

  const view = (trx: ReadTransaction, id: string): Promise<MeetingView | undefined> => loadView(trx, id);
  const show = async (context: WorkspaceContext, problems: readonly Problem[] = [], item = '', typed: Readonly<Record<string, string>> = {}) => {
    const found = await readTransaction(db, (trx) => view(trx, context.req.param('id') ?? ''));
    if (!found) return missing(context, parts, 'この会議は登録されていません。');
    return context.html(renderMeetingPage({ parts, actor: context.get('actor'), view: found, problems, item, typed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:id', (context) => show(context));

  task.get('/:id/projector/:position', async (context) => {
    const found = await readTransaction(db, (trx) => view(trx, context.req.param('id')));
    const position = Number(context.req.param('position'));
    if (!found || !found.items[position - 1]) return missing(context, parts, 'この議題は登録されていません。');
    return context.html(renderProjectorPage({ parts, actor: context.get('actor'), view: found, position }));
  });

  task.post('/:id/items', async (context) => {
    const form = await readForm(context);
    const subject = subjectFrom(form.one('subject'));
    const id = context.req.param('id');
    const found = await readTransaction(db, (trx) => view(trx, id));
    const named = subject?.kind === 'node' ? found?.edition.nodes.find((node) => node.id === subject.id) : found?.edition.indicators.find((indicator) => indicator.id === subject?.id);
    const title = form.one('title').trim() || (named ? `${named.number} ${named.title}` : '');
    const outcome = await addAgendaItem(db, { item: { meetingId: id, subject, title, paper: form.one('paper') }, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    if (outcome.outcome === 'invalid') return show(context, outcome.problems, '', { paper: form.one('paper'), title, subject: form.one('subject') });
    return context.redirect(`/workspace/headquarters/${id}#item-${outcome.id}`, 303);
  });

  task.post('/:id/items/:item/decision', async (context) => {
    const form = await readForm(context);
    const { id, item } = context.req.param();
    // The fields of several items stand on one page: each name carries the id of its item.
    const one = (name: string) => form.one(`${name}-${item}`);
    const departments = form.all(`departments-${item}`);
    const found = await readTransaction(db, (trx) => view(trx, id));
    const order = one('instruction').trim();
    const decision = {
      meetingId: id, agendaItemId: item, text: one('text').trim(), assessment: one('assessment') || null, explanation: one('explanation').trim() || null,
      instruction: order === '' && departments.length === 0 ? null : { text: order, departments },
    };
    const outcome = await recordDecision(db, { decision, indicators: found?.indicatorsOf.get(item) ?? [], actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    const typed = { text: decision.text, assessment: decision.assessment ?? '', explanation: decision.explanation ?? '', instruction: order, departments: departments.join(' ') };
    if (outcome.outcome === 'invalid') return show(context, outcome.problems, item, typed);
    return context.redirect(`/workspace/headquarters/${id}#item-${item}`, 303);
  });
  return task;
}

/** The meeting with its agenda, the edition of that year as it stands or as it was published, and the states of the indicators of each item. */
async function loadView(trx: ReadTransaction, id: string): Promise<MeetingView | undefined> {
  const meeting = await loadMeeting(trx, id);
  const plan = meeting && (await loadPlan(trx, meeting.planId));
  if (!meeting || !plan) return undefined;
  const edition = await editionOf(trx, meeting);
  if (!edition) return undefined;
  const items = await listAgenda(trx, id);
  const indicatorsOf = new Map(items.map(({ id: itemId, subject }) => {
    const node = subject?.kind === 'node' ? nodeById(edition, subject.id) : undefined;
    const indicators = node ? indicatorsFor(edition, node) : edition.indicators.filter((indicator) => subject?.kind === 'indicator' && indicator.id === subject.id);
    return [itemId, indicators.map(({ title, evaluation }) => ({ title, status: evaluation.status }))] as const;
  }));
  return { meeting, plan, edition, items, indicatorsOf, scale: (await loadRound(trx, meeting.planId, meeting.fiscalYear))?.scale ?? [] };
}

async function editionOf(trx: ReadTransaction, { planId, fiscalYear }: Meeting): Promise<Edition | undefined> {
  const draft = await draftPublication(trx, planId, fiscalYear, () => []);
  return draft?.edition ?? (await loadEdition(trx, planId, fiscalYear))?.edition;
}

/** What came of each instruction: the answer of each department in the round in which it was due. */
async function follow(trx: ReadTransaction, planId: string, instructions: readonly Instruction[]): Promise<FollowedInstruction[]> {
  const rounds = new Map<number, Awaited<ReturnType<typeof listAnswersOfRound>>>();
  for (const year of new Set(instructions.map(({ answerIn }) => answerIn))) rounds.set(year, await listAnswersOfRound(trx, planId, year));
  return instructions.map((instruction) => ({
    instruction,
    answers: instruction.departments.map((department) => {
      const found = (rounds.get(instruction.answerIn) ?? []).find(({ request }) => request.department === department && request.subject.kind === 'node' && request.subject.id === instruction.nodeId);
      const text = found?.answer?.kind === 'item' ? (found.answer.instructionAnswers[instruction.id] ?? '') : '';
      return { department, requestId: found?.id ?? null, state: found?.state ?? null, text };
    }),
  }));
}

function subjectFrom(text: string): Subject | null {
  const [kind, id] = text.split(' ');
  return (kind === 'node' || kind === 'indicator') && id ? { kind, id } : null;
}
