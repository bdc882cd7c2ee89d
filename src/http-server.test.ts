import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePublished } from '../tests/factories.ts';
import { createApp } from './app.ts';
import { createHttpServer } from './http-server.ts';
import { listen, type Listening } from './listen.ts';
import { sitesOf } from './publication/build-site.ts';
import type { PublishedFiles } from './publication/published-files.ts';

const published: PublishedFiles = {
  files: new Map([
    ['index.html', { bytes: new TextEncoder().encode('<!doctype html>計画'), type: 'text/html; charset=utf-8', etag: '"index"', immutable: false, framable: false }],
    ['assets/計画.css', { bytes: new Uint8Array(3), type: 'text/css', etag: '"css"', immutable: true, framable: false }],
  ]),
  sites: sitesOf([{ published: makePublished(), documents: [] }]),
  superseded: [],
  assets: { stylesheet: 'x.css', searchScript: 'x.js' },
};
const app = createApp({ published: () => published, pingDatabase: () => Promise.resolve(), logFault: () => {} });
let server: Listening;

beforeAll(async () => { server = await listen(createHttpServer(app, () => published), { host: '127.0.0.1', port: 0 }); });
afterAll(() => server.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** As a client sends it: nothing is put right on the way. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port: new URL(server.url).port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _alive, 'transfer-encoding': _encoding, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks).toString('utf8') });
      });
    }).on('error', reject).end();
  });
}

test.each([['GET', {}], ['HEAD', {}], ['GET', { 'if-none-match': '"index"' }], ['HEAD', { 'if-none-match': '"index"' }], ['GET', { 'if-none-match': '"old"' }]])('a plain %s %o gets the same answer as from the app, status, headers and bytes', async (method, headers) => {
  const direct = await ask('/', { method, headers });
  const through = await ask('/?', { method, headers });
  expect(direct).toEqual({ ...through, headers: { ...direct.headers, ...through.headers } });
  expect(direct.headers['content-security-policy']).toContain("default-src 'none'");
  expect(direct.body).toBe(method === 'HEAD' || direct.status === 304 ? '' : '<!doctype html>計画');
});

test('gives names in Japanese, queries, other methods and what does not exist to the app', async () => {
  expect((await ask(`/assets/${encodeURIComponent('計画')}.css`)).status).toBe(200);
  expect((await ask('/?q=1')).status).toBe(200);
  expect((await ask('/', { method: 'POST' })).status).toBe(404);
  expect((await ask('/none')).status).toBe(404);
  expect((await ask('/healthz')).body).toBe('{"status":"ok","database":"ok"}');
});

test('survives addresses that no browser sends', async () => {
  for (const path of ['/../../etc/passwd', '//', '/%', '/\\', `/${'a'.repeat(8000)}`, '/.%2e/', 'http://other.example/', '*']) {
    expect([path, (await ask(path)).status]).toEqual([path, expect.toBeOneOf([200, 301, 400, 404])]);
  }
});
