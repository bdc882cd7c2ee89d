import { Hono } from 'hono';
import { importPeople, planImport } from '../../commands/import-people.ts';
import { mayKeepPeople } from '../../domain/organization/sign-in-rules.ts';
import { forbidden } from '../forbidden.tsx';
import { keepResults } from '../kept-results.ts';
import { dayInJapan, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { importDryRunPage, importedPage, importFormPage } from './people-import-page.tsx';

const address = '/workspace/people/import';
const gone = '予行した一覧が残っていません。もう一度ファイルを選んでください。';

/** 利用者の取込み: a CSV of people and posts, its dry run, and then all of it or nothing. For システム管理者 alone. */
export function importRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const app = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  const today = () => dayInJapan(now());
  // Between the dry run and its application the file is kept here, for the person who sent it.
  const files = keepResults<Uint8Array>(10);

  app.use(address, async (context, next) => (mayKeepPeople(context.var.actor) ? next() : forbidden(context, parts, '利用者を管理できるのは、システム管理者だけです。')));
  app.get(address, (context) => context.html(importFormPage(parts, { actor: context.var.actor })));
  app.post(address, async (context) => {
    const { actor } = context.var;
    const form = await context.req.parseBody();
    const file = form['file'];
    const key = typeof form['key'] === 'string' ? form['key'] : '';
    if (key !== '') {
      const bytes = files.find(actor.personId, key);
      if (!bytes) return context.html(importFormPage(parts, { actor, problems: [{ field: 'file', message: gone }] }), 422);
      const outcome = await importPeople(db, { bytes, actor, today: today(), now, seen: typeof form['seen'] === 'string' ? form['seen'] : '' });
      if (outcome.outcome === 'look-again') return context.html(importDryRunPage(parts, { actor, plan: outcome.plan, key, changed: true }), 409);
      return context.html(importedPage(parts, { actor, ...outcome }));
    }
    if (!(file instanceof File) || file.size === 0) return context.html(importFormPage(parts, { actor, problems: [{ field: 'file', message: '取り込むCSVファイルを選んでください。' }] }), 422);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const plan = await planImport(db, { bytes, actor, today: today() });
    const kept = plan.problems.length > 0 ? '' : files.keep(actor.personId, bytes);
    return context.html(importDryRunPage(parts, { actor, plan, key: kept, changed: false }), plan.problems.length > 0 ? 422 : 200);
  });
  return app;
}
