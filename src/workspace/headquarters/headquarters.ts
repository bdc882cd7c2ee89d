import { Hono } from 'hono';
import { editAgendaItem, moveAgendaItem, removeAgendaItem } from '../../commands/change-agenda.ts';
import { addAgendaItem, callMeeting } from '../../commands/hold-meeting.ts';
import { recordDecision } from '../../commands/record-decision.ts';
import { listInstructions, listMeetings } from '../../database/headquarters-store.ts';
import { listDatedDepartments } from '../../database/department-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import { listYearsWithResults } from '../../database/years-with-results.ts';
import { indicatorsOfItem } from '../../domain/headquarters/deliberation.ts';
import { holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { Subject } from '../../domain/round/round.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { followInstructions } from './follow-instructions.ts';
import { renderFollowUpPage } from './follow-up-page.tsx';
import { section, type Typed } from './headquarters-parts.ts';
import { type RefusedForm, renderItemPage } from './item-page.tsx';
import { renderMeetingPage } from './meeting-page.tsx';
import { answerWithPapers } from './meeting-papers.tsx';
import { loadMeetingView } from './meeting-view.ts';
import { renderMeetingsPage } from './meetings-page.tsx';
import { renderProjectorPage } from './projector-page.tsx';

const onlyMembers = '本部の会議を見ることができるのは、推進本部員、事務局、閲覧者です。';
const noMeeting = 'この会議は登録されていません。';
const noItem = 'この議題は登録されていません。';

/** 本部: meetings with their agenda, decisions and instructions; a view for the wall; what is still to be answered. */
export function headquartersTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db } = parts;
  task.use(async (context, next) => {
    const actor = context.get('actor');
    return holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') ? next() : forbidden(context, parts, onlyMembers);
  });
  const viewOf = (id: string | undefined) => readTransaction(db, (trx) => loadMeetingView(trx, id ?? ''));

  const meetings = async (context: WorkspaceContext, problems: readonly Problem[] = [], typed: Typed = {}) => {
    const found = await readTransaction(db, async (trx) => ({ meetings: await listMeetings(trx), years: await listYearsWithResults(trx), plans: await loadPlans(trx) }));
    return context.html(renderMeetingsPage({ parts, actor: context.get('actor'), ...found, problems, typed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/', (context) => meetings(context));
  task.post('/', async (context) => {
    const form = await readForm(context);
    const [planId = '', year = ''] = form.one('round').split(' ');
    const meeting = { planId, fiscalYear: Number(year), heldOn: form.one('heldOn'), title: form.one('title').trim() };
    const outcome = await callMeeting(db, { meeting, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    if (outcome.outcome === 'invalid') return meetings(context, outcome.problems, { title: meeting.title, heldOn: meeting.heldOn, round: form.one('round') });
    return context.redirect(`${section}/${outcome.id}`, 303);
  });

  task.get('/follow-up/:plan', async (context) => {
    const planId = context.req.param('plan');
    const found = await readTransaction(db, async (trx) => {
      const plan = await loadPlan(trx, planId);
      return plan && { plan, departments: await listDatedDepartments(trx, plan.municipality.code), followed: await followInstructions(trx, plan, await listInstructions(trx, planId)) };
    });
    if (!found) return missing(context, parts, 'この計画は登録されていません。');
    return context.html(renderFollowUpPage({ parts, actor: context.get('actor'), ...found }));
  });

  const meeting = async (context: WorkspaceContext, problems: readonly Problem[] = [], typed: Typed = {}) => {
    const view = await viewOf(context.req.param('id'));
    if (!view) return missing(context, parts, noMeeting);
    return context.html(renderMeetingPage({ parts, actor: context.get('actor'), view, problems, typed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:id', (context) => meeting(context));

  for (const kind of ['papers', 'minutes'] as const) {
    task.get(`/:id/${kind}.pdf`, async (context) => {
      const view = await viewOf(context.req.param('id'));
      return view ? answerWithPapers(context, parts, view, kind) : missing(context, parts, noMeeting);
    });
  }

  task.get('/:id/projector/:position', async (context) => {
    const view = await viewOf(context.req.param('id'));
    const position = Number(context.req.param('position'));
    if (!view || !(position === 0 || view.items[position - 1])) return missing(context, parts, noItem);
    return context.html(renderProjectorPage({ parts, view, position }));
  });

  task.post('/:id/items', async (context) => {
    const form = await readForm(context);
    const subject = subjectFrom(form.one('subject'));
    const id = context.req.param('id');
    const found = await viewOf(id);
    const named = subject?.kind === 'node' ? found?.edition.nodes.find((node) => node.id === subject.id) : found?.edition.indicators.find((indicator) => indicator.id === subject?.id);
    const title = form.one('title').trim() || (named ? `${subject?.kind === 'indicator' ? '指標' : ''}${named.number} ${named.title}` : '');
    const outcome = await addAgendaItem(db, { item: { meetingId: id, subject, title, paper: form.one('paper').trim() }, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    if (outcome.outcome === 'invalid') return meeting(context, outcome.problems, { paper: form.one('paper'), title, subject: form.one('subject') });
    return context.redirect(`${section}/${id}#item-${outcome.id}`, 303);
  });

  const item = async (context: WorkspaceContext, refused: RefusedForm | null = null) => {
    const view = await viewOf(context.req.param('id'));
    const found = view?.items.find(({ id }) => id === context.req.param('item'));
    if (!view || !found) return missing(context, parts, noItem);
    return context.html(renderItemPage({ parts, actor: context.get('actor'), view, item: found, refused }), refused ? 422 : 200);
  };
  task.get('/:id/items/:item', (context) => item(context));

  task.post('/:id/items/:item/decision', async (context) => {
    const form = await readForm(context);
    const { id, item: itemId } = context.req.param();
    const view = await viewOf(id);
    const deliberated = view?.items.find((candidate) => candidate.id === itemId);
    const indicators = view && deliberated ? indicatorsOfItem(view.edition, deliberated).map(({ title, evaluation }) => ({ title, status: evaluation.status })) : [];
    const departments = form.all('departments');
    const order = form.one('instruction').trim();
    const decision = {
      meetingId: id, agendaItemId: itemId, text: form.one('text').trim(), assessment: form.one('assessment') || null, explanation: form.one('explanation').trim() || null,
      instruction: order === '' && departments.length === 0 ? null : { text: order, departments },
    };
    const outcome = await recordDecision(db, { decision, indicators, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    const typed = { text: decision.text, assessment: decision.assessment ?? '', explanation: decision.explanation ?? '', instruction: order, departments: departments.join(' ') };
    if (outcome.outcome === 'invalid') return item(context, { form: 'decision', problems: outcome.problems, typed });
    return context.redirect(`${section}/${id}/items/${itemId}`, 303);
  });

  task.post('/:id/items/:item/edit', async (context) => {
    const form = await readForm(context);
    const { id, item: itemId } = context.req.param();
    const typed = { title: form.one('title').trim(), paper: form.one('paper').trim() };
    const outcome = await editAgendaItem(db, { meetingId: id, itemId, ...typed, actor: context.get('actor') });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.reason);
    if (outcome.outcome === 'invalid') return item(context, { form: 'edit', problems: outcome.problems, typed });
    return context.redirect(`${section}/${id}/items/${itemId}`, 303);
  });

  task.post('/:id/items/:item/move', async (context) => {
    const form = await readForm(context);
    const { id, item: itemId } = context.req.param();
    const outcome = await moveAgendaItem(db, { meetingId: id, itemId, step: form.one('step') === '-1' ? -1 : 1, actor: context.get('actor') });
    return outcome.outcome === 'refused' ? forbidden(context, parts, outcome.reason) : context.redirect(`${section}/${id}#item-${itemId}`, 303);
  });

  task.post('/:id/items/:item/remove', async (context) => {
    const { id, item: itemId } = context.req.param();
    const outcome = await removeAgendaItem(db, { meetingId: id, itemId, actor: context.get('actor') });
    return outcome.outcome === 'refused' ? forbidden(context, parts, outcome.reason) : context.redirect(`${section}/${id}`, 303);
  });
  return task;
}

async function loadPlans(trx: ReadTransaction): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { id } of await listPlans(trx)) {
    const plan = await loadPlan(trx, id);
    if (plan) plans.push(plan);
  }
  return plans;
}

function subjectFrom(text: string): Subject | null {
  const [kind, id] = text.split(' ');
  return (kind === 'node' || kind === 'indicator') && id ? { kind, id } : null;
}
