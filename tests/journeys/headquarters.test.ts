import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// A meeting of headquarters: the secretariat prepares the agenda, the mayor sees it on the wall, decisions are recorded.

let browser: Browser;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

const long = 'この文章は、会議の画面で一枚に収まらない長さの資料です。読み進めても途中で切れず、次の議題に勝手に移らないことを確かめます。'.repeat(30);

describe.each([['with scripts', true], ['without scripts', false]])('a meeting, %s', (_, javaScriptEnabled) => {
  let office: RunningOffice;
  let context: BrowserContext;
  let page: Page;
  let meeting = '';
  const clean = async () => {
    if (javaScriptEnabled) expect(await axeFindings(page), page.url()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), page.url()).toBe(true);
  };
  const atEverySize = async () => {
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 720 }]) {
      await page.setViewportSize(viewport);
      await clean();
    }
  };
  const add = async (subject: string, paper: string, title = '') => {
    await page.getByLabel('対象').selectOption({ label: subject });
    await page.getByRole('textbox', { name: /^題名/ }).fill(title);
    await page.getByRole('textbox', { name: /^資料/ }).fill(paper);
    await page.getByRole('button', { name: '追加する' }).click();
  };

  beforeAll(async () => {
    office = await openOffice();
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 720 } });
  });
  afterAll(async () => {
    await context.close();
    expect(office.faults).toEqual([]);
    await office.close();
  });

  test('is called about a published year, and its agenda is put in order', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.getByRole('link', { name: '本部', exact: true }).click();
    await clean();
    await page.getByLabel('会議の名称').fill('令和３年度第２回　行財政改革推進本部会議');
    await page.getByLabel('開催日').fill('2021-07-12');
    await page.getByRole('button', { name: '登録する' }).click();
    meeting = new URL(page.url()).pathname;
    await add('05 ICT人財の育成', '研修の派遣の実績と、効果の測り方について審議する。\n派遣の人数は、別に配付する。');
    await add('計画全体', '', '推進計画の進捗状況の公表について');
    await add('06 AI・RPA等の先進技術の導入', long);
    const titles = () => page.locator('.agenda-sheet .what a').allInnerTexts();
    expect(await titles()).toEqual(['05 ICT人財の育成', '推進計画の進捗状況の公表について', '06 AI・RPA等の先進技術の導入']);
    await page.getByRole('button', { name: '議題2を下へ移す' }).click();
    expect(await titles()).toEqual(['05 ICT人財の育成', '06 AI・RPA等の先進技術の導入', '推進計画の進捗状況の公表について']);
    await atEverySize();
    await page.getByRole('link', { name: '推進計画の進捗状況の公表について' }).click();
    await page.getByRole('textbox', { name: /^資料/ }).fill('公表の時期は、８月上旬とする。');
    await page.getByRole('button', { name: '題名と資料を保存する' }).click();
    expect(await page.locator('.deliberated').innerText()).toContain('公表の時期は、８月上旬とする。');
    await atEverySize();
  });

  test('records a decision with an order to a department, which the mayor sees apart on the wall', async () => {
    await page.goto(office.url + meeting);
    await page.getByRole('link', { name: '05 ICT人財の育成' }).click();
    await page.getByLabel('決定の内容').fill('取組を継続する。');
    await page.getByLabel('部署への指示').fill('研修の受講後に、どの業務がどれだけ改善したかを数値で示すこと。');
    await page.getByRole('button', { name: '議題1の決定を記録する' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('指示する部署が選ばれていません。');
    await clean();
    await page.getByLabel('職員課').check();
    await page.getByRole('button', { name: '議題1の決定を記録する' }).click();
    expect(await page.locator('.decided').innerText()).toContain('取組を継続する。');
    await atEverySize();
    expect(await page.getByRole('main').innerText()).toContain('決定が記録された議題は、題名と資料を変更できません。');

    page = await enterAs(context, office, '市長 一');
    await page.goto(`${office.url}${meeting}/projector/1`);
    expect(await page.locator('.ordered').innerText()).toContain('職員課');
    expect(await page.locator('.decided').innerText()).not.toContain('職員課');
    expect(await page.locator('.paths svg').count()).toBeGreaterThan(0);
    await atEverySize();
  });

  test('is turned page by page, by links and by keys, and a long text is read to its end', async () => {
    const at = (position: number) => page.waitForURL(`${office.url}${meeting}/projector/${position}`);
    await page.goto(`${office.url}${meeting}/projector/0`);
    await atEverySize();
    await page.getByRole('link', { name: '次へ' }).click();
    await at(1);
    await page.getByRole('link', { name: '次へ' }).click();
    await at(2);
    await atEverySize();
    if (!javaScriptEnabled) return;
    await page.keyboard.press('ArrowLeft');
    await at(1);
    await page.keyboard.press('ArrowRight');
    await at(2);
    for (let presses = 0; presses < 40 && page.url().endsWith('/2'); presses += 1) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(150);
      if (presses === 0) expect(page.url()).toContain('/projector/2');
    }
    await at(3);
    await page.keyboard.press('PageUp');
    await at(2);
  });

  test('is followed by the opinion of a council, which the city answers and decides to publish', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.getByRole('link', { name: '外部の意見', exact: true }).click();
    await atEverySize();
    await page.getByRole('link', { name: '令和２年度の意見を登録する' }).click();
    await page.getByRole('button', { name: '登録する' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('機関が選ばれていません。');
    await atEverySize();
    await page.getByLabel('意見の対象').selectOption({ label: '05 ICT人財の育成' });
    await page.getByLabel('審議会').check();
    await page.getByLabel('意見が述べられた日').fill('2021-08-02');
    await page.getByLabel('意見の内容').fill('研修の効果を数値で示すべきである。');
    await page.getByRole('button', { name: '登録する' }).click();
    await atEverySize();
    await page.getByRole('combobox', { name: '部署' }).selectOption({ label: '職員課' });
    await page.getByLabel('対応の内容').fill('受講後の調査を行う。');
    await page.getByRole('button', { name: '対応を記録する' }).click();
    await page.getByRole('button', { name: '今の内容を公表する' }).click();
    expect(await page.getByRole('article').innerText()).toContain('受講後の調査を行う。');
    expect(await page.getByRole('article').innerText()).toContain('公表する');
    await atEverySize();
  });

  test('is followed by a change of the plan, seen in a dry run before it is recorded', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.getByRole('link', { name: '計画の変更', exact: true }).click();
    await atEverySize();
    await page.getByRole('link', { name: '終了', exact: true }).click();
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('対象の項目が選ばれていません。');
    await atEverySize();
    await page.getByLabel('07 職場のオンライン環境の整備').check();
    await page.getByLabel('変更の年度').fill('2021');
    await page.getByLabel('理由').fill('目的を達したため');
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await page.getByRole('main').innerText()).toContain('令和３年度の照会が、最後になります。');
    await atEverySize();
    await page.getByRole('button', { name: 'この内容で計画の変更を記録する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('計画の変更を記録しました。');
    await atEverySize();
  });

  test('and, years later, by the next plan', async () => {
    await page.getByRole('link', { name: '次期計画への移行' }).click();
    await atEverySize();
    await page.getByRole('link', { name: /の次の計画を作る$/ }).click();
    await page.getByLabel('06 AI・RPA等の先進技術の導入をどうするか').selectOption('merge');
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('06の統合先「」が、引き継ぐ項目の番号にありません。');
    await atEverySize();
    await page.getByLabel('06 AI・RPA等の先進技術の導入の統合先').fill('05');
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await page.getByRole('main').innerText()).toContain('統合1件');
    await atEverySize();
    await page.getByRole('button', { name: 'この内容で次の計画を登録する' }).click();
    expect(await page.getByRole('main').innerText()).toContain('を登録しました。');
    await atEverySize();
  });

  test('keeps its frames and drawings in forced colours', async () => {
    const forced = await browser.newContext({ javaScriptEnabled, forcedColors: 'active', viewport: { width: 1280, height: 720 } });
    page = await enterAs(forced, office, '市長 一');
    await page.goto(`${office.url}${meeting}/projector/1`);
    await clean();
    expect(await page.evaluate("getComputedStyle(document.querySelector('.ordered')).borderTopStyle")).toBe('solid');
    await forced.close();
  });
});
