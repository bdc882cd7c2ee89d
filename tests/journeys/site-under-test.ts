import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type AppParts, createApp } from '../../src/app.ts';
import { readBundle } from '../../src/documents/bundle/read-bundle.ts';
import { sealEdition } from '../../src/documents/edition-json/edition-json.ts';
import { buildEdition } from '../../src/domain/edition/build-edition.ts';
import type { PublishedEdition } from '../../src/domain/edition/edition.ts';
import { createHttpServer } from '../../src/http-server.ts';
import { type PublishedFiles, publishFiles } from '../../src/publication/published-files.ts';
import { startBrowser } from '../browser.ts';

/** The year of the sample that its pages stand below. */
export const year = 'plans/gyozaisei-6/2020';

/** One page of every kind, below the root of the site. */
export const kindsOfPages: readonly string[] = [
  '', 'plans/gyozaisei-6/', `${year}/`, `${year}/about/`, `${year}/initiatives/`, `${year}/initiatives/06/`, `${year}/initiatives/45/`, `${year}/indicators/`,
  `${year}/indicators/1/`, `${year}/indicators/3/`, `${year}/departments/`, `${year}/departments/seisaku/`, `${year}/search/`, `${year}/data/`, `${year}/data/columns/`, `${year}/data/self-check/`, 'plans/gyozaisei-6/editions/', `${year}/editions/`,
  `${year}/editions/1/`, `${year}/editions/1/initiatives/06/`, `${year}/editions/1/indicators/3/`, 'api/',
  'plans/gyozaisei-6/cards/', 'plans/gyozaisei-6/cards/indicators/1/', 'plans/gyozaisei-6/cards/initiatives/06/', `${year}/cards/`, `${year}/cards/indicators/3/`, 'accessibility/',
];

/** The folder that `ayumi build` made of the sample. */
export function builtFolder(): string {
  const folder = process.env['AYUMI_TEST_BUILT'];
  if (!folder) throw new Error('The global setup tests/journeys/built-sample.ts has not run.');
  return folder;
}

/** Paths of every page in the built folder, below site/. */
export function builtPages(): string[] {
  return readdirSync(join(builtFolder(), 'site'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).map((name) => name.replaceAll('\\', '/')).toSorted();
}

/** The same without those of which there are many of one kind: every eighth page of a record or a card, and none that only leads on. */
export function variousPages(): string[] {
  let records = 0;
  return builtPages().filter((path) => {
    if (leadsOn(path)) return false;
    if (!/\/editions\/1\/|\/cards\/\w+\//.test(path)) return true;
    records += 1;
    return records % 8 === 1;
  });
}

/** Whether a page of the built folder only leads to another one. */
export function leadsOn(path: string): boolean {
  return readFileSync(join(builtFolder(), 'site', path), 'utf8').includes('<meta http-equiv="refresh"');
}

/** The address of a page of the built folder as a reader opens it from a disk. */
export function fromDisk(path: string): string {
  const whole = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return pathToFileURL(join(builtFolder(), 'site', whole)).href;
}

export async function sampleEdition(): Promise<PublishedEdition> {
  const read = await readBundle(fileURLToPath(new URL('../../samples/komae-2020', import.meta.url)));
  if (!read.ok) throw new Error('The sample has problems.');
  return sealEdition(buildEdition(read.value.plan, read.value.reports[0]!));
}

export interface RunningSite {
  /** Ends with a slash. */
  readonly url: string;
  readonly published: PublishedFiles;
  close(): Promise<void>;
}

/** The application on a free port, with the sample published and without a database. */
export async function serveSample(parts: Partial<AppParts> = {}): Promise<RunningSite> {
  const published = await publishFiles([await sampleEdition()], {}, join(process.env['AYUMI_TEST_PUBLISHED'] ?? '', String(process.pid)));
  const app = createApp({ published: () => published, pingDatabase: () => Promise.resolve(), logFault: () => {}, ...parts });
  const server = createHttpServer(app, () => published);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    published,
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}

/** A browser with one page; what goes wrong in the page is collected. */
export interface Reader {
  readonly browser: Browser;
  readonly page: Page;
  /** Errors of scripts and refusals of the browser. */
  readonly faults: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
}

export async function openReader(options: BrowserContextOptions = {}, browser?: Browser): Promise<Reader> {
  const opened = browser ?? (await startBrowser());
  const context = await opened.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP', ...options });
  const page = await context.newPage();
  const reader: Reader = { browser: opened, page, faults: [], requests: [] };
  page.on('pageerror', (error) => reader.faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') reader.faults.push(message.text()); });
  page.on('request', (request) => reader.requests.push(request.url()));
  return reader;
}
