import { Hono } from 'hono';
import { draftPublication } from '../../commands/publish-round.ts';
import { listEditions, loadEdition } from '../../database/edition-store.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { holds } from '../../domain/organization/post.ts';
import { type Preview, previewPages } from '../../publication/preview-pages.ts';
import { forbidden, missing } from '../forbidden.tsx';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';
import { unprintableIn } from './unprintable-in.ts';

/** What every page shares, and the pages of plans: all that a page of an edition leads to beside itself. */
const publicPaths = /^(?:assets|plans|accessibility)\//;

/** The public pages as they would be, below /workspace/publish/<plan>/<year>/preview/. For 事務局 alone. */
export function previewRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>();
  // Whoever looks goes from page to page: the newest preview is kept until another is asked for.
  let kept: { readonly state: string; readonly preview: Preview } | null = null;

  const previewOf = async (planId: string, fiscalYear: number): Promise<Preview | undefined> => {
    const found = await readTransaction(parts.db, async (trx) => {
      const draft = await draftPublication(trx, planId, fiscalYear, unprintableIn);
      return draft && { edition: draft.edition, others: await publishedOf(trx, planId) };
    });
    if (!found) return undefined;
    const state = JSON.stringify([found.edition, found.others.map(({ hash }) => hash)]);
    if (kept?.state !== state) kept = { state, preview: previewPages(found.edition, found.others, `/workspace/publish/${encodeURIComponent(planId)}/${fiscalYear}`) };
    return kept.preview;
  };

  routes.get('/:plan/:year/preview/*', async (context) => {
    if (!holds(context.get('actor'), 'secretariat')) return forbidden(context, parts, '公表前の確認は、事務局だけができます。');
    const { plan, year } = context.req.param();
    const preview = /^\d{4}$/.test(year) ? await previewOf(plan, Number(year)) : undefined;
    if (!preview) return missing(context, parts, 'この計画と年度の照会はありません。');
    const path = pathBelow(context);
    if (path === '') return context.redirect(preview.start, 302);
    const query = context.req.query('q');
    if (query && path === `${preview.start}search/`) return context.html(preview.search(query));
    const page = preview.at(path);
    if (page === undefined && preview.stays(path) && publicPaths.test(path)) return context.redirect(`/${path.split('/').map(encodeURIComponent).join('/')}`, 302);
    if (page === undefined) return missing(context, parts, '公表前の確認では、このページを表示できません。資料とデータは、公表すると作成されます。');
    return path.endsWith('.js') ? context.body(page, 200, { 'content-type': 'text/javascript; charset=utf-8' }) : context.html(page);
  });
  return routes;
}

/** Decoded; empty for what cannot be decoded, so that it leads to the beginning. */
function pathBelow(context: WorkspaceContext): string {
  const [, below = ''] = /\/preview\/(.*)$/.exec(context.req.path) ?? [];
  try {
    return decodeURIComponent(below);
  } catch {
    return '';
  }
}

async function publishedOf(trx: ReadTransaction, planId: string): Promise<PublishedEdition[]> {
  const found: PublishedEdition[] = [];
  for (const { fiscalYear, number } of await listEditions(trx, planId)) {
    const stored = await loadEdition(trx, planId, fiscalYear, number);
    if (stored) found.push({ edition: stored.edition, hash: stored.hash });
  }
  return found;
}
