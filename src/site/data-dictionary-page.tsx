import { yearLabelOf } from '../domain/edition/reading.ts';
import { relativeLink, yearAddress } from './address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** What every column of every CSV means, made from the same definitions as the files themselves. */
export function dataDictionaryPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const data = `${yearAddress(edition)}data/`;
  const address = `${data}columns/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }, { name: 'データ', address: data }];
  const idOf = (file: string) => `table_${file.replace('.csv', '')}`;
  return renderPage({ address, title: 'CSVの列の説明', assets, site, section: 'data', crumbs }, (
    <>
      <h1>CSVの列の説明</h1>
      <p class="lead">文字コードはUTF-8（BOM付き）、改行はCRLF、区切りはカンマ（RFC 4180）です。１行目が項目名で、２行目からは１行が１件です。空欄は、値がないことを表します。ゼロは「0」と書きます。</p>
      <ul class="list">{site.tables.map(({ file, description }) => <li><a href={`#${idOf(file)}`}>{file}</a>　{description}</li>)}</ul>
      {site.tables.map(({ file, description, records, columns }) => (
        <section aria-labelledby={idOf(file)}>
          <h2 id={idOf(file)}>{file} <small>{records}件</small></h2>
          <p>{description} <a href={link(data + file)}>{file} を入手する</a></p>
          <div class="scroll" tabindex={0} role="region" aria-label={`${file}の列`}>
            <table>
              <thead><tr><th scope="col">列</th><th scope="col">型</th><th scope="col">説明</th></tr></thead>
              <tbody>{columns.map((column) => <tr><th scope="row">{column.name}</th><td class="nb">{column.type}</td><td>{column.description}</td></tr>)}</tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  ));
}
