import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { listBoard } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { actorWith, planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// Proofreading where people meet it: beside the text while writing, with the approval, over the whole report, before publication.

let browser: Browser;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
const slips = '費用対効果などついて検証を行った。\n各課の判断のより実施した。\n部署などについて検証した。';

/** The round of 2021 with the request about 05 to 職員課 alone. */
async function openRoundIn({ database: { db } }: RunningOffice): Promise<string> {
  const actor = { ...actorWith('jimukyoku', ['secretariat']), personId: (await db.selectFrom('person').select('id').where('name', 'like', '事務局%').executeTakeFirstOrThrow()).id };
  const prepared = await prepareRound(db, {
    planId, fiscalYear: 2021, actor, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: inDays(20), headDeadline: inDays(27), assignments: { forCollectives: {}, forIndicators: {} },
  });
  const opened = prepared.outcome === 'refused' ? prepared : await openRound(db, { planId, fiscalYear: 2021, actor, allowUnassigned: true });
  if (opened.outcome === 'refused') throw new Error(JSON.stringify(opened.refusals));
  return (await readTransaction(db, (trx) => listBoard(trx, planId, 2021))).find(({ department, number }) => department === 'shokuin' && number === '05')!.id;
}

describe.each([['with scripts', true], ['without scripts', false]])('proofreading, %s', (_, javaScriptEnabled) => {
  let office: RunningOffice;
  let context: BrowserContext;
  let page: Page;
  let id: string;
  const clean = async () => expect(javaScriptEnabled ? await axeFindings(page) : [], page.url()).toEqual([]);
  const text = () => page.getByLabel('令和３年度の取組状況');
  const box = () => page.getByRole('region', { name: '校閲（取組状況）' });
  const finding = (words: string) => box().getByRole('listitem').filter({ hasText: words });
  /** Without a script a busy proofreader asks to read the page again. */
  const shown = async (words: string) => {
    const reloads = javaScriptEnabled ? 0 : 20;
    for (let tries = 0; tries < reloads && (await finding(words).count()) === 0; tries += 1) {
      await page.waitForTimeout(1_000);
      await page.reload();
    }
    await finding(words).waitFor({ timeout: 30_000 });
  };
  const report = async () => {
    await page.goto(`${office.url}/workspace/proofreading`);
    for (let tries = 0; tries < 20 && (await page.getByRole('article').count()) === 0; tries += 1) await page.reload();
  };
  const main = () => page.getByRole('main').innerText();
  const picture = async (name: string) => {
    const folder = process.env['AYUMI_PICTURES'];
    if (!folder) return;
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${javaScriptEnabled ? 'js' : 'plain'}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const fitsPhone = async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    if (javaScriptEnabled) expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    await clean();
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  beforeAll(async () => {
    office = await openOffice();
    id = await openRoundIn(office);
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await context.close();
    expect(office.faults).toEqual([]);
    await office.close();
  });

  test('a slip is shown beside the text while it is written, with the words and the reason', async () => {
    page = await enterAs(context, office, '担当 三郎');
    await page.goto(`${office.url}/workspace/requests/${id}`);
    await text().fill(slips);
    if (!javaScriptEnabled) await page.getByRole('button', { name: '下書きを保存する' }).last().click();
    await shown('などついて');
    expect(await finding('などついて').innerText()).toContain('→「などについて」');
    await clean();
    await picture('answer');
    await fitsPhone();
  });

  test('is mended by one click, and what was mended is saved', async () => {
    await finding('などついて').getByRole('button', { name: /^直す/ }).click();
    if (javaScriptEnabled) await page.getByText('全て保存済み').waitFor({ timeout: 15_000 });
    else expect(await main()).toContain('校閲の指摘のとおりに直して、保存しました。');
    await finding('などついて').waitFor({ state: 'detached' });
    expect(await text().inputValue()).toBe(slips.replace('などついて', 'などについて'));
    await page.reload();
    expect(await text().inputValue()).toContain('費用対効果などについて検証を行った。');
  });

  test('is marked as no error with a reason, and not shown again', async () => {
    await shown('のより');
    await finding('のより').locator('summary').click();
    await finding('のより').getByLabel('理由（任意）').fill('会議の名称です。');
    await clean();
    await picture('not-an-error');
    await finding('のより').getByRole('button', { name: /^今後この指摘をしない/ }).click();
    await finding('のより').waitFor({ state: 'detached' });
    const asked = javaScriptEnabled ? page.waitForResponse((response) => response.url().endsWith('/proofreading'), { timeout: 30_000 }) : null;
    await page.reload();
    await asked;
    expect(await finding('のより').count()).toBe(0);
    expect(await text().inputValue()).toContain('各課の判断のより実施した。');
  });

  test.runIf(javaScriptEnabled)('is off by a switch that the browser remembers', async () => {
    await text().fill(`${await text().inputValue()}\n課題などついて整理した。`);
    await finding('などついて').waitFor({ timeout: 30_000 });
    await page.getByLabel('書きながら校閲する').uncheck();
    expect(await box().isVisible()).toBe(false);
    await page.getByText('全て保存済み').waitFor({ timeout: 15_000 });
    await page.reload();
    expect(await page.getByLabel('書きながら校閲する').isChecked()).toBe(false);
    expect(await box().isVisible()).toBe(false);
    await page.getByLabel('書きながら校閲する').check();
    await finding('などついて').waitFor({ timeout: 30_000 });
  });

  test('stands with the answer when the head reads it', async () => {
    await text().fill(`${(await text().inputValue()).split('\n').slice(0, 3).join('\n')}\n課題などついて整理した。`);
    await page.getByRole('button', { name: '所属長に提出する' }).click();
    page = await enterAs(context, office, '課長 二美');
    await page.goto(`${office.url}/workspace/approval`);
    const read = page.getByRole('region', { name: '校閲' });
    for (let tries = 0; tries < 20 && (await read.getByRole('listitem').count()) === 0; tries += 1) await page.reload();
    expect(await read.innerText()).toContain('などについて');
    expect(await read.getByRole('button').count()).toBe(0);
    await picture('approval');
    await fitsPhone();
    await page.getByRole('button', { name: /^承認する/ }).first().click();
  });

  test('is mended by the secretariat over the whole report, as a correction that keeps its author', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await report();
    const raised = page.getByRole('article').filter({ hasText: 'などついて' });
    expect(await raised.getByRole('link', { name: /取組項目05 ICT人財の育成/ }).count()).toBe(1);
    await clean();
    await picture('report');
    await fitsPhone();
    await raised.getByRole('button', { name: /^直す/ }).click();
    expect(await main()).toContain('修正しました。');
    await clean();
    await picture('mended');
    expect(await page.getByRole('article').filter({ hasText: 'などついて' }).count()).toBe(0);
    await page.goto(`${office.url}/workspace/requests/${id}`);
    expect(await main()).toContain('校閲による修正：「などついて」を「などについて」に直しました。');
  });

  test('decides on a finding and takes it back', async () => {
    await report();
    const first = page.getByRole('article').first();
    const title = await first.getByRole('heading').innerText();
    await first.locator('summary', { hasText: '直さない' }).click();
    await first.getByLabel('理由（任意）').fill('原文のままとします。');
    await first.getByRole('button', { name: /^今回はこのまま公表する/ }).click();
    expect(await main()).toContain('この年度の報告では、このまま公表することにしました。');
    expect(await page.getByRole('heading', { name: title, exact: true }).count()).toBe(0);
    await page.getByText(/直さないと決めた指摘/).click();
    await clean();
    await page.getByRole('row', { name: /原文のままとします。/ }).getByRole('button').click();
    expect(await page.getByRole('heading', { name: title, exact: true }).count()).toBe(1);
  });

  test('takes the city\'s words, with every problem at its line', async () => {
    await page.getByRole('link', { name: '市の用字用語辞書を編集する' }).click();
    expect(await page.getByLabel('用字用語辞書（prh形式のYAML）').inputValue()).toContain('人財');
    await page.getByLabel('用字用語辞書（prh形式のYAML）').fill('rules:\n  - pattern: 人材\n');
    await page.getByRole('button', { name: '保存する' }).click();
    expect(await main()).toContain('2行目：');
    await clean();
    await picture('dictionary');
    await fitsPhone();
    await page.getByLabel('用字用語辞書（prh形式のYAML）').fill('rules:\n  - expected: 人財\n');
    await page.getByRole('button', { name: '保存する' }).click();
    expect(await main()).toContain('用字用語辞書を保存しました。');
  });

  test('is an advice before publication, and not more', async () => {
    await page.goto(`${office.url}/workspace/publish/${planId}/2021`);
    for (let tries = 0; tries < 20 && (await main()).includes('校閲しています。'); tries += 1) await page.reload();
    expect(await main()).toMatch(/校閲の指摘が\d+件あります/);
    expect(await main()).toContain('このままでも公表できます。');
    await clean();
    await picture('publish');
    await page.getByRole('link', { name: /校閲の指摘が\d+件あります/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('令和３年度の校閲');
  });
});
