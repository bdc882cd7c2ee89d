import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultPage, notFoundPage, unencodablePage } from '../../src/site/problem-pages.tsx';
import { makeIndicator, makePlanBundle, makePublished } from '../factories.ts';
import { noAssets, renderPages, renderSearch } from '../render-all.ts';
import { htmlFaults } from './html-faults.ts';
import { builtFolder, builtPages, sampleEdition } from './site-under-test.ts';

async function faultsIn(pages: Iterable<readonly [path: string, html: string]>): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, html] of pages) faults.push(...(await htmlFaults(path, html)));
  return faults;
}

test('the pages of the built folder are valid HTML', async () => {
  // Pages of one template differ in their texts alone: of each, the first ones are looked at. `npm run check:folder` looks at all.
  const pages = [...Map.groupBy(builtPages(), (path) => path.replace(/\/[^/]+\/index\.html$/, '')).values()].flatMap((ofKind) => ofKind.slice(0, 8));
  expect(pages.length).toBeGreaterThan(60);
  expect(await faultsIn(pages.map((path) => [path, readFileSync(join(builtFolder(), 'site', path), 'utf8')] as const))).toEqual([]);
});

test('so is every page of a plan whose texts look like markup, and every page that tells of a problem', async () => {
  const hostile = `<script>alert(1)</script>"'&amp;</title></p><b>`;
  const plan = makePlanBundle();
  plan.tree[0]!.title = hostile;
  const odd = makePublished({ plan: { ...plan, plan: { ...plan.plan, title: hostile }, indicators: [makeIndicator({ title: hostile, unit: hostile, definition: hostile })] }, report: { notes: [{ mark: '※１', text: hostile }] } });
  const bare = makePublished({ plan: { indicators: [] }, report: { measurements: [], notes: [], preface: [], reports: [] } });
  const corrected = makePublished({ report: { edition: { number: 2, issuedOn: '2021-12-01', correctionReason: hostile } } });
  const pages = [...renderPages(odd), ...renderPages(bare), ...renderPages(makePublished(), corrected)].filter(([path]) => path.endsWith('.html'));
  const sample = await sampleEdition();
  expect(await faultsIn([
    ...pages, ['answered search', renderSearch(sample, '職員')], ['search without hits', renderSearch(odd, hostile)], ['404', notFoundPage(noAssets, 'a/b').html], ['500', faultPage(noAssets, 'a').html],
    ['406', unencodablePage(noAssets, 'data/x.csv', '「𠮷」').html],
  ])).toEqual([]);
});

test('the validator finds what is wrong', async () => {
  expect(await faultsIn([['x', '<!doctype html><html lang="ja"><head><title>x</title></head><body><p><div>a</div></p><img src="x"></body></html>']])).not.toEqual([]);
});
