import type { PublishedEdition } from '../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { correctionOf } from '../domain/edition/errata.ts';
import { editionAddress, editionsAddress, errataAddress, latestAddress, type PageAddress, planAddress, relativeLink, yearAddress, yearEditionsAddress } from './address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** Every edition of a plan that was ever published, those that were corrected too, with its hash and its data. */
export function editionsPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition: { plan } } = site.published;
  const address = editionsAddress(plan.id);
  const link = (to: string) => relativeLink(address, to);
  return renderPage({ address, title: '公表した版の一覧', assets, site, section: 'data', crumbs: [{ name: plan.title, address: planAddress(plan.id) }] }, (
    <>
      <h1>公表した版の一覧</h1>
      <p class="lead">この計画について公表した全ての版です。版は、公表後に変わりません。訂正したときは、番号が一つ大きい版を公表し、前の版の記録も同じ番地に残します。</p>
      <EditionsTable site={site} editions={site.editions} address={address} />
      <p>引用や外部からのリンクには、版ごとの記録の番地を使ってください。いつでも最も新しい年度を示したいときは、<a href={link(latestAddress(plan.id))}>最新の年度の番地</a>を使ってください。</p>
      <p class="note">ハッシュ値は、JSONのファイルから計算できます（例：<code>sha256sum edition.json</code>）。引用した版と同じものかを、いつでも確かめられます。</p>
    </>
  ));
}

/** The editions of one year: the parent of their permanent addresses. */
export function yearEditionsPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const { plan } = edition;
  const address = yearEditionsAddress(edition);
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: plan.title, address: planAddress(plan.id) }, { name: '公表した版の一覧', address: editionsAddress(plan.id) }];
  const heading = `${yearLabelOf(edition)}について公表した版`;
  return renderPage({ address, title: heading, assets, site, section: 'data', crumbs }, (
    <>
      <h1>{heading}</h1>
      <p class="lead">それぞれの版の記録は、公表後に変わりません。最も新しい版の内容は、<a href={link(yearAddress(edition))}>{yearLabelOf(edition)}のページ</a>にもあります。</p>
      <EditionsTable site={site} editions={site.editions.filter((published) => published.edition.fiscalYear === edition.fiscalYear)} address={address} />
    </>
  ));
}

function EditionsTable({ site, editions, address }: { site: EditionSite; editions: readonly PublishedEdition[]; address: PageAddress }) {
  const link = (to: string) => relativeLink(address, to);
  const newestOf = (year: number) => site.editions.find(({ edition }) => edition.fiscalYear === year);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="版の一覧">
      <table>
        <thead><tr><th scope="col">年度</th><th scope="col">版</th><th scope="col">公表日</th><th scope="col">訂正の理由</th><th scope="col">データ</th><th scope="col">ハッシュ値（SHA-256）</th></tr></thead>
        <tbody>
          {editions.map((published) => {
            const { edition, hash } = published;
            const newest = newestOf(edition.fiscalYear) === published;
            return (
              <tr>
                <th scope="row" class="nb">{newest ? <a href={link(yearAddress(edition))}>{yearLabelOf(edition)}</a> : yearLabelOf(edition)}</th>
                <td class="nb"><a href={link(editionAddress(edition))} aria-label={`${yearLabelOf(edition)} ${editionLabel(edition)}の記録`}>{editionLabel(edition)}</a>{newest ? '' : '（訂正前）'}</td>
                <td class="nb">{edition.issuedOn ? dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels) : '元の資料に記載なし'}</td>
                <td>{edition.correctionReason ?? ''}{correctionOf(published, site.editions) && <>　<a href={link(errataAddress(edition))} aria-label={`${yearLabelOf(edition)} ${editionLabel(edition)}の正誤表`}>正誤表</a></>}</td>
                <td class="nb"><a href={link(`${editionAddress(edition)}edition.json`)} aria-label={`${yearLabelOf(edition)} ${editionLabel(edition)}のJSON`}>JSON</a></td>
                <td><span class="hash">{hash}</span></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
