// npm run pictures: the pictures of the documents, taken from the product as `npm start` opens it, so that they show what it is today.
// Another folder than docs/pictures: npm run pictures -- /tmp/pictures
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../tests/browser.ts';

const port = 3979;
const url = `http://localhost:${port}`;
const folder = process.argv[2] ?? 'docs/pictures';
const wide = { width: 1280, height: 1100 };
const phone = { width: 390, height: 844 };

const home = await mkdtemp(join(tmpdir(), 'ayumi-pictures-'));
const server = spawn(process.execPath, ['--import', './scripts/jsx.mjs', 'src/main.ts'], { env: { ...process.env, AYUMI_HOME: home, PORT: String(port), NODE_ENV: '' }, stdio: 'inherit' });
try {
  await untilHealthy();
  const browser = await startBrowser();
  await takePublicPictures(browser);
  await takeStaffPictures(browser);
  await takeKeepersPictures(browser);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => { server.once('exit', resolve); });
  await rm(home, { recursive: true, force: true });
}

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await fetch(`${url}/healthz`).then(({ ok }) => ok, () => false)) return;
    await sleep(500);
  }
  throw new Error('The server did not start within a minute.');
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function takePublicPictures(browser: Browser): Promise<void> {
  const year = `${url}/plans/gyozaisei-6/2020`;
  for (const [name, address, viewport] of [
    ['overview', `${year}/`, { width: 1280, height: 1500 }], ['overview-narrow', `${year}/`, phone],
    ['initiative', `${year}/initiatives/09/`, wide], ['indicator', `${year}/indicators/1/`, wide],
  ] as const) {
    const page = await browser.newPage({ viewport });
    await page.goto(address);
    await take(page, name);
    await page.close();
  }
}

/** Enters as one of the fictional people of the demonstration. */
async function enterAs(browser: Browser, name: string, viewport = wide): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${url}/workspace/sign-in`);
  await page.getByRole('row', { name: new RegExp(name) }).getByRole('button').click();
  await page.waitForLoadState();
  return page;
}

/** A round from its preview to the answer that waits for approval, and what the secretariat does beside it. */
async function takeStaffPictures(browser: Browser): Promise<void> {
  const enter = (name: string, viewport = wide) => enterAs(browser, name, viewport);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const next = async (page: Page) => { await page.getByRole('button', { name: '保存して次へ進む' }).click(); };

  const office = await enter('事務局 一彦');
  await office.goto(`${url}/workspace/rounds`);
  await office.getByRole('button', { name: '照会を準備する' }).click();
  await office.getByLabel('担当者の締切').fill(inDays(20));
  await office.getByLabel('所属長の締切').fill(inDays(27));
  await next(office);
  await next(office);
  for (const select of await office.locator('select').all()) await select.selectOption({ label: '政策室' });
  await next(office);
  await take(office, 'round-preview');
  await office.getByRole('button', { name: /照会を開始する/ }).click();

  await office.goto(`${url}/workspace/rounds`);
  await office.getByRole('link', { name: /締切を変更する/ }).click();
  await office.getByLabel('所属長の締切').fill(inDays(34));
  await office.getByLabel('変更の理由').fill('議会の日程が変わったため');
  await take(office, 'deadlines');
  await office.getByRole('button', { name: '締切を変更する' }).click();

  const owner = await enter('担当 二葉');
  await owner.getByRole('link', { name: '質の高い行政運営' }).first().click();
  await owner.locator('#printed').fill('３８．１ ※１');
  await owner.locator('#alternative').fill('61.2');
  await owner.getByLabel('速報値').check();
  await owner.getByRole('button', { name: '下書きを保存する' }).click();
  await take(owner, 'indicator-answer');

  const writer = await enter('担当 三郎');
  await take(writer, 'my-work');
  await writer.getByRole('link', { name: 'ICT人財の育成' }).first().click();
  await writer.locator('#text').fill('東京都市町村職員研修所の講演会に職員を３人派遣し、AIを用いた自治体の課題解決への理解促進を図った。');
  await writer.getByText('全て保存済み').waitFor({ timeout: 20_000 });
  await take(writer, 'answer');
  await writer.getByRole('button', { name: '所属長に提出する' }).click();

  const head = await enter('課長 二美', phone);
  await head.goto(`${url}/workspace/approval`);
  await take(head, 'approval');

  await office.goto(`${url}/workspace/board`);
  await take(office, 'board');
  for (const [name, address] of [['my-work-secretariat', ''], ['reminders', 'reminders'], ['proofreading', 'proofreading/gyozaisei-6/2021'], ['publish', 'publish/gyozaisei-6/2021'], ['plan-import', 'plan-import']] as const) {
    await office.goto(`${url}/workspace/${address}`);
    await take(office, name);
  }
  await takeMeeting(office);
}

/** A meeting with its agenda, and one matter as it is shown on the wall. */
async function takeMeeting(office: Page): Promise<void> {
  await office.goto(`${url}/workspace/headquarters`);
  await office.getByLabel('会議の名称').fill('令和３年度第２回　行財政改革推進本部会議');
  await office.getByLabel('開催日').fill('2021-07-12');
  await office.getByRole('button', { name: '登録する' }).click();
  const meeting = office.url();
  await office.getByLabel('対象').selectOption({ label: '05 ICT人財の育成' });
  await office.getByRole('textbox', { name: /^資料/ }).fill('研修の派遣の実績と、効果の測り方について審議する。');
  await office.getByRole('button', { name: '追加する' }).click();
  await take(office, 'meeting');
  await office.goto(`${meeting}/projector/1`);
  await take(office, 'meeting-projector');
  await office.goto(`${url}/workspace/opinions`);
  await take(office, 'opinions');
}

/** What システム管理者 keeps. */
async function takeKeepersPictures(browser: Browser): Promise<void> {
  const keeper = await enterAs(browser, '管理 一成');
  for (const [name, address] of [['people', 'people'], ['departments', 'departments'], ['audit', 'audit'], ['account', 'account']] as const) {
    await keeper.goto(`${url}/workspace/${address}`);
    await take(keeper, name);
  }
}
