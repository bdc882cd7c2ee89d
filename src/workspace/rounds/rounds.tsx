import { Hono } from 'hono';
import { askDepartment } from '../../commands/ask-department.ts';
import { closeRound } from '../../commands/close-round.ts';
import { openRound } from '../../commands/open-round.ts';
import { type PrepareRequest, prepareRound } from '../../commands/prepare-round.ts';
import { listRemindable } from '../../database/open-requests.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { listRounds, loadRound } from '../../database/round-store.ts';
import { countRequestStates } from '../../database/round-counts.ts';
import { readTransaction } from '../../database/transaction.ts';
import { holds } from '../../domain/organization/post.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { type FormValues, readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderAddPage, subjectFrom } from './add-page.tsx';
import { indicatorsFromForm, renderIndicatorsStep, renderReportersStep, reportersFromForm } from './assignment-steps.tsx';
import { deadlineRoutes } from './deadlines.ts';
import { fieldsFromForm, fieldsProblem, renderFieldsStep, scaleOf } from './fields-step.tsx';
import { renderPreviewStep } from './preview-step.tsx';
import { loadRoundDraft, roundAddress, type RoundDraft, yearsToPrepare } from './round-proposal.ts';
import { type PlanWithRounds, renderClosePage, renderRoundsPage } from './rounds-page.tsx';
import type { StepPage } from './steps.tsx';
import { takenInYears } from './taken-in-years.ts';

const onlySecretariat = '照会の準備、開始、終了ができるのは事務局です。';
const noPlan = 'この計画は登録されていないか、アドレスが違います。';
const alreadyOpen = 'この年度の照会は、すでに始まっているため、求める内容と回答部署の設定を変えられません。締切は「照会の設定」から変更できます。';

