import { initiativesOf, nodeLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { indicatorAddress, initiativeAddress, latestAddress, type PageAddress, relativeLink, yearAddress } from '../address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';

/** A number of an initiative or indicator and the newest page that has it. */
interface Lead {
  readonly address: PageAddress;
  readonly to: PageAddress;
  readonly title: string;
  readonly year: string;
}

/**
 * Addresses that always lead to the newest year: a folder without a server cannot redirect, so each is a small page that leads on
 * at once, with a link for readers whose browser does not. A number that the newest year no longer has leads to the last that had it.
 *
 * @param site of the newest year
 */
export function* latestPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  for (const lead of leads(site)) yield leadingPage(site, lead, assets);
}

function leads({ published, editions }: EditionSite): Lead[] {
  const { plan } = published.edition;
  const base = latestAddress(plan.id);
  const found = new Map<PageAddress, Lead>([[base, { address: base, to: yearAddress(published.edition), title: plan.title, year: yearLabelOf(published.edition) }]]);
  // Newest year first, newest number first: the first that has a number has it last.
  for (const { edition } of editions) {
    const newest = editions.find((other) => other.edition.fiscalYear === edition.fiscalYear)?.edition === edition;
    if (!newest) continue;
    const year = yearLabelOf(edition);
    const add = (address: PageAddress, to: PageAddress, title: string) => { if (!found.has(address)) found.set(address, { address, to, title, year }); };
    for (const node of initiativesOf(edition)) add(`${base}initiatives/${node.number}/`, initiativeAddress(edition, node), `${nodeLabel(edition, node)} ${node.title}`);
    for (const indicator of edition.indicators) add(`${base}indicators/${indicator.number}/`, indicatorAddress(edition, indicator), `指標${indicator.number} ${indicator.title}`);
  }
  return [...found.values()];
}

function leadingPage(site: EditionSite, { address, to, title, year }: Lead, assets: SharedAssets): SitePage {
  return renderPage({ address, title: `最新の年度（${title}）`, assets, site, canonical: to, leadsTo: to }, (
    <>
      <h1>{title}</h1>
      <p class="lead"><a href={relativeLink(address, to)}>{year}のページ</a>を表示します。自動で切り替わらないときは、このリンクを選んでください。</p>
    </>
  ));
}
