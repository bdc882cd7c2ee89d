import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { book, fillWithHostileTexts, hostile, type HostileOffice } from '../hostile-office.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// Every screen of the staff side, taken from the routes themselves: a new screen is visited without being asked for, and the
// test fails where it does not know how. All of them are full of what does harm if it is not shown as text.

let browser: Browser;
let office: RunningOffice;
let scene: HostileOffice;
/** A workbook that is being taken in as another plan. */
let workbook: string;

beforeAll(async () => {
  browser = await startBrowser();
  office = await openOffice();
  scene = await fillWithHostileTexts(office.database.db);
  workbook = await sendWorkbook();
}, 180_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
  await browser.close();
});

/** Sends a list full of hostile texts and goes through the pages of its import as they are proposed. */
async function sendWorkbook(): Promise<string> {
  const context = await browser.newContext();
  const page = await enterAs(context, office, '事務局 一彦');
  await page.goto(`${office.url}/workspace/plan-import`);
  const cell = (label: string) => `"${hostile(label).replaceAll('"', '""')}"`;
  const csv = `施策,番号,取組項目,担当課\r\n${cell('取込みの施策')},01,${cell('取込みの取組')},政策室\r\n２ 財政,02,収納率の向上,財政課\r\n`;
  await page.getByLabel('計画の一覧が入ったファイル').setInputFiles({ name: 'hostile<i class="hostile">.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: '読み取る', exact: true }).click();
  await page.locator('input[name=plan]').last().check();
  const [, id = ''] = /plan-import\/([^/]+)/.exec(page.url()) ?? [];
  for (let step = 0; step < 12 && !page.url().endsWith('/result'); step += 1) await page.locator('main form button.main').first().click();
  await context.close();
  return id;
}

/** What is no page: files, what a script asks for, ways that only lead on, and what another step must have left. */
const notPages = new Set([
  '/workspace', '/workspace/publish/folder.zip', '/workspace/board/events', '/workspace/board/:plan/:year/unanswered.csv', '/workspace/requests/:id/evidence/:file',
  '/workspace/headquarters/:id/papers.pdf', '/workspace/headquarters/:id/minutes.pdf', '/workspace/rounds/new', '/workspace/board/:plan/:year/results/:key',
  '/workspace/exchange/:plan/:year/workbook', '/workspace/exchange/:plan/:year/workbooks.zip',
  // Only after files were handed in (the journey and the test of the exchange).
  '/workspace/exchange/:plan/:year/check/:key', '/workspace/exchange/:plan/:year/done/:key',
  // With one round there is nothing to choose: these lead to it at once.
  '/workspace/board', '/workspace/proofreading', '/workspace/exchange', '/workspace/plan-import/:id', '/workspace/plan-import/done/:key',
  // Only where a workbook had no faults, and where it brought a year with it (plan-import.test.ts, imported-year tests of publish).
  '/workspace/plan-import/:id/confirm', '/workspace/publish/:plan/:year/imported',
  // Pages of the public side, which its own journeys read; here they are what they will be (publish.test.ts, publication.test.ts).
  '/workspace/publish/:plan/:year/preview/*',
  // Only for who is on the way in, or has no second step yet; a fictional person has none (account.test.ts, sign-in.test.ts).
  '/workspace/sign-in/second-step', '/workspace/account/password', '/workspace/account/second-step',
]);
/** Pages of a round that is only prepared, and of one that is open, each with its year. */
const prepared = /^\/workspace\/rounds\/:plan\/:year\/(fields|reporters|indicators|preview)$/;
const published = /^\/workspace\/opinions\/new\//;

/** The addresses of a route; none where the test does not know them. */
function addressesOf(route: string): string[] {
  const { requests } = scene;
  const year = prepared.test(route) ? '2022' : published.test(route) ? '2020' : '2021';
  const values: Readonly<Record<string, readonly string[]>> = {
    '/workspace/requests/:id': Object.values(requests), '/workspace/requests/:id/versions': [requests.unprintable, requests.book, requests.corrected],
    '/workspace/requests/:id/merge': [`${requests.unprintable}/merge?parked=${scene.parked}`], '/workspace/approval/:id/send-back': [requests.submitted],
    '/workspace/people/:person': [scene.person], '/workspace/reminders/days/:day': [scene.day], '/workspace/headquarters/follow-up/:plan': [planId],
    '/workspace/headquarters/:id': [scene.meeting], '/workspace/headquarters/:id/projector/:position': ['1'], '/workspace/headquarters/:id/items/:item': [scene.item], '/workspace/opinions/:id': [scene.opinion],
  };
  const parameters: Readonly<Record<string, readonly string[]>> = { plan: [planId], year: [year], kind: route.startsWith('/workspace/plan-changes/') ? ['added', 'merged', 'stopped', 'finished'] : ['establish', 'rename', 'split', 'merge', 'abolish'], table: ['0'], id: [route.startsWith('/workspace/plan-import/') ? workbook : scene.meeting] };
  if (route === '/workspace/requests/:id/merge') return (values[route] ?? []).map((value) => `/workspace/requests/${value}`);
  const names = route.match(/:\w+/g) ?? [];
  return names.reduce<string[]>((found, name, index) => {
    const known = (index === names.length - 1 ? values[route] : undefined) ?? parameters[name.slice(1)] ?? [];
    return found.flatMap((address) => known.map((value) => address.replace(name, value)));
  }, [route]);
}

/** Who is asked to open an address: the first of them whom it opens to. */
const people = ['事務局 一彦', '課長 二美', '担当 三郎', '管理 一成'];
const screens = () => [...new Set(office.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/workspace') && !path.startsWith('/workspace-assets') && !path.includes('*')).map(({ path }) => path))].filter((path) => !notPages.has(path));

/** What is wrong with the page that is open now; nothing is the answer that is wanted. */
async function faultsOf(page: Page, status: number | undefined): Promise<string[]> {
  const found = await page.evaluate<string[]>(`[
    ...(document.querySelector('.hostile') || window.hostile ? ['markup of somebody became markup of the page'] : []),
    ...(document.querySelectorAll('h1').length === 1 ? [] : ['h1: ' + document.querySelectorAll('h1').length]),
    ...(document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : ['wider than the screen: ' + [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !element.closest('.scroll, .board')).slice(0, 2).map((element) => element.outerHTML.slice(0, 100)).join(' ')]),
    ...(/undefined|NaN|\\[object/.test(document.body.innerText) ? ['a value that is none'] : []),
  ]`);
  return [...(status === 200 ? [] : [`status ${status}`]), ...found];
}

test('every screen opens to somebody, shows hostile texts as text, fits a phone and a desk, and axe finds nothing', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const unknown = screens().filter((route) => addressesOf(route).length === 0);
  expect(unknown, 'write in addressesOf how these screens are reached, or in notPages that they are none').toEqual([]);
  const rest = new Map(screens().flatMap((route) => addressesOf(route).map((address) => [address, route] as const)));
  const seen: string[] = [];
  const faults: string[] = [];
  for (const name of people) {
    const page = await enterAs(context, office, name);
    for (const address of rest.keys()) {
      const response = await page.goto(office.url + address);
      // A redirect to a page that is another screen, or a page that is not for this person: the next one is asked.
      if (response?.status() !== 200 || new URL(page.url()).pathname !== address.split('?')[0]) continue;
      rest.delete(address);
      const wrong = [...await faultsOf(page, 200), ...await axeFindings(page)];
      await page.setViewportSize({ width: 1280, height: 900 });
      wrong.push(...await faultsOf(page, 200));
      await page.setViewportSize({ width: 360, height: 740 });
      faults.push(...wrong.map((fault) => `${address} (${name}): ${fault}`));
      seen.push(await page.evaluate<string>(`document.querySelector('main').textContent + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join(' ')`));
    }
    await page.close();
  }
  await context.close();
  expect(faults).toEqual([]);
  expect([...rest.keys()], 'opens to nobody').toEqual([]);
  const all = seen.join('\n');
  const lost = scene.labels.filter((label) => !all.includes(`${label}<i class="hostile">印`));
  expect(lost, 'a text that stands on no screen').toEqual([]);
  expect(all, 'a pasted book is whole').toContain(book);
}, 600_000);

describe('without scripts', () => {
  let context: BrowserContext;
  beforeAll(async () => { context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }); });
  afterAll(() => context.close());

  test.each(['事務局 一彦', '担当 三郎', '課長 二美', '代決 一恵', '市長 一', '閲覧 一子', '管理 一成'])('%s reaches every page of the menu by its links', async (name) => {
    const page = await enterAs(context, office, name);
    const menu = await page.getByRole('navigation', { name: '仕事', exact: true }).getByRole('link').evaluateAll((links) => links.map((link) => link.textContent ?? ''));
    expect(menu.length).toBeGreaterThan(0);
    for (const entry of menu) {
      await page.getByRole('navigation', { name: '仕事', exact: true }).getByRole('link', { name: entry, exact: true }).click();
      expect(await page.getByRole('navigation', { name: '仕事', exact: true }).locator('[aria-current]').innerText()).toBe(entry);
      expect(await faultsOf(page, 200), `${entry} (${name})`).toEqual([]);
    }
    await page.close();
  });
});

describe('what cannot be printed', () => {
  test('is kept in a draft as it was typed, and named with its place when it is to be handed in', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await enterAs(context, office, '担当 三郎');
    await page.goto(`${office.url}/workspace/requests/${scene.requests.unprintable}`);
    expect(await page.locator('#text').inputValue()).toContain('下書き<i class="hostile">印</i>');
    await page.getByRole('button', { name: '所属長に提出する' }).click();
    const summary = await page.getByRole('alert').innerText();
    expect(summary).toMatch(/文字目に印刷できない制御文字（U\+202E）があります。その文字を削除してください。/);
    expect(await page.locator('#text').inputValue(), 'nothing of it is lost').toContain('逆向き');
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});
