import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { builtFolder, builtPages, fromDisk, leadsOn, openReader, type Reader, variousPages, year } from './site-under-test.ts';
import { makeEditionOfShape, makePublished } from '../factories.ts';
import { renderPages } from '../render-all.ts';
import { stylesheet } from '../../src/ui/stylesheet.ts';

// The folder that is carried to any web server.

let reader: Reader;
beforeAll(async () => { reader = await openReader({ bypassCSP: true }); });
afterAll(() => reader.browser.close());

const site = () => join(builtFolder(), 'site');
const read = (path: string) => readFileSync(join(site(), path), 'utf8');

/** Everything that a page names, resolved below the site. */
function namedBy(path: string): string[] {
  return [...read(path).matchAll(/ (?:href|src|data-index|action)="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&')).filter((address) => !address.startsWith('data:'));
}

test('every link of every page leads to a page or file of the folder, and to a place that is there', () => {
  const faults: string[] = [];
  for (const path of builtPages()) {
    for (const address of namedBy(path)) {
      const { origin, pathname, hash } = new URL(address, `http://site/${path}`);
      const target = decodeURIComponent(pathname.slice(1));
      if (origin !== 'http://site') faults.push(`${path} leads away to ${address}`);
      else if (!existsSync(join(site(), target)) || statSync(join(site(), target)).isDirectory()) faults.push(`${path} leads to ${address}, which is not there`);
      else if (hash && !read(target).includes(` id="${decodeURIComponent(hash.slice(1))}"`)) faults.push(`${path} leads to ${address}, where no such place is`);
    }
  }
  expect(faults).toEqual([]);
});

test('every page can be reached from the first one', () => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path) || !path.endsWith('.html')) return;
    reached.add(path);
    for (const address of namedBy(path)) visit(decodeURIComponent(new URL(address, `http://site/${path}`).pathname.slice(1)));
  };
  visit('index.html');
  // But for those that lead on from an address that somebody shortened.
  expect(builtPages().filter((path) => !reached.has(path) && !leadsOn(path))).toEqual(['404.html']);
});

test('no page but the search holds a script, and that one only its own file', () => {
  for (const path of builtPages()) {
    const scripts = read(path).match(/<script[^>]*>[^<]*/g) ?? [];
    expect([path, scripts]).toEqual([path, path.endsWith('/search/index.html') ? [expect.stringMatching(/^<script src="[./]+assets\/search-\w+\.js" defer="?"?>$/)] : []]);
    expect(read(path), path).not.toMatch(/ (?:on\w+|style)="|javascript:/);
  }
});

test('no page asks anything of another machine', async () => {
  const { page, requests, faults } = reader;
  for (const path of variousPages().filter((_path, index) => index % 6 === 0)) await page.goto(fromDisk(path));
  expect(requests.filter((address) => !address.startsWith('file:') && !address.startsWith('data:'))).toEqual([]);
  expect(faults).toEqual([]);
});

describe('is light, uncompressed:', () => {
  const css = () => Buffer.byteLength(stylesheet().css);

  test('each initiative page with its stylesheet is at most 30 kB', () => {
    const heavy = builtPages().filter((path) => /\/initiatives\/\d\d\//.test(path)).map((path) => [path, statSync(join(site(), path)).size + css()] as const).filter(([, bytes]) => bytes > 30_000);
    expect(heavy).toEqual([]);
  });

  test('the overview with its drawings and stylesheet is at most 120 kB', () => {
    expect(statSync(join(site(), `${year}/index.html`)).size + css()).toBeLessThanOrEqual(120_000);
  });
});

test('every page is well-formed: a browser that reads it finds the very elements that were written', async () => {
  const { page } = reader;
  await page.goto('about:blank');
  for (const path of variousPages()) {
    const html = read(path);
    const written = [...html.replace(/<script[^>]*><\/script>/g, '').matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?>/g)].filter(([, end]) => end === '').map(([, , tag = '']) => tag.toLowerCase());
    const found = await page.evaluate(`[...new DOMParser().parseFromString(${JSON.stringify(html).replaceAll('<', String.raw`\u003c`)}, 'text/html').querySelectorAll('*')].map((element) => element.localName.toLowerCase()).filter((name) => name !== 'script')`);
    expect([path, found]).toEqual([path, written]);
  }
});

describe('plans that look nothing like the sample', () => {
  const odd = {
    'six levels': makeEditionOfShape({ depth: 6, width: 2 }),
    'one level': makeEditionOfShape({ depth: 1, width: 12 }),
    'no indicators and hostile texts': makePublished({ plan: { indicators: [], plan: { id: 'plan', title: '<b>&"題名'.repeat(20) }, departments: [{ id: 'seisaku', name: '長い名前の部署'.repeat(20) }, { id: 'zaisei', name: 'a'.repeat(200) }] }, report: { measurements: [], notes: [] } }),
    'nothing reported': makePublished({ report: { reports: [], measurements: [], preface: [] } }),
  };

  test.each(Object.keys(odd))('%s: axe finds nothing, and nothing has to be scrolled sideways at 320 pixels', async (name) => {
    const { page } = await openReader({ viewport: { width: 320, height: 640 } }, reader.browser);
    const pages = [...renderPages(odd[name as keyof typeof odd])].filter(([path]) => path.endsWith('.html') && !path.includes('/latest/'));
    for (const [path, html] of pages.filter(([path], index) => index < 8 || index % (path.includes('/editions/') ? 27 : 9) === 0)) {
      await page.setContent(html.replace(/<link rel="stylesheet"[^>]*>/, `<style>${stylesheet().css}</style>`).replace(/<script[^>]*><\/script>/, ''));
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBe(0);
    }
    await page.context().close();
  });
});
