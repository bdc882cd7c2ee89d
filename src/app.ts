import { Hono } from 'hono';
import type { PublishedFiles } from './publication/published-files.ts';
import { fileAt } from './publication/published-files.ts';
import { faultPage, notFoundPage } from './site/problem-pages.tsx';
import { searchPage } from './site/search-page.tsx';
import { yearAddress } from './site/address.ts';
import type { WorkspaceEnv } from './workspace/workspace.ts';

/** What the app needs from the outside. */
export interface AppParts {
  /** The public side as it stands now; replaced as a whole when something is published. */
  published(): PublishedFiles;
  /** The staff side; left out where only the public side is served. */
  readonly workspace?: Hono<WorkspaceEnv>;
  /** Resolves when the database answers, rejects otherwise. */
  pingDatabase(): Promise<void>;
  /** Told of faults; never shown to a reader. */
  logFault(error: unknown, path: string): void;
}

/** No page loads anything from elsewhere, runs a script of its own text, or stands in a foreign frame. */
const securityHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The whole web application: health, the staff side, the public site, and pages for what goes wrong. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  const page = (html: string, status: 200 | 404 | 500) => new Response(html, { status, headers: { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });

  app.get('/healthz', async () => {
    const database = await parts.pingDatabase().then(() => true, () => false);
    return Response.json({ status: database ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable' }, { status: database ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  });

  if (parts.workspace) app.route('/', parts.workspace);

  app.get('/plans/:plan/:year/search/*', (context, next) => {
    const query = context.req.query('q');
    if (!query) return next();
    const { sites, assets } = parts.published();
    const { plan, year } = context.req.param();
    const site = sites.find(({ published: { edition } }) => yearAddress(edition) === `plans/${plan}/${year}/`);
    return site ? Promise.resolve(page(searchPage(site, query, assets).html, 200)) : next();
  });

  app.get('*', (context) => {
    const published = parts.published();
    const path = decodePath(context.req.path);
    const file = path === null ? undefined : fileAt(published, path);
    if (file) {
      const headers = { ...securityHeaders, etag: file.etag, 'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache' };
      if (context.req.header('if-none-match')?.includes(file.etag)) return new Response(null, { status: 304, headers });
      return new Response(file.bytes, { headers: { ...headers, 'content-type': file.type } });
    }
    if (path !== null && fileAt(published, `${path}/`)) return context.redirect(`${context.req.path}/${new URL(context.req.url).search}`, 301);
    return page(notFoundPage(published.assets, path ?? '').html, 404);
  });

  app.notFound((context) => page(notFoundPage(parts.published().assets, decodePath(context.req.path) ?? '').html, 404));
  app.onError((error, context) => {
    parts.logFault(error, context.req.path);
    return page(faultPage(parts.published().assets, decodePath(context.req.path) ?? '').html, 500);
  });
  return app;
}

/** The path below the root, decoded; null when it is not valid UTF-8 in percent encoding. */
function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return null;
  }
}
