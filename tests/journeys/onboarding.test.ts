import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minimalWorkbook, type TestCell } from '../../src/documents/workbook/minimal-workbook.testing.ts';
import { appCode } from '../../src/workspace/staff-room.testing.ts';
import { startBrowser } from '../browser.ts';
import { axeFindings } from './axe.ts';
import { openOffice, type RunningOffice } from './running-office.ts';

// From an empty data folder and a city's own workbook to the published site, on a phone's width; then another workbook without scripts.

let browser: Browser;
let office: RunningOffice;
let context: BrowserContext;
let page: Page;
let keys: Record<string, string> = {};

beforeAll(async () => {
  browser = await startBrowser();
  office = await openOffice({ empty: true });
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  expect(office.faults).toEqual([]);
  await office.close();
});

const main = () => page.getByRole('main').innerText();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click();

/** The screen that is open: nothing for axe to find, nothing to be scrolled sideways. */
async function look(): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([]);
  expect(await page.evaluate<string[]>(`[...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !element.closest('.scroll') && !element.closest('.skip')).slice(0, 3).map((element) => element.outerHTML.slice(0, 160))`), page.url()).toEqual([]);
}

async function signIn(staffNumber: string, password: string): Promise<void> {
  await page.goto(`${office.url}/workspace/sign-in`);
  await page.getByLabel('職員番号').fill(staffNumber);
  await page.getByLabel('パスワード').fill(password);
  await press('サインインする');
}

/** The first sign-in of somebody with a one-time password: an own password, and the second step that the role requires. */
async function signInFirst(staffNumber: string, oneTime: string, own: string): Promise<void> {
  await signIn(staffNumber, oneTime);
  await look();
  await page.getByLabel('仮のパスワード').fill(oneTime);
  await page.getByLabel('新しいパスワード', { exact: true }).fill(own);
  await page.getByLabel('新しいパスワード（確認のため、もう一度）').fill(own);
  await press('変更する');
  await look();
  keys = { ...keys, [staffNumber]: await page.locator('code.key').innerText() };
  await page.getByLabel('確認コード').fill(appCode(keys[staffNumber]!));
  await press('設定する');
  await look();
  await follow('控えたので、先へ進む');
}

const sheet = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = []) => Buffer.from(minimalWorkbook({ sheets: [{ name: '表紙', rows: [['見本市第３次行政改革プラン'], ['令和３年４月']] }, { name: '一覧', rows, merges }] }));

/** As a city has it: a title above, a header of two rows, merged upper levels, 〃, notes below, a second table of indicators. */
const workbook = sheet([
  ['見本市第３次行政改革プラン　進捗状況一覧'], [],
  ['基本方針', null, '取組項目', null, '所管課', '令和２年度の取組状況'], ['番号', '名称', '番号', '名称', null, null],
  ['１', '市民に開かれた行政', '01', '窓口の見直し', '総務課', '予約制を始めた。\n・記載台を減らした。'], [null, null, '02', 'オンライン手続の拡大', '〃', '３手続を追加した。'],
  ['２', '持続できる財政', '03', '市税の収納率の向上', '納税課', '口座振替を勧めた。'], [null, null, '04', '使用料の見直し', '関係各課（財政課、総務課）', '検討を行っていない。'],
  [], ['※１　取組項目の番号は、計画を通した番号である。'], [],
  ['【指標】'], ['指標名', '単位', '基準値（R元年度）', '目標値（R6年度）', '実績値（R2年度）'], ['収納率', '％', '96.5', '98.0', '97.0'],
], ['A3:B3', 'C3:D3', 'E3:E4', 'F3:F4', 'A5:A6', 'B5:B6', 'A7:A8', 'B7:B8']);

