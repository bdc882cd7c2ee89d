import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { axeFindings } from './axe.ts';
import { enterAs, openOffice, type RunningOffice } from './running-office.ts';

// A spring in which one department gets another name and one is split: from the form over the dry run to the list.

let browser: Browser;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

describe.each([['with scripts', true], ['without scripts', false]])('a reorganisation, %s', (_, javaScriptEnabled) => {
  let office: RunningOffice;
  let context: BrowserContext;
  let page: Page;
  const clean = async () => {
    if (javaScriptEnabled) expect(await axeFindings(page), page.url()).toEqual([]);
  };
  const main = () => page.getByRole('main').innerText();

  beforeAll(async () => {
    office = await openOffice();
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    page = await enterAs(context, office, '管理 一成');
  });
  afterAll(async () => {
    await context.close();
    expect(office.faults).toEqual([]);
    await office.close();
  });

  test('begins with a form that says what is wrong', async () => {
    await page.getByRole('link', { name: '部署', exact: true }).click();
    await clean();
    for (const kind of ['統合', '廃止', '新設', '名称変更']) {
      await page.goto(`${office.url}/workspace/departments`);
      await page.getByRole('link', { name: kind, exact: true }).click();
      await clean();
    }
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('改正の理由が書かれていません。');
    await clean();
  });

  test('gives a department another name', async () => {
    await page.getByLabel('改正の理由').fill('組織規則の一部改正');
    await page.getByLabel('名称の変わる部署').selectOption('shokuin');
    await page.getByLabel('新しい名称').fill('人財課');
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await main()).toContain('「職員課」を「人財課」に名称変更');
    await page.getByRole('button', { name: 'この内容で組織改正を実施する' }).click();
    expect(await main()).toContain('組織改正を実施しました。');
    await clean();
  });

  test('splits another, with the work of each item and person handed on as chosen', async () => {
    await page.getByRole('link', { name: '分割', exact: true }).click();
    await page.getByLabel('改正の理由').fill('政策室の分割');
    await page.getByLabel('分割する部署').selectOption('seisaku');
    for (const [row, name, id] of [['1番目の部署', '企画課', 'kikaku'], ['2番目の部署', 'デジタル推進課', 'digital']] as const) {
      await page.getByRole('group', { name: row }).getByLabel('名称').fill(name);
      await page.getByRole('group', { name: row }).getByLabel('識別子').fill(id);
    }
    await clean();
    await page.getByRole('button', { name: '予行に進む' }).click();
    await page.getByLabel('担当 二葉（見本）さんの新しい部署').selectOption('digital');
    await clean();
    await page.getByRole('button', { name: '選び直した内容で予行し直す' }).click();
    expect(await page.getByLabel('担当 二葉（見本）さんの新しい部署').inputValue()).toBe('digital');
    await page.getByRole('button', { name: 'この内容で組織改正を実施する' }).click();
    expect(await main()).toContain('企画課、デジタル推進課');
    await clean();
    await page.goto(`${office.url}/workspace/people?q=${encodeURIComponent('デジタル推進課')}`);
    expect(await main()).toContain('担当 二葉');
  });

  test('takes the transfers of that spring from a list', async () => {
    const list = (...lines: readonly string[]) => ({ name: '異動.csv', mimeType: 'text/csv', buffer: Buffer.from(['職員番号,氏名,メール,部署,役割,開始日,終了日', ...lines].join('\r\n')) });
    await page.goto(`${office.url}/workspace/people`);
    await page.getByRole('link', { name: 'CSVから取り込む' }).click();
    await clean();
    await page.getByLabel('CSVファイル').setInputFiles(list('T001,異動 一子,,政策室,担当者,2099-04-01,'));
    await page.getByRole('button', { name: '予行に進む' }).click();
    expect(await main()).toContain('になくなっています。引き継いだ部署を書いてください。');
    await clean();
    const rows = Array.from({ length: 5_000 }, (_, day) => `T002,異動 二子,,,閲覧者,${1950 + Math.floor(day / 336)}-${String((Math.floor(day / 28) % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')},${1950 + Math.floor(day / 336)}-${String((Math.floor(day / 28) % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`);
    await page.getByLabel('CSVファイル').setInputFiles(list('T001,異動 一子,,企画課,担当者,令和81年４月１日,', ...rows));
    await page.getByRole('button', { name: '予行に進む' }).click();
    await page.getByRole('button', { name: 'この内容で取り込む' }).click();
    expect(await main()).toContain('表示されるのは、この一回だけです。');
    await clean();
  });

  test('leaves what was published as it was', async () => {
    await page.goto(`${office.url}/plans/gyozaisei-6/2020/departments/`);
    expect(await page.locator('body').innerText()).toContain('政策室');
    expect(await page.locator('body').innerText()).not.toContain('企画課');
  });
});
