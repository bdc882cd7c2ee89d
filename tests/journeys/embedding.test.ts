import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader, type RunningSite, serveSample } from './site-under-test.ts';

let site: RunningSite;
let reader: Reader;
let city: Server;
let cityUrl: string;

beforeAll(async () => {
  site = await serveSample();
  reader = await openReader({ viewport: { width: 800, height: 1200 } });
  const frame = (path: string) => `<iframe src="${site.url}${path}" title="${path}" width="360" height="560"></iframe>`;
  const html = `<!doctype html><html lang="ja"><title>市のサイト</title><h1>市のサイト</h1>${frame('plans/gyozaisei-6/cards/indicators/1/')}${frame('plans/gyozaisei-6/cards/initiatives/06/')}${frame('plans/gyozaisei-6/')}</html>`;
  // Another port is another origin.
  city = createServer((_request, response) => { response.setHeader('content-type', 'text/html; charset=utf-8').end(html); });
  await new Promise<void>((resolve) => { city.listen(0, '127.0.0.1', resolve); });
  const address = city.address();
  cityUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
});
afterAll(async () => {
  await reader.browser.close();
  await new Promise((resolve) => { city.close(resolve); });
  await site.close();
});

test('a page of the city shows an indicator and an item in frames, and no other page of ours', async () => {
  const { page } = reader;
  await page.goto(cityUrl);
  const indicator = page.frameLocator('iframe').nth(0);
  await indicator.getByRole('heading', { name: '質の高い行政運営が行われていると感じている市民の割合' }).waitFor();
  expect(await indicator.getByRole('img', { name: /道のり：順調/ }).count()).toBe(1);
  expect(await indicator.getByText('37.0（60.3）※１').count()).toBe(1);
  expect(await page.frameLocator('iframe').nth(1).getByRole('heading', { level: 1 }).textContent()).toBe('AI・RPA等の先進技術の導入');
  expect(reader.faults.filter((fault) => fault.includes('frame-ancestors'))).toHaveLength(1);
  expect(reader.requests.filter((address) => address.endsWith('.js'))).toEqual([]);
  // At the height that the page for embedding names, an indicator needs no scrolling.
  expect(await page.frames()[1]!.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
});

test('a link of a card leads the whole page to what the card is taken from', async () => {
  const { page } = reader;
  await page.goto(cityUrl);
  await page.frameLocator('iframe').nth(0).getByRole('link', { name: /^詳しく読む/ }).click();
  await page.waitForURL(/\/plans\/gyozaisei-6\/2020\/indicators\/1\//);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('質の高い行政運営が行われていると感じている市民の割合');
});
