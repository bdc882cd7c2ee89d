import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPlan, arbitraryReport } from '../database/arbitrary-bundles.ts';
import { makeEditionOfShape, makeIndicator, makeNode, makeNodeReport, makePlanBundle, makePublished, makeReportBundle } from '../../tests/factories.ts';
import { fictionalEditions } from '../../tests/fictional-years.ts';
import { noAssets, renderAll, renderPages, renderSearch } from '../../tests/render-all.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import { parseYearReport } from '../domain/report/parse-year-report.ts';
import { editionSchemaPath, feedPath, relativeLink } from './address.ts';
import { unpublishedPlanPage } from './plans-page.tsx';

// Plans that look nothing like the sample: every page must still be whole.

const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;</title></textarea>{{7*7}}`;

/** What a browser would take for markup of ours: every tag and attribute that the pages may hold. */
const ourTags = new Set('html head meta title link body a header div nav ul ol li main p h1 h2 h3 h4 ins del section dl dt dd b small span code table thead tbody tr th td svg line circle path rect text desc footer aside form label input button mark script pre br'.split(' '));

function expectWhole(pages: ReadonlyMap<string, string>): void {
  for (const [path, html] of pages) {
    if (!path.endsWith('.html')) continue;
    expect(html, path).toMatch(/^<!doctype html><html lang="ja">.*<\/html>$/s);
    for (const [, tag = ''] of html.matchAll(/<([a-z][a-z0-9]*)/gi)) expect([path, tag, ourTags.has(tag)]).toEqual([path, tag, true]);
    expect(html, path).not.toMatch(/\bon\w+="|javascript:|<script(?! src="[^"]*search\.js")/i);
    expect(html.match(/<h1>/g), path).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index), path).toEqual([]);
    expectLinksLeadSomewhere(path, html, pages);
  }
}

function expectLinksLeadSomewhere(path: string, html: string, pages: ReadonlyMap<string, string>): void {
  for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
    const { pathname, hash } = new URL(href.replaceAll('&amp;', '&'), `http://site/${path}`);
    if (madeBesideTheSite(pathname.slice(1))) continue;
    const target = pages.get(pathname.slice(1));
    expect([path, href, target !== undefined]).toEqual([path, href, true]);
    if (hash) expect([path, href, target?.includes(` id="${hash.slice(1)}"`)]).toEqual([path, href, true]);
  }
}

/** What `publication` adds to the pages; the crawler over the built folder follows these links. */
function madeBesideTheSite(path: string): boolean {
  return path.startsWith('api/') || path.endsWith('/edition.json') || path === feedPath || path === editionSchemaPath || /^catalog\/\d{6}\.jsonld$/.test(path);
}

