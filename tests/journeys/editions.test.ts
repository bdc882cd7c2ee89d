import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createHttpServer } from '../../src/http-server.ts';
import { canonicalEdition } from '../../src/documents/edition-json/edition-json.ts';
import { buildSite, sharedAssets, sitesOf } from '../../src/publication/build-site.ts';
import type { PublishedFile, PublishedFiles } from '../../src/publication/published-files.ts';
import { fictionalEditions } from '../fictional-years.ts';
import { axeFindings } from './axe.ts';
import { openReader, type Reader, year } from './site-under-test.ts';

// A city that has published for some years and corrected itself once; the years after 2020 are made up.

const plan = 'plans/gyozaisei-6';
const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json; charset=utf-8' };
let url: string;
let reader: Reader;
let close: () => void;
let editions: Awaited<ReturnType<typeof fictionalEditions>>;

beforeAll(async () => {
  editions = (await fictionalEditions()).filter(({ edition }) => edition.fiscalYear !== 2021 && edition.fiscalYear !== 2023);
  const [first, ...others] = editions;
  const shown = others.map((published) => ({ published, documents: [{ path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) }] }));
  const options = { superseded: [first!], publicUrl: 'https://www.city.example.lg.jp/plans/' };
  const sites = sitesOf(shown, options);
  const files = new Map<string, PublishedFile>([...buildSite(shown, options, sites)].map(({ path, bytes }) => [path, { bytes: new Uint8Array(bytes), type: types[path.split('.').at(-1)!] ?? 'text/plain', etag: `"${path}"`, immutable: false, framable: false }]));
  const published: PublishedFiles = { files, sites, superseded: [first!], assets: sharedAssets().assets };
  const server = createHttpServer(createApp({ published: () => published, pingDatabase: () => Promise.resolve(), logFault: () => {} }), () => published);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  close = () => server.close();
  reader = await openReader({ bypassCSP: true });
});
afterAll(async () => {
  await reader.browser.close();
  close();
});

test('a citizen follows an old link to a paragraph, sees that it was corrected and how, and cites the right one', async () => {
  const { page } = reader;
  // A link from a newspaper of 2021, to the first edition.
  await page.goto(`${url}${year}/editions/1/initiatives/06/#p1`);
  const [first, second] = editions.map(({ edition }) => edition.nodes.find(({ id }) => id === 'i06')!.report!.paragraphs[0]!.text);
  expect(await page.locator(':target').textContent()).toContain(first);
  expect(await page.locator(':target .cite').isVisible()).toBe(true);
  expect(await page.locator('#p2 .cite').isVisible()).toBe(false);
  expect(await page.locator('.banner').textContent()).toMatch(/この版は訂正されています。最新は、第２版です。このページの内容にも訂正があります。/);

  await page.locator('.banner').getByRole('link', { name: '正誤表' }).click();
  const change = page.locator('#i06 .change').first();
  expect(await change.locator('.beside > div').first().textContent()).toContain(first);
  expect(await change.locator('ins').allTextContents()).toEqual(['（架空の訂正）']);
  for (const { hash } of editions.slice(0, 2)) expect(await page.locator('main').textContent()).toContain(hash);

  await page.locator('#i06').getByRole('link', { name: /取組項目06/ }).click();
  expect(page.url()).toContain(`${year}/editions/2/initiatives/06/`);
  await page.getByRole('link', { name: /^¶1 / }).click();
  const cited = (await page.locator(':target .cite').textContent())!;
  expect(await page.locator(':target').textContent()).toContain(second);
  expect(cited).toContain('第２版（令和４年１月14日公表）、取組項目06「AI・RPA等の先進技術の導入」段落1。');
  expect(cited).toContain(`https://www.city.example.lg.jp/plans/${year}/editions/2/initiatives/06/#p1（版のSHA-256：${editions[1]!.hash}）`);
});

test('the address of the year shows the newest edition of that year, and the address of the newest year leads to that year', async () => {
  const { page } = reader;
  await page.goto(`${url}${year}/initiatives/06/`);
  expect(await page.locator('main').textContent()).toMatch(/第２版で訂正しました（1か所）/);
  await page.getByRole('link', { name: '¶1 段落1への固定リンク' }).waitFor();
  await page.goto(`${url}${plan}/latest/initiatives/06/#p1`);
  expect(page.url()).toBe(`${url}${plan}/2024/initiatives/06/#p1`);
  await page.getByRole('complementary').getByRole('link', { name: /年度ごとの推移/ }).click();
  expect(await page.locator('section h2').allTextContents()).toEqual([expect.stringContaining('令和６年度'), expect.stringContaining('令和４年度'), expect.stringContaining('令和２年度')]);
});

describe('axe finds nothing, and nothing has to be scrolled sideways on a phone:', () => {
  test.each([
    ['a record that was corrected', `${year}/editions/1/initiatives/06/#p1`], ['the 正誤表', `${year}/editions/2/errata/`], ['the record of an indicator', `${year}/editions/1/indicators/4/`],
    ['an item over the years', `${plan}/history/initiatives/i06/`], ['an indicator over the years', `${plan}/history/indicators/ind3/`], ['a department that was split', `${plan}/history/departments/shokuin/`],
    ['what changed between two years', `${plan}/changes/2020-2022/`], ['a year that was corrected', `${year}/`], ['all editions', `${plan}/editions/`],
  ])('%s', async (_name, path) => {
    const { page } = reader;
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(url + path);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
