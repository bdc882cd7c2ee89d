import { changesOf, correctionOf } from '../domain/edition/errata.ts';
import { editionLabel } from '../domain/edition/reading.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { editionAddress, editionsAddress, errataAddress } from './address.ts';
import { errataAnchor } from './record/errata-page.tsx';
import type { EditionSite } from './site-page.tsx';

/** On the overview of a year that was corrected: that it was, why, and the way to the 正誤表 and to what was printed before. */
export function CorrectedEdition({ site, link }: { site: EditionSite; link: (to: string) => string }) {
  const { published, published: { edition }, editions } = site;
  if (edition.correctionReason === null) return null;
  const correction = correctionOf(published, editions);
  const before = correction && editions.some((other) => other.hash === correction.hash);
  return (
    <p class="banner">
      {edition.issuedOn && `${dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels)}に`}訂正した版（{editionLabel(edition)}）です。訂正の理由：{edition.correctionReason}
      {correction && <>　<a href={link(errataAddress(edition))}>正誤表（{correction.changes.length}件）</a></>}
      {before && <>　<a href={link(editionAddress({ ...edition, number: correction.number }))}>訂正前の版</a></>}
      {!correction && <>　<a href={link(editionsAddress(edition.plan.id))}>公表した版の一覧</a></>}
    </p>
  );
}

/** On an item or indicator that the newest edition of the year corrects. */
export function CorrectedHere({ site, subject, link }: { site: EditionSite; subject: { readonly kind: 'node' | 'indicator'; readonly id: string }; link: (to: string) => string }) {
  const { published, editions } = site;
  const changes = changesOf(correctionOf(published, editions)?.changes ?? [], subject.kind, subject.id);
  if (changes.length === 0) return null;
  return <p class="banner">{editionLabel(published.edition)}で訂正しました（{changes.length}か所）。<a href={link(`${errataAddress(published.edition)}#${errataAnchor(subject)}`)}>正誤表</a></p>;
}
