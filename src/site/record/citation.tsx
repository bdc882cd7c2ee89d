import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { PageAddress } from '../address.ts';
import type { SharedAssets } from '../site-page.tsx';

/**
 * Where a text stands, for a reader who cites it: city, plan, year, edition and its day, place, permanent address and the hash by
 * which the edition can be checked. Without the address on the web, the place below the root of the public side.
 *
 * @param place 取組項目05「ICT人財の育成」段落2
 */
export function citationText({ edition, hash }: PublishedEdition, place: string, address: PageAddress, { publicUrl = null }: Pick<SharedAssets, 'publicUrl'>): string {
  const { plan, municipality, issuedOn } = edition;
  const day = issuedOn === null ? '公表日は記載なし' : `${dateLabel(issuedOn, municipality.fiscalYearLabels)}公表`;
  const where = publicUrl === null ? address : publicUrl.replace(/\/*$/, '/') + address;
  return `${municipality.name}「${plan.title}　${yearLabelOf(edition)}の進捗状況」${editionLabel(edition)}（${day}）、${place}。${where}（版のSHA-256：${hash}）`;
}

/** The citation below its text: shown when its address is followed, always there for print and for readers without our stylesheet. */
export function Citation({ published, place, address, assets }: { published: PublishedEdition; place: string; address: PageAddress; assets: SharedAssets }) {
  return <p class="cite"><b>引用</b>　{citationText(published, place, address, assets)}</p>;
}
