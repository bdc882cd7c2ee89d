import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { newestOfEachYear } from '../domain/edition/edition-years.ts';
import type { Edition, EditionIndicator, EditionNode } from '../domain/edition/edition.ts';
import { editionLabel, initiativesOf, nodeLabel, ownerName, yearLabelOf } from '../domain/edition/reading.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { StatusWord } from '../ui/status.tsx';
import { cardsAddress, indicatorAddress, indicatorCardAddress, initiativeAddress, initiativeCardAddress, type PageAddress, relativeLink, yearCardsAddress } from './address.ts';
import { embeddingPage } from './embedding-page.tsx';
import type { EditionSite, SharedAssets, SitePage } from './site-page.tsx';

// Cards: an indicator or an item, for a frame in a page of the city's own site. No scripts; links leave the frame.

/**
 * The cards that always show the newest year, and the page that explains how to embed them. A number that the newest year no longer
 * has keeps the card of the last year that had it: it stands in somebody's page.
 *
 * @param site of the newest year
 */
export function* cardPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  const cards = cardsAddress(site.published.edition.plan.id);
  yield embeddingPage(site, { cards, fixed: false }, assets);
  const made = new Set<PageAddress>();
  for (const edition of newestOfEachYear(site.editions)) {
    for (const card of cardsOf(edition, { cards, fixed: false }, assets)) {
      if (!made.has(card.address)) yield card;
      made.add(card.address);
    }
  }
}

/** The cards of one year, whichever is the newest. */
export function* yearCardPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  const { edition } = site.published;
  const of = { cards: yearCardsAddress(edition), fixed: true };
  yield embeddingPage(site, of, assets);
  yield* cardsOf(edition, of, assets);
}

/** Where cards stand, and whether they stay with their year. */
export interface CardSet {
  readonly cards: PageAddress;
  readonly fixed: boolean;
}

function* cardsOf(edition: Edition, of: CardSet, assets: SharedAssets): Generator<SitePage> {
  for (const indicator of edition.indicators) yield indicatorCard(edition, indicator, of, assets);
  for (const node of initiativesOf(edition)) yield initiativeCard(edition, node, of, assets);
}

function indicatorCard(edition: Edition, indicator: EditionIndicator, of: CardSet, assets: SharedAssets): SitePage {
  const { number, title, unit, baseline, measurement, target, evaluation } = indicator;
  const figure = (name: string, printed: string) => <div><dt>{name}</dt><dd>{printed}</dd></div>;
  return renderCard(edition, { address: indicatorCardAddress(of.cards, indicator), page: indicatorAddress(edition, indicator), title: `指標${number} ${title}`, fixed: of.fixed, assets }, (
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

function initiativeCard(edition: Edition, node: EditionNode, of: CardSet, assets: SharedAssets): SitePage {
  const [first, ...others] = node.report?.paragraphs ?? [];
  const owners = node.report?.responsiblePrinted ?? node.responsible.map((owner) => ownerName(edition, owner)).join('／');
  const title = node.relistingOf !== null && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title;
  return renderCard(edition, { address: initiativeCardAddress(of.cards, node), page: initiativeAddress(edition, node), title: `${nodeLabel(edition, node)} ${title}`, fixed: of.fixed, assets }, (
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
  readonly page: PageAddress;
  readonly title: string;
  readonly fixed: boolean;
  readonly assets: SharedAssets;
}

/** A small document of its own: whose it is and for when, the content, and the way to the whole page. */
function renderCard(edition: Edition, { address, page, title, fixed, assets }: CardFrame, content: Child): SitePage {
  const link = (to: string) => relativeLink(address, to);
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{`${title}（${fixed ? '年度を固定した' : ''}埋め込み用）｜${edition.plan.title}｜${yearLabelOf(edition)}`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <link rel="canonical" href={link(page)} />
        <link rel="stylesheet" href={link(`assets/${assets.stylesheet}`)} />
      </head>
      <body class="card">
        <header><p class="note">{edition.municipality.name}　{edition.plan.title}　{yearLabelOf(edition)}</p></header>
        <main>{content}</main>
        <footer><p class="note"><a href={link(page)} target="_top">詳しく読む：{title}</a>　{editionLabel(edition)}</p></footer>
      </body>
    </html>
  );
  return { address, html: String(<>{raw('<!doctype html>')}{document}</>) };
}
