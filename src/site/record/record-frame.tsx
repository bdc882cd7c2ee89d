import type { Child } from 'hono/jsx';
import type { Edition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { editionAddress, editionsAddress, type PageAddress, planAddress, relativeLink, yearAddress, yearEditionsAddress } from '../address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { RecordBanner } from './record-banner.tsx';

/** Links of parts that lead to pages of the year, led to the same pages of the record: those stay, whatever a correction takes away. */
export function withinRecord(edition: Edition, link: (to: string) => string): (to: string) => string {
  return (to) => link(to.startsWith(yearAddress(edition)) ? editionAddress(edition) + to.slice(yearAddress(edition).length) : to);
}

/** The newest edition of the same year: what the year's own pages show. */
export function newestOfYear({ published, editions }: EditionSite): Edition {
  return (editions.find(({ edition }) => edition.fiscalYear === published.edition.fiscalYear) ?? published).edition;
}

/** A page of the record of an edition, below the banner and under the sentence that says what a record is. */
export function recordPage({ site, assets, address, title, heading, living, known, subject, eyebrow }: {
  readonly site: EditionSite; readonly assets: SharedAssets; readonly address: PageAddress;
  readonly title: string; readonly heading: string; readonly eyebrow: string;
  /** The page of the year that shows the same: as it was called when the edition was published. */
  readonly known: PageAddress;
  /** The page that shows the newest edition of the year. */
  readonly living: PageAddress;
  readonly subject?: { readonly kind: 'node' | 'indicator'; readonly id: string };
}, content: Child): SitePage {
  const { edition } = site.published;
  const link = (to: string) => relativeLink(address, to);
  const own = `${yearLabelOf(edition)} ${editionLabel(edition)}`;
  const crumbs = [{ name: edition.plan.title, address: planAddress(edition.plan.id) }, { name: '公表した版の一覧', address: editionsAddress(edition.plan.id) }, { name: yearLabelOf(edition), address: yearEditionsAddress(edition) }, ...(address === editionAddress(edition) ? [] : [{ name: own, address: editionAddress(edition) }])];
  return renderPage({ address, title: `${title}（${editionLabel(edition)}の記録）`, assets, site, crumbs, canonical: known }, (
    <>
      <RecordBanner site={site} newest={living} link={link} {...(subject && { subject })} />
      <p class="eyebrow">{eyebrow}</p>
      <h1>{heading}</h1>
      <p class="note">{own}{edition.issuedOn && `（${dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels)}公表）`}の記録です。このページの番地と内容は、公表後に変わりません。<a href={link(yearAddress(edition))}>{yearLabelOf(edition)}のページ</a></p>
      {content}
    </>
  ));
}
