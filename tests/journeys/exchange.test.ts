import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { saveAnswer } from '../../src/commands/save-answer.ts';
import { loadEdition } from '../../src/database/edition-store.ts';
import { listPeople, toActor } from '../../src/database/people-store.ts';
import { listBoard, loadRequest } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { FilledIn } from '../../src/documents/survey-workbook/filled-in.testing.ts';
import { unpackZip, packZip } from '../../src/documents/zip/repack-zip.ts';
import type { Actor } from '../../src/domain/organization/post.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { proposeAssignments } from '../../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { startBrowser } from '../browser.ts';
import { planId } from '../city-hall.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// A department answers on paper of its own: the workbook goes out, is filled in offline, comes back, and meets what was written meanwhile.

let browser: Browser;
let office: RunningOffice;
let writer: Actor;
let folder: string;
const today = dayInJapan(new Date());
const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'ayumi-exchange-'));
  office = await openOffice();
  const { db } = office.database;
  const [edition, people] = await readTransaction(db, async (trx) => [await loadEdition(trx, planId, 2020), await listPeople(trx)] as const);
  const someone = (role: string, department?: string) => toActor(people.find(({ posts }) => posts.some((post) => post.role === role && (department === undefined || post.department === department)))!, today);
  writer = someone('reporter', 'shokuin');
  const actor = someone('secretariat');
  const asked = { progress: 'required', selfAssessment: 'optional', issues: 'optional', nextYear: 'optional', effects: 'not-asked', evidence: 'not-asked' } as const;
  await prepareRound(db, { planId, fiscalYear: 2021, asked, scale: [{ id: 'a', name: 'Ａ' }, { id: 'b', name: 'Ｂ' }], departmentDeadline: inDays(5), headDeadline: inDays(12), assignments: proposeAssignments(edition?.edition ?? null), actor });
  await openRound(db, { planId, fiscalYear: 2021, actor, allowUnassigned: true });
});
afterAll(async () => {
  await browser.close();
  expect(office.faults).toEqual([]);
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([['with scripts', true, ['05', '43', '44']], ['without scripts', false, ['47', '49', '52']]] as const)('a workbook, %s', (_, javaScriptEnabled, [first, second, third]) => {
  let context: BrowserContext;
  let page: Page;
  const clean = async () => expect(javaScriptEnabled ? await axeFindings(page) : [], page.url()).toEqual([]);
  const main = () => page.getByRole('main').innerText();
  const answerTo = async (number: string) => readTransaction(office.database.db, async (trx) => {
    const found = (await listBoard(trx, planId, 2021)).find((request) => request.department === 'shokuin' && request.number === number)!;
    return (await loadRequest(trx, found.id))!;
  });
  /** Presses the link and gives what the browser was sent. */
  const download = async (link: string | RegExp): Promise<Uint8Array> => {
    const [sent] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
    const path = join(folder, sent.suggestedFilename());
    await sent.saveAs(path);
    return new Uint8Array(await readFile(path));
  };
  const hand = async (...files: readonly (readonly [string, Uint8Array])[]) => {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    await page.goto(`${office.url}/workspace/exchange/${planId}/2021`);
    await page.getByLabel('記入したExcel').setInputFiles(files.map(([name]) => join(folder, name)));
    await page.getByRole('button', { name: '内容を確かめる' }).click();
  };

  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  });
  afterAll(() => context.close());

  test('is taken out by a reporter from the own work, filled in, and its changes are seen before they are taken in', async () => {
    page = await enterAs(context, office, '担当 三郎');
    await page.getByRole('link', { name: 'Excelで回答する（書出しと取込み）' }).click();
    await clean();
    const filled = (await FilledIn.open(await download('職員課のExcel'))).write('progress', first, 'text', '研修所に３人を派遣した。').write('progress', first, 'selfAssessment', 'Ａ').write('progress', second, 'text', '表で書いた研修。');
    await hand(['職員課（記入済み）.xlsx', filled.save()]);
    await clean();
    expect(await main()).toContain('まだ何も取り込んでいません。');
    expect(await page.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining('研修所に３人を派遣した。'));
    expect((await answerTo(first)).currentVersion).toBeNull();
    // Meanwhile a colleague writes in the browser.
    const { id } = await answerTo(second);
    await saveAnswer(office.database.db, { requestId: id, answer: { ...emptyItemAnswer, text: '画面で書いた研修。' }, baseVersion: null, actor: writer, today });
    await page.getByRole('button', { name: '取り込む' }).click();
    expect(await main()).toContain('確認している間に、回答が書き換えられました。');
    await clean();
    expect((await answerTo(first)).currentVersion).toBeNull();
  });

  test('that meets a newer answer shows both, waits for a choice, and can leave both to be merged', async () => {
    expect(await main()).toContain('あゆみの今の回答');
    await page.getByRole('button', { name: '取り込む' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(new RegExp(`「${second} .*」をどうするか、選んでください。`));
    await clean();
    await page.getByLabel('両方を残し、後で一つにまとめる').check();
    await page.getByRole('button', { name: '取り込む' }).click();
    expect(await main()).toContain('1個のファイルから、1件の回答を取り込みました。');
    await clean();
    expect(await answerTo(first)).toMatchObject({ state: 'draft', answer: { text: '研修所に３人を派遣した。', selfAssessment: 'a' } });
    await page.getByRole('link', { name: new RegExp(`^${second} .*まとめる$`) }).click();
    expect(await main()).toContain('表で書いた研修。');
    await page.getByLabel(/取組状況/).fill('画面と表で書いた研修。');
    await page.getByRole('button', { name: 'まとめた回答を保存する' }).click();
    expect((await answerTo(second)).answer).toMatchObject({ text: '画面と表で書いた研修。' });
  });

  test('goes out for all departments at once and comes back in a zip; one bad file keeps the others out until it is removed', async () => {
    page = await enterAs(context, office, '事務局 一彦');
    await page.goto(`${office.url}/workspace/board`);
    await page.getByRole('link', { name: '照会のExcelの書出しと取込み' }).click();
    await clean();
    const files = unpackZip(await download(/部署ごとに１ファイル/));
    expect(files.size).toBe(29);
    const [name, bytes] = [...files].find(([path]) => path.includes('職員課'))!;
    const filled = (await FilledIn.open(bytes)).write('progress', third, 'text', '紙で届いた回答。');
    await hand(['回答.zip', packZip(new Map([[name, filled.save()], ['議事録.xlsx', new TextEncoder().encode('%PDF-1.7')]]))]);
    await clean();
    expect(await main()).toContain('PDFです。ファイル名を変えてもExcelブックにはなりません。');
    expect(await page.getByRole('button', { name: '取り込む' }).count()).toBe(0);
    await page.getByRole('button', { name: '「回答.zipの議事録.xlsx」を除いて確認し直す' }).click();
    await page.getByRole('button', { name: '取り込む' }).click();
    expect(await main()).toContain('1件の回答を取り込みました。');
    expect(await answerTo(third)).toMatchObject({ state: 'draft', answer: { text: '紙で届いた回答。' } });
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${office.url}/workspace/exchange/${planId}/2021`);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
