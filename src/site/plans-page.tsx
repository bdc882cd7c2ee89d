import { countInitiatives, countsBeside, yearLabelOf } from '../domain/edition/reading.ts';
import { planAddress, plansAddress, relativeLink, yearAddress } from './address.ts';
import { overviewPage } from './overview-page.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** A plan that is held but has nothing published yet. */
export interface UnpublishedPlan {
  readonly id: string;
  readonly title: string;
}

/** The city's plans, each with its newest edition. */
export function plansPage(newest: readonly EditionSite[], unpublished: readonly UnpublishedPlan[], assets: SharedAssets): SitePage {
  const link = (to: string) => relativeLink(plansAddress, to);
  const city = newest[0]?.published.edition.municipality.name;
  return renderPage({ address: plansAddress, title: city ? `${city}の計画の進捗` : '計画の進捗', assets, site: null }, (
    <>
      <h1>{city ? `${city}の計画の進捗` : '計画の進捗'}</h1>
      {newest.length === 0 && <NothingYet untouched={unpublished.length === 0} />}
      <ul class="grid plans">
        {newest.map(({ published: { edition } }) => {
          const counts = countInitiatives(edition);
          return (
            <li>
              <h2><a href={link(planAddress(edition.plan.id))}>{edition.plan.title}</a></h2>
              <p>最新の公表：<a href={link(yearAddress(edition))}>{yearLabelOf(edition)}</a></p>
              <p class="note">{edition.levels.at(-1)?.name}{counts.printed}件{countsBeside(counts)}、指標{edition.indicators.length}件</p>
            </li>
          );
        })}
        {unpublished.map(({ id, title }) => <li><h2><a href={link(planAddress(id))}>{title}</a></h2><p class="note">まだ公表していません</p></li>)}
      </ul>
    </>
  ));
}

/** An installation at its beginning. Only here the public side leads to the staff side: who has just installed it comes by this page. */
function NothingYet({ untouched }: { untouched: boolean }) {
  return (
    <>
      <p class="lead">公表した計画は、まだありません。計画の進捗状況を公表すると、このページに表示します。</p>
      <p>職員の方は、<a href="workspace/">職員用ページ</a>から準備を{untouched ? '始めて' : '進めて'}ください。{untouched && '最初のシステム管理者の職員番号と仮のパスワードは、起動した端末に表示されています。'}</p>
    </>
  );
}

/** A plan's own address shows its newest edition. */
export function newestEditionPage(site: EditionSite, assets: SharedAssets): SitePage {
  return overviewPage(site, assets, planAddress(site.published.edition.plan.id));
}

/** A plan that has no edition yet: what that means and where to go. */
export function unpublishedPlanPage({ id, title }: UnpublishedPlan, assets: SharedAssets): SitePage {
  const address = planAddress(id);
  return renderPage({ address, title, assets, site: null }, (
    <>
      <h1>{title}</h1>
      <p class="lead">この計画の進捗状況は、まだ公表していません。公表すると、このページに表示します。</p>
      <p><a href={relativeLink(address, plansAddress)}>公表している計画の一覧</a></p>
    </>
  ));
}
