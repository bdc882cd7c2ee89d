import { Hono } from 'hono';
import { endOnly } from '../../commands/reorganisation-effects.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { listDatedDepartments, loadDepartmentHistory } from '../../database/department-store.ts';
import { loadMunicipality } from '../../database/municipality-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { firstDayOf, fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { holds } from '../../domain/organization/post.ts';
import { mayKeepPeople } from '../../domain/organization/sign-in-rules.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { type FormValues, readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { departmentImportRoutes } from './departments-import.ts';
import { departmentsPage, section } from './departments-page.tsx';
import { dryRunPage } from './dry-run-page.tsx';
import { formKinds, readReorganisation, reorganisationFormPage } from './reorganisation-form.tsx';

const onlyKeepers = '部署を見られるのは、システム管理者と事務局です。組織改正を登録できるのは、システム管理者だけです。';
const noCity = '自治体が登録されていません。先に、自治体を登録してください。';

/** 部署 below /workspace/departments: departments with their days and lineage; reorganisations with a dry run. */
export function departmentsTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const today = () => dayInJapan(now());

  task.use(async (context, next) => {
    const actor = context.get('actor');
    const reads = holds(actor, 'secretariat') && context.req.method === 'GET' && !/\/(?:new\/|import)/.test(context.req.path);
    return mayKeepPeople(actor) || reads ? next() : forbidden(context, parts, onlyKeepers);
  });

  const load = () => readTransaction(db, async (trx) => {
    const city = await loadMunicipality(trx);
    if (!city) return undefined;
    return { municipality: city.code, labels: city.fiscalYearLabels, departments: await listDatedDepartments(trx, city.code), history: await loadDepartmentHistory(trx, city.code) };
  });
  type Found = NonNullable<Awaited<ReturnType<typeof load>>>;
  const withCity = async (context: WorkspaceContext, answer: (found: Found) => Response | Promise<Response>) => {
    const found = await load();
    return found ? answer(found) : missing(context, parts, noCity);
  };
  const showForm = (context: WorkspaceContext, { departments }: Found, typed: ReorganisationForm, problems: readonly Problem[] = []) => {
    const kind = formKinds.find((entry) => entry.kind === typed.kind)?.kind;
    if (!kind) return missing(context, parts, 'この種類の組織改正はありません。');
    return context.html(reorganisationFormPage(parts, { actor: context.get('actor'), departments, kind, typed, problems }), problems.length > 0 ? 422 : 200);
  };

  task.get('/', (context) => withCity(context, (found) => {
    const [, moved, merged] = /^(\d{1,6})-(\d{1,6})$/.exec(context.req.query('done') ?? '') ?? [];
    const done = moved === undefined ? '' : `組織改正を実施しました。照会${moved}件が移り、${merged}件を統合しました。`;
    return context.html(departmentsPage(parts, { actor: context.get('actor'), ...found, done }));
  }));
  task.get('/new/:kind', (context) => withCity(context, (found) => showForm(context, found, { kind: context.req.param('kind') ?? '', day: firstDayOf(fiscalYearOf(today())), reason: '', before: [], after: [] })));

  task.route('/import', departmentImportRoutes(parts));

  task.post('/dry-run', async (context) => {
    const values = await readForm(context);
    const form = readReorganisation(values);
    return withCity(context, async (found) => {
      const plan = await planReorganisation(db, { municipality: found.municipality, form, choices: choicesFrom(values), actor: context.get('actor'), today: today() });
      if (!plan.ok) return showForm(context, found, form, plan.problems);
      return context.html(dryRunPage(parts, { actor: context.get('actor'), form, plan, labels: found.labels, changed: false }));
    });
  });
  task.post('/apply', async (context) => {
    const values = await readForm(context);
    const form = readReorganisation(values);
    return withCity(context, async (found) => {
      const outcome = await reorganise(db, { municipality: found.municipality, form, choices: choicesFrom(values), actor: context.get('actor'), today: today(), now, seen: values.one('seen') });
      if (outcome.outcome === 'refused') return showForm(context, found, form, outcome.problems);
      if (outcome.outcome === 'changed') return context.html(dryRunPage(parts, { actor: context.get('actor'), form, plan: outcome.plan, labels: found.labels, changed: true }), 409);
      return context.redirect(`${section}?done=${outcome.moved}-${outcome.merged}`, 303);
    });
  });
  return task;
}

/** Successors as they were chosen on the page of the dry run. */
function choicesFrom(values: FormValues): Map<string, string> {
  return new Map(values.names().filter((name) => /^(to|post)\./.test(name)).map((name) => [name, values.one(name)] as const).filter(([, to]) => to === endOnly || /^[a-z0-9-]{1,64}$/.test(to)));
}