describe('from nothing to a public site', () => {
  test('the public root says that nothing is published, and leads to where staff begin', async () => {
    await page.goto(office.url);
    expect(await main()).toContain('公表した計画は、まだありません。');
    await look();
    await follow('職員用ページ');
    expect(new URL(page.url()).pathname).toBe('/workspace/sign-in');
  });

  test('the first administrator signs in with what the terminal said, and is led to the beginning', async () => {
    const [, staffNumber = '', oneTime = ''] = /職員番号 (\S+)　仮のパスワード (\S+)/.exec(office.announced) ?? [];
    await signInFirst(staffNumber, oneTime, 'yamadera no semi no koe');
    expect(new URL(page.url()).pathname).toBe('/workspace/start');
    expect(await main()).toContain('次にする');
    await look();
  });

  test('registers the city: a check digit that does not fit is named with the one that does', async () => {
    await follow('自治体を登録する');
    await look();
    await page.getByLabel('自治体の名称').fill('狛江市');
    await page.getByLabel('全国地方公共団体コード').fill('132194');
    await page.getByLabel('平成31年度').check();
    await press('登録する');
    expect(await page.getByRole('alert').innerText()).toContain('検査数字は5です');
    await look();
    await page.getByLabel('全国地方公共団体コード').fill('132195');
    await page.getByLabel('一桁は全角、二桁は半角').check();
    await press('登録する');
    expect(await main()).toContain('狛江市（132195）。平成31年度、令和２年度のように書きます。');
    await look();
  });

  let oneTime = '';
  test('adds the first person of 事務局, who goes on: the administrator may not take plans in', async () => {
    await page.goto(`${office.url}/workspace/plan-import`);
    expect(await main()).toContain('計画を取り込めるのは、事務局だけです。');
    await page.goto(`${office.url}/workspace/`);
    await follow('事務局の職員を登録する');
    await page.getByLabel('職員番号').fill('s0001');
    await page.getByLabel('氏名').fill('水野 音');
    await press('登録する');
    oneTime = await page.locator('code.key').innerText();
    await look();
    await page.goto(`${office.url}/workspace/start`);
    expect(await main()).toContain('1人を登録しています。');
    await press('サインアウト');
    await signInFirst('s0001', oneTime, 'furuike ya kawazu');
    // Whoever looks round first finds a sentence on every page and no fault.
    const menu = await page.getByRole('navigation', { name: '仕事', exact: true }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const address of menu) {
      expect([200, 404], address).toContain((await page.goto(office.url + address))?.status());
      expect((await main()).length, address).toBeGreaterThan(10);
    }
    await page.goto(`${office.url}/workspace/`);
    expect(await main()).toContain('今お使いのExcelの一覧を、そのまま読み取れます。');
    await look();
  });

  test('a file that is no workbook is refused in a sentence', async () => {
    await follow('計画を取り込む');
    await look();
    await page.getByLabel('計画の一覧が入ったファイル').setInputFiles({ name: '計画.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('%PDF-1.7') });
    await press('読み取る');
    expect(await page.getByRole('alert').innerText()).toContain('「計画.xlsx」：PDFです。');
    await look();
  });

  test('the workbook is understood page by page; what no sheet says is asked', async () => {
    await page.getByLabel('計画の一覧が入ったファイル').setInputFiles({ name: '進捗一覧.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
    await press('読み取る');
    expect(await main()).toContain('3行目から4行目までを一つの見出しとした');
    await look();
    await press('次へ');
    expect(await page.getByLabel('階層の名前').inputValue()).toBe('基本方針\n取組項目');
    await look();
    await press('次へ');
    expect(await page.getByLabel('F列　令和２年度の取組状況').inputValue()).toBe('report');
    await look();
    await press('次へ');
    expect(await page.getByLabel('D列　目標値（R6年度）').inputValue()).toBe('indicator-target');
    await press('次へ');
    await press('次へ');
    expect(await page.getByRole('alert').innerText()).toContain('計画の識別子を入力してください。');
    await look();
    await page.getByRole('alert').getByRole('link').click();
    await page.getByLabel('計画の識別子').fill('gyokaku-3');
    await page.getByLabel('計画期間の初めの年度').fill('R2');
    await page.getByLabel('計画期間の終わりの年度').fill('令和６年度');
    await press('次へ');
    expect(await page.getByLabel('指標1　収納率').inputValue()).toBe('increase');
    await look();
    await press('次へ');
    expect(await main()).toContain('次の3部署を、新しく登録します。');
    await page.getByLabel('納税課', { exact: true }).fill('nozei');
    await look();
    await press('次へ');
  });

  test('the result shows the tree and every cell with its reason', async () => {
    expect(await main()).toContain('取り込めない問題はありません。');
    await look();
    await follow(/セルごとの読み取り方を見る/);
    expect(await page.getByRole('row', { name: /一覧!E6/ }).innerText()).toContain('「〃」はE5と同じ');
    await look();
    await follow('変えずに戻る');
    await press('次へ');
    expect(await main()).toContain('新しく登録する部署');
    await look();
    await follow(/変更\s*：計画期間/);
    await page.getByLabel('推進本部の名称').fill('行政改革推進本部');
    await press('次へ');
    expect(await main()).toContain('行政改革推進本部');
    await press('取り込む');
    expect(await main()).toContain('計画「見本市第３次行政改革プラン」を登録しました。');
    await look();
  });

  test('what the sheet said of the year is read through and published, and the beginning is over', async () => {
    await follow('取り込んだ令和２年度の取組状況を確かめて公表する');
    expect(await main()).toContain('照会と承認を経ていない文章です。');
    await look();
    await press('令和２年度の第１版を公表する');
    await look();
    await follow('公開ページを見る');
    expect(await page.title()).toContain('見本市第３次行政改革プラン');
    expect(await main()).toContain('収納率');
    await page.goto(`${office.url}/plans/gyokaku-3/2020/initiatives/01/`);
    expect(await main()).toContain('記載台を減らした。');
    await page.goto(`${office.url}/workspace/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('わたしの仕事');
  });
});

test('without scripts: a second plan in another make, and its first round', async () => {
  const cookies = await context.cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  await plain.addCookies(cookies);
  page = await plain.newPage();
  await page.goto(`${office.url}/workspace/plan-import`);
  await page.getByLabel('計画の一覧が入ったファイル').setInputFiles({ name: 'DX計画.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from('柱\tNo.\t事業名\t担当課\n１ 市民サービス\t1\t窓口予約\t総務課\n同上\t2\t電子申請\t納税課\n') });
  await press('読み取る');
  await page.getByLabel('新しい計画として登録する').check();
  for (let step = 0; step < 4; step += 1) await press('次へ');
  await page.getByLabel('計画の名称').fill('見本市DX計画');
  await page.getByLabel('計画の識別子').fill('dx-1');
  await press('次へ');
  expect(await main()).toContain('取り込めない問題はありません。');
  await press('次へ');
  await press('取り込む');
  await follow('照会を準備する');
  expect(await main()).toContain('見本市DX計画');
  await plain.close();
});

test('the next time the code of the app is asked for, and a wrong one is told', async () => {
  const later = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await later.newPage();
  await signIn('s0001', 'furuike ya kawazu');
  expect(new URL(page.url()).pathname).toBe('/workspace/sign-in/second-step');
  await look();
  await page.getByLabel('確認コード').fill('000000');
  await press('確認する');
  expect(await page.getByRole('alert').innerText()).toContain('確認コード');
  await look();
  await later.close();
});
