// npm run check:folder: every page of the public folder of five fictional years and one correction, and of two small plans that follow
// each other, goes through the HTML validator and, in a real browser, through axe; it takes minutes, and so is not a part of `npm test`,
// which looks at a sample of them. Exits with 1 on a finding.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildDocuments, type EditionWithDocuments } from '../src/publication/build-outputs.tsx';
import { publishFolder } from '../src/publication/publish-folder.ts';
import { startBrowser } from '../tests/browser.ts';
import { fictionalEditions } from '../tests/fictional-years.ts';
import { axeFindings } from '../tests/journeys/axe.ts';
import { htmlFaults } from '../tests/journeys/html-faults.ts';
import { twoPlans } from '../tests/two-plans.ts';

/** Pages that are looked at side by side; a browser keeps one processor busy by itself. */
const atOnce = 2;
const tellEvery = 100;

const room = await mkdtemp(join(tmpdir(), 'ayumi-check-folder-'));
const findings: string[] = [];
let looked = 0;
try {
  const folder = await makeFolder();
  const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).map((name) => name.replaceAll('\\', '/')).toSorted();
  looked = pages.length;
  console.log(`${looked.toLocaleString('en-GB')} pages`);
  await forEach(pages, 'HTML validator', async (path) => htmlFaults(path, await readFile(join(folder, path), 'utf8')));
  const browser = await startBrowser();
  await refuseBlindTools(browser);
  await forEach(pages, `axe in Chromium ${browser.version()}`, (path) => axeOn(browser, folder, path));
  await browser.close();
} finally {
  await rm(room, { recursive: true, force: true });
}
console.log(findings.length === 0 ? 'nothing found' : `${findings.length.toLocaleString('en-GB')} findings:\n${findings.join('\n')}`);
process.exitCode = findings.length === 0 ? 0 : 1;
// AYUMI_WRITE_RESULTS=1 writes what the page /accessibility says of it.
if (findings.length === 0 && process.env['AYUMI_WRITE_RESULTS']) {
  await writeFile(new URL('../src/site/accessibility/every-page-results.json', import.meta.url), `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), pages: looked }, null, 2)}\n`);
}

/** Five yearly editions with all of their documents, the first one corrected, and what they do not have: opinions, decisions, a plan before. */
async function makeFolder(): Promise<string> {
  const made: EditionWithDocuments[] = [];
  for (const published of [...(await fictionalEditions()), ...twoPlans()]) made.push({ published, documents: await buildDocuments(published) });
  const [corrected, ...newest] = made;
  const options = { superseded: [corrected!.published], supersededRecords: [corrected!], publicUrl: 'https://www.city.example.lg.jp/plans/' };
  await publishFolder(newest, options, join(room, 'public'));
  return join(room, 'public');
}

async function forEach(pages: readonly string[], name: string, look: (path: string) => Promise<string[]>): Promise<void> {
  const started = performance.now();
  const waiting = pages.values();
  let done = 0;
  const work = async () => {
    for (const path of waiting) {
      findings.push(...(await look(path)));
      done += 1;
      if (done % tellEvery === 0 || done === pages.length) console.log(`${name}: ${done} of ${pages.length} pages, ${findings.length} findings, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** A tool that finds nothing on a page full of faults would find nothing anywhere. */
async function refuseBlindTools(browser: Browser): Promise<void> {
  const faulty = join(room, 'faulty');
  await mkdir(faulty);
  const html = '<!doctype html><html><head><title>x</title></head><body><p><div>a</div></p><img src="x"></body></html>';
  await writeFile(join(faulty, 'index.html'), html);
  const found = [await htmlFaults('faulty', html), await axeOn(browser, faulty, 'index.html')];
  if (found.some((lines) => lines.length === 0)) throw new Error('The validator or axe finds nothing on a page full of faults: what it says of the others means nothing.');
}

/** A page from the disk, as a reader opens it; one that leads on at once is held. */
async function axeOn(browser: Browser, folder: string, path: string): Promise<string[]> {
  const page = await browser.newPage({ bypassCSP: true, locale: 'ja-JP', viewport: { width: 1280, height: 800 } });
  try {
    const html = await readFile(join(folder, path), 'utf8');
    const held = html.replace(/<meta http-equiv="?refresh"?[^>]*>/, '');
    if (held !== html) await page.route('**/index.html', (route) => route.fulfill({ body: held, contentType: 'text/html; charset=utf-8' }));
    await page.goto(pathToFileURL(join(folder, path)).href);
    return (await axeFindings(page)).map((finding) => `${path}: ${finding}`);
  } finally {
    await page.close();
  }
}
