import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeEditionOfShape, makePublished } from '../tests/factories.ts';
import { type AppParts, createApp } from './app.ts';
import { sharedAssets, sitesOf } from './publication/build-site.ts';
import { type PublishedFile, type PublishedFiles } from './publication/published-files.ts';
import { renderSite } from './site/render-site.ts';

// The app is asked in memory, as the server would ask it.

const edition = { published: makePublished(), documents: [] };
const assets = sharedAssets().assets;
const files = new Map<string, PublishedFile>([...renderSite(sitesOf([edition]), [{ id: 'waiting', title: '準備中の計画' }], assets)].map(({ path, content }) => [path, {
  bytes: new TextEncoder().encode(content), type: 'text/html; charset=utf-8', etag: `"${path}"`, immutable: false, framable: false,
}]));
files.set('assets/x.css', { bytes: new Uint8Array(1), type: 'text/css; charset=utf-8', etag: '"css"', immutable: true, framable: false });
const published: PublishedFiles = { files, sites: sitesOf([edition]), superseded: [], assets };

const logFault = vi.fn<AppParts['logFault']>();
const makeApp = (parts: Partial<AppParts> = {}) => createApp({ published: () => published, pingDatabase: () => Promise.resolve(), logFault, ...parts });
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', app = makeApp()) => app.request(`http://host${path}`, { headers, method });

beforeEach(() => { logFault.mockClear(); });
afterEach(() => { vi.useRealTimers(); });

