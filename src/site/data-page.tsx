import type { Edition } from '../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { relativeLink, yearAddress } from './address.ts';
import { sizeOf } from './downloads.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

const titles: Readonly<Record<string, string>> = {
  'report.pdf': '報告書（PDF/UA-1。読み上げに対応）',
  'report-archive.pdf': '報告書（PDF/A-2a。長期保存用）',
  'report.docx': '報告書（Word）',
  'report.xlsx': '一覧表（Excel）',
  'edition.json': '版の全体（JSON）',
};

/** Every file of the edition with its size, and what the edition is: number, hash, what was not stated. */
export function dataPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition, hash } = site.published;
  const address = `${yearAddress(edition)}data/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: 'データと版の情報', assets, site, section: 'data', crumbs }, (
    <>
      <h1>データと版の情報</h1>
      <section aria-labelledby="files_heading">
        <h2 id="files_heading">ファイル</h2>
        {site.files.length === 0 ? <p>この版のファイルは作成中です。</p> : (
          <table>
            <thead><tr><th scope="col">内容</th><th scope="col">ファイル</th><th scope="col" class="num">大きさ</th></tr></thead>
            <tbody>
              {site.files.map((file) => (
                <tr>
                  <th scope="row">{titleOf(file.name, edition)}</th>
                  <td><a class="nb" href={link(yearAddress(edition) + file.name)}>{file.name.split('/').at(-1)}</a></td>
                  <td class="num">{sizeOf(file)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p class="note">CSVは、UTF-8（BOM付き）で、１行に１件を記録しています。数式とみなされる文字（=、+、-、@）で始まる文字列には、先頭に「'」を付けています。プログラムから読み取るときは、<a href={link('api/')}>公表データのAPI</a>も使えます。</p>
      </section>
      <section aria-labelledby="edition_heading">
        <h2 id="edition_heading">この版</h2>
        <table>
          <tbody>
            <tr><th scope="row">版</th><td>{yearLabelOf(edition)} {editionLabel(edition)}</td></tr>
            <tr><th scope="row">公表日</th><td>{edition.issuedOn ? dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels) : '元の資料に記載なし'}</td></tr>
            <tr><th scope="row">ハッシュ値（SHA-256）</th><td><span class="hash">{hash}</span></td></tr>
            <tr><th scope="row">団体コード</th><td>{edition.municipality.code}</td></tr>
          </tbody>
        </table>
        <p class="note">ウェブページ、PDF、Word、Excel、CSV、JSONは、全てこの版から作成しています。版は公表後に変更しません。誤りがあったときは、新しい版で訂正します。</p>
      </section>
    </>
  ));
}

const csvTitles: Readonly<Record<string, string>> = {
  plan: '計画と版の概要', nodes: '計画の体系', paragraphs: '段落（前文、説明、取組状況）', indicators: '指標', parents: '上位の計画等', measurements: '指標の値', 'measurement-notes': '指標の値に付いた注',
  'indicator-links': '指標と関連する要素', departments: '部署', responsibilities: '推進部署と報告した部署', notes: '指標の注', columns: '列の説明',
};

function titleOf(name: string, { levels }: Edition): string {
  if (titles[name]) return titles[name];
  const table = name.replace(/^data\/|\.csv$/g, '');
  return `${table === 'initiatives' ? (levels.at(-1)?.name ?? '取組') : (csvTitles[table] ?? name)}（CSV）`;
}
