import { Hono } from 'hono';
import type { MailSettings } from '../../commands/mail-settings.ts';
import { retryDigest, sendDigests } from '../../commands/send-digests.ts';
import { listDigestDays, listDigests, loadDigest } from '../../database/digest-store.ts';
import { listOpenRequests, listRemindable } from '../../database/open-requests.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import { type CalendarDate, isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { holds } from '../../domain/organization/post.ts';
import { composeDigests, type Digest } from '../../domain/round/digest.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderOutboxPage } from './outbox-page.tsx';
import { renderCheckRemindersPage, renderRemindersPage, type Scope, scopes, soonDays } from './reminders-page.tsx';

const onlySecretariat = '督促を送れるのは事務局です。';

/** How reminders leave the house. */
export interface Delivery {
  /** Null: no mail server is set up, everything goes to the outbox. */
  readonly mail: MailSettings | null;
  /** Where the staff side is reached: https://ayumi.example.lg.jp; null: taken from the request of whoever sends. */
  readonly address: string | null;
}

/** 督促 below /workspace/reminders: one message a person and day, by mail or on paper. */
export function remindersTask(parts: WorkspaceParts, { mail, address }: Delivery = { mail: null, address: null }): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db } = parts;
  const frame = { assets: parts.assets, demo: parts.demo };
  const mails = mail !== null;
  const today = () => dayInJapan(parts.now());
  const addressFor = (context: WorkspaceContext) => address ?? new URL(context.req.url).origin;

  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, onlySecretariat)));

  const compose = async (trx: ReadTransaction, day: CalendarDate) => {
    const made = await listDigests(trx, day);
    return { ...composeDigests(await listOpenRequests(trx), await listRemindable(trx, day), day), made: new Map(made.map((digest) => [digest.personId, digest])) };
  };

  interface Shown {
    readonly scope: Scope;
    readonly requests: ReadonlySet<string> | null;
    readonly chosen?: ReadonlySet<string>;
    readonly problems?: readonly FieldProblem[];
  }
  const page = async (context: WorkspaceContext, { scope, requests, chosen, problems = [] }: Shown) => {
    const day = today();
    const { digests, withoutPerson, made, days } = await readTransaction(db, async (trx) => ({ ...(await compose(trx, day)), days: await listDigestDays(trx) }));
    const shown = digests.filter((digest) => (requests ? digest.requests.some(({ id }) => requests.has(id)) : isInScope(digest, scope)));
    return context.html(renderRemindersPage({
      frame, actor: context.get('actor'), today: day, address: addressFor(context), mails, scope, digests: shown, made, withoutPerson, days,
      chosen: chosen ?? null, fromBoard: requests?.size ?? null, problems,
    }), problems.length > 0 ? 422 : 200);
  };

  task.get('/', (context) => page(context, { scope: scopes.find(({ value }) => value === context.req.query('scope'))?.value ?? 'soon', requests: null }));

  // From the board: those in whose hands the chosen requests are.
  task.post('/chosen', async (context) => {
    const requests = new Set((await readForm(context)).all('request'));
    return requests.size === 0 ? page(context, { scope: 'soon', requests: null, problems: [{ field: '', message: '回答状況で、督促するものが選ばれていません。' }] }) : page(context, { scope: 'all', requests });
  });

  task.post('/check', async (context) => {
    const chosen = new Set((await readForm(context)).all('person'));
    const day = today();
    const { digests, made } = await readTransaction(db, (trx) => compose(trx, day));
    const own = digests.filter(({ person }) => chosen.has(person.id) && !made.has(person.id));
    if (own.length === 0) return page(context, { scope: 'all', requests: null, chosen, problems: [{ field: 'people', message: '督促する人を一人以上選んでください。' }] });
    return context.html(renderCheckRemindersPage({ frame, actor: context.get('actor'), today: day, address: addressFor(context), mails, digests: own }));
  });

  task.post('/send', async (context) => {
    const personIds = [...new Set((await readForm(context)).all('person'))];
    const day = today();
    const outcome = await sendDigests(db, { personIds, actor: context.get('actor'), today: day, address: addressFor(context), mail });
    if (outcome.outcome === 'refused') return forbidden(context, parts, outcome.refusal.message);
    const { sent, failed, outbox, skipped } = outcome;
    return context.redirect(`/workspace/reminders/days/${day}?${new URLSearchParams({ sent: String(sent), failed: String(failed), outbox: String(outbox), skipped: String(skipped) })}`, 303);
  });

  const outbox = async (context: WorkspaceContext, day: CalendarDate, problems: readonly FieldProblem[] = []) => {
    const digests = await readTransaction(db, (trx) => listDigests(trx, day));
    if (digests.length === 0 && context.req.query('skipped') === undefined) return missing(context, parts, 'この日に作成した督促はありません。');
    const done = new URL(context.req.url).searchParams;
    return context.html(renderOutboxPage({ frame, actor: context.get('actor'), day, digests, mails, done: doneWords(done), problems }), problems.length > 0 ? 422 : 200);
  };
  task.get('/days/:day', (context) => {
    const day = context.req.param('day');
    return isCalendarDate(day) ? outbox(context, day) : missing(context, parts, 'この日に作成した督促はありません。');
  });

  task.post('/:id/retry', async (context) => {
    const id = /^\d{1,15}$/.test(context.req.param('id')) ? Number(context.req.param('id')) : 0;
    const digest = await readTransaction(db, (trx) => loadDigest(trx, id));
    if (!digest) return missing(context, parts, 'この督促は見つかりません。');
    const outcome = await retryDigest(db, { id, actor: context.get('actor'), mail });
    if (outcome.outcome === 'refused') return outbox(context, digest.day, [{ field: `digest-${id}`, message: `${outcome.refusal.message}${outcome.refusal.fix}` }]);
    return context.redirect(`/workspace/reminders/days/${digest.day}?${outcome.outcome}=1#digest-${id}`, 303);
  });
  return task;
}

function isInScope({ overdue, firstDueIn }: Digest, scope: Scope): boolean {
  if (scope === 'all') return true;
  return scope === 'overdue' ? overdue > 0 : firstDueIn <= soonDays;
}

function doneWords(query: URLSearchParams): string {
  const number = (name: string) => Math.min(Number(/^\d{1,5}$/.exec(query.get(name) ?? '')?.[0] ?? 0), 99_999);
  const parts = [
    number('sent') > 0 ? `メールで送ったもの${number('sent')}通` : '', number('failed') > 0 ? `送れなかったもの${number('failed')}通` : '',
    number('outbox') > 0 ? `送付箱に入れたもの${number('outbox')}通` : '', number('skipped') > 0 ? `今日すでに作成済みか、手元に何もなくなったため、作成しなかったもの${number('skipped')}人` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join('、')}です。` : '';
}
