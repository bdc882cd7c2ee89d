import { type Context, Hono } from 'hono';
import { addPerson } from '../../commands/add-person.ts';
import { changePerson } from '../../commands/change-person.ts';
import { resetPassword } from '../../commands/change-password.ts';
import { endPost, givePost, titlePost } from '../../commands/change-posts.ts';
import type { PeopleOutcome } from '../../commands/people-problem.ts';
import { removeSecondStep } from '../../commands/set-up-second-step.ts';
import { lockedUntil } from '../../database/lock-out-store.ts';
import { findPerson, listDepartments, listPeople } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { mayKeepPeople } from '../../domain/organization/sign-in-rules.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { fieldProblems } from '../forms/field-problems.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { dayInJapan, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { newPersonPage, oneTimePasswordPage, peoplePage, personPage, type TypedPerson } from './people-page.tsx';

type PeopleContext = Context<WorkspaceEnv>;

/** People, their posts and their way to sign in: for システム管理者 alone. */
export function peopleRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const app = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const today = () => dayInJapan(now());

  app.use('/workspace/people/*', async (context, next) => {
    if (!mayKeepPeople(context.var.actor)) return forbidden(context, parts, '利用者を管理できるのは、システム管理者だけです。');
    await next();
  });

  app.get('/workspace/people', async (context) => {
    const { people, departments } = await readTransaction(db, async (trx) => ({ people: await listPeople(trx), departments: await listDepartments(trx) }));
    return context.html(peoplePage(parts, { actor: context.var.actor, people, departments, today: today(), query: (context.req.query('q') ?? '').trim().slice(0, 100) }));
  });

  const showForm = async (context: PeopleContext, typed: TypedPerson, problems: readonly FieldProblem[] = []) => {
    const departments = await readTransaction(db, listDepartments);
    return context.html(newPersonPage(parts, { actor: context.var.actor, departments, typed, problems }), problems.length > 0 ? 422 : 200);
  };
  app.get('/workspace/people/new', (context) => showForm(context, { ...nothingTyped, from: today(), role: context.req.query('role') ?? '' }));
  app.post('/workspace/people/new', async (context) => {
    const { actor } = context.var;
    const typed = await typedPerson(context);
    const outcome = await addPerson(db, { actor, ...typed, post: typed, now });
    if (!outcome.done) return showForm(context, typed, fieldProblems(outcome.problems));
    return context.html(oneTimePasswordPage(parts, { actor, ...outcome, added: true }));
  });

  const showPerson = async (context: PeopleContext, typed: Partial<TypedPerson> = {}, problems: readonly FieldProblem[] = []) => {
    const id = context.req.param('person') ?? '';
    const { person, departments, locked } = await readTransaction(db, async (trx) => {
      const found = await findPerson(trx, id);
      return { person: found, departments: await listDepartments(trx), locked: found ? await lockedUntil(trx, found.staffNumber, now()) : null };
    });
    if (!person) return missing(context, parts, 'この利用者は登録されていません。');
    const form = { ...nothingTyped, from: today(), name: person.name, email: person.email ?? '', ...typed };
    const view = { actor: context.var.actor, person, departments, today: today(), lockedUntil: locked, typed: form, problems, notice: notices[context.req.query('done') ?? ''] };
    return context.html(personPage(parts, view), problems.length > 0 ? 422 : 200);
  };
  const afterwards = (context: PeopleContext, outcome: PeopleOutcome, done: string, typed: Partial<TypedPerson> = {}) =>
    (outcome.done ? context.redirect(`/workspace/people/${context.req.param('person')}?done=${done}`, 303) : showPerson(context, typed, fieldProblems(outcome.problems)));

  app.get('/workspace/people/:person', (context) => showPerson(context));
  app.post('/workspace/people/:person', async (context) => {
    const { name, email } = await typedPerson(context);
    const outcome = await changePerson(db, { actor: context.var.actor, personId: context.req.param('person'), name, email, now });
    return afterwards(context, outcome, 'changed', { name, email });
  });
  app.post('/workspace/people/:person/posts', async (context) => {
    const { role, department, from, until, title } = await typedPerson(context);
    const outcome = await givePost(db, { actor: context.var.actor, personId: context.req.param('person'), post: { role, department, from, until, title }, now });
    return afterwards(context, outcome, 'given', { role, department, from, until, title });
  });
  app.post('/workspace/people/:person/posts/:post/end', async (context) => {
    const { person, post } = context.req.param();
    const until = (await context.req.parseBody())[`until-${post}`];
    const outcome = await endPost(db, { actor: context.var.actor, personId: person, postId: post, until: typeof until === 'string' ? until : '', today: today(), now });
    return afterwards(context, outcome, 'ended');
  });
  app.post('/workspace/people/:person/posts/:post/title', async (context) => {
    const { person, post } = context.req.param();
    const title = (await context.req.parseBody())[`title-${post}`];
    const outcome = await titlePost(db, { actor: context.var.actor, personId: person, postId: post, title: typeof title === 'string' ? title : '', now });
    return afterwards(context, outcome, 'titled');
  });
  app.post('/workspace/people/:person/password', async (context) => {
    const personId = context.req.param('person');
    const outcome = await resetPassword(db, { actor: context.var.actor, personId, now });
    return outcome.done ? context.html(oneTimePasswordPage(parts, { actor: context.var.actor, personId, ...outcome, added: false })) : showPerson(context, {}, fieldProblems(outcome.problems));
  });
  app.post('/workspace/people/:person/second-step', async (context) => {
    const outcome = await removeSecondStep(db, { actor: context.var.actor, personId: context.req.param('person'), now });
    return afterwards(context, outcome, 'second-step');
  });
  return app;
}

const notices: Readonly<Record<string, string>> = {
  changed: '氏名とメールアドレスを変更しました。', given: '役割を追加しました。', ended: '役割の最後の日を登録しました。', titled: '職名を変更しました。公表済みの版は変わりません。', 'second-step': '2段階認証を解除しました。',
};

const nothingTyped: TypedPerson = { staffNumber: '', name: '', email: '', role: '', department: '', from: '', until: '', title: '' };

async function typedPerson(context: PeopleContext): Promise<TypedPerson> {
  const form = await context.req.parseBody();
  return Object.fromEntries(Object.keys(nothingTyped).map((name) => [name, typeof form[name] === 'string' ? form[name] : ''])) as TypedPerson;
}
