import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { EditionIndicator, EditionNode } from '../domain/edition/edition.ts';
import { editionLabel, initiativesOf, nodeLabel, ownerName, yearLabelOf } from '../domain/edition/reading.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { StatusWord } from '../ui/status.tsx';
import { cardsAddress, indicatorAddress, indicatorCardAddress, initiativeAddress, initiativeCardAddress, type PageAddress, planAddress, relativeLink } from './address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

// Cards: an indicator or an item of the newest year, for a frame in a page of the city's own site. No scripts; links leave the frame.

/** Every card of a plan's newest edition, and the page that explains how to embed them. */
export function* cardPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  const { edition } = site.published;
  yield embeddingPage(site, assets);
  for (const indicator of edition.indicators) yield indicatorCard(site, indicator, assets);
  for (const node of initiativesOf(edition)) yield initiativeCard(site, node, assets);
}

function indicatorCard(site: EditionSite, indicator: EditionIndicator, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const { number, title, unit, baseline, measurement, target, evaluation } = indicator;
  const figure = (name: string, printed: string) => <div><dt>{name}</dt><dd>{printed}</dd></div>;
  return renderCard(site, { address: indicatorCardAddress(edition, indicator), of: indicatorAddress(edition, indicator), title: `指標${number} ${title}`, assets }, (
    <>
      <p class="eyebrow">指標{number}</p>
      <h1>{title}{unit && <span class="unit">（{unit}）</span>}</h1>
      <StatusWord evaluation={evaluation} />
      <PathChart indicator={indicator} labelling={edition.municipality.fiscalYearLabels} />
      <p class="note">{evaluation.sentence}</p>
      <dl class="facts">{figure(baseline.label || '基準値', baseline.printed)}{figure(measurement?.label || yearLabelOf(edition), measurement?.printed ?? '掲載なし')}{figure(target.label || '目標値', target.printed)}</dl>
    </>
  ));
}

function initiativeCard(site: EditionSite, node: EditionNode, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const [first, ...others] = node.report?.paragraphs ?? [];
  const owners = node.report?.responsiblePrinted ?? node.responsible.map((owner) => ownerName(edition, owner)).join('／');
  const title = node.relistingOf !== null && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title;
  return renderCard(site, { address: initiativeCardAddress(edition, node), of: initiativeAddress(edition, node), title: `${nodeLabel(edition, node)} ${title}`, assets }, (
    <>
      <p class="eyebrow">{nodeLabel(edition, node)}</p>
      <h1>{title}</h1>
      {owners !== '' && <p class="note">推進部署：{owners}</p>}
      <p class="lead">{first ? first.text : 'この年度の報告はありません。'}</p>
      {others.length > 0 && <p class="note">ほかに{others.length}の段落があります。</p>}
    </>
  ));
}

interface CardFrame {
  readonly address: PageAddress;
  /** The page that the card is taken from. */
  readonly of: PageAddress;
  readonly title: string;
  readonly assets: SharedAssets;
}

/** A small document of its own: whose it is and for when, the content, and the way to the whole page. */
function renderCard({ published: { edition } }: EditionSite, { address, of, title, assets }: CardFrame, content: Child): SitePage {
  const link = (to: string) => relativeLink(address, to);
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{`${title}（埋め込み用）｜${edition.plan.title}｜${yearLabelOf(edition)}`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <link rel="canonical" href={link(of)} />
        <link rel="stylesheet" href={link(`assets/${assets.stylesheet}`)} />
      </head>
      <body class="card">
        <header><p class="note">{edition.municipality.name}　{edition.plan.title}　{yearLabelOf(edition)}</p></header>
        <main>{content}</main>
        <footer><p class="note"><a href={link(of)} target="_top">詳しく読む：{title}</a>　{editionLabel(edition)}</p></footer>
      </body>
    </html>
  );
  return { address, html: String(<>{raw('<!doctype html>')}{document}</>) };
}

/** How a card is put into another page, with the address of each. */
function embeddingPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = cardsAddress(edition.plan.id);
  const link = (to: string) => relativeLink(address, to);
  const base = assets.publicUrl === undefined || assets.publicUrl === null ? 'https://（このサイトの番地）/' : assets.publicUrl.replace(/\/*$/, '/');
  const [indicator] = edition.indicators;
  const [initiative] = initiativesOf(edition);
  const example = indicator ? { to: indicatorCardAddress(edition, indicator), title: `指標${indicator.number} ${indicator.title}` }
    : initiative ? { to: initiativeCardAddress(edition, initiative), title: `${nodeLabel(edition, initiative)} ${initiative.title}` } : null;
  return renderPage({ address, title: 'ほかのサイトへの埋め込み', assets, site, section: 'data', crumbs: [{ name: edition.plan.title, address: planAddress(edition.plan.id) }] }, (
    <>
      <h1>ほかのサイトへの埋め込み</h1>
      <p class="lead">指標や取組の一つ一つを、市区町村のサイトなど、ほかのウェブページの中に表示できます。いつも最も新しい年度の内容を表示します。</p>
      {example && (
        <section aria-labelledby="how_heading">
          <h2 id="how_heading">埋め込み方</h2>
          <p class="text">次のHTMLを、表示したいページに書き加えます。<code>src</code> には下の一覧の番地を、<code>title</code> には何を表示するかを書いてください（読み上げに必要です）。</p>
          <pre><code>{`<iframe src="${base}${example.to}" title="${example.title.replaceAll('"', '&quot;')}" width="100%" height="560" loading="lazy"></iframe>`}</code></pre>
          <ul class="text bullets">
            <li>スクリプトは使っていません。閲覧した人を追跡するものもありません。</li>
            <li>高さは、幅360ピクセルのとき、指標は560ピクセル、取組は文章の長さに応じて300ピクセルから600ピクセルが目安です。足りないときは、枠の中を縦に動かせます。</li>
            <li>カードの中のリンクを選ぶと、枠の外のページ全体が、このサイトの該当するページに移ります。</li>
            <li>年度や版を固定して示したいときは、埋め込みではなく、各ページの固定リンクを使ってください。</li>
          </ul>
        </section>
      )}
      {edition.indicators.length > 0 && (
        <section aria-labelledby="indicators_heading">
          <h2 id="indicators_heading">指標のカード</h2>
          <ul class="list">{edition.indicators.map((each) => <li><span class="no">{each.number}</span><a href={link(indicatorCardAddress(edition, each))}>{each.title}</a></li>)}</ul>
        </section>
      )}
      <section aria-labelledby="initiatives_heading">
        <h2 id="initiatives_heading">{edition.levels.at(-1)?.name ?? '取組'}のカード</h2>
        <ul class="list">{initiativesOf(edition).map((node) => <li><span class="no">{node.number}</span><a href={link(initiativeCardAddress(edition, node))}>{node.title}</a></li>)}</ul>
      </section>
    </>
  ));
}
