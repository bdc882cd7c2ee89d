import { newestOfEachYear } from '../domain/edition/edition-years.ts';
import { initiativesOf, nodeLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { cardsAddress, indicatorCardAddress, initiativeCardAddress, planAddress, relativeLink, yearCardsAddress } from './address.ts';
import type { CardSet } from './card-page.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** How a card is put into another page, with the address of each. */
export function embeddingPage(site: EditionSite, { cards: address, fixed }: CardSet, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const { plan } = edition;
  const link = (to: string) => relativeLink(address, to);
  const base = assets.publicUrl === undefined || assets.publicUrl === null ? 'https://（このサイトの番地）/' : assets.publicUrl.replace(/\/*$/, '/');
  const [indicator] = edition.indicators;
  const [initiative] = initiativesOf(edition);
  const example = indicator ? { to: indicatorCardAddress(address, indicator), title: `指標${indicator.number} ${indicator.title}` }
    : initiative ? { to: initiativeCardAddress(address, initiative), title: `${nodeLabel(edition, initiative)} ${initiative.title}` } : null;
  const title = fixed ? `ほかのサイトへの埋め込み（${yearLabelOf(edition)}に固定）` : 'ほかのサイトへの埋め込み';
  const crumbs = [{ name: plan.title, address: planAddress(plan.id) }, ...(fixed ? [{ name: 'ほかのサイトへの埋め込み', address: cardsAddress(plan.id) }] : [])];
  return renderPage({ address, title, assets, site, section: 'data', crumbs }, (
    <>
      <h1>{title}</h1>
      <p class="lead">指標や取組の一つ一つを、市区町村のサイトなど、ほかのウェブページの中に表示できます。{fixed ? `このページのカードは、いつも${yearLabelOf(edition)}の内容を表示します。` : 'このページのカードは、いつも最も新しい年度の内容を表示します。'}</p>
      {example && (
        <section aria-labelledby="how_heading">
          <h2 id="how_heading">埋め込み方</h2>
          <p class="text">次のHTMLを、表示したいページに書き加えます。<code>src</code> には下の一覧の番地を、<code>title</code> には何を表示するかを書いてください（読み上げに必要です）。</p>
          <pre><code>{`<iframe src="${base}${example.to}" title="${example.title.replaceAll('"', '&quot;')}" width="100%" height="560" loading="lazy"></iframe>`}</code></pre>
          <ul class="text bullets">
            <li>スクリプトは使っていません。閲覧した人を追跡するものもありません。</li>
            <li>高さは、幅360ピクセルのとき、指標は560ピクセル、取組は文章の長さに応じて300ピクセルから600ピクセルが目安です。足りないときは、枠の中を縦に動かせます。</li>
            <li>カードの中のリンクを選ぶと、枠の外のページ全体が、このサイトの該当するページに移ります。</li>
            {fixed ? <li>いつも最も新しい年度を示したいときは、<a href={link(cardsAddress(plan.id))}>年度を固定しないカード</a>を使ってください。</li>
              : <li>年度を固定して示したいときは、年度ごとのカードを使ってください。{newestOfEachYear(site.editions).map((year, index) => <>{index > 0 && '、'}<a href={link(yearCardsAddress(year))}>{yearLabelOf(year)}</a></>)}</li>}
            <li>版を固定して示したいときは、埋め込みではなく、各ページの固定リンクを使ってください。</li>
          </ul>
        </section>
      )}
      {edition.indicators.length > 0 && (
        <section aria-labelledby="indicators_heading">
          <h2 id="indicators_heading">指標のカード</h2>
          <ul class="list">{edition.indicators.map((each) => <li><span class="no">{each.number}</span><a href={link(indicatorCardAddress(address, each))}>{each.title}</a></li>)}</ul>
        </section>
      )}
      <section aria-labelledby="initiatives_heading">
        <h2 id="initiatives_heading">{edition.levels.at(-1)?.name ?? '取組'}のカード</h2>
        <ul class="list">{initiativesOf(edition).map((node) => <li><span class="no">{node.number}</span><a href={link(initiativeCardAddress(address, node))}>{node.title}</a></li>)}</ul>
      </section>
    </>
  ));
}
