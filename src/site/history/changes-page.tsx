import { compareEditions } from '../../domain/edition/compare-editions.ts';
import { changeKindNames, type EditionChange } from '../../domain/edition/edition-change.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { markDifference } from '../../domain/edition/mark-difference.ts';
import { initiativesOf, nodeById, nodeLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import { indicatorAddress, initiativeAddress, planAddress, relativeLink, yearAddress } from '../address.ts';
import { Beside } from '../beside.tsx';
import { renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { ChangedOwners } from './changed-owners.tsx';
import { ChangedText } from './changed-text.tsx';
import { changesAddress } from './history-address.ts';
import type { PlanHistory } from './history-pages.ts';
import { sameText } from './initiative-history-page.tsx';

/**
 * What changed from one year to the next: the plan and its departments, the figures one beside the other, and item by item the texts,
 * marked where they were only touched up and beside each other where they are new.
 */
export function changesPage({ site }: PlanHistory, before: Edition, after: Edition, assets: SharedAssets): SitePage {
  const { plan } = after;
  const address = changesAddress(plan.id, before.fiscalYear, after.fiscalYear);
  const link = (to: string) => relativeLink(address, to);
  const [old, now] = [yearLabelOf(before), yearLabelOf(after)];
  const changes = compareEditions(before, after).filter(({ place }) => place !== '公表日');
  const lowest = after.levels.at(-1)?.name ?? '取組';
  const frame = changes.filter(({ kind, subject }) => subject?.kind !== 'indicator' && !['paragraph', 'note', 'responsible'].includes(kind));
  const texts = Map.groupBy(changes.filter(({ kind }) => kind === 'paragraph'), ({ subject }) => subject?.id ?? '');
  const numberOf = (id: string) => (nodeById(after, id) ?? nodeById(before, id))?.number ?? id;
  const same = initiativesOf(after).filter((node) => sameText(node, nodeById(before, node.id)));
  return renderPage({ address, title: `${old}から${now}へ変わったところ`, assets, site, crumbs: [{ name: plan.title, address: planAddress(plan.id) }] }, (
    <>
      <p class="eyebrow">{plan.title}</p>
      <h1>{old}から{now}へ変わったところ</h1>
      <p class="lead"><a href={link(yearAddress(before))}>{old}</a>と<a href={link(yearAddress(after))}>{now}</a>の、それぞれ最も新しい版を比べています。文章が変わった{lowest}は{texts.size}件、同じ文章の{lowest}は{same.length}件です。</p>
      {same.length > 0 && (
        <section aria-labelledby="same_heading">
          <h2 id="same_heading">前の年度と同じ文章の{lowest}</h2>
          <ul class="list">{same.map((node) => <li><span class="no">{node.number}</span><a href={link(initiativeAddress(after, node))}>{node.title}</a></li>)}</ul>
        </section>
      )}
      {frame.length > 0 && (
        <section aria-labelledby="frame_heading">
          <h2 id="frame_heading">計画、部署など</h2>
          {frame.map((change) => <FrameChange change={change} sides={[old, now]} />)}
        </section>
      )}
      <ChangedOwners before={before} after={after} changes={changes} link={link} />
      <Figures before={before} after={after} link={link} />
      <section aria-labelledby="texts_heading">
        <h2 id="texts_heading">取組状況</h2>
        {texts.size === 0 ? <p>変わったところはありません。</p> : <ul class="tags">{[...texts.keys()].map((id) => <li><a href={`#${id}`} aria-label={`${numberOf(id)}の変わったところ`}>{numberOf(id)}</a></li>)}</ul>}
        {[...texts.keys()].map((id) => {
          const node = nodeById(after, id) ?? nodeById(before, id);
          if (!node) return null;
          const edition = nodeById(after, id) ? after : before;
          return (
            <div class="change" id={id}>
              <h3><a href={link(initiativeAddress(edition, node))}>{nodeLabel(edition, node)} {node.title}</a></h3>
              <ChangedText before={nodeById(before, id)?.report?.paragraphs ?? []} after={nodeById(after, id)?.report?.paragraphs ?? []} sides={[old, now]} />
            </div>
          );
        })}
      </section>
    </>
  ));
}

function FrameChange({ change: { kind, place, before, after }, sides }: { change: EditionChange; sides: readonly [string, string] }) {
  const marked = markDifference(before ?? '', after ?? '');
  return (
    <div class="change">
      <h3>{place} <small>（{changeKindNames[kind]}）</small></h3>
      <Beside left={{ name: sides[0], pieces: before === null ? null : marked.before, tag: 'del' }} right={{ name: sides[1], pieces: after === null ? null : marked.after, tag: 'ins' }} />
    </div>
  );
}

/** The printed figure and the judgement of both years, number by number. */
function Figures({ before, after, link }: { before: Edition; after: Edition; link: (to: string) => string }) {
  const ids = [...new Set([...after.indicators, ...before.indicators].map(({ id }) => id))];
  if (ids.length === 0) return null;
  const [old, now] = [yearLabelOf(before), yearLabelOf(after)];
  return (
    <section aria-labelledby="figures_heading">
      <h2 id="figures_heading">指標</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="指標の値の比較">
        <table class="wide">
          <thead><tr><th scope="col">指標</th><th scope="col" class="num">{old}の値</th><th scope="col" class="num">{now}の値</th><th scope="col">{old}の判定</th><th scope="col">{now}の判定</th></tr></thead>
          <tbody>
            {ids.map((id) => {
              const [was, is] = [before, after].map((edition) => edition.indicators.find((indicator) => indicator.id === id));
              const shown = (is ?? was)!;
              const cell = (indicator: typeof was) => (indicator ? (indicator.measurement?.printed ?? '記載なし') : '指標なし');
              return (
                <tr>
                  <th scope="row"><a href={link(indicatorAddress(is ? after : before, shown))}>{shown.number} {shown.title}</a></th>
                  <td class="num">{cell(was)}</td><td class="num">{cell(is)}</td>
                  <td>{was ? statusWords[was.evaluation.status] : ''}</td><td>{is ? statusWords[is.evaluation.status] : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="note">値は、掲載されたとおりです。注のある値や系列の異なる値は、そのまま比べられないことがあります。</p>
    </section>
  );
}
