import { yearLabelOf } from '../domain/edition/reading.ts';
import { relativeLink, yearAddress } from './address.ts';
import { ReportedText } from './reported-text.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** The sections before the plan's tree: its purpose, and how its progress is managed and published. */
export function aboutPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}about/`;
  const { plan } = edition;
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  const prefixed = edition.preface.map((section) => ({ ...section, paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, id: `${section.id}-${paragraph.id}` })) }));
  return renderPage({ address, title: '計画の目的と進捗管理', assets, site, section: 'overview', crumbs }, (
    <>
      <h1>計画の目的と進捗管理</h1>
      {prefixed.map(({ id, heading, paragraphs }) => (
        <section aria-labelledby={id}><h2 id={id}>{heading}</h2><ReportedText paragraphs={paragraphs.map((paragraph) => ({ ...paragraph }))} /></section>
      ))}
      <section aria-labelledby="facts">
        <h2 id="facts">計画について</h2>
        <table>
          <tbody>
            <tr><th scope="row">策定</th><td>{plan.adopted ?? '記載なし'}</td></tr>
            <tr><th scope="row">計画期間</th><td>{plan.period ? `${plan.period.from}年度から${plan.period.to}年度まで` : '元の資料に記載なし'}</td></tr>
            <tr><th scope="row">進捗管理</th><td>{plan.headquarters ? plan.headquarters.name : '記載なし'}</td></tr>
            {plan.parents.length > 0 && <tr><th scope="row">上位の計画など</th><td>{plan.parents.map(({ title }) => <div>{title}</div>)}</td></tr>}
          </tbody>
        </table>
        <p><a href={relativeLink(address, `${yearAddress(edition)}initiatives/`)}>計画の体系</a></p>
      </section>
    </>
  ));
}
