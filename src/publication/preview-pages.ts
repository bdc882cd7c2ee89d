import { sealEdition } from '../documents/edition-json/edition-json.ts';
import type { Edition, PublishedEdition } from '../domain/edition/edition.ts';
import { editionAddress, yearAddress } from '../site/address.ts';
import { editionSites, renderEditionPages } from '../site/render-site.ts';
import { searchPage } from '../site/search-page.tsx';
import type { EditionSite } from '../site/site-page.tsx';
import { sharedAssets } from './build-site.ts';

/** An edition as the public would see it, before it is published: its pages, and what leads to what is published already. */
export interface Preview {
  /** Where it begins: plans/x/2021/ */
  readonly start: string;
  /** The page or the index of the search at a path; undefined where it has none. */
  at(path: string): string | undefined;
  /** Whether what is published at a path stays as it is when this edition is published. */
  stays(path: string): boolean;
  /** The page that answers a search without a script. */
  search(query: string): string;
}

/**
 * The very pages that would be published, made from the edition that would be stored. Documents are made when it is published.
 *
 * @param others every published edition of the same plan
 * @param back where the pages lead back to
 */
export function previewPages(edition: Edition, others: readonly PublishedEdition[], back: string): Preview {
  const draft = { edition, hash: sealEdition(edition).hash };
  const own = yearAddress(edition);
  const site: EditionSite = editionSites([...others, draft].map((published) => ({ published, files: [] }))).find(({ published }) => published === draft)!;
  const assets = { ...sharedAssets().assets, preview: { back } };
  const pages = new Map([...renderEditionPages(site, assets)].map(({ path, content }) => [path, content]));
  return {
    start: own,
    at: (path) => pages.get(path === '' || path.endsWith('/') ? `${path}index.html` : path),
    // What stands in the same year will be another; corrected editions keep their addresses.
    stays: (path) => !path.startsWith(own) || others.some((other) => path.startsWith(editionAddress(other.edition))),
    search: (query) => searchPage(site, query, assets).html,
  };
}
