import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import {
  ancestorsOf, departmentById, editionLabel, indicatorsFor, initiativesOf, nodeById, nodeLabel, yearLabelOf,
} from '../domain/edition/reading.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { StatusWord } from '../ui/status.tsx';
import { departmentAddress, indicatorAddress, initiativeAddress, latestAddress, recordInitiativeAddress, relativeLink, yearAddress } from './address.ts';
import { answersFor } from './answers-for.tsx';
import { CorrectedHere } from './correction-notice.tsx';
import { DecisionsOn, OpinionsOn } from './decided.tsx';
import { ItemLife } from './item-life.tsx';
import { ItemSuccession } from './item-succession.tsx';
import { HistoryLink } from './history/history-links.tsx';
import { hasItemHistory } from './history/item-history.ts';
import { PlainText, ReportedText } from './reported-text.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** An initiative: its place, then at once what was reported this year, then what it belongs to. */
export function initiativePage(site: EditionSite, node: EditionNode, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = initiativeAddress(edition, node);
  const link = (to: string) => relativeLink(address, to);
  const ancestors = ancestorsOf(edition, node);
  const parent = ancestors.at(-1);
  const indicators = indicatorsFor(edition, node);
  const label = nodeLabel(edition, node);
  const title = titleWithRelisting(node);
  const crumbs = [
    { name: yearLabelOf(edition), address: yearAddress(edition) },
    ...ancestors.map((ancestor) => ({ name: `${nodeLabel(edition, ancestor)} ${ancestor.title}`, address: `${yearAddress(edition)}initiatives/#${ancestor.id}` })),
  ];
  return renderPage({ address, title: `${label} ${title}`, assets, site, section: 'initiatives', crumbs, ...(node.report?.paragraphs[0] ? { description: node.report.paragraphs[0].text } : {}) }, (
    <>
      <p class="eyebrow">{label}</p>
      <h1>{title}</h1>
      <CorrectedHere site={site} subject={{ kind: 'node', id: node.id }} link={link} />
      <ItemLife edition={edition} node={node} link={link} />
      <div class="columns">
        <div>
          <section aria-labelledby="report_heading">
            <h2 id="report_heading">{yearLabelOf(edition)}の取組状況</h2>
            {node.report && node.report.paragraphs.length > 0 ? <ReportedText edition={edition} paragraphs={node.report.paragraphs} record={link(recordInitiativeAddress(edition, node))} /> : <p>この年度の報告はありません。</p>}
          </section>
          <DecisionsOn edition={edition} subject={{ kind: 'node', id: node.relistingOf ?? node.id }} />
          <OpinionsOn edition={edition} subject={{ kind: 'node', id: node.relistingOf ?? node.id }} />
          {node.description.length > 0 && (
            <section aria-labelledby="plan_heading"><h2 id="plan_heading">計画の記述</h2><PlainText paragraphs={node.description} /></section>
          )}
          {parent && (
            <section aria-labelledby="parent_heading">
              <h2 id="parent_heading">属する{edition.levels.find(({ id }) => id === parent.level)?.name}</h2>
              <h3>{parent.title}</h3>
              <PlainText paragraphs={parent.description} />
            </section>
          )}
          {indicators.length > 0 && (
            <section aria-labelledby="indicators_heading">
              <h2 id="indicators_heading">関係する指標</h2>
              <ul>
                {indicators.map((indicator) => (
                  <li>
                    <h3><a href={link(indicatorAddress(edition, indicator))}>{indicator.title}</a>{indicator.unit && <span class="unit">（{indicator.unit}）</span>}</h3>
                    <StatusWord evaluation={indicator.evaluation} />
                    <PathChart indicator={indicator} labelling={edition.municipality.fiscalYearLabels} />
                    <p class="note">{indicator.evaluation.sentence}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <Facts site={site} node={node} link={link} />
      </div>
      <Pager edition={edition} node={node} link={link} />
    </>
  ));
}

/** 「（再掲）」 stands behind the title of a relisting, once. */
function titleWithRelisting(node: EditionNode): string {
  return node.relistingOf !== null && !node.title.includes('再掲') ? `${node.title}（再掲）` : node.title;
}

function Facts({ site, node, link }: { site: EditionSite; node: EditionNode; link: (to: string) => string }) {
  const { edition } = site.published;
  const original = node.relistingOf === null ? undefined : nodeById(edition, node.relistingOf);
  const relistings = edition.nodes.filter(({ relistingOf }) => relistingOf === node.id);
  const reporters = node.report?.reporters ?? [];
  return (
    <aside aria-label="この取組について">
      <dl>
        <dt>推進部署</dt>
        <dd>
          <ul class="tags">
            {node.responsible.map((owner) => ('collective' in owner
              ? <li><span>{owner.collective}</span></li>
              : <li><a href={link(departmentAddress(edition, owner.department))}>{departmentById(edition, owner.department)?.name}</a></li>))}
            {node.responsible.length === 0 && <li>記載なし</li>}
          </ul>
        </dd>
        {reporters.length > 0 && (
          <>
            <dt>関係各課のうちこの年度に報告した部署</dt>
            <dd><ul class="tags">{reporters.map((id) => <li><a href={link(departmentAddress(edition, id))}>{departmentById(edition, id)?.name}</a></li>)}</ul></dd>
          </>
        )}
        <dt>年度</dt>
        <dd>{yearLabelOf(edition)}（{editionLabel(edition)}）</dd>
        <dt>固定リンク</dt>
        <dd><a href={link(recordInitiativeAddress(edition, node))}>この版の記録</a>、<a href={link(`${latestAddress(edition.plan.id)}initiatives/${node.number}/`)}>最新の年度</a></dd>
        <ItemSuccession site={site} node={node} link={link} />
        {hasItemHistory(site, node.id) && <><dt>ほかの年度</dt><dd><HistoryLink site={site} subject="initiatives" id={node.id} link={link} /></dd></>}
        {original && (
          <>
            <dt>再掲の元</dt>
            <dd><a href={link(initiativeAddress(edition, original))}>{original.number} {original.title}</a></dd>
          </>
        )}
        {relistings.length > 0 && (
          <>
            <dt>再掲</dt>
            <dd><ul>{relistings.map((relisting) => <li><a href={link(initiativeAddress(edition, relisting))}>{relisting.number} {relisting.title}</a></li>)}</ul></dd>
          </>
        )}
        {(node.report?.paragraphs ?? []).every((paragraph) => answersFor(edition, paragraph) === null) && node.report !== null && (
          <>
            <dt>段落ごとの執筆部署と承認</dt>
            <dd class="note">元の資料に記載がありません</dd>
          </>
        )}
      </dl>
    </aside>
  );
}

function Pager({ edition, node, link }: { edition: Edition; node: EditionNode; link: (to: string) => string }) {
  const all = initiativesOf(edition);
  const index = all.findIndex(({ id }) => id === node.id);
  const [previous, next] = [all[index - 1], all[index + 1]];
  return (
    <nav class="pager" aria-label={`前後の${edition.levels.at(-1)?.name ?? '取組'}`}>
      {previous ? <a rel="prev" href={link(initiativeAddress(edition, previous))}>前：{previous.number} {previous.title}</a> : <span />}
      {next && <a rel="next" href={link(initiativeAddress(edition, next))}>次：{next.number} {next.title}</a>}
    </nav>
  );
}
