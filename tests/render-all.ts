import type { Bundle } from '../src/documents/bundle/read-bundle.ts';
import { sealEdition } from '../src/documents/edition-json/edition-json.ts';
import { buildEdition } from '../src/domain/edition/build-edition.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { searchPage } from '../src/site/search-page.tsx';
import { editionSites, renderSite } from '../src/site/render-site.ts';

/** The names of files that no page of a test loads. */
export const noAssets = { stylesheet: 'ayumi.css', searchScript: 'search.js' };

/** Every page of these editions, by path, with no documents beside them. */
export function renderPages(...editions: readonly PublishedEdition[]): Map<string, string> {
  const sites = editionSites(editions.map((published) => ({ published, files: [] })));
  return new Map([...renderSite(sites, [], noAssets)].map(({ path, content }) => [path, content]));
}

/** The answer page of a search. */
export function renderSearch(published: PublishedEdition, query: string): string {
  const [site] = editionSites([{ published, files: [] }]);
  if (!site) throw new Error('An edition has a site.');
  return searchPage(site, query, noAssets).html;
}

/** Freezes every year of a bundle and renders all of its pages. */
export function renderAll({ plan, reports }: Bundle): void {
  const pages = renderPages(...reports.map((report) => sealEdition(buildEdition(plan, report))));
  for (const [path, html] of pages) if (/\bundefined\b|\[object |\bNaN\b/.test(html)) throw new Error(`${path} shows a value that is none.`);
}
