import { correctionOf } from '../../domain/edition/errata.ts';
import type { Edition, EditionNode } from '../../domain/edition/edition.ts';
import { editionLabel, nodeById, nodeLabel, ownerName, yearLabelOf } from '../../domain/edition/reading.ts';
import type { YearBefore } from '../../domain/edition/years-before.ts';
import { fateOf } from '../../domain/plan/succession.ts';
import { initiativeAddress, latestAddress, relativeLink } from '../address.ts';
import { PlainText } from '../reported-text.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { historyAddress } from './history-address.ts';
import { yearsBeforeItem } from './item-history.ts';
import type { PlanHistory } from './history-pages.ts';

/** An item year by year, newest first: its texts, and its number, title and departments as they were then. */
export function initiativeHistoryPage({ years, site }: PlanHistory, id: string, assets: SharedAssets): SitePage {
  const { plan } = site.published.edition;
  const address = historyAddress(plan.id, 'initiatives', id);
  const link = (to: string) => relativeLink(address, to);
  const held = years.flatMap((edition) => {
    const node = nodeById(edition, id);
    return node ? [{ edition, node }] : [];
  });
  const newest = held[0]!;
  const title = `${nodeLabel(newest.edition, newest.node)} ${newest.node.title}`;
  const drifted = new Set(held.map(({ node }) => `${node.number} ${node.title}`)).size > 1;
  const corrected = (edition: Edition) => edition.correctionReason !== null && correctionOf(site.editions.find((entry) => entry.edition === edition)!, site.editions)?.changes.some(({ subject }) => subject?.id === id);
  return renderPage({ address, title: `${title}の推移`, assets, site, section: 'initiatives' }, (
    <>
      <p class="eyebrow">年度ごとの推移</p>
      <h1>{title}</h1>
      <p class="lead">各年度の報告を、新しい年度から並べています。部署の名称は、それぞれの年度のものです。</p>
      <GoesOn site={site} id={newest.node.relistingOf ?? id} link={link} />
      <p class="note">いつでも最も新しい年度を示す番地：<a href={link(`${latestAddress(plan.id)}initiatives/${newest.node.number}/`)}>{newest.node.number}の最新の年度</a></p>
      {years.map((edition, index) => {
        const node = nodeById(edition, id);
        const before = years[index + 1];
        return (
          <section id={`year_${edition.fiscalYear}`}>
            <h2>{node ? <a href={link(initiativeAddress(edition, node))}>{yearLabelOf(edition)}</a> : yearLabelOf(edition)} {edition.number > 1 && <small>{editionLabel(edition)}{corrected(edition) && '（この取組を訂正）'}</small>}</h2>
            {node ? <Year edition={edition} node={node} drifted={drifted} same={before !== undefined && sameText(node, nodeById(before, id))} /> : <p>この年度の計画に、この取組はありません。</p>}
          </section>
        );
      })}
      {yearsBeforeItem(site, id).map((before) => <YearUnderPlanBefore {...before} link={link} />)}
    </>
  ));
}

/** A year of what the item goes on from, under the plan of that time. */
function YearUnderPlanBefore({ edition, nodes, link }: YearBefore & { link: (to: string) => string }) {
  return (
    <section id={`plan_${edition.plan.id}_${edition.fiscalYear}`}>
      <h2>{yearLabelOf(edition)} <small>前の計画「{edition.plan.title}」{edition.number > 1 && `　${editionLabel(edition)}`}</small></h2>
      {nodes.map((node) => (
        <div class="former">
          <h3><a href={link(initiativeAddress(edition, node))}>{nodeLabel(edition, node)} {node.title}</a></h3>
          <Year edition={edition} node={node} drifted={false} same={false} />
        </div>
      ))}
    </section>
  );
}

/** Where an item of this plan goes on under the next. */
function GoesOn({ site: { after }, id, link }: { site: EditionSite; id: string; link: (to: string) => string }) {
  const next = after.flatMap((edition) => (edition.succession && fateOf(edition.succession, id)?.to || []).flatMap((to) => {
    const node = nodeById(edition, to);
    return node ? [{ edition, node }] : [];
  }));
  if (next.length === 0) return null;
  return <p class="note">次の計画に引き継がれています。{next.map(({ edition, node }, index) => <>{index > 0 && '、'}<a href={link(historyAddress(edition.plan.id, 'initiatives', node.id))}>{edition.plan.title}の{nodeLabel(edition, node)} {node.title}の推移</a></>)}</p>;
}

function Year({ edition, node, drifted, same }: { edition: Edition; node: EditionNode; drifted: boolean; same: boolean }) {
  const owners = node.report?.responsiblePrinted ?? node.responsible.map((owner) => ownerName(edition, owner)).join('／');
  return (
    <>
      {drifted && <p>{nodeLabel(edition, node)} {node.title}</p>}
      <p class="note">推進部署：{owners || '記載なし'}</p>
      {node.report && node.report.paragraphs.length > 0 ? <PlainText paragraphs={node.report.paragraphs} /> : <p>この年度の報告はありません。</p>}
      {same && <p class="note">前の年度と同じ文章です。</p>}
    </>
  );
}

/** Whether both years say the very same, and say something. */
export function sameText(node: EditionNode, before: EditionNode | undefined): boolean {
  const text = ({ report }: EditionNode) => (report?.paragraphs ?? []).map((paragraph) => paragraph.text).join('\n');
  return before !== undefined && text(node) !== '' && text(node) === text(before);
}
