import { correctionOf } from '../../domain/edition/errata.ts';
import { editionLabel, initiativesOf, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { editionAddress, errataAddress, recordIndicatorAddress, recordInitiativeAddress, relativeLink, yearAddress } from '../address.ts';
import { DecisionsOn, OpinionsOn } from '../decided.tsx';
import { sizeOf } from '../downloads.tsx';
import { fileTitle } from '../file-titles.ts';
import { PlanChanges } from '../item-life.tsx';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { recordPage, withinRecord } from './record-frame.tsx';
import { RecordedText } from './recorded-text.tsx';

/** The whole of an edition's record: what it is, its data and document, its preface, and the way to each item and indicator. */
export function recordOverviewPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { published, editions, records } = site;
  const { edition, hash } = published;
  const address = editionAddress(edition);
  const link = (to: string) => relativeLink(address, to);
  const correction = correctionOf(published, editions);
  const lowest = edition.levels.at(-1)?.name ?? '取組';
  const heading = `${yearLabelOf(edition)}の進捗状況　${editionLabel(edition)}`;
  return recordPage({ site, assets, address, title: heading, heading, eyebrow: edition.plan.title, known: yearAddress(edition), living: yearAddress(edition) }, (
    <>
      <section aria-labelledby="edition_heading">
        <h2 id="edition_heading">この版</h2>
        <table>
          <tbody>
            <tr><th scope="row">公表日</th><td>{edition.issuedOn ? dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels) : '元の資料に記載なし'}</td></tr>
            {edition.correctionReason !== null && <tr><th scope="row">訂正の理由</th><td>{edition.correctionReason}</td></tr>}
            {correction && <tr><th scope="row">正誤表</th><td><a href={link(errataAddress(edition))}>正誤表（{correction.changes.length}件）</a></td></tr>}
            <tr><th scope="row">ハッシュ値（SHA-256）</th><td><span class="hash">{hash}</span></td></tr>
          </tbody>
        </table>
        <ul class="files">
          <li><a href={link(`${address}edition.json`)}>版の全体（JSON）</a></li>
          {(records.get(hash) ?? []).map((file) => <li><a href={link(address + file.name)}>{fileTitle(file.name, edition)}<small>{sizeOf(file)}</small></a></li>)}
        </ul>
      </section>
      {edition.preface.map(({ id, heading: title, paragraphs }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <RecordedText site={site} paragraphs={paragraphs} place={`前文「${title}」`} address={address} assets={assets} within={`${id}_`} />
        </section>
      ))}
      <PlanChanges edition={edition} link={withinRecord(edition, link)} />
      <DecisionsOn edition={edition} subject={null} />
      <OpinionsOn edition={edition} subject={null} />
      <section aria-labelledby="items_heading">
        <h2 id="items_heading">{lowest}</h2>
        <ul class="list">{initiativesOf(edition).map((node) => <li><span class="no">{node.number}</span><a href={link(recordInitiativeAddress(edition, node))}>{node.title}</a></li>)}</ul>
      </section>
      {edition.indicators.length > 0 && (
        <section aria-labelledby="indicators_heading">
          <h2 id="indicators_heading">指標</h2>
          <ul class="list">{edition.indicators.map((indicator) => <li><span class="no">{indicator.number}</span><a href={link(recordIndicatorAddress(edition, indicator))}>{indicator.title}</a></li>)}</ul>
        </section>
      )}
    </>
  ));
}
