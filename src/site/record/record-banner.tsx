import { correctionOf } from '../../domain/edition/errata.ts';
import { editionLabel } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { editionAddress, errataAddress, type PageAddress } from '../address.ts';
import type { EditionSite } from '../site-page.tsx';

/**
 * Above the record of an edition that was corrected: by which edition, why, and where the 正誤表 stands. The one thing in a record
 * that is not of its own day.
 *
 * @param subject the element or indicator of the page, to say whether the corrections concern it
 * @param newest the same page in the newest edition of the year
 */
export function RecordBanner({ site, subject, newest, link }: {
  site: EditionSite; subject?: { readonly kind: 'node' | 'indicator'; readonly id: string }; newest: PageAddress; link: (to: string) => string;
}) {
  const { published: { edition }, editions } = site;
  const labels = edition.municipality.fiscalYearLabels;
  const later = editions.filter((other) => other.edition.fiscalYear === edition.fiscalYear && other.edition.number > edition.number).toReversed();
  const last = later.at(-1);
  if (!last) return null;
  const concerned = subject && later.some((published) => correctionOf(published, editions)?.changes.some((change) => change.subject?.kind === subject.kind && change.subject.id === subject.id));
  return (
    <div class="banner" role="note" aria-label="訂正のお知らせ">
      <p><b>この版は訂正されています。</b>最新は、<a href={link(newest)}>{editionLabel(last.edition)}</a>です。{subject && (concerned ? 'このページの内容にも訂正があります。' : 'このページの内容に訂正はありません。')}</p>
      <ul>
        {later.map((published) => (
          <li>
            {editionLabel(published.edition)}{published.edition.issuedOn && `（${dateLabel(published.edition.issuedOn, labels)}）`}　訂正の理由：{published.edition.correctionReason}
            {correctionOf(published, editions) ? <>　<a href={link(errataAddress(published.edition))}>正誤表</a></> : <>　<a href={link(editionAddress(published.edition))}>{editionLabel(published.edition)}の記録</a></>}
          </li>
        ))}
      </ul>
    </div>
  );
}
