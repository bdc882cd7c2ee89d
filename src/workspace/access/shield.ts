import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

/** Nothing from elsewhere, no script in the page itself, no foreign frame around it. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const;

/**
 * Stands before every page of the staff side: refuses forms that were sent from other sites, and sets the headers of
 * pages that hold what only staff may see. HSTS is added where the settings say https.
 */
export function createShield(workspaceUrl: string | null): MiddlewareHandler {
  const checkOrigin = csrf({ origin: (origin, context) => origin === new URL(context.req.url).origin || origin === workspaceUrl });
  return async (context, next) => {
    const refused = isForeign(context.req.header('sec-fetch-site'), context.req.method);
    if (refused) context.res = new Response('別のサイトから送られた内容は受け付けません。', { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    else await checkOrigin(context, next);
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (workspaceUrl?.startsWith('https://')) context.res.headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/** Browsers say from where a request comes; also for contents that hono's check lets pass, such as JSON. */
function isForeign(site: string | undefined, method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) && (site === 'cross-site' || site === 'same-site');
}
