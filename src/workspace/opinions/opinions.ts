import { Hono } from 'hono';
import { decideOpinionPublication, type OpinionOutcome, recordOpinion, respondToOpinion, reviseOpinion } from '../../commands/record-opinion.ts';
import { listOpinions, loadOpinion } from '../../database/opinion-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import { listYearsWithResults } from '../../database/years-with-results.ts';
import type { OpinionBody } from '../../domain/opinion/opinion.ts';
import { holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { Subject } from '../../domain/round/round.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { type FormValues, readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { type RefusedForm, renderOpinionPage } from './opinion-page.tsx';
import { section, type Typed } from './opinion-parts.tsx';
import { renderNewOpinionPage, renderOpinionsPage } from './opinions-page.tsx';

const onlyMembers = '外部の意見の記録を見ることができるのは、推進本部員、事務局、閲覧者です。';
const onlySecretariat = '意見を登録できるのは、事務局だけです。';
const noYear = 'この計画と年度の照会も、公表した版もありません。';

/** 外部の意見: what reviewers and the council said, the city's answers, what came of it, and what of it is published. */
export function opinionsTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db } = parts;
  task.use(async (context, next) => {
    const actor = context.get('actor');
    return holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') ? next() : forbidden(context, parts, onlyMembers);
  });

  task.get('/', async (context) => {
    const found = await readTransaction(db, async (trx) => ({ plans: await loadPlans(trx), years: await listYearsWithResults(trx), opinions: await listOpinions(trx) }));
    return context.html(renderOpinionsPage({ parts, actor: context.get('actor'), ...found }));
  });

  const blank = async (context: WorkspaceContext, problems: readonly Problem[] = [], typed: Typed = {}) => {
    const actor = context.get('actor');
    if (!holds(actor, 'secretariat')) return forbidden(context, parts, onlySecretariat);
    const { plan: planId = '', year = '' } = context.req.param();
    const plan = await readTransaction(db, async (trx) => ((await listYearsWithResults(trx)).some((known) => known.planId === planId && String(known.fiscalYear) === year) ? loadPlan(trx, planId) : undefined));
    if (!plan) return missing(context, parts, noYear);
    return context.html(renderNewOpinionPage({ parts, actor, plan, fiscalYear: Number(year), problems, typed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/new/:plan/:year', (context) => blank(context));
  task.post('/new/:plan/:year', async (context) => {
    const form = await readForm(context);
    const { plan: planId, year } = context.req.param();
    const outcome = await recordOpinion(db, { opinion: { planId, fiscalYear: Number(year), subject: subjectFrom(form.one('subject')) }, words: wordsFrom(form), actor: context.get('actor') });
    if (outcome.outcome === 'invalid') return blank(context, outcome.problems, { subject: form.one('subject'), ...typedFrom(form, words) });
    return answered(context, outcome);
  });

  const show = async (context: WorkspaceContext, refused: RefusedForm | null = null) => {
    const found = await readTransaction(db, async (trx) => {
      const opinion = await loadOpinion(trx, context.req.param('id') ?? '');
      const plan = opinion && (await loadPlan(trx, opinion.planId));
      return opinion && plan && { opinion, plan };
    });
    if (!found) return missing(context, parts, 'この意見は登録されていません。');
    return context.html(renderOpinionPage({ parts, actor: context.get('actor'), ...found, refused, today: dayInJapan(parts.now()) }), refused ? 422 : 200);
  };
  task.get('/:id', (context) => show(context));

  const answered = (context: WorkspaceContext, outcome: Exclude<OpinionOutcome, { outcome: 'invalid' }>) =>
    (outcome.outcome === 'refused' ? forbidden(context, parts, outcome.reason) : context.redirect(`${section}/${outcome.id}`, 303));

  task.post('/:id/words', async (context) => {
    const form = await readForm(context);
    const outcome = await reviseOpinion(db, { id: context.req.param('id'), words: wordsFrom(form), baseVersion: Number(form.one('baseVersion')), actor: context.get('actor') });
    return outcome.outcome === 'invalid' ? show(context, { form: 'words', problems: outcome.problems, typed: typedFrom(form, words) }) : answered(context, outcome);
  });

  task.post('/:id/response', async (context) => {
    const form = await readForm(context);
    const response = { kind: form.one('kind') === 'follow-up' ? 'follow-up' : 'response', department: form.one('department'), respondedOn: form.one('respondedOn'), text: form.one('responseText').trim() } as const;
    const outcome = await respondToOpinion(db, { id: context.req.param('id'), response, actor: context.get('actor') });
    return outcome.outcome === 'invalid' ? show(context, { form: 'response', problems: outcome.problems, typed: typedFrom(form, ['kind', 'department', 'respondedOn', 'responseText']) }) : answered(context, outcome);
  });

  task.post('/:id/publication', async (context) => {
    const form = await readForm(context);
    const outcome = await decideOpinionPublication(db, { id: context.req.param('id'), isPublished: form.one('decision') === 'publish', decidedOn: form.one('decidedOn'), actor: context.get('actor') });
    return outcome.outcome === 'invalid' ? show(context, { form: 'publication', problems: outcome.problems, typed: typedFrom(form, ['decidedOn']) }) : answered(context, outcome);
  });
  return task;
}

const words = ['body', 'bodyName', 'statedOn', 'text'];

function wordsFrom(form: FormValues): { body: OpinionBody; bodyName: string | null; statedOn: string; text: string } {
  // A body that is not one of ours is refused by the command.
  return { body: form.one('body') as OpinionBody, bodyName: form.one('bodyName').trim() || null, statedOn: form.one('statedOn'), text: form.one('text').trim() };
}

function typedFrom(form: FormValues, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, form.one(name)]));
}

function subjectFrom(text: string): Subject | null {
  const [kind, id] = text.split(' ');
  return (kind === 'node' || kind === 'indicator') && id ? { kind, id } : null;
}

async function loadPlans(trx: ReadTransaction): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { id } of await listPlans(trx)) {
    const plan = await loadPlan(trx, id);
    if (plan) plans.push(plan);
  }
  return plans;
}
