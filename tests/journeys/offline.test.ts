import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { saveAnswer } from '../../src/commands/save-answer.ts';
import { loadEdition } from '../../src/database/edition-store.ts';
import { listPeople, toActor } from '../../src/database/people-store.ts';
import { listBoard, loadRequest } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import type { Actor, Role } from '../../src/domain/organization/post.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { proposeAssignments } from '../../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// Writing while the network comes and goes, while the sign-in ends, and while a colleague writes: nobody's words are lost.

let browser: Browser;
let office: RunningOffice;
let context: BrowserContext;
let page: Page;
let colleague: Actor;
const today = dayInJapan(new Date());
const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
const field = () => page.getByLabel('令和３年度の取組状況');
const saving = () => page.locator('#saving');
const told = (words: string, timeout = 20_000) => saving().getByText(words).waitFor({ timeout });

beforeAll(async () => {
  browser = await startBrowser();
  office = await openOffice();
  const { db } = office.database;
  const [edition, people] = await readTransaction(db, async (trx) => [await loadEdition(trx, planId, 2020), await listPeople(trx)] as const);
  const holder = (role: Role, department?: string) => toActor(people.find(({ posts }) => posts.some((post) => post.role === role && (department === undefined || post.department === department)))!, today);
  colleague = { ...holder('reporter', 'seisaku'), posts: holder('reporter', 'shokuin').posts };
  const round = { planId, fiscalYear: 2021, actor: holder('secretariat') };
  await prepareRound(db, {
    ...round, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'not-asked', effects: 'not-asked', evidence: 'optional' }, scale: [],
    departmentDeadline: inDays(5), headDeadline: inDays(12), assignments: proposeAssignments(edition?.edition ?? null),
  });
  await openRound(db, { ...round, allowUnassigned: true });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await enterAs(context, office, '担当 三郎');
});
afterAll(async () => {
  await context.close();
  expect(office.faults).toEqual([]);
  await office.close();
  await browser.close();
});

/** Opens the page of an item of 職員課 and gives the number of its request. */
async function openItem(number: string): Promise<string> {
  const { id } = (await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2021))).find((request) => request.department === 'shokuin' && request.number === number)!;
  await page.goto(`${office.url}/workspace/requests/${id}`);
  return id;
}

const stored = async (id: string) => (await readTransaction(office.database.db, (trx) => loadRequest(trx, id)))?.answer;

describe('somebody who writes', () => {
  test('while the server is away keeps the text in the browser, is told so, and has it saved when the server is back', async () => {
    const id = await openItem('43');
    await field().fill('つながっている間に書いた。');
    await told('全て保存済み');
    await context.setOffline(true);
    await field().fill('つながっている間に書いた。\nつながらない間に書いた。');
    await told('サーバーにつながらないため、書いた文章をこのブラウザーに残しています。');
    expect(await page.evaluate('JSON.stringify(localStorage)')).toContain('つながらない間に書いた。');
    expect(await stored(id)).toMatchObject({ text: 'つながっている間に書いた。' });
    await context.setOffline(false);
    await told('全て保存済み');
    expect(await stored(id)).toMatchObject({ text: 'つながっている間に書いた。\nつながらない間に書いた。' });
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('and closes the page while the server is away finds the text again', async () => {
    const id = await openItem('44');
    await context.setOffline(true);
    await field().fill('閉じる前に書いた。');
    await told('サーバーにつながらないため');
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await openItem('44');
    await told('全て保存済み');
    expect(await field().inputValue()).toBe('閉じる前に書いた。');
    expect(await stored(id)).toMatchObject({ text: '閉じる前に書いた。' });
  });

  test('after the sign-in has ended is told, signs in beside it, and loses nothing', async () => {
    const id = await openItem('47');
    await context.clearCookies();
    await field().fill('期限が切れてから書いた。');
    await told('サインインの期限が切れました。書いた文章はこのブラウザーに残っています。');
    const beside = await context.newPage();
    await beside.goto(`${office.url}/workspace/sign-in`);
    await beside.getByRole('row', { name: /担当 三郎/ }).getByRole('button').click();
    await beside.waitForURL((address) => !address.pathname.includes('sign-in'));
    await beside.close();
    await told('全て保存済み');
    expect(await stored(id)).toMatchObject({ text: '期限が切れてから書いた。' });
  });

  test('at the same time as a colleague sees both versions and merges them', async () => {
    const id = await openItem('49');
    await saveAnswer(office.database.db, { requestId: id, answer: { ...emptyItemAnswer, text: '同僚が書いた。' }, baseVersion: null, actor: colleague, today });
    await field().fill('自分が書いた。');
    await page.waitForURL(/\/merge\?parked=2$/, { timeout: 20_000 });
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('同僚が書いた。');
    expect(main).toContain('自分が書いた。');
    expect(await axeFindings(page)).toEqual([]);
    await field().fill('同僚が書いた。\n自分が書いた。');
    await page.getByRole('button', { name: 'まとめた回答を保存する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('二つの版を合わせて保存しました。');
    expect(await stored(id)).toMatchObject({ text: '同僚が書いた。\n自分が書いた。' });
  });

  test('while a colleague submits is shown where the words are', async () => {
    const id = await openItem('52');
    await field().fill('書き始めた。');
    await told('全て保存済み');
    await actOnRequest(office.database.db, { requestId: id, action: 'submit', actor: colleague, today, answer: { ...emptyItemAnswer, text: '同僚が提出した。' }, baseVersion: 1 });
    await field().fill('書き続けた。');
    await page.waitForURL(/\?parked=3$/, { timeout: 20_000 });
    await page.getByText('残した文章を読む').click();
    expect(await page.getByRole('main').innerText()).toContain('書き続けた。');
    expect(await axeFindings(page)).toEqual([]);
    expect(await stored(id)).toMatchObject({ text: '同僚が提出した。' });
  });
});

describe.each([['with scripts', true], ['without scripts', false]])('evidence, %s', (_, javaScriptEnabled) => {
  test('is added together with the words, taken out again, and removed, on a phone', async () => {
    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 }, acceptDownloads: true });
    const own = page;
    page = await enterAs(phone, office, '担当 三郎');
    const number = javaScriptEnabled ? '53' : '54';
    const id = await openItem(number);
    await field().fill('派遣した。');
    await page.getByLabel('ファイルを加える').setInputFiles({ name: '派遣 報告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') });
    if (javaScriptEnabled) await told('選んだ証拠資料は「下書きを保存する」を押すと保存します');
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    expect(await stored(id)).toMatchObject({ text: '派遣した。' });
    if (javaScriptEnabled) expect(await axeFindings(page)).toEqual([]);
    if (javaScriptEnabled) expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '派遣 報告.pdf' }).click()]);
    expect(download.suggestedFilename()).toBe('派遣 報告.pdf');
    await page.getByLabel('「派遣 報告.pdf」を、保存するときに削除する').check();
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('添えられたファイルはありません。');
    await phone.close();
    page = own;
  });
});
