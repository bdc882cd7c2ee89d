import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../../tests/city-hall.ts';
import { makePublished } from '../../../tests/factories.ts';
import { readAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { readTransaction } from '../../database/transaction.ts';
import { unpackZip } from '../../documents/zip/repack-zip.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Manifest } from '../../publication/manifest.ts';
import { publishFiles, type PublishedFiles } from '../../publication/published-files.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { publishTask } from './publish.tsx';

const folder = mkdtempSync(join(tmpdir(), 'ayumi-public-'));
let room: OpenTestDatabase;
let published: PublishedFiles;

beforeAll(async () => {
  room = await openTestDatabase();
  published = await publishFiles([makePublished()], {}, folder);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await room.close();
});

function ask(actor: Actor, path: string, side: PublishedFiles = published): Response | Promise<Response> {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.route('/workspace/publish', publishTask({ db: room.db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, now: () => new Date('2022-05-10T03:00:00Z'), published: () => Promise.resolve(), publicSide: () => side }));
  return app.request(`/workspace/publish${path}`);
}

test('the secretariat carries the whole public side out: the very bytes that are served, each under its hash in the manifest', async () => {
  const response = await ask(people.secretariat, '/folder.zip');
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('公開フォルダー_2022-05-10.zip'));
  const files = unpackZip(new Uint8Array(await response.arrayBuffer()));
  for (const [path, { bytes }] of published.files) expect(Buffer.compare(files.get(`public/${path}`)!, bytes), path).toBe(0);
  const manifest = JSON.parse(new TextDecoder().decode(files.get('public/manifest.json'))) as Manifest;
  expect(Object.keys(manifest.files).map((path) => `public/${path}`).toSorted()).toEqual([...files.keys()].filter((path) => path !== 'public/manifest.json').toSorted());
  for (const [path, { sha256 }] of Object.entries(manifest.files)) expect(createHash('sha256').update(files.get(`public/${path}`)!).digest('hex'), path).toBe(sha256);
  expect(files.has('public/index.html.br')).toBe(true);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'export-folder', details: { editions: [{ plan: 'plan', fiscalYear: 2020, number: 1, hash: published.sites[0]!.published.hash }] } });
});

test('the page offers it, and says why not where nothing is published', async () => {
  expect(await (await ask(people.secretariat, '')).text()).toMatch(/<a href="\/workspace\/publish\/folder\.zip" download[^>]*>公開フォルダーをzipで書き出す/);
  const nothing = { ...published, sites: [] };
  expect(await (await ask(people.secretariat, '', nothing)).text()).toContain('公表した版がまだないため、書き出せません。');
  expect((await ask(people.secretariat, '/folder.zip', nothing)).status).toBe(404);
});

test('nobody else carries it out', async () => {
  for (const actor of [people.writer, people.head, people.viewer, people.administrator]) expect((await ask(actor, '/folder.zip')).status).toBe(403);
});