/** 照会の設定 below /workspace/rounds: prepare a round in four steps, open it, close it. */
export function roundsTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db } = parts;
  const frame = { assets: parts.assets, demo: parts.demo };
  const today = () => dayInJapan(parts.now());

  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, onlySecretariat)));

  task.get('/', async (context) => {
    const plans = await readTransaction(db, async (trx) => {
      const found: PlanWithRounds[] = [];
      for (const plan of await listPlans(trx)) {
        const labels = (await loadPlan(trx, plan.id))?.municipality.fiscalYearLabels;
        const rounds = await listRounds(trx, plan.id);
        const newest = Math.max(plan.newestEdition?.fiscalYear ?? -1, rounds[0]?.fiscalYear ?? -1);
        const counted = [];
        for (const round of rounds) counted.push({ ...round, counts: await countRequestStates(trx, plan.id, round.fiscalYear) });
        if (labels) found.push({ plan, labels, rounds: counted, years: yearsToPrepare(newest < 0 ? null : newest, today()), takenIn: await takenInYears(trx, plan.id, rounds) });
      }
      return found;
    });
    const done = context.req.query('done');
    const sentences: Readonly<Record<string, string>> = { opened: '照会を開始しました。各部署の「わたしの仕事」に表示されています。', closed: '照会を終了しました。', deadlines: '締切を変更しました。各部署の「わたしの仕事」と回答の画面に表示されています。', added: '照会を追加しました。その部署の「わたしの仕事」に表示されています。' };
    return context.html(renderRoundsPage({ frame, actor: context.get('actor'), plans, done: (done && sentences[done]) ?? '' }));
  });

  task.get('/new', (context) => {
    const plan = context.req.query('plan') ?? '';
    const year = context.req.query('year') ?? context.req.query(`year-${plan}`) ?? '';
    return /^\d{4}$/.test(year) ? context.redirect(`${roundAddress(plan, Number(year))}/fields`) : context.redirect('/workspace/rounds');
  });

  /** The draft of the address, as long as it can be changed. */
  const withDraft = async (context: WorkspaceContext, mustBeSaved: boolean, answer: (page: StepPage & { readonly draft: RoundDraft }) => Response | Promise<Response>): Promise<Response> => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const draft = await readTransaction(db, (trx) => loadRoundDraft(trx, plan, year, today()));
    if (!draft) return missing(context, parts, noPlan);
    if (draft.state !== null && draft.state !== 'preparing') return missing(context, parts, alreadyOpen);
    if (mustBeSaved && draft.state === null) return context.redirect(`${draft.address}/fields`, 303);
    return answer({ frame, actor: context.get('actor'), draft });
  };

  /** Saves the draft with what a step has changed; without problems it goes on to the next step. */
  const save = ({ actor, draft: { round, assignments } }: StepPage, change: Partial<Pick<PrepareRequest, 'asked' | 'scale' | 'departmentDeadline' | 'headDeadline' | 'assignments'>>) => {
    const stored = { ...round, scale: round.asked.selfAssessment === 'not-asked' ? [] : round.scale };
    return prepareRound(db, { ...stored, assignments, ...change, actor });
  };

  task.get('/:plan/:year/fields', (context) => withDraft(context, false, (page) => context.html(renderFieldsStep(page))));
  task.post('/:plan/:year/fields', async (context) => {
    const typed = fieldsFromForm(await readForm(context));
    return withDraft(context, false, async (page) => {
      const { asked, departmentDeadline, headDeadline } = typed;
      const outcome = await save(page, { asked, scale: scaleOf(typed), departmentDeadline, headDeadline });
      if (outcome.outcome === 'prepared') return context.redirect(`${page.draft.address}/reporters`, 303);
      return context.html(renderFieldsStep({ ...page, typed, problems: outcome.refusals.map(fieldsProblem) }), 422);
    });
  });

  const assignmentStep = (
    path: 'reporters' | 'indicators', next: string, render: (page: StepPage) => string, read: (draft: RoundDraft, form: FormValues) => RoundDraft['assignments'],
  ) => {
    task.get(`/:plan/:year/${path}`, (context) => withDraft(context, true, (page) => context.html(render(page))));
    task.post(`/:plan/:year/${path}`, async (context) => {
      const form = await readForm(context);
      return withDraft(context, true, async (page) => {
        const assignments = read(page.draft, form);
        const outcome = await save(page, { assignments });
        if (outcome.outcome === 'prepared') return context.redirect(`${page.draft.address}/${next}`, 303);
        return context.html(render({ ...page, draft: { ...page.draft, assignments }, problems: outcome.refusals.map(general) }), 422);
      });
    });
  };
  assignmentStep('reporters', 'indicators', renderReportersStep, ({ plan, assignments }, form) => ({ ...assignments, forCollectives: reportersFromForm(plan, form) }));
  assignmentStep('indicators', 'preview', renderIndicatorsStep, ({ plan, assignments }, form) => ({ ...assignments, forIndicators: indicatorsFromForm(plan, form) }));

  const preview = async (context: WorkspaceContext, page: StepPage, problems: readonly FieldProblem[] = []) => {
    const people = await readTransaction(db, (trx) => listRemindable(trx, today()));
    return context.html(renderPreviewStep({ ...page, people, today: today(), problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:plan/:year/preview', (context) => withDraft(context, true, (page) => preview(context, page)));
  task.post('/:plan/:year/open', async (context) => {
    const form = await readForm(context);
    return withDraft(context, true, async (page) => {
      const { planId, fiscalYear } = page.draft.round;
      const outcome = await openRound(db, { planId, fiscalYear, actor: page.actor, allowUnassigned: form.one('allowUnassigned') === '1' });
      if (outcome.outcome === 'opened') return context.redirect('/workspace/rounds?done=opened', 303);
      const field = (code: string) => (code === 'unassigned' ? 'allowUnassigned' : '');
      return preview(context, page, outcome.refusals.map((refusal) => ({ field: field(refusal.code), message: `${refusal.message}${refusal.fix}` })));
    });
  });

  const adding = async (context: WorkspaceContext, typed: { readonly subject: string; readonly department: string }, problems: readonly FieldProblem[] = []) => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const draft = await readTransaction(db, (trx) => loadRoundDraft(trx, plan, year, today()));
    if (draft?.state !== 'open') return missing(context, parts, '受付中の照会にだけ追加できます。');
    return context.html(renderAddPage({ frame, actor: context.get('actor'), draft, typed, problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:plan/:year/add', (context) => adding(context, { subject: context.req.query('subject') ?? '', department: '' }));
  task.post('/:plan/:year/add', async (context) => {
    const form = await readForm(context);
    const typed = { subject: form.one('subject'), department: form.one('department') };
    const subject = subjectFrom(typed.subject);
    const empty = [
      ...(subject ? [] : [{ field: 'subject', message: '取組または指標を選んでください。' }]), ...(typed.department === '' ? [{ field: 'department', message: '回答する部署を選んでください。' }] : []),
    ];
    if (!subject || empty.length > 0) return adding(context, typed, empty);
    const { plan, year } = context.req.param();
    const outcome = await askDepartment(db, { planId: plan, fiscalYear: Number(year), subject, department: typed.department, actor: context.get('actor') });
    if (outcome.outcome === 'asked') return context.redirect('/workspace/rounds?done=added', 303);
    return adding(context, typed, outcome.refusals.map(({ code, message, fix }) => ({ field: code === 'unknown-subject' ? 'subject' : 'department', message: `${message}${fix}` })));
  });

  deadlineRoutes(task, parts);

  const closing = async (context: WorkspaceContext, problems: readonly FieldProblem[] = []) => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const found = await readTransaction(db, async (trx) => {
      const round = /^\d{4}$/.test(year) ? await loadRound(trx, plan, Number(year)) : undefined;
      const draft = round && (await loadRoundDraft(trx, plan, year, today()));
      return draft && { round, planTitle: draft.plan.title, yearLabel: draft.yearLabel, counts: await countRequestStates(trx, plan, Number(year)) };
    });
    if (found?.round?.state !== 'open') return missing(context, parts, '受付中の照会だけを終了できます。');
    return context.html(renderClosePage({ frame, actor: context.get('actor'), ...found, round: found.round, problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/:plan/:year/close', (context) => closing(context));
  task.post('/:plan/:year/close', async (context) => {
    const form = await readForm(context);
    const { plan, year } = context.req.param();
    const outcome = await closeRound(db, { planId: plan, fiscalYear: Number(year), actor: context.get('actor'), allowUnaccepted: form.one('allowUnaccepted') === '1' });
    if (outcome.outcome === 'closed') return context.redirect('/workspace/rounds?done=closed', 303);
    return closing(context, outcome.refusals.map(({ code, message, fix }) => ({ field: code === 'unaccepted' ? 'allowUnaccepted' : '', message: `${message}${fix}` })));
  });
  return task;
}

function general({ message, fix }: { readonly message: string; readonly fix: string }): FieldProblem {
  return { field: '', message: `${message}${fix}` };
}
