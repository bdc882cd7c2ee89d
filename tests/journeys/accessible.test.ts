import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { automaticResults } from '../../src/site/accessibility/automatic-results.ts';
import { axeFindings, axeOutcome } from './axe.ts';
import { variousPages, fromDisk, kindsOfPages, openReader, type Reader, type RunningSite, serveSample, year } from './site-under-test.ts';

let site: RunningSite;
let reader: Reader;
/** By criterion: rules that held on one of the pages. */
const rules = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  site = await serveSample();
  reader = await openReader({ bypassCSP: true });
});
afterAll(async () => {
  await reader.browser.close();
  await site.close();
});

describe('axe finds nothing', () => {
  test.each(kindsOfPages.map((path) => [path]))('on /%s', async (path) => {
    await reader.page.goto(site.url + path);
    const { findings, held } = await axeOutcome(reader.page);
    expect(findings).toEqual([]);
    for (const { rule, criteria } of held) for (const number of criteria) rules.set(number, new Set([...(rules.get(number) ?? []), rule]));
  });

  // AYUMI_WRITE_RESULTS=1 writes what the page /accessibility says of these runs.
  test('and what the page of results says of it is true', () => {
    const found = Object.fromEntries([...rules].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([number, names]) => [number, [...names].toSorted()]));
    const tool = `axe-core ${(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('axe-core/package.json'), 'utf8')) as { version: string }).version}`;
    if (process.env['AYUMI_WRITE_RESULTS']) {
      const results = { tool, date: new Date().toISOString().slice(0, 10), kindsOfPages: kindsOfPages.length, rules: found };
      writeFileSync(new URL('../../src/site/accessibility/automatic-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
      return;
    }
    expect(automaticResults.tool).toBe(tool);
    // A kind of page that came later may give axe more to look at: what is written must hold, and may be less.
    expect(automaticResults.kindsOfPages).toBeLessThanOrEqual(kindsOfPages.length);
    for (const [number, names] of Object.entries(automaticResults.rules)) expect(found[number], number).toEqual(expect.arrayContaining([...names]));
  });

  test.each([['an answered search', `${year}/search/?q=職員`], ['a search without hits', `${year}/search/?q=無い言葉`], ['an address that does not exist', 'plans/nothing/']])('on %s', async (_name, path) => {
    await reader.page.goto(site.url + path);
    expect(await axeFindings(reader.page)).toEqual([]);
  });

  test('on a phone, in forced colours', async () => {
    const { page } = await openReader({ bypassCSP: true, viewport: { width: 360, height: 740 }, forcedColors: 'active', reducedMotion: 'reduce' }, reader.browser);
    for (const path of kindsOfPages) {
      await page.goto(site.url + path);
      expect(await axeFindings(page), path).toEqual([]);
    }
    await page.context().close();
  });

  test('on the search page while hits are shown', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/search/`);
    await page.getByRole('searchbox').fill('職員');
    await page.locator('#results mark').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('every page is in Japanese, has one h1, headings in order, landmarks, no id twice, and no label or reference into nothing', async () => {
  const { page } = reader;
  const titles = new Map<string, string>();
  const faults: string[] = [];
  for (const path of variousPages()) {
    await page.goto(fromDisk(path));
    const found = await page.evaluate<{ title: string; faults: string[] }>(`(() => {
      const faults = [];
      const all = (selector) => [...document.querySelectorAll(selector)];
      if (document.documentElement.lang !== 'ja') faults.push('lang');
      if (all('h1').length !== 1) faults.push('h1: ' + all('h1').length);
      let before = 0;
      for (const heading of all('h1,h2,h3,h4,h5,h6')) {
        const level = Number(heading.tagName[1]);
        if (level > before + 1) faults.push('heading order at ' + heading.textContent);
        if (heading.textContent.trim() === '') faults.push('empty heading');
        before = level;
      }
      for (const landmark of ['header', 'main', 'footer']) if (all(landmark).length !== 1) faults.push(landmark);
      const ids = all('[id]').map(({ id }) => id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('id twice: ' + id);
      for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
        for (const element of all('[' + name + ']')) {
          for (const id of element.getAttribute(name).split(/\\s+/)) if (!document.getElementById(id)) faults.push(name + ' into nothing: ' + id);
        }
      }
      for (const link of all('a')) if ((link.getAttribute('aria-label') ?? link.textContent).trim() === '') faults.push('link without a name: ' + link.getAttribute('href'));
      for (const link of all('a[aria-label]')) if (!link.getAttribute('aria-label').includes(link.textContent.trim())) faults.push('name without what is shown: ' + link.textContent);
      for (const svg of all('svg')) if (svg.querySelector('title')?.textContent.trim() === '' || !svg.querySelector('desc')) faults.push('drawing without title and description');
      return { title: document.title, faults };
    })()`);
    faults.push(...found.faults.map((fault) => `${path}: ${fault}`));
    // The plan's own address shows its newest year: two addresses, one page.
    if (titles.has(found.title) && !path.match(/^plans\/[^/]+\/(\d+\/)?index\.html$/)) faults.push(`${path}: same title as ${titles.get(found.title)}`);
    titles.set(found.title, path);
  }
  expect(faults).toEqual([]);
  expect(titles.size).toBeGreaterThan(100);
});

describe('nothing has to be scrolled sideways', () => {
  const overflow = `(() => {
    const limit = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.scroll') && !element.closest('.skip'));
    return document.documentElement.scrollWidth > limit || wide.length > 0 ? wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) : [];
  })()`;

  test('at 320 pixels, on any page', async () => {
    const { page } = await openReader({ viewport: { width: 320, height: 640 } }, reader.browser);
    const faults: string[] = [];
    for (const path of variousPages()) {
      await page.goto(fromDisk(path));
      faults.push(...(await page.evaluate<string[]>(overflow)).map((element) => `${path}: ${element}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([['zoomed to 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, ''], ['with text of twice the size', {}, 'html{font-size:200%}'], ['with the spacing of WCAG 1.4.12', { viewport: { width: 360, height: 640 } }, '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}']])('%s', async (_name, options, style) => {
    const { page } = await openReader({ ...options, bypassCSP: true }, reader.browser);
    for (const path of kindsOfPages) {
      await page.goto(fromDisk(path));
      if (style) await page.addStyleTag({ content: style });
      expect(await page.evaluate<string[]>(overflow), path).toEqual([]);
    }
    await page.context().close();
  });
});

describe('a keyboard', () => {
  test.each([[''], [`${year}/`], [`${year}/initiatives/06/`], [`${year}/indicators/`], [`${year}/search/`]])('reaches everything on /%s in reading order, and shows where it is', async (path) => {
    const { page } = reader;
    await page.goto(site.url + path);
    const wanted = await page.evaluate<number>(`document.querySelectorAll('a[href], button, input, [tabindex="0"]').length`);
    const reached: string[] = [];
    let position = -1;
    for (let step = 0; step < wanted; step += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate<{ index: number; name: string; outline: number; seen: boolean }>(`(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return {
          index: [...document.querySelectorAll('a[href], button, input, [tabindex="0"]')].indexOf(element), name: element.outerHTML.slice(0, 80),
          outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth), seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        };
      })()`);
      expect(now.index, `after ${position}: ${now.name}`).toBe(position + 1);
      expect([now.outline >= 2, now.seen], now.name).toEqual([true, true]);
      position = now.index;
      reached.push(now.name);
    }
    expect(reached).toHaveLength(wanted);
  });

  test('jumps over the menu to the text', async () => {
    const { page } = reader;
    await page.goto(`${site.url}${year}/initiatives/06/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('本文へ進む');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
  });
});

describe('honours what the reader’s system asks for:', () => {
  test('forced colours keep every line and mark of the drawings', async () => {
    const { page } = await openReader({ forcedColors: 'active', colorScheme: 'dark' }, reader.browser);
    await page.goto(`${site.url}${year}/`);
    const invisible = await page.evaluate<string[]>(`[...document.querySelectorAll('.path line, .path text, .path circle, .path rect, .path path')].filter((part) => {
      const { stroke, fill } = getComputedStyle(part);
      const canvas = getComputedStyle(document.body).backgroundColor;
      return (stroke === 'none' || stroke === canvas) && (fill === 'none' || fill === canvas);
    }).map((part) => part.outerHTML)`);
    expect(invisible).toEqual([]);
    await page.context().close();
  });

  test('nothing moves where less motion is asked for, and nothing moves anyway', async () => {
    const { page } = await openReader({ reducedMotion: 'reduce' }, reader.browser);
    await page.goto(`${site.url}${year}/`);
    await page.hover('a.brand');
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await page.context().close();
  });

  test('print leaves out what only a screen can use, and keeps the text', async () => {
    const { page } = await openReader({}, reader.browser);
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.url}${year}/initiatives/06/`);
    expect(await page.locator('header nav').isVisible()).toBe(false);
    expect(await page.getByText('実証実験').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
    await page.context().close();
  });
});
