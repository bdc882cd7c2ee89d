import { type PageAddress, relativeLink } from './address.ts';
import { renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/**
 * Somebody who shortens an address by its last part finds the nearest page above it and not an error: a small page leads on from each
 * folder that has none of its own.
 *
 * @param addresses of all pages
 */
export function* shortenedPages(addresses: Iterable<PageAddress>, assets: SharedAssets): Generator<SitePage> {
  const there = new Set(addresses);
  const led = new Set<PageAddress>();
  for (const address of there) {
    for (let above = parentOf(address); above !== ''; above = parentOf(above)) {
      if (there.has(above) || led.has(above)) continue;
      led.add(above);
      yield leadingPage(above, nearest(above, there), assets);
    }
  }
}

function parentOf(address: PageAddress): PageAddress {
  return address.replace(/[^/]*\/$/, '');
}

function nearest(address: PageAddress, there: ReadonlySet<PageAddress>): PageAddress {
  let above = parentOf(address);
  while (above !== '' && !there.has(above)) above = parentOf(above);
  return above;
}

function leadingPage(address: PageAddress, to: PageAddress, assets: SharedAssets): SitePage {
  return renderPage({ address, title: `ページの案内（${address}）`, description: 'この番地の上にあるページに案内します。', assets, site: null, canonical: to, leadsTo: to }, (
    <>
      <h1>ページの案内</h1>
      <p class="lead">この番地には、ページがありません。<a href={relativeLink(address, to)}>一つ上のページ</a>を表示します。自動で切り替わらないときは、このリンクを選んでください。</p>
    </>
  ));
}
