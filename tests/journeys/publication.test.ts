import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { loadEdition } from '../../src/database/edition-store.ts';
import { listPeople, toActor } from '../../src/database/people-store.ts';
import { listBoard } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import type { Actor } from '../../src/domain/organization/post.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../src/domain/round/indicator-answer.ts';
import { proposeAssignments } from '../../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// Decide, order, publish, correct, and the order comes back: as the people do it, in a browser. What is no part of that, the answers
// of the other departments and the rounds themselves, is set beforehand (round.test.ts walks it).

let browser: Browser;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

const today = dayInJapan(new Date());
const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
const year = `/plans/${planId}/2021/`;

describe.each([['with scripts', true], ['without scripts', false]])('a year is decided on, published and corrected, %s', (_, javaScriptEnabled) => {
  let office: RunningOffice;
  let context: BrowserContext;
  let page: Page;
  let secretariat: Actor;
  let first = '';
  const clean = async () => {
    await page.waitForLoadState();
    if (javaScriptEnabled) expect(await axeFindings(page), page.url()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), page.url()).toBe(true);
  };
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const main = () => page.getByRole('main').innerText();
  const edition = (number: number) => readTransaction(office.database.db, (trx) => loadEdition(trx, planId, 2021, number));

  beforeAll(async () => {
    office = await openOffice();
    const { db } = office.database;
    secretariat = toActor((await readTransaction(db, (trx) => listPeople(trx))).find(({ posts }) => posts.some(({ role }) => role === 'secretariat'))!, today);
    await open(2021);
    await answerAll(2021);
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  }, 240_000);
  afterAll(async () => {
    await context.close();
    expect(office.faults).toEqual([]);
    await office.close();
  });

  async function open(fiscalYear: number): Promise<void> {
    const { db } = office.database;
    const { edition: before } = (await readTransaction(db, (trx) => loadEdition(trx, planId, fiscalYear - 1)))!;
    const prepared = await prepareRound(db, {
      planId, fiscalYear, actor: secretariat, scale: [], departmentDeadline: inDays(20), headDeadline: inDays(27),
      asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' },
      assignments: proposeAssignments(before, Object.fromEntries(before.indicators.map(({ id }) => [id, 'seisaku']))),
    });
    if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
    const opened = await openRound(db, { planId, fiscalYear, actor: secretariat, allowUnassigned: true });
    if (opened.outcome === 'refused') throw new Error(JSON.stringify(opened.refusals));
  }

  /** Whatever is not accepted yet is answered, approved and accepted, by whoever is asked. */
  async function answerAll(fiscalYear: number): Promise<void> {
    const { db } = office.database;
    for (const { id, department, subject, number, state } of await readTransaction(db, (trx) => listBoard(trx, planId, fiscalYear))) {
      const post = { from: '2020-04-01', until: null };
      const actor: Actor = { ...secretariat, posts: [{ role: 'reporter', department, ...post }, { role: 'section-head', department, ...post }, { role: 'secretariat', department: null, ...post }] };
      const answer = subject.kind === 'node' ? { ...emptyItemAnswer, text: `${number}の取組を実施した。` } : { ...emptyIndicatorAnswer, printed: '20.0' };
      for (const step of [...(state === 'submitted' ? [] : [{ action: 'submit', answer } as const]), { action: 'approve' }, { action: 'accept' }] as const) {
        const done = await actOnRequest(db, { requestId: id, actor, today, ...step });
        if (done.outcome !== 'done') throw new Error(`${number} ${step.action}: ${JSON.stringify(done)}`);
      }
    }
  }

  test('headquarters decides on an item and orders its department', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.goto(`${office.url}/workspace/headquarters`);
    await page.getByLabel('審議する計画と年度').selectOption({ label: '狛江市第６次行財政改革推進計画　令和３年度' });
    await page.getByLabel('会議の名称').fill('第１回推進本部');
    await page.getByLabel('開催日').fill('2022-07-12');
    await press('登録する');
    await page.getByLabel('対象').selectOption({ label: '05 ICT人財の育成' });
    await press('追加する');
    await page.getByRole('link', { name: '05 ICT人財の育成' }).click();
    await page.getByLabel('決定の内容').fill('取組を継続する。');
    await page.getByLabel('部署への指示').fill('研修の効果を数値で示すこと。');
    await page.getByLabel('職員課').check();
    await press('議題1の決定を記録する');
    expect(await page.locator('.decided').innerText()).toContain('取組を継続する。');
  }, 120_000);

  test('the secretariat reads what would be published, publishes it, and the site shows the new year', async () => {
    await page.goto(`${office.url}/workspace/publish/${planId}/2021`);
    expect(await main()).toContain('ありません。公表できます。');
    await clean();
    await page.getByRole('link', { name: '公開ページを、公表する前に確かめる' }).click();
    expect(await page.getByRole('complementary', { name: '公表前の確認' }).innerText()).toContain('まだ公表されていません。');
    await page.getByRole('link', { name: '体系', exact: true }).click();
    await page.getByRole('link', { name: /ICT人財の育成/ }).first().click();
    expect(await main()).toContain('05の取組を実施した。');
    await clean();
    await page.getByRole('link', { name: '公表の画面に戻る' }).click();
    await press('令和３年度の第１版を公表する');
    expect(await page.getByRole('status').first().innerText()).toContain('公表しました。');
    await clean();
    await expect.poll(async () => (await page.request.get(`${office.url}${year}initiatives/05/`)).status(), { timeout: 60_000 }).toBe(200);
    await page.goto(`${office.url}${year}initiatives/05/`);
    expect(await main()).toContain('05の取組を実施した。');
    first = (await edition(1))!.canonical;
  }, 240_000);

  test('a mistake is corrected by a further edition with its reason; the old address says so and leads on', async () => {
    const { db } = office.database;
    const request = (await readTransaction(db, (trx) => listBoard(trx, planId, 2021))).find(({ number, subject }) => number === '05' && subject.kind === 'node')!;
    expect(await actOnRequest(db, { requestId: request.id, action: 'correct', baseVersion: request.currentVersion, actor: secretariat, today, note: '人数の誤り', answer: { ...emptyItemAnswer, text: '職員３人を研修に派遣した。' } })).toMatchObject({ outcome: 'done' });
    await page.goto(`${office.url}/workspace/publish/${planId}/2021`);
    expect(await main()).toContain('訂正の理由が書かれていません。');
    await page.getByLabel('訂正の理由').fill('派遣した人数に誤りがあったため');
    await press('保存する');
    expect(await main()).toContain('正誤表（公表済みの版との違い）');
    await clean();
    await press('第２版として訂正を公表する');
    expect(await page.getByRole('status').first().innerText()).toContain('公表しました。');
    const old = `${office.url}${year}editions/1/initiatives/05/`;
    await expect.poll(async () => (await page.request.get(old)).text().then((text) => text.includes('第２版')), { timeout: 60_000 }).toBe(true);
    await page.goto(old);
    expect(await main()).toContain('05の取組を実施した。');
    expect(await page.locator('body').innerText()).toContain('派遣した人数に誤りがあったため');
    await clean();
    await page.goto(`${office.url}${year}initiatives/05/`);
    expect(await main()).toContain('職員３人を研修に派遣した。');
    expect((await edition(1))!.canonical).toBe(first);
    await page.goto(`${office.url}/workspace/publish/${planId}/2021`);
    expect(await main()).toContain('第２版を公表済みです');
    await clean();
    expect((await edition(2))!.edition.correctionReason).toBe('派遣した人数に誤りがあったため');
  }, 240_000);

  test('meanwhile a department is renamed, one is split, and two are merged', async () => {
    page = await enterAs(context, office, '管理 一成');
    const begin = async (kind: string) => {
      await page.goto(`${office.url}/workspace/departments`);
      await page.getByRole('link', { name: kind, exact: true }).click();
      await page.getByLabel('改正日').fill(today);
      await page.getByLabel('改正の理由').fill('組織規則の一部改正');
    };
    const carryOut = async () => {
      await press('予行に進む');
      await press('この内容で組織改正を実施する');
      expect(await main()).toContain('組織改正を実施しました。');
    };
    const into = async (row: string, name: string, id: string) => {
      await page.getByRole('group', { name: row, exact: true }).getByLabel('名称').fill(name);
      await page.getByRole('group', { name: row, exact: true }).getByLabel('識別子').fill(id);
    };
    await begin('名称変更');
    await page.getByLabel('名称の変わる部署').selectOption('zaisei');
    await page.getByLabel('新しい名称').fill('財務課');
    await carryOut();
    await begin('分割');
    await page.getByLabel('分割する部署').selectOption('seisaku');
    await into('1番目の部署', '企画課', 'kikaku');
    await into('2番目の部署', 'デジタル推進課', 'digital');
    await carryOut();
    // The very department that the order was given to goes into another.
    await begin('統合');
    await page.getByRole('group', { name: '統合する部署' }).getByLabel('職員課').check();
    await page.getByRole('group', { name: '統合する部署' }).getByLabel('未来戦略室').check();
    await into('部署', '人財戦略課', 'jinzai');
    await carryOut();
    await clean();
  }, 120_000);

  test('the next year is prepared late: it asks who is there now, and says whom they follow', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.goto(`${office.url}/workspace/rounds/${planId}/2022/fields`);
    for (let step = 0; step < 3; step += 1) await press('保存して次へ進む');
    expect(await main()).toMatch(/職員課（.+の改正でなくなった）：人財戦略課が引き継ぎました。/);
    expect(await main()).toMatch(/政策室（.+の改正でなくなった）：企画課、デジタル推進課が引き継ぎました。/);
    await clean();
    if (await page.getByRole('checkbox').count() > 0) await page.getByRole('checkbox').check();
    await press('令和４年度の照会を開始する');
    expect(await main()).toContain('照会を開始しました。');
    const asked = new Set((await readTransaction(office.database.db, (trx) => listBoard(trx, planId, 2022))).map(({ department }) => department));
    for (const gone of ['shokuin', 'mirai', 'seisaku']) expect(asked).not.toContain(gone);
  }, 120_000);

  test('the order stands at the top of the form of who follows, says where it comes from, must be answered, and is answered', async () => {
    page = await enterAs(context, office, '担当 三郎');
    await page.getByRole('link', { name: 'ICT人財の育成' }).first().click();
    expect(await main()).toContain('人財戦略課');
    const order = await page.locator('.order').first().innerText();
    for (const said of ['研修の効果を数値で示すこと。', '第１回推進本部（令和４年７月12日）の指示です。', '職員課への指示を、組織改正により引き継いでいます。']) expect(order).toContain(said);
    await page.getByRole('textbox', { name: /^令和４年度の取組状況/ }).fill('研修を実施した。');
    await press('所属長に提出する');
    expect(await page.getByRole('alert').innerText()).toContain('本部指示');
    await clean();
    await page.getByRole('textbox', { name: /^本部指示への回答/ }).fill('受講者の８割が、業務に活用している。');
    await press('所属長に提出する');
    page = await enterAs(context, office, '事務局 一彦');
    await page.goto(`${office.url}/workspace/headquarters/follow-up/${planId}`);
    for (const said of ['受講者の８割が、業務に活用している。', '職員課（人財戦略課が引継ぎ）', '第１回推進本部（令和４年７月12日）の指示']) expect(await main()).toContain(said);
    await clean();
  }, 120_000);

  test('the history reads through the reorganisations, each year with the names of its day, and the first edition is the same to the byte', async () => {
    await answerAll(2022);
    await page.goto(`${office.url}/workspace/publish/${planId}/2022`);
    await press('令和４年度の第１版を公表する');
    const item = `${office.url}/plans/${planId}/history/initiatives/i05/`;
    await expect.poll(async () => (await page.request.get(item)).text().then((text) => text.includes('令和４年度')), { timeout: 60_000 }).toBe(true);
    await page.goto(item);
    expect(await page.locator('#year_2022').innerText()).toMatch(/推進部署：人財戦略課\s+研修を実施した。/);
    expect(await page.locator('#year_2021').innerText()).toMatch(/推進部署：職員課\s+職員３人を研修に派遣した。/);
    await clean();
    await page.goto(`${office.url}/plans/${planId}/history/departments/jinzai/`);
    expect(await main()).toMatch(/統合\s+未来戦略室、職員課\s+人財戦略課/);
    expect(await page.locator('#year_2021').innerText()).toContain('職員課（前身の部署）');
    await page.goto(`${office.url}${year}departments/`);
    expect(await main()).toContain('職員課');
    expect(await main()).not.toMatch(/人財戦略課|企画課|財務課/);
    expect((await edition(1))!.canonical).toBe(first);
    expect(await (await page.request.get(`${office.url}${year}editions/1/edition.json`)).text()).toBe(first);
  }, 120_000);
});
