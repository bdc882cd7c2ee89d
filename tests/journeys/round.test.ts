import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { listBoard } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../src/domain/round/indicator-answer.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { actorWith, planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// The whole round as each person lives it: from opening it to the accepted answer and the published year.

let browser: Browser;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));

describe.each([['with scripts', true], ['without scripts', false]])('a round, %s', (_, javaScriptEnabled) => {
  let office: RunningOffice;
  let context: BrowserContext;
  let page: Page;
  const clean = async () => expect(javaScriptEnabled ? await axeFindings(page) : [], page.url()).toEqual([]);
  const enter = async (name: string) => { page = await enterAs(context, office, name); };
  const requestTo = async (department: string, number: string) =>
    (await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2021))).find((request) => request.department === department && request.number === number)!;

  beforeAll(async () => {
    office = await openOffice();
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await context.close();
    expect(office.faults).toEqual([]);
    await office.close();
  });

  test('is set up by the secretariat in four steps, looked over, and opened', async () => {
    await enter('事務局 一彦');
    await page.goto(`${office.url}/workspace/rounds`);
    await clean();
    await page.getByRole('button', { name: '照会を準備する' }).click();
    await page.getByLabel('担当者の締切').fill(inDays(20));
    await page.getByLabel('所属長の締切').fill(inDays(27));
    await clean();
    await page.getByRole('button', { name: '保存して次へ進む' }).click();
    await clean();
    await page.getByRole('button', { name: '保存して次へ進む' }).click();
    for (const select of await page.locator('select').all()) await select.selectOption({ label: '政策室' });
    await clean();
    await page.getByRole('button', { name: '保存して次へ進む' }).click();
    expect(await page.getByRole('main').innerText()).toContain('29部署');
    await clean();
    await page.getByRole('button', { name: '令和３年度の照会を開始する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('照会を開始しました。');
  });

  test('is answered by a reporter beside last year\'s text', async () => {
    await enter('担当 三郎');
    await clean();
    await page.getByRole('link', { name: 'ICT人財の育成' }).first().click();
    expect(await page.getByRole('main').innerText()).toContain('東京都市町村職員研修所のIoT・AI評論家');
    await page.getByLabel('令和３年度の取組状況').fill('令和３年度は、研修所の講座に職員を３人派遣した。');
    if (javaScriptEnabled) await page.getByText('全て保存済み').waitFor({ timeout: 15_000 });
    else await page.getByRole('button', { name: '下書きを保存する' }).click();
    await clean();
    await page.reload();
    expect(await page.getByLabel('令和３年度の取組状況').inputValue()).toBe('令和３年度は、研修所の講座に職員を３人派遣した。');
    await page.getByRole('button', { name: '所属長に提出する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('所属長に提出しました。');
  });

  test('is sent back by the head with a note on a phone, mended, and approved', async () => {
    await enter('課長 二美');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${office.url}/workspace/approval`);
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    await page.getByRole('link', { name: /差し戻す/ }).or(page.getByRole('button', { name: /差し戻す/ })).first().click();
    await page.locator('textarea').first().fill('人数の内訳を書いてください。');
    await clean();
    await page.getByRole('button', { name: /差し戻す/ }).click();
    expect((await requestTo('shokuin', '05')).state).toBe('returned');

    await enter('担当 三郎');
    await page.getByRole('link', { name: 'ICT人財の育成' }).first().click();
    expect(await page.getByRole('main').innerText()).toContain('人数の内訳を書いてください。');
    await page.getByLabel('令和３年度の取組状況').fill('令和３年度は、研修所の講座に職員を３人（係長１人、主事２人）派遣した。');
    await page.getByRole('button', { name: '所属長に提出する' }).click();

    await enter('課長 二美');
    await page.goto(`${office.url}/workspace/approval`);
    await page.getByRole('button', { name: /^承認する/ }).first().click();
    expect((await requestTo('shokuin', '05')).state).toBe('approved');
  });

  test('is gathered on the board, where the answer is accepted; who has not answered is reminded once', async () => {
    await enter('事務局 一彦');
    await page.goto(`${office.url}/workspace/board`);
    await clean();
    const { id } = await requestTo('shokuin', '05');
    await page.goto(`${office.url}/workspace/requests/${id}`);
    await clean();
    await page.getByRole('button', { name: '受理する' }).click();
    expect((await requestTo('shokuin', '05')).state).toBe('accepted');
    await page.goto(`${office.url}/workspace/reminders?scope=all`);
    await clean();
    expect(await page.getByRole('main').innerText()).toContain('担当 一郎（見本）');
  });

  test('is published when everything is accepted, and the public sees the new year', async () => {
    await answerTheRest(office);
    await enter('事務局 一彦');
    await page.goto(`${office.url}/workspace/publish/${planId}/2021`);
    await clean();
    await page.getByLabel('前文「進捗管理と公表」').fill('本書にて令和３年度の進捗状況を公表します。');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('button', { name: '令和３年度の第１版を公表する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('公表しました。');
    await page.goto(`${office.url}/plans/${planId}/`);
    expect(await page.locator('h1').innerText()).toContain('行財政改革推進計画');
    expect(await page.getByRole('main').innerText()).toContain('令和３年度の進捗状況');
    await page.goto(`${office.url}/plans/${planId}/2021/initiatives/05/`);
    expect(await page.getByRole('main').innerText()).toContain('係長１人、主事２人');
    await page.goto(`${office.url}/plans/${planId}/2020/initiatives/05/`);
    expect(await page.getByRole('main').innerText()).toContain('IoT・AI評論家');
  });
});

/** Everybody else answers, approves and accepts, through the same commands as the pages. */
async function answerTheRest({ database: { db } }: RunningOffice): Promise<void> {
  const today = dayInJapan(new Date());
  for (const { id, department, subject, number, state } of await readTransaction(db, (trx) => listBoard(trx, planId, 2021))) {
    if (state === 'accepted') continue;
    const all = { ...actorWith('mihon-41', ['reporter', department], ['section-head', department], ['secretariat']), personId: await anybody(db) };
    const answer = subject.kind === 'node' ? { ...emptyItemAnswer, text: `${number}の取組を実施した。` } : { ...emptyIndicatorAnswer, printed: '20.0' };
    for (const step of [{ action: 'submit', answer }, { action: 'approve' }, { action: 'accept' }] as const) {
      const done = await actOnRequest(db, { requestId: id, actor: all, today, ...step });
      expect(done.outcome, `${number} ${step.action}`).toBe('done');
    }
  }
}

async function anybody(db: RunningOffice['database']['db']): Promise<string> {
  return (await db.selectFrom('person').select('id').where('staff_number', '=', 'mihon-41').executeTakeFirstOrThrow()).id;
}
