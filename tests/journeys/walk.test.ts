import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { loadEdition } from '../../src/database/edition-store.ts';
import { listPeople, toActor } from '../../src/database/people-store.ts';
import { listBoard } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import type { Role } from '../../src/domain/organization/post.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { proposeAssignments } from '../../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// Those who read open every page of their menu, on a phone and on a desk (all others: every-screen.test.ts); people write and approve with the keyboard alone.

let browser: Browser;
let office: RunningOffice;
/** An answer that waits for the section head, and one that nobody has begun. */
let waiting: string;
let open: string;

beforeAll(async () => {
  browser = await startBrowser();
  office = await openOffice();
  const { db } = office.database;
  const today = dayInJapan(new Date());
  const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
  const [edition, people] = await readTransaction(db, async (trx) => [await loadEdition(trx, planId, 2020), await listPeople(trx)] as const);
  const holder = (role: Role, department?: string) => toActor(people.find(({ posts }) => posts.some((post) => post.role === role && (department === undefined || post.department === department)))!, today);
  const round = { planId, fiscalYear: 2021, actor: holder('secretariat') };
  await prepareRound(db, {
    ...round, asked: { progress: 'required', selfAssessment: 'optional', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'optional' }, scale: [{ id: 'a', name: 'Ａ' }],
    departmentDeadline: inDays(5), headDeadline: inDays(12), assignments: proposeAssignments(edition?.edition ?? null),
  });
  await openRound(db, { ...round, allowUnassigned: true });
  const requests = (await readTransaction(db, (trx) => listBoard(trx, planId, 2021))).filter(({ department }) => department === 'shokuin');
  waiting = requests[0]!.id;
  open = requests[1]!.id;
  await actOnRequest(db, { requestId: waiting, action: 'submit', actor: holder('reporter', 'shokuin'), today, answer: { ...emptyItemAnswer, text: `長い文章<b>${'ｗ'.repeat(300)}` }, baseVersion: null });
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
  await browser.close();
});

test.each(['代決 一恵', '市長 一', '閲覧 一子'])('%s can read every page of the menu, and nothing is wider than a phone or a desk', async (name) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const page = await enterAs(context, office, name);
    const menu = await page.getByRole('navigation', { name: '仕事', exact: true }).getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    for (const path of new Set([...menu, '/workspace/account'])) {
      const response = await page.goto(office.url + path);
      expect(response?.status(), path).toBe(200);
      expect(await axeFindings(page), path).toEqual([]);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), `${path} at ${width}`).toBe(true);
      }
      await page.setViewportSize({ width: 360, height: 800 });
    }
  } finally {
    await context.close();
  }
});

describe('with the keyboard alone', () => {
  test('a reporter writes and submits, and the section head approves', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    try {
      let page = await enterAs(context, office, '担当 三郎');
      await page.goto(`${office.url}/workspace/requests/${open}`);
      await reach(page, 'document.activeElement.id === "text"');
      await page.keyboard.type('キーボードだけで書いた。');
      await reach(page, 'document.activeElement.value === "submit"');
      await page.keyboard.press('Enter');
      await page.getByText('所属長に提出しました。').waitFor();
      page = await enterAs(context, office, '課長 二美');
      await page.goto(`${office.url}/workspace/approval`);
      await reach(page, `document.activeElement.closest('#request-${open}') !== null && /^承認する/.test(document.activeElement.textContent)`);
      await page.keyboard.press('Enter');
      await page.getByText('承認し、事務局に送りました。').first().waitFor();
      const request = (await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2021))).find(({ id }) => id === open);
      expect(request?.state).toBe('approved');
    } finally {
      await context.close();
    }
  });
});

/** Presses Tab until the condition holds in the page; what has the focus is always seen. */
async function reach(page: Page, condition: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(condition)) {
      expect(await page.evaluate<boolean>(`(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; })()`)).toBe(true);
      return;
    }
  }
  throw new Error(`The keyboard does not reach ${condition}.`);
}
