import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { createHash } from 'node:crypto';

/** An edition in the feed with the page of its record. */
export interface FeedEntry {
  readonly published: PublishedEdition;
  /** Below the root of the site. */
  readonly address: string;
  /** The 正誤表 of a correction, below the root of the site; null where there is none. */
  readonly errata: string | null;
}

/**
 * All editions and corrections as an Atom feed (RFC 4287), newest first. Its ids come from the editions' hashes and never change;
 * its links are relative to the root of the site, or whole where the address on the web is known.
 */
export function writeFeed(entries: readonly FeedEntry[], publicUrl: string | null): string {
  const base = publicUrl === null ? '' : publicUrl.replace(/\/*$/, '/');
  const sorted = entries.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : b.published.edition.number - a.published.edition.number));
  const cities = [...new Set(entries.map(({ published }) => published.edition.municipality.name))];
  const name = cities.length === 1 ? `${cities[0]}の計画の進捗` : '計画の進捗';
  const newest = sorted[0] ? momentOf(sorted[0]) : '1970-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"${base === '' ? '' : ` xml:base="${escape(base)}"`}>
<id>${uuid(`feed ${entries.map(({ published }) => published.edition.municipality.code).toSorted()[0] ?? ''}`)}</id>
<title>${escape(name)}</title>
<subtitle>公表と訂正のお知らせ</subtitle>
<updated>${newest}</updated>
<author><name>${escape(cities.join('、') || 'あゆみ')}</name></author>
<link rel="self" type="application/atom+xml" href="${base}feed.atom"/>
<link rel="alternate" type="text/html" href="${base}index.html"/>
${sorted.map((entry) => entryText(entry, base)).join('')}</feed>
`;
}

function entryText(entry: FeedEntry, base: string): string {
  const { published: { edition, hash }, address, errata } = entry;
  const what = edition.correctionReason === null ? '公表しました' : '訂正しました';
  const day = edition.issuedOn === null ? '公表日は、元の資料に記載がありません。このため、更新日時は年度の末日としています。' : '';
  const reason = edition.correctionReason === null ? '' : `訂正の理由：${edition.correctionReason}。`;
  return `<entry>
<id>${uuid(hash)}</id>
<title>${escape(`${edition.plan.title} ${yearLabelOf(edition)}の進捗状況（${editionLabel(edition)}）を${what}`)}</title>
<updated>${momentOf(entry)}</updated>
<author><name>${escape(edition.municipality.name)}</name></author>
<link rel="alternate" type="text/html" href="${escape(base + address)}index.html"/>
${errata === null ? '' : `<link rel="related" type="text/html" title="正誤表" href="${escape(base + errata)}index.html"/>\n`}<summary>${escape(`${reason}${day}版のハッシュ値（SHA-256）：${hash}`)}</summary>
</entry>
`;
}

function dayOf({ published: { edition } }: FeedEntry): string {
  return edition.issuedOn ?? lastDayOf(edition.fiscalYear);
}

/** Midnight in Japan: an edition has a day and no hour. */
function momentOf(entry: FeedEntry): string {
  return `${dayOf(entry)}T00:00:00+09:00`;
}

/** A UUID of version 8 (RFC 9562) out of a name or a hash: the same for ever. */
function uuid(name: string): string {
  const digits = /^[0-9a-f]{64}$/.test(name) ? name : createHash('sha256').update(name).digest('hex');
  // Version 8 and the variant of the RFC take the place of one digit each.
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
