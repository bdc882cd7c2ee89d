import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpackZip } from '../documents/zip/repack-zip.ts';
import { makeNodeReport, makePublished } from '../../tests/factories.ts';
import type { EditionWithDocuments } from './build-outputs.tsx';
import type { SiteOptions } from './build-site.ts';
import { writeDifference } from './difference-zip.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { OutputFolderRefused } from './output-folder.ts';
import { publishFolder } from './publish-folder.ts';

let room: string;
let out: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'ayumi-folder-'));
  out = join(room, 'public');
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const withText = (text: string, number = 1): EditionWithDocuments => ({
  published: makePublished({ report: { edition: { number, issuedOn: '2021-09-01', ...(number > 1 && { correctionReason: '語尾を改めた。' }) }, reports: [makeNodeReport({ initiative: 'i01', paragraphs: [text] })] } }),
  documents: [{ path: 'report.pdf', bytes: new Uint8Array([1, 2, 3]) }, { path: 'data/plan.csv', bytes: new TextEncoder().encode('a,b\r\n') }],
});
const before = withText('窓口を見直した。');
const publish = (edition = before, options: SiteOptions = {}, folder = out) => publishFolder([edition], options, folder);
const pathsIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).toSorted();
const contentOf = (folder: string) => Object.fromEntries(pathsIn(folder).map((path) => [path, createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')]));
const manifestOf = (folder: string) => readManifest(join(folder, 'manifest.json'));

/** What the folder holds is what its manifest says, no more and no less. */
async function expectWhole(folder: string): Promise<Manifest> {
  const manifest = await manifestOf(folder);
  const { 'manifest.json': own, ...content } = contentOf(folder);
  expect(own).toBeDefined();
  expect(content).toEqual(Object.fromEntries(Object.entries(manifest.files).map(([path, { sha256 }]) => [path, sha256])));
  return manifest;
}

describe('the published folder', () => {
  test('holds what its manifest says, which names the editions', async () => {
    await publish();
    const manifest = await expectWhole(out);
    expect(manifest.editions).toEqual([{ plan: 'plan', fiscalYear: 2020, number: 1, sha256: before.published.hash }]);
    expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(['index.html', '404.html', 'robots.txt', 'plans/plan/2020/report.pdf', 'plans/plan/2020/search/index.js']));
  });

  test('holds both compressed forms beside each text, and beside nothing else', async () => {
    await publish();
    for (const path of pathsIn(out).filter((name) => !/\.(br|gz)$/.test(name) && name !== 'manifest.json')) {
      const bytes = readFileSync(join(out, path));
      const text = !path.endsWith('.pdf');
      expect([path, existsSync(join(out, `${path}.br`)), existsSync(join(out, `${path}.gz`))]).toEqual([path, text, text]);
      if (!text) continue;
      expect(brotliDecompressSync(readFileSync(join(out, `${path}.br`))).equals(bytes), path).toBe(true);
      expect(gunzipSync(readFileSync(join(out, `${path}.gz`))).equals(bytes), path).toBe(true);
    }
  });

  test('is the same, byte by byte, wherever and whenever it is written', async () => {
    await publish();
    await publish(before, {}, join(room, 'elsewhere', 'again'));
    expect(contentOf(join(room, 'elsewhere', 'again'))).toEqual(contentOf(out));
  });

  test('keeps the times of files that did not change, and gives a new time to the others', async () => {
    await publish();
    const times = new Map(pathsIn(out).map((path) => [path, statSync(join(out, path)).mtimeMs]));
    await sleep(20);
    const { unchanged, files } = await publish(withText('窓口を一つにした。'));
    const kept = pathsIn(out).filter((path) => statSync(join(out, path)).mtimeMs === times.get(path));
    expect(kept).toHaveLength(unchanged);
    expect(kept).toEqual(expect.arrayContaining(['robots.txt', 'robots.txt.br', '404.html', 'plans/plan/2020/report.pdf']));
    expect(kept).not.toContain('plans/plan/2020/initiatives/01/index.html');
    expect(unchanged).toBeLessThan(files);
  });

  test('takes no file over that somebody changed in the folder', async () => {
    await publish();
    const whole = contentOf(out);
    for (const path of ['index.html', 'robots.txt.gz', '404.html.br']) writeFileSync(join(out, path), 'somebody was here');
    await publish();
    expect(contentOf(out)).toEqual(whole);
  });

  test('keeps the data of an edition that was corrected, under its own address', async () => {
    const corrected = withText('窓口を見直しました。', 2);
    await publish(corrected, { superseded: [before.published] });
    const kept = readFileSync(join(out, 'plans/plan/2020/editions/1/edition.json'));
    expect(createHash('sha256').update(kept).digest('hex')).toBe(before.published.hash);
  });

  test('has a sitemap of all pages that show the newest, only where the address on the web is known', async () => {
    await publish();
    expect([existsSync(join(out, 'sitemap.xml')), readFileSync(join(out, 'robots.txt'), 'utf8')]).toEqual([false, expect.not.stringContaining('Sitemap')]);
    await publish(before, { publicUrl: 'https://www.city.example.lg.jp/a' });
    const addresses = [...readFileSync(join(out, 'sitemap.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
    const pages = pathsIn(out).filter((path) => path.endsWith('index.html') && !/\/(latest|editions\/1|cards\/\w+)\//.test(path) && !readFileSync(join(out, path), 'utf8').includes('http-equiv="refresh"')).map((path) => `https://www.city.example.lg.jp/a/${path.slice(0, -'index.html'.length)}`);
    expect(addresses.toSorted()).toEqual(pages.toSorted());
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain('Sitemap: https://www.city.example.lg.jp/a/sitemap.xml');
  });

  test('has a page for addresses that do not exist, which finds its stylesheet from any depth where the address is known', async () => {
    await publish(before, { publicUrl: 'https://www.city.example.lg.jp/a' });
    expect([...readFileSync(join(out, '404.html'), 'utf8').matchAll(/href="([^"#]+)/g)].map(([, address]) => address)).toEqual(expect.arrayContaining([expect.stringMatching(/^\/a\/assets\/style-/), '/a/index.html']));
  });

  test('refuses a folder that holds something else, and leaves it as it was', async () => {
    mkdirSync(out);
    writeFileSync(join(out, '大事なもの.txt'), '消さないこと');
    await expect(publish()).rejects.toThrow(OutputFolderRefused);
    expect(pathsIn(room)).toEqual(['public/大事なもの.txt']);
  });
});

describe('the difference', () => {
  test('brings an earlier folder to the newer one, file by file', async () => {
    await publish();
    const carried = join(room, 'carried');
    cpSync(out, carried, { recursive: true });
    const old = await manifestOf(out);
    const { manifest } = await publish({ ...withText('窓口を一つにした。'), documents: [] });
    const zip = join(room, 'difference.zip');
    const counts = await writeDifference(old, manifest, out, zip);
    const files = unpackZip(readFileSync(zip));
    for (const [path, bytes] of files) {
      if (!path.startsWith('public/')) continue;
      mkdirSync(dirname(join(carried, path.slice(7))), { recursive: true });
      writeFileSync(join(carried, path.slice(7)), bytes);
    }
    const removed = new TextDecoder().decode(files.get('削除するファイル.txt')).split('\r\n').filter((line) => line !== '');
    for (const path of removed) rmSync(join(carried, path));
    expect(contentOf(carried)).toEqual(contentOf(out));
    expect(removed).toEqual(['plans/plan/2020/data/plan.csv', 'plans/plan/2020/data/plan.csv.br', 'plans/plan/2020/data/plan.csv.gz', 'plans/plan/2020/report.pdf']);
    expect(counts).toEqual({ added: 0, changed: [...files.keys()].filter((path) => path.startsWith('public/')).length - 1, removed: 4 });
  });
});

test('a process that is killed while it writes leaves a whole folder, and the next one clears up', { timeout: 120_000 }, async () => {
  await publish();
  // Two editions in turn, so that there is always something to change.
  const script = `
    const { publishFolder } = await import('./src/publication/publish-folder.ts');
    const { makePublished, makeNodeReport } = await import('./tests/factories.ts');
    const edition = (text) => ({ published: makePublished({ report: { reports: [makeNodeReport({ initiative: 'i01', paragraphs: [text] })] } }), documents: [] });
    const editions = [edition('一'), edition('二')];
    console.log('begun');
    for (let at = 0; ; at += 1) await publishFolder([editions[at % 2]], {}, ${JSON.stringify(out)});
  `;
  for (const delay of [0, 15, 40, 80, 130, 210, 340]) {
    const child = spawn(process.execPath, ['--import', './scripts/jsx.mjs', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await sleep(delay);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const whole = existsSync(out) ? out : join(room, readdirSync(room).find((name) => name.endsWith('.replaced'))!);
    await expectWhole(whole);
  }
  await publish();
  expect(readdirSync(room)).toEqual(['public']);
  await expectWhole(out);
});