describe('a page', () => {
  test('is sent with its type, a validator, and rules that let it load nothing from elsewhere', async () => {
    const response = await ask('/plans/plan/2020/');
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^<!doctype html><html lang="ja">/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8', etag: '"plans/plan/2020/index.html"', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
  });

  test('is not sent again to who has it', async () => {
    for (const header of ['"plans/plan/2020/index.html"', 'W/"plans/plan/2020/index.html"', '"other", "plans/plan/2020/index.html"', '*']) {
      const response = await ask('/plans/plan/2020/', { 'if-none-match': header });
      expect([header, response.status, await response.text()]).toEqual([header, 304, '']);
      expect(response.headers.get('etag')).toBe('"plans/plan/2020/index.html"');
    }
    expect((await ask('/plans/plan/2020/', { 'if-none-match': '"old"' })).status).toBe(200);
  });

  test('is found with and without index.html, and its folder without the slash leads there with the query', async () => {
    expect((await ask('/plans/plan/2020/index.html')).status).toBe(200);
    const response = await ask('/plans/plan/2020/search?q=%E8%81%B7');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/plans/plan/2020/search/?q=%E8%81%B7']);
  });

  test.each([['initiatives/01/', '/plans/plan/2020/initiatives/01/'], ['indicators/1/index.html', '/plans/plan/2020/indicators/1/index.html'], ['', '/plans/plan/2020/']])('of the newest year leads to that year for now: latest/%s', async (path, to) => {
    const response = await ask(`/plans/plan/latest/${path}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, to]);
  });

  test('of the newest year that is not there is not found, and leads nowhere', async () => {
    expect((await ask('/plans/plan/latest/initiatives/99/')).status).toBe(404);
    expect((await ask('/plans/other/latest/')).status).toBe(404);
  });

  test('answers HEAD without its body', async () => {
    const response = await ask('/plans/plan/2020/', {}, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('whose name holds its hash may be kept for ever', async () => {
    expect((await ask('/assets/x.css')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('of a plan that has no edition yet says so', async () => {
    const text = await (await ask('/plans/waiting/')).text();
    expect(text).toContain('準備中の計画');
    expect(text).toContain('まだ公表していません');
  });
});

describe('an address that does not exist', () => {
  test.each([['a page', '/nothing'], ['a folder', '/plans/nothing/2020/'], ['a climb out of the site', '/plans/../../etc/passwd'], ['an encoded climb', '/plans/%2e%2e%2f%2e%2e%2fetc/passwd'], ['broken percent encoding', '/plans/%E3%81'], ['a NUL', '/plans/%00'], ['a backslash', '/plans/plan%5C2020'], ['a name of every object', '/constructor'], ['another method', '/plans/plan/2020/']])('is told so for %s', async (name, path) => {
    const response = await ask(path, {}, name === 'another method' ? 'DELETE' : 'GET');
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('ページが見つかりません');
    expect(text).not.toContain(path.replace('/', ''));
    expect(logFault).not.toHaveBeenCalled();
  });

  test('leads back to the plans from wherever it was asked', async () => {
    const text = await (await ask('/plans/plan/2020/initiatives/99/')).text();
    const href = /href="([^"]*)">公表している計画の一覧/.exec(text)?.[1] ?? '';
    expect(new URL(href, 'http://host/plans/plan/2020/initiatives/99/').pathname).toBe('/index.html');
  });

  test('does not lead to another site when it begins with two slashes', async () => {
    const response = await ask('//evil.example/plans/plan/2020');
    expect(response.headers.get('location') ?? '').not.toMatch(/^\/\//);
  });
});

test('a fault shows a page that says nothing is lost, is logged once, and tells the reader nothing of its cause', async () => {
  const app = makeApp({ published: vi.fn<AppParts['published']>().mockImplementationOnce(() => { throw new Error('secret cause'); }).mockReturnValue(published) });
  const response = await ask('/plans/plan/2020/', {}, 'GET', app);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('記録は失われていません');
  expect(text).not.toContain('secret');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(logFault).toHaveBeenCalledOnce();
});

describe('search', () => {
  test('is answered by the server, escaped', async () => {
    const text = await (await ask(`/plans/plan/2020/search/?q=${encodeURIComponent('<b>窓口')}`)).text();
    expect(text).toContain('「&lt;b&gt;窓口」を含む記述は見つかりませんでした');
    expect(await (await ask(`/plans/plan/2020/search/index.html?q=${encodeURIComponent('窓口')}`)).text()).toContain('<mark>窓口</mark>');
  });

  test.each([['10,000 characters', 'あ'.repeat(10_000)], ['what looks like a pattern', '.*+?^${}()|[]\\'], ['only spaces', '　 　'], ['broken encoding', '%E3%81'], ['half a character', '\ud842']])('survives %s', async (_name, query) => {
    const response = await ask(`/plans/plan/2020/search/?q=${query.startsWith('%') ? query : encodeURIComponent(query.toWellFormed())}`);
    expect(response.status).toBe(200);
    expect(logFault).not.toHaveBeenCalled();
  });

  test('of a plan or a year that does not exist is an address that does not exist', async () => {
    expect((await ask('/plans/plan/1999/search/?q=x')).status).toBe(404);
  });

  test('answers on a plan of hundreds of initiatives', async () => {
    const large = { published: makeEditionOfShape({ depth: 3, width: 8, text: '行政運営の'.repeat(30) }), documents: [] };
    const app = makeApp({ published: () => ({ ...published, sites: sitesOf([large]) }) });
    expect((await ask('/plans/plan/2020/search/?q=運営', {}, 'GET', app)).status).toBe(200);
  });
});

describe('healthz', () => {
  test('says ok while the database answers', async () => {
    const response = await ask('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', database: 'ok' }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('says 503 when the database does not, and pages are still served', async () => {
    const app = makeApp({ pingDatabase: () => Promise.reject(new Error('gone')) });
    expect((await ask('/healthz', {}, 'GET', app)).status).toBe(503);
    expect((await ask('/plans/plan/2020/', {}, 'GET', app)).status).toBe(200);
  });

  test('does not wait for a database that hangs', async () => {
    vi.useFakeTimers();
    const answer = ask('/healthz', {}, 'GET', makeApp({ pingDatabase: () => new Promise(() => {}) }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await answer).status).toBe(503);
  });
});

describe('a CSV in CP932', () => {
  const withCsv = (text: string) => makeApp({ published: () => ({ ...published, files: new Map([['plans/plan/2020/data/x.csv', { bytes: new TextEncoder().encode(`\u{feff}${text}\r\n`), type: 'text/csv; charset=utf-8', etag: '"x"', immutable: false, framable: false }]]) }) });

  test('is sent on request, and only then', async () => {
    const response = await ask('/plans/plan/2020/data/x.csv?encoding=cp932', {}, 'GET', withCsv('髙橋①'));
    expect([response.status, response.headers.get('content-type'), response.headers.get('etag')]).toEqual([200, 'text/csv; charset=Shift_JIS', '"x-cp932"']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xfb, 0xfc, 0x8b, 0xb4, 0x87, 0x40, 0x0d, 0x0a]);
    expect((await ask('/plans/plan/2020/data/x.csv', {}, 'GET', withCsv('髙橋'))).headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  test('with a character that it cannot carry is refused with that character and its place', async () => {
    const response = await ask('/plans/plan/2020/data/x.csv?encoding=cp932', {}, 'GET', withCsv('𠮷野'));
    expect(response.status).toBe(406);
    expect(await response.text()).toContain('「𠮷」（U+20BB7、1行目）');
  });
});
