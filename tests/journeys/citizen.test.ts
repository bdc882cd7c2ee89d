import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFolder, fromDisk, openReader, type Reader, type RunningSite, serveSample, year } from './site-under-test.ts';

let site: RunningSite;
let reader: Reader;

beforeAll(async () => {
  site = await serveSample();
  reader = await openReader();
});
afterAll(async () => {
  await reader.browser.close();
  await site.close();
});

describe('a citizen', () => {
  test('comes from the city’s plans to what was done on one initiative, by its number and by its title', async () => {
    const { page } = reader;
    await page.goto(site.url);
    await page.getByRole('link', { name: '狛江市第６次行財政改革推進計画' }).click();
    expect(await page.title()).toContain('狛江市第６次行財政改革推進計画');
    await page.getByRole('link', { name: '05 ICT人財の育成', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('ICT人財の育成');
    expect(page.url()).toBe(`${site.url}${year}/initiatives/05/index.html`);
    await page.getByRole('link', { name: /^次：06/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('AI・RPA等の先進技術の導入');
    await page.getByRole('link', { name: /^前：05/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('ICT人財の育成');
  });

  test('cites one paragraph, and whoever opens the link sees that paragraph marked', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/initiatives/06/`);
    await page.getByRole('link', { name: '段落3への固定リンク' }).click();
    expect(page.url()).toMatch(/initiatives\/06\/#p3$/);
    const other = await openReader({}, reader.browser);
    await other.page.goto(page.url());
    const marked = await other.page.evaluate<string>(`getComputedStyle(document.querySelector(':target')).backgroundColor`);
    expect(marked).not.toMatch(/rgba?\(0, 0, 0, 0\)|transparent/);
    expect(await other.page.locator('#p3').textContent()).toContain('児童育成課');
    await other.page.context().close();
  });

  test('goes from a relisting to its original and back', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/initiatives/45/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/（再掲）$/);
    await page.getByRole('link', { name: /^05 / }).click();
    await page.getByRole('complementary').getByRole('link', { name: /^45 / }).click();
    expect(page.url()).toContain('/initiatives/45/');
  });

  test('sees which department answers for an initiative, and everything that the department answers for', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/initiatives/05/`);
    await page.getByRole('complementary').getByRole('link', { name: '職員課' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('職員課');
    expect(await page.getByRole('link', { name: 'ICT人財の育成', exact: true }).count()).toBe(1);
  });

  test('sees how an indicator was judged, table before chart, and from what', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/`);
    await page.getByRole('link', { name: '質の高い行政運営が行われていると感じている市民の割合' }).click();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const fact of ['順調', '87.0％', '33.3％', '60.3', '37.0', '「わからない」']) expect(text).toContain(fact);
    expect(await page.evaluate(`document.querySelector('table').compareDocumentPosition(document.querySelector('svg')) & Node.DOCUMENT_POSITION_FOLLOWING`)).toBeTruthy();
    expect(await page.getByRole('img', { name: /道のり：順調/ }).count()).toBe(1);
  });

  test('is told why an indicator is not judged, without a percentage of the way', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/indicators/3/`);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('判定を保留');
    expect(text).toContain('平成31年度の参考値');
    expect(text).not.toMatch(/475|道のりの[\d.]+％に/);
    expect(await page.getByRole('row', { name: /令和２年度末現状値/ }).textContent()).toContain('平成31年度末');
  });

  test('takes every file along, and each is what its name says', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/data/`);
    const names = await page.locator('section[aria-labelledby=files_heading] table a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const response = await page.request.get(new URL(name, page.url()).href);
      const body = await response.body();
      expect(response.status()).toBe(200);
      expect(body.equals(readFileSync(join(builtFolder(), new URL(name, page.url()).pathname.slice(year.length + 2))))).toBe(true);
      const start = { pdf: '%PDF-', docx: 'PK', xlsx: 'PK', csv: '\ufeff', json: '{' }[name.split('.').at(-1) ?? ''];
      expect(body.toString('utf8').startsWith(start ?? 'no such kind')).toBe(true);
    }
  });
});

describe('search', () => {
  test('finds a word of two characters while it is typed, with the hits marked and the number of hits said', async () => {
    const { page, faults } = reader;
    await page.goto(`${site.url}${year}/search/`);
    await page.getByRole('searchbox').fill('人財');
    await page.locator('#results mark').first().waitFor();
    expect(new Set(await page.locator('#results mark').allTextContents())).toEqual(new Set(['人財']));
    expect(await page.locator('#results').textContent()).toMatch(/「人財」を含む記述が\d+件あります。/);
    await page.getByRole('searchbox').fill('存在しない言葉');
    await page.getByText('見つかりませんでした').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.locator('#everything:not([hidden])').waitFor();
    expect(faults).toEqual([]);
  });

  test('is answered by the server with the same hits where no script runs', async () => {
    const { page } = reader;
    const silent = await openReader({ javaScriptEnabled: false }, reader.browser);
    await silent.page.goto(`${site.url}${year}/search/`);
    await silent.page.getByRole('searchbox').fill('ＡＩ　職員');
    await silent.page.getByRole('button', { name: '検索する' }).click();
    expect(silent.page.url()).toContain('?q=');
    const answered = await silent.page.locator('#results li').allTextContents();
    expect(answered.length).toBeGreaterThan(0);
    expect(new Set(await silent.page.locator('#results mark').allTextContents())).toContain('AI');
    await page.goto(`${site.url}${year}/search/`);
    await page.getByRole('searchbox').fill('ＡＩ　職員');
    await page.locator('#results li').first().waitFor();
    expect(await page.locator('#results li').allTextContents()).toEqual(answered);
    await silent.page.context().close();
  });

  test('leads from a hit to the very paragraph', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/search/?q=${encodeURIComponent('超過勤務状況報告書')}`);
    await page.locator('#results a').first().click();
    expect(page.url()).toMatch(/initiatives\/52\/(index\.html)?#p1$/);
    expect(await page.locator(':target').textContent()).toContain('超過勤務状況報告書');
  });

  test('works from a disk, where no server answers', async () => {
    const { page, faults, requests } = reader;
    requests.length = 0;
    await page.goto(fromDisk(`${year}/search/`));
    await page.getByRole('searchbox').fill('職員');
    await page.keyboard.press('Enter');
    await page.locator('#results mark').first().waitFor();
    await page.locator('#results a').first().click();
    expect(page.url()).toMatch(/^file:.*initiatives\/\d\d\/index\.html/);
    expect(requests.filter((address) => !address.startsWith('file:') && !address.startsWith('data:'))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('shows what was typed as text, never as HTML', async () => {
    const { page, faults } = reader;
    const typed = '<img src=x onerror=alert(1)>"\'&職員';
    for (const address of [`${site.url}${year}/search/?q=${encodeURIComponent(typed)}`, `${fromDisk(`${year}/search/`)}?q=${encodeURIComponent(typed)}`]) {
      await page.goto(address);
      await page.getByText('見つかりませんでした').waitFor();
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.getByRole('searchbox').inputValue()).toBe(typed);
    }
    expect(faults).toEqual([]);
  });
});

test('the built folder holds no file that only a server could use', () => {
  expect(existsSync(join(builtFolder(), 'site/404.html'))).toBe(true);
});
