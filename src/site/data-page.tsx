import { editionLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { licences } from '../domain/plan/licence.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { cardsAddress, catalogPath, editionSchemaPath, editionsAddress, relativeLink, yearAddress } from './address.ts';
import { sizeOf } from './downloads.tsx';
import { fileTitle } from './file-titles.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** Every file of the edition with its size, and what the edition is: number, hash, what was not stated. */
export function dataPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition, hash } = site.published;
  const licence = edition.municipality.licence && licences[edition.municipality.licence];
  const address = `${yearAddress(edition)}data/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: 'データと版の情報', assets, site, section: 'data', crumbs }, (
    <>
      <h1>データと版の情報</h1>
      <section aria-labelledby="files_heading">
        <h2 id="files_heading">ファイル</h2>
        {site.files.length === 0 ? <p>この版のファイルは作成中です。</p> : (
          <div class="scroll" tabindex={0} role="region" aria-label="ファイルの一覧">
            <table>
              <thead><tr><th scope="col">内容</th><th scope="col">ファイル</th><th scope="col" class="num">大きさ</th></tr></thead>
              <tbody>
                {site.files.map((file) => (
                  <tr>
                    <th scope="row">{fileTitle(file.name, edition)}</th>
                    <td><a class="nb" href={link(yearAddress(edition) + file.name)}>{file.name.split('/').at(-1)}</a></td>
                    <td class="num">{sizeOf(file)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <ul class="files">
          {site.tables.length > 0 && <li><a href={link(`${address}columns/`)}>CSVの列の説明</a></li>}
          {site.selfCheck.length > 0 && <li><a href={link(`${address}self-check/`)}>機械可読性の自己点検</a></li>}
          <li><a href={link('api/')}>公表データのAPI</a></li>
          <li><a href={link(cardsAddress(edition.plan.id))}>ほかのサイトへの埋め込み</a></li>
          <li><a href={link(catalogPath(edition.municipality.code))}>データカタログ（DCAT）</a></li>
        </ul>
        <p class="note">CSVは、UTF-8（BOM付き）で、１行に１件を記録しています。数式とみなされる文字（=、+、-、@）で始まる文字列には、先頭に「'」を付けています。あゆみのサーバーでは、番地の末尾に <code>?encoding=cp932</code> を付けると、Shift_JISでも入手できます。JSONの形式は、<a href={link(editionSchemaPath)}>JSON Schema</a>で定めています。</p>
      </section>
      <section aria-labelledby="edition_heading">
        <h2 id="edition_heading">この版</h2>
        <table>
          <tbody>
            <tr><th scope="row">版</th><td>{yearLabelOf(edition)} {editionLabel(edition)}</td></tr>
            <tr><th scope="row">公表日</th><td>{edition.issuedOn ? dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels) : '元の資料に記載なし'}</td></tr>
            <tr><th scope="row">ハッシュ値（SHA-256）</th><td><span class="hash">{hash}</span></td></tr>
            <tr><th scope="row">利用条件</th><td>{licence ? <>{licence.name}　<code>{licence.address}</code></> : '元の資料に記載なし'}</td></tr>
            <tr><th scope="row">団体コード</th><td>{edition.municipality.code}</td></tr>
          </tbody>
        </table>
        <p class="note">ウェブページ、PDF、Word、Excel、CSV、JSONは、全てこの版から作成しています。版は公表後に変更しません。誤りがあったときは、新しい版で訂正します。<a href={link(editionsAddress(edition.plan.id))}>この計画の全ての版</a></p>
      </section>
    </>
  ));
}
