import { yearAddress } from '../site/address.ts';
import type { SiteFile } from '../site/render-site.ts';
import type { EditionSite } from '../site/site-page.tsx';

/** The protocol's limit for one file. Source: sitemaps.org, protocol, "Using Sitemap index files". */
const mostAddresses = 50_000;

/**
 * robots.txt, and the sitemap where the address of the public side is known: a sitemap holds whole addresses only.
 *
 * @param pages addresses of all pages from the root of the site
 * @param publicUrl with or without a slash at its end
 */
export function* filesForCrawlers(sites: readonly EditionSite[], pages: readonly string[], publicUrl: string | null): Generator<SiteFile> {
  const base = publicUrl === null ? null : publicUrl.replace(/\/*$/, '/');
  // What the staff uses is not for the public; in a folder there is nothing of it.
  const robots = ['User-agent: *', 'Disallow: /workspace', ...(base === null ? [] : [`Sitemap: ${base}sitemap.xml`])];
  yield { path: 'robots.txt', content: `${robots.join('\n')}\n` };
  if (base === null) return;
  const days = new Map(sites.map(({ published: { edition } }) => [yearAddress(edition), edition.issuedOn]));
  const dayOf = (page: string) => days.get(page.split('/').slice(0, 3).join('/') + '/') ?? null;
  const parts: string[][] = [];
  for (let at = 0; at < pages.length; at += mostAddresses) parts.push(pages.slice(at, at + mostAddresses));
  const files = parts.map((part, index) => ({
    path: parts.length === 1 ? 'sitemap.xml' : `sitemap-${index + 1}.xml`,
    content: list('urlset', 'url', part.map((page) => ({ address: base + encodeURI(page), day: dayOf(page) }))),
  }));
  yield* files;
  if (files.length > 1) yield { path: 'sitemap.xml', content: list('sitemapindex', 'sitemap', files.map(({ path }) => ({ address: base + path, day: null }))) };
}

function list(root: 'urlset' | 'sitemapindex', entry: 'url' | 'sitemap', rows: readonly { readonly address: string; readonly day: string | null }[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = rows.map(({ address, day }) => `<${entry}><loc>${escaped(address)}</loc>${day === null ? '' : `<lastmod>${day}</lastmod>`}</${entry}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${root}>\n`;
}
