import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveAnswer } from '../../src/commands/save-answer.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { loadEdition } from '../../src/database/edition-store.ts';
import { listPeople, toActor } from '../../src/database/people-store.ts';
import { listBoard } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import type { Actor } from '../../src/domain/organization/post.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { proposeAssignments } from '../../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// The secretariat's day at the board: it changes before one's eyes, and what is done with many at once.

let browser: Browser;
let office: RunningOffice;
let context: BrowserContext;
let page: Page;
let writer: Actor;
const today = dayInJapan(new Date());
const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
const board = () => `${office.url}/workspace/board/${planId}/2021`;
const clean = async () => expect(await axeFindings(page), page.url()).toEqual([]);

beforeAll(async () => {
  browser = await startBrowser();
  office = await openOffice();
  const { db } = office.database;
  const [edition, people] = await readTransaction(db, async (trx) => [await loadEdition(trx, planId, 2020), await listPeople(trx)] as const);
  const someone = (role: Actor['posts'][number]['role'], department?: string) => {
    const found = people.find(({ posts }) => posts.some((post) => post.role === role && (department === undefined || post.department === department)));
    if (!found) throw new Error(`Nobody is ${role} of ${department}.`);
    return toActor(found, today);
  };
  const secretariat = someone('secretariat');
  writer = someone('reporter', 'shokuin');
  await prepareRound(db, {
    planId, fiscalYear: 2021, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: inDays(5), headDeadline: inDays(12), assignments: proposeAssignments(edition?.edition ?? null), actor: secretariat,
  });
  await openRound(db, { planId, fiscalYear: 2021, actor: secretariat, allowUnassigned: true });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await enterAs(context, office, '事務局 一彦');
});
afterAll(async () => {
  await context.close();
  await office.close();
  await browser.close();
});

describe('the board in a browser', () => {
  test('shows the actions only when something is chosen, and counts it', async () => {
    await page.goto(board());
    expect(await page.getByRole('button', { name: '受理する' }).isVisible()).toBe(false);
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(1).check();
    expect(await page.locator('#board-bulk').innerText()).toContain('選んだ2件を');
    await clean();
    await page.getByRole('link', { name: /表示中の.*すべて選ぶ/ }).click();
    expect(await page.locator('#board-bulk').innerText()).toContain('選んだ113件を');
  });

  test('changes by itself when a reporter saves; boxes, focus and place stay', async () => {
    await page.goto(`${board()}?department=shokuin`);
    const { id } = (await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2021))).find(({ department, number }) => department === 'shokuin' && number === '43')!;
    await page.getByText('自動で更新しています。').waitFor();
    const own = page.locator(`#request-${id}`);
    await own.getByRole('checkbox').check();
    expect(await own.innerText()).toContain('未着手');
    const saved = await saveAnswer(office.database.db, { requestId: id, answer: { ...emptyItemAnswer, text: '研修を実施した。' }, baseVersion: null, actor: writer, today });
    expect(saved.outcome).toBe('saved');
    await own.getByText('作成中').waitFor({ timeout: 15_000 });
    expect(await own.getByRole('checkbox').isChecked()).toBe(true);
    expect(await own.getByRole('checkbox').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await own.innerText()).toContain(writer.name);
    expect(await page.locator('#board-counts').innerText()).toMatch(/作成中\s*1件/);
  });

  test('takes a row away that no longer fits what is shown', async () => {
    await page.goto(`${board()}?department=shokuin&state=not-started`);
    await page.getByText('自動で更新しています。').waitFor();
    const { id } = (await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2021))).find(({ department, number }) => department === 'shokuin' && number === '44')!;
    await saveAnswer(office.database.db, { requestId: id, answer: { ...emptyItemAnswer, text: '研修を実施した。' }, baseVersion: null, actor: writer, today });
    await page.locator(`#request-${id}`).waitFor({ state: 'detached', timeout: 15_000 });
    expect(await page.locator('#board-rows tr').count()).toBe(21);
  });

  test('keeps header and first column in sight', async () => {
    await page.setViewportSize({ width: 700, height: 700 });
    await page.goto(board());
    await page.locator('#board-table').evaluate((element) => { element.scrollTo(300, 400); });
    const table = (await page.locator('#board-table').boundingBox())!;
    const header = (await page.locator('#board-table thead th').nth(2).boundingBox())!;
    expect(await page.locator('#board-table').evaluate(({ scrollLeft, scrollTop }) => [scrollLeft > 50, scrollTop])).toEqual([true, 400]);
    const first = (await page.locator('#board-rows th').nth(12).boundingBox())!;
    expect(Math.abs(header.y - table.y)).toBeLessThan(3);
    expect(Math.abs(first.x - table.x)).toBeLessThan(3);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('leads the chosen ones to the reminders, which are made once', async () => {
    await page.goto(`${board()}?department=shokuin&only=unanswered`);
    await page.getByRole('link', { name: /表示中の.*すべて選ぶ/ }).click();
    await page.getByRole('button', { name: '督促の対象にする' }).click();
    expect(await page.getByRole('main').innerText()).toMatch(/選んだ23件を手元に持つ/);
    await clean();
    await page.getByRole('button', { name: '選んだ人を確かめる' }).click();
    await clean();
    await page.getByRole('button', { name: /督促を作成する$/ }).click();
    expect(await page.getByRole('main').innerText()).toContain('送付箱に入れたもの');
    await clean();
  });

  test('every other page of the secretariat is clean too', async () => {
    for (const path of [`/workspace/board/${planId}/2021/unanswered`, `/workspace/rounds/${planId}/2021/close`, '/workspace/reminders', `/workspace/board/${planId}/2021?words=zzz`, `/workspace/board/${planId}/2021/results/long-gone`]) {
      await page.goto(office.url + path);
      await clean();
    }
    await page.goto(board());
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('button', { name: '差し戻す' }).click();
    await clean();
  });

  test('nothing of it was a fault of the server', () => {
    expect(office.faults).toEqual([]);
  });
});
