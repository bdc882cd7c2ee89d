import { initiativesOf, nodeLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { excerptOf, searchableTexts, searchTexts } from '../domain/edition/search-edition.ts';
import { initiativeAddress, relativeLink, yearAddress } from './address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** More hits than this are not printed; the reader is told to add a word. */
const mostHits = 200;

/**
 * Search over an edition. With a query the server answers it; without one the page lists everything, and a small script
 * searches while the reader types. `query` is null in the published folder.
 */
export function searchPage(site: EditionSite, query: string | null, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}search/`;
  const link = (to: string) => relativeLink(address, to);
  const asked = query?.trim() ?? '';
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: asked === '' ? '検索' : `「${asked}」の検索結果`, assets, site, section: 'search', crumbs, script: true }, (
    <>
      <h1>検索</h1>
      <form class="search" role="search" action={link(address)} method="get" data-index={link(`${yearAddress(edition)}search/index.js`)}>
        <div>
          <label for="q">{yearLabelOf(edition)}の報告から探す言葉</label>
          <input id="q" name="q" type="search" value={asked} autocomplete="off" maxlength={200} aria-describedby="hint" />
        </div>
        <button class="button main" type="submit">検索する</button>
      </form>
      <p class="note" id="hint">２つ以上の言葉は、空白で区切ると全てを含むものを探します。</p>
      <div id="results" aria-live="polite">{asked !== '' && <Results site={site} query={asked} link={link} />}</div>
      <section aria-labelledby="all" id="everything">
        <h2 id="all">全ての{edition.levels.at(-1)?.name}</h2>
        <ul class="list">
          {initiativesOf(edition).map((node) => (
            <li><a href={link(initiativeAddress(edition, node))}>{nodeLabel(edition, node)} {node.title}</a></li>
          ))}
        </ul>
      </section>
    </>
  ));
}

function Results({ site, query, link }: { site: EditionSite; query: string; link: (to: string) => string }) {
  const { edition } = site.published;
  const hits = searchTexts(searchableTexts(edition), query);
  if (hits.length === 0) return <p class="lead">「{query}」を含む記述は見つかりませんでした。言葉を短くするか、別の言葉でお探しください。</p>;
  return (
    <>
      <p class="lead">「{query}」を含む記述が{hits.length}件あります。{hits.length > mostHits && `はじめの${mostHits}件を表示しています。`}</p>
      <ul class="list hits">
        {hits.slice(0, mostHits).map((hit) => (
          <li>
            <a href={link(yearAddress(edition) + hit.target)}>{hit.heading}</a>
            <p>{excerptOf(hit).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The file that the script loads on first use: the texts of the edition, as a script so that it works from a disk too. */
export function searchIndex({ published: { edition } }: EditionSite): string {
  const address = `${yearAddress(edition)}search/`;
  const rows = searchableTexts(edition).map(({ target, heading, text }) => [relativeLink(address, yearAddress(edition) + target), heading, text]);
  // A closing tag or a line separator inside a string must not end the script.
  return `globalThis.ayumiTexts=${JSON.stringify(rows).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};`;
}
