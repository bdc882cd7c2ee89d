import { changeKindNames, type EditionChange } from '../../domain/edition/edition-change.ts';
import type { Correction, Edition } from '../../domain/edition/edition.ts';
import { markDifference } from '../../domain/edition/mark-difference.ts';
import { editionLabel, nodeById, nodeLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { editionAddress, errataAddress, recordIndicatorAddress, recordInitiativeAddress, relativeLink, yearAddress } from '../address.ts';
import { Beside } from '../beside.tsx';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { recordPage } from './record-frame.tsx';

/** The 正誤表 of a correction: place, 誤 and 正 with the words that differ marked, why and when, and the hashes of both editions. */
export function errataPage(site: EditionSite, correction: Correction, assets: SharedAssets): SitePage {
  const { edition, hash } = site.published;
  const address = errataAddress(edition);
  const link = (to: string) => relativeLink(address, to);
  const [before, after] = [editionLabel(correction), editionLabel(edition)];
  const known = site.editions.some((other) => other.hash === correction.hash);
  const heading = `正誤表　${yearLabelOf(edition)} ${after}`;
  return recordPage({ site, assets, address, title: heading, heading, eyebrow: edition.plan.title, known: yearAddress(edition), living: yearAddress(edition) }, (
    <>
      <table>
        <tbody>
          <tr><th scope="row">訂正の理由</th><td>{edition.correctionReason ?? '記載なし'}</td></tr>
          <tr><th scope="row">訂正前の版（誤）</th><td>{known ? <a href={link(editionAddress({ ...edition, number: correction.number }))}>{before}</a> : before}　<span class="hash">{correction.hash}</span></td></tr>
          <tr><th scope="row">訂正した版（正）</th><td><a href={link(editionAddress(edition))}>{after}</a>　<span class="hash">{hash}</span></td></tr>
        </tbody>
      </table>
      {correction.changes.length === 0 && <p>文章と値の訂正はありません。</p>}
      {[...Map.groupBy(correction.changes, ({ subject, kind }) => (subject ? errataAnchor(subject) : `_${kind}`))].map(([id, changes]) => <Group edition={edition} id={id} changes={changes} sides={[`誤（${before}）`, `正（${after}）`]} link={link} />)}
    </>
  ));
}

/** The place of an element's or indicator's changes on the page. An element and an indicator may bear the same id. */
export function errataAnchor({ kind, id }: NonNullable<EditionChange['subject']>): string {
  return kind === 'node' ? id : `indicator_${id}`;
}

function Group({ edition, id, changes, sides, link }: { edition: Edition; id: string; changes: readonly EditionChange[]; sides: readonly [string, string]; link: (to: string) => string }) {
  const { name, to } = subjectOf(edition, changes[0]!);
  return (
    <section id={id}>
      <h2>{to === null ? name : <a href={link(to)}>{name}</a>}</h2>
      {changes.map(({ kind, place, before, after }) => {
        const marked = markDifference(before ?? '', after ?? '');
        return (
          <div class="change">
            <h3>{within(place, name)}{within(place, name) !== changeKindNames[kind] && <small>（{changeKindNames[kind]}）</small>}</h3>
            <Beside left={{ name: sides[0], pieces: before === null ? null : marked.before, tag: 'del' }} right={{ name: sides[1], pieces: after === null ? null : marked.after, tag: 'ins' }} />
          </div>
        );
      })}
    </section>
  );
}

/** The place within what the heading names already. */
function within(place: string, name: string): string {
  return place.startsWith(`${name}　`) ? place.slice(name.length + 1) : place;
}

/** What a change belongs to, with the page of the record that shows it; an element that is no more has none. */
function subjectOf(edition: Edition, { subject, kind, place }: EditionChange): { readonly name: string; readonly to: string | null } {
  if (subject === null) return { name: changeKindNames[kind], to: null };
  if (subject.kind === 'indicator') {
    const indicator = edition.indicators.find(({ id }) => id === subject.id);
    return indicator ? { name: `指標${indicator.number} ${indicator.title}`, to: recordIndicatorAddress(edition, indicator) } : { name: place, to: null };
  }
  const node = nodeById(edition, subject.id);
  if (!node) return { name: place, to: null };
  return { name: `${nodeLabel(edition, node)} ${node.title}`, to: node.level === edition.levels.at(-1)?.id ? recordInitiativeAddress(edition, node) : null };
}
