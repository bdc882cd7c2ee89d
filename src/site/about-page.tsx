import { yearLabelOf } from '../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { editionAddress, relativeLink, yearAddress } from './address.ts';
import { ReportedText } from './reported-text.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** The sections before the plan's tree: its purpose, and how its progress is managed and published. */
export function aboutPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}about/`;
  const { plan, municipality: { fiscalYearLabels } } = edition;
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: '計画の目的と進捗管理', assets, site, section: 'overview', crumbs }, (
    <>
      <h1>計画の目的と進捗管理</h1>
      {edition.preface.map(({ id, heading, paragraphs }) => (
        <section aria-labelledby={id}><h2 id={id}>{heading}</h2><ReportedText edition={edition} paragraphs={paragraphs} within={`${id}_`} record={relativeLink(address, editionAddress(edition))} /></section>
      ))}
      <section aria-labelledby="facts_heading">
        <h2 id="facts_heading">計画について</h2>
        <table>
          <tbody>
            <tr><th scope="row">策定</th><td>{plan.adopted ? dateLabel(plan.adopted, fiscalYearLabels) : '記載なし'}</td></tr>
            <tr><th scope="row">計画期間</th><td>{plan.period ? `${fiscalYearLabel(plan.period.from, fiscalYearLabels)}から${fiscalYearLabel(plan.period.to, fiscalYearLabels)}まで` : '元の資料に記載なし'}</td></tr>
            <tr><th scope="row">進捗管理</th><td>{plan.headquarters ? plan.headquarters.name + (plan.headquarters.chair ? `（長：${plan.headquarters.chair}）` : '') : '記載なし'}</td></tr>
            {plan.parents.length > 0 && <tr><th scope="row">上位の計画など</th><td>{plan.parents.map(({ title, adopted }) => <div>{title}{adopted && `（${dateLabel(adopted, fiscalYearLabels)}策定）`}</div>)}</td></tr>}
          </tbody>
        </table>
        <p><a href={relativeLink(address, `${yearAddress(edition)}initiatives/`)}>計画の体系</a></p>
      </section>
    </>
  ));
}
