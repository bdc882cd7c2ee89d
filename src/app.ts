import { Hono } from 'hono';
import { answerApi } from './api/answer-api.ts';
import type { ApiState } from './api/api-state.ts';
import type { PublishedFiles } from './publication/published-files.ts';
import { fileAt } from './publication/published-files.ts';
import { answerFile, answerInCp932, securityHeaders } from './public-files.ts';
import { faultPage, notFoundPage, unencodablePage } from './site/problem-pages.tsx';
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

/** How long the database may take to say that it is there. Milliseconds. */
const patience = 3_000;

/** The whole web application: health, the staff side, the public site, and pages for what goes wrong. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  const page = (html: string, status: 200 | 404 | 406 | 500) => new Response(html, { status, headers: { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });

  app.get('/healthz', async () => {
    const database = await answersInTime(parts.pingDatabase());
    return Response.json({ status: database ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable' }, { status: database ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  });

  app.all('/api/v1/*', (context) => answerApi(context.req.raw, apiState(parts.published()), parts.logFault));

  if (parts.workspace) app.route('/', parts.workspace);

  app.get('/plans/:plan/:year/search/*', (context, next) => {
    const query = context.req.query('q');
    // Without the slash the page's own links would lead elsewhere; it is sent there below.
    if (!query || context.req.path.endsWith('/search')) return next();
    const { sites, assets } = parts.published();
    const { plan, year } = context.req.param();
    const site = sites.find(({ published: { edition } }) => yearAddress(edition) === `plans/${plan}/${year}/`);
    return site ? Promise.resolve(page(searchPage(site, query, assets).html, 200)) : next();
  });

  app.get('/plans/:plan/latest/*', (context, next) => {
    const to = newestOf(parts.published(), decodePath(context.req.path) ?? '');
    return to === null ? next() : Promise.resolve(context.redirect(`/${to}`, 302));
  });

  app.get('*', (context) => {
    const published = parts.published();
    const path = decodePath(context.req.path);
    if (path?.endsWith('.csv') && context.req.query('encoding') === 'cp932') {
      const answer = answerInCp932(published, path);
      if (answer) return 'missing' in answer ? page(unencodablePage(published.assets, path, answer.missing).html, 406) : new Response(answer.bytes, answer);
    }
    const answer = path === null ? undefined : answerFile(published, path, context.req.header('if-none-match'));
    if (answer) return new Response(answer.bytes, answer);
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

/** Where an address that stands for the newest year leads now; null where the page at it must say so itself, or there is none. */
function newestOf(published: PublishedFiles, path: string): string | null {
  const [, plan = '', below = ''] = /^plans\/([^/]+)\/latest\/(.*)$/.exec(path) ?? [];
  const site = published.sites.find(({ published: { edition } }) => edition.plan.id === plan);
  if (!site || !fileAt(published, path)) return null;
  const to = `${yearAddress({ ...site.published.edition, fiscalYear: site.years[0]! })}${below}`;
  return fileAt(published, to) ? to : null;
}

/** What the API answers from: the same editions as the pages. */
function apiState({ sites, superseded }: PublishedFiles): ApiState {
  return { editions: sites.map(({ published }) => published), superseded };
}

async function answersInTime(ping: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(resolve, patience, false); });
  const answered = await Promise.race([ping.then(() => true, () => false), late]);
  clearTimeout(timer);
  return answered;
}

/** The path below the root, decoded; null when it is not valid UTF-8 in percent encoding. */
function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return null;
  }
}
