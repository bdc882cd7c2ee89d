import type { EditionNode } from '../../domain/edition/edition.ts';
import { ancestorsOf, departmentById, nodeById, nodeLabel, ownerName, yearLabelOf } from '../../domain/edition/reading.ts';
import { initiativeAddress, recordInitiativeAddress, relativeLink, yearAddress } from '../address.ts';
import { DecisionsOn, OpinionsOn } from '../decided.tsx';
import { ItemLife } from '../item-life.tsx';
import { PlainText } from '../reported-text.tsx';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { newestOfYear, recordPage, withinRecord } from './record-frame.tsx';
import { RecordedText } from './recorded-text.tsx';

/** An initiative as this edition says it, for ever. */
export function recordInitiativePage(site: EditionSite, node: EditionNode, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = recordInitiativeAddress(edition, node);
  const label = nodeLabel(edition, node);
  const original = node.relistingOf === null ? undefined : nodeById(edition, node.relistingOf);
  const heading = original && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title;
  const { report } = node;
  const newest = newestOfYear(site);
  const same = nodeById(newest, node.id);
  const living = same ? initiativeAddress(newest, same) : yearAddress(newest);
  return recordPage({ site, assets, address, title: `${label} ${heading}`, heading, eyebrow: label, known: initiativeAddress(edition, node), living, subject: { kind: 'node', id: node.id } }, (
    <>
      <ItemLife edition={edition} node={node} link={withinRecord(edition, (to) => relativeLink(address, to))} />
      <section aria-labelledby="report_heading">
        <h2 id="report_heading">{yearLabelOf(edition)}の取組状況</h2>
        {report && report.paragraphs.length > 0
          ? <RecordedText site={site} paragraphs={report.paragraphs} place={`${label}「${node.title}」`} address={address} assets={assets} />
          : <p>この年度の報告はありません。</p>}
      </section>
      <DecisionsOn edition={edition} subject={{ kind: 'node', id: node.relistingOf ?? node.id }} />
      <OpinionsOn edition={edition} subject={{ kind: 'node', id: node.relistingOf ?? node.id }} />
      {node.description.length > 0 && <section aria-labelledby="plan_heading"><h2 id="plan_heading">計画の記述</h2><PlainText paragraphs={node.description} /></section>}
      <section aria-labelledby="facts_heading">
        <h2 id="facts_heading">この取組について</h2>
        <table>
          <tbody>
            <tr><th scope="row">推進部署（計画）</th><td>{node.responsible.map((owner) => ownerName(edition, owner)).join('／') || '記載なし'}</td></tr>
            {report && <tr><th scope="row">推進部署（掲載）</th><td>{report.responsiblePrinted}</td></tr>}
            {report && report.reporters.length > 0 && <tr><th scope="row">報告した部署</th><td>{report.reporters.map((id) => departmentById(edition, id)?.name ?? id).join('／')}</td></tr>}
            {ancestorsOf(edition, node).map((ancestor) => <tr><th scope="row">{nodeLabel(edition, ancestor)}</th><td>{ancestor.title}</td></tr>)}
            {original && <tr><th scope="row">再掲の元</th><td><a href={relativeLink(address, recordInitiativeAddress(edition, original))}>{original.number} {original.title}</a></td></tr>}
          </tbody>
        </table>
      </section>
    </>
  ));
}
