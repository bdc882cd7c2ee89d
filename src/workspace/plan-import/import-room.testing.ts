import { Hono } from 'hono';
import { actorWith } from '../../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { insertPerson } from '../../database/people-store.ts';
import { writeTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { limitForms } from '../forms/form-limits.ts';
import { testParts } from '../task-client.testing.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { planImportTask } from './plan-import.ts';

// A new city hall: the municipality and people, no plan. Its pages as a browser without scripts sees them.

export const importers = { secretariat: actorWith('jimukyoku', ['secretariat']), colleague: actorWith('jimukyoku2', ['secretariat']), administrator: actorWith('kanri', ['administrator']) } as const;

export interface ImportRoom {
  readonly opened: OpenTestDatabase;
  readonly as: (actor: Actor) => Clerk;
  /** Moves the clock on. */
  later(days: number): void;
}

export interface Page { readonly status: number; readonly text: string; readonly to: string | null }

export interface Clerk {
  get(path: string): Promise<Page>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  send(path: string, file: File | null): Promise<Page>;
  /** Submits the form of a page as it came, with some fields changed, and follows the redirect. @returns the address that it led to */
  submit(path: string, changes?: Readonly<Record<string, string>>): Promise<string>;
}

export async function openImportRoom(): Promise<ImportRoom> {
  const opened = await openTestDatabase();
  let moment = new Date('2026-04-10T03:00:00Z');
  await opened.db.insertInto('municipality').values({ code: '132195', name: '見本市', first_reiwa_year: '令和元年度', year_digits: 'single-full-width' }).execute();
  await writeTransaction(opened.db, async (trx) => {
    for (const { personId, staffNumber, name, posts } of Object.values(importers)) {
      await insertPerson(trx, { id: personId, staffNumber, name, email: null, authUserId: null, demo: false, mustChangePassword: false, posts: posts.map((post, index) => ({ ...post, id: `${personId}-${index}`, municipality: null })) });
    }
  });
  const task = planImportTask({ ...testParts(opened.db), now: () => moment });
  return { opened, later: (days) => { moment = new Date(moment.getTime() + days * 86_400_000); }, as: (actor) => clerk(task, actor) };
}

function clerk(task: Hono<WorkspaceEnv>, actor: Actor): Clerk {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => {
    context.set('actor', actor);
    await next();
  });
  app.use('/workspace/*', limitForms);
  app.route('/workspace/plan-import', task);
  const answered = async (response: Response): Promise<Page> => ({ status: response.status, text: await response.text(), to: response.headers.get('location') });
  const get = async (path: string) => answered(await app.request(path));
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => answered(await app.request(path, { method: 'POST', body: new URLSearchParams(fields) }));
  return {
    get, post,
    send: async (path, file) => {
      const body = new FormData();
      body.append('file', file ?? new File([], ''));
      return answered(await app.request(path, { method: 'POST', body }));
    },
    submit: async (path, changes = {}) => {
      const { text, status } = await get(path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
      const { to, text: answer, status: code } = await post(path, { ...formOf(text), ...changes });
      if (to === null) throw new Error(`${path}: ${code} ${/<div class="error-summary"[^]*?<\/ul>/.exec(answer)?.[0] ?? answer.slice(0, 300)}`);
      return to;
    },
  };
}

/** The fields of a page as a browser would send them back untouched. */
export function formOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (type === 'file' || ((type === 'checkbox' || type === 'radio') && !tag.includes(' checked'))) continue;
    fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/(<select[^>]*>)([^]*?)<\/select>/g)) {
    const option = /<option[^>]* selected[^>]*>/.exec(inside)?.[0] ?? /<option[^>]*>/.exec(inside)?.[0] ?? '';
    fields[attribute(tag, 'name')] = attribute(option, 'value');
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/(<textarea[^>]*>)\n?([^]*?)<\/textarea>/g)) fields[attribute(tag, 'name')] = plain(inside);
  return fields;
}