test('shows HTML in any text as text, in pages and in answers to a search', () => {
  const plan = makePlanBundle();
  const [top] = plan.tree;
  top!.title = hostile;
  top!.children![0]!.children![0]!.title = hostile;
  const published = makePublished({
    plan: {
      ...plan, municipality: { ...plan.municipality, name: hostile }, plan: { ...plan.plan, title: hostile, headquarters: { name: hostile, chair: hostile }, parents: [{ title: hostile }] },
      levels: plan.levels.map((level) => ({ ...level, name: hostile })), departments: plan.departments.map((department) => ({ ...department, name: hostile })),
      indicators: [makeIndicator({ title: hostile, unit: hostile, definition: hostile })],
    },
    report: { preface: [{ id: 'purpose', heading: hostile, paragraphs: [hostile] }], notes: [{ mark: '※１', text: hostile }], reports: [makeNodeReport({ initiative: 'i01', responsiblePrinted: hostile, paragraphs: [hostile, { item: hostile }] })] },
  });
  const pages = renderPages(published);
  expectWhole(pages);
  expect(pages.get('plans/plan/2020/initiatives/01/index.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(renderSearch(published, hostile)).not.toMatch(/<img|<script(?! src)|<\/textarea/);
  expect(pages.get('plans/plan/2020/search/index.js')).not.toMatch(/<\/script/i);
});

describe('renders every page whole, with links that lead somewhere, of', () => {
  test.each([
    ['names outside of the common characters', () => makePublished({ plan: { departments: [{ id: 'seisaku', name: '𠮷田髙﨑①㈱' }, { id: 'zaisei', name: '葛󠄀城課' }] } })],
    ['a plan without indicators', () => makePublished({ plan: { indicators: [] }, report: { measurements: [], notes: [] } })],
    ['a plan without departments', () => makePublished({ plan: { departments: [], tree: [makeNode({ id: 'm', children: [makeNode({ id: 'b', children: [makeNode({ id: 'i01' })] })] })], indicators: [] }, report: { measurements: [], notes: [], reports: [] } })],
    ['a report without a preface', () => makePublished({ report: { preface: [] } })],
    ['initiatives on which nothing was reported', () => makePublished({ report: { reports: [] } })],
    ['an indicator without a value of the year', () => makePublished({ report: { measurements: [] } })],
    ['branches without initiatives', () => makePublished({ plan: { tree: [makeNode({ id: 'm1', children: [] }), makeNode({ id: 'm2', number: '2', children: [makeNode({ id: 'b1', children: [] })] })], indicators: [] }, report: { measurements: [], notes: [], reports: [] } })],
    ['ids that are names of our own', () => makePublished({
      plan: { tree: [makeNode({ id: 'main', children: [makeNode({ id: 'tree', children: [makeNode({ id: 'files', number: '1' })] })] })], indicators: [makeIndicator({ id: 'report', related: ['main'] })] },
      report: { measurements: [], preface: [{ id: 'facts', heading: '一', paragraphs: ['本文'] }, { id: 'facts-p1', heading: '二', paragraphs: ['本文'] }], reports: [makeNodeReport({ initiative: 'files', paragraphs: [{ text: '本文', id: 'report' }, { text: '本文', id: 'plan' }] })] },
    })],
    ['titles of 200 and paragraphs of 2,000 characters', () => makePublished({ plan: { plan: { id: 'plan', title: '長い計画の題名'.repeat(29).slice(0, 200) } }, report: { reports: [makeNodeReport({ initiative: 'i01', paragraphs: ['長い文章を書いた。'.repeat(223).slice(0, 2000), 'a'.repeat(2000)] })] } })],
  ])('%s', (_name, make) => expectWhole(renderPages(make())));

  test.each([1, 2, 3, 4, 5, 6])('a plan of %d levels', (depth) => expectWhole(renderPages(makeEditionOfShape({ depth, width: 2 }))));

  test('a plan of 400 initiatives', () => {
    const pages = renderPages(makeEditionOfShape({ depth: 2, width: 20 }));
    expect(pages.size).toBeGreaterThan(400);
    expectWhole(pages);
  });

  test('several years and several plans side by side, each with its newest year at its own address', () => {
    const years = [2020, 2021, 2022].map((fiscalYear) => makePublished({ report: { fiscalYear } }));
    const other = makePublished({ plan: { plan: { id: 'other', title: '別の計画' } } });
    const corrected = makePublished({ report: { fiscalYear: 2022, edition: { number: 2, correctionReason: '誤記の訂正' }, preface: [{ id: 'purpose', heading: '目的', paragraphs: ['訂正した本文'] }] } });
    const pages = renderPages(...years, other, corrected);
    expectWhole(pages);
    expect(pages.get('plans/plan/index.html')).toContain('令和４年度');
    expect(pages.get('plans/plan/2022/about/index.html')).toContain('訂正した本文');
    expect(pages.get('index.html')).toContain('別の計画');
  });

  test('several years with a correction, renamed and split departments, an unconfirmed figure and reference values', async () => {
    const pages = renderPages(...(await fictionalEditions()).filter(({ edition }) => edition.fiscalYear !== 2022 && edition.fiscalYear !== 2024));
    expect([...pages.keys()].filter((path) => path.includes('/history/') || path.includes('/changes/')).length).toBeGreaterThan(100);
    expectWhole(pages);
  });

  test('any plan and report that can be read', () => {
    fc.assert(fc.property(fc.gen(), (g) => {
      const plan = parsePlan(arbitraryPlan(g, 'plan'));
      if (!plan.ok) return;
      const report = parseYearReport(arbitraryReport(g, plan.value, 2020), plan.value);
      if (report.ok) renderAll({ plan: plan.value, reports: [report.value] });
    }), { numRuns: 30 });
  });
});

test('a plan without an edition has a page that says so and leads back', () => {
  const { html } = unpublishedPlanPage({ id: 'x', title: hostile }, noAssets);
  expect(html).toContain('まだ公表していません');
  expect(html).toContain(`href="${relativeLink('plans/x/', '')}"`);
  expect(html).not.toContain('<script>');
});

test('a report never shows what was reported in another year', () => {
  const years = [2020, 2021].map((fiscalYear) => makePublished({ report: makeReportBundle({ fiscalYear, reports: [makeNodeReport({ initiative: 'i01', paragraphs: [`${fiscalYear}の報告`] })] }) }));
  const pages = renderPages(...years);
  expect(pages.get('plans/plan/2020/initiatives/01/index.html')).not.toContain('2021の報告');
});
