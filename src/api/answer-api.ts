import { createHash } from 'node:crypto';
import { apiBase } from './api-base.ts';
import type { ApiState } from './api-state.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { openApiText } from './openapi.ts';
import { linkHeader, pageOf } from './paging.ts';
import { NotFound, problem, type Problem, type ProblemKind } from './problem.ts';
import { readParameters } from './read-parameters.ts';

/** Anybody may read this from any page. */
const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
} as const;
const methods = 'GET, HEAD, OPTIONS';

const routes = endpoints.map((endpoint) => {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return { endpoint, names, pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '([^/]+)')}$`) };
});

/**
 * Answers a request to the API: reading only, without a key, as JSON; what cannot be answered as problem+json.
 *
 * @param logFault told of a fault of ours; the reader is not
 */
export function answerApi(request: Request, state: ApiState, logFault: (error: unknown, path: string) => void): Response {
  const url = new URL(request.url);
  const refuse = (kind: ProblemKind, detail: string, errors?: Problem['errors']) => refusal(problem(kind, detail, url.pathname + url.search, errors), request);
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...headers, 'access-control-allow-methods': methods, 'access-control-allow-headers': 'If-None-Match', 'access-control-max-age': '86400', allow: methods } });
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse('method-not-allowed', `このAPIは読み取り専用です。${request.method} は使えません。GET を使ってください。`);
  const path = url.pathname.slice(apiBase.length);
  if (path === '/openapi.json') return answer(openApiText(), request);
  try {
    for (const { endpoint, names, pattern } of routes) {
      const match = pattern.exec(path);
      if (!match) continue;
      const inPath = Object.fromEntries(names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
      const read = readParameters(endpoint, { ...Object.fromEntries(url.searchParams), ...inPath });
      return read.ok ? answerFrom(endpoint, state, read.value, request, url) : refuse('invalid-parameter', read.errors.map(({ message }) => message).join(''), read.errors);
    }
  } catch (error) {
    if (error instanceof NotFound) return refuse('not-found', error.message);
    logFault(error, url.pathname);
    return refuse('fault', '時間をおいて、もう一度お試しください。記録は失われていません。');
  }
  return refuse('not-found', 'この番地はAPIにありません。使える番地は /api/ のページにあります。');
}

function answerFrom(endpoint: Endpoint, state: ApiState, parameters: Readonly<Record<string, string | number>>, request: Request, { searchParams }: URL): Response {
  const value = endpoint.answer(state, parameters as never);
  if (!endpoint.paged) return answer(JSON.stringify(value), request);
  const page = pageOf(value as readonly unknown[], parameters);
  return answer(JSON.stringify(page), request, { link: linkHeader(page, searchParams) });
}

function answer(body: string, request: Request, more: Readonly<Record<string, string>> = {}): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const all = { ...headers, ...more, etag };
  const known = request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
  if (known) return new Response(null, { status: 304, headers: all });
  return new Response(request.method === 'HEAD' ? null : body, { headers: { ...all, 'content-type': 'application/json; charset=utf-8' } });
}

function refusal(value: Problem, request: Request): Response {
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(value), {
    status: value.status,
    headers: { ...headers, 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8', ...(value.status === 405 ? { allow: methods } : {}) },
  });
}

/** What is no valid UTF-8 in percent encoding names nothing. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
