import type { Edition } from '../domain/edition/edition.ts';
import { countInitiatives, countsBeside, countStatuses, yearLabelOf } from '../domain/edition/reading.ts';
import { fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { StatusWord } from '../ui/status.tsx';
import { Title } from '../ui/title.tsx';
import { indicatorAddress, type PageAddress, planAddress, relativeLink, yearAddress } from './address.ts';
import { CorrectedEdition } from './correction-notice.tsx';
import { DecisionsOn, OpinionsOn } from './decided.tsx';
import { ChangesLink } from './history/history-links.tsx';
import { Downloads } from './downloads.tsx';
import { PlanChanges } from './item-life.tsx';
import { PlanTree } from './plan-tree.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** The whole of an edition on one page. It stands at the year's address, and for the newest year at the plan's address too. */
export function overviewPage(site: EditionSite, assets: SharedAssets, address: PageAddress = yearAddress(site.published.edition)): SitePage {
  const { edition } = site.published;
  const link = (to: string) => relativeLink(address, to);
  const counts = countInitiatives(edition);
  const statuses = countStatuses(edition);
  const lowest = edition.levels.at(-1)?.name ?? '取組';
  const labels = edition.municipality.fiscalYearLabels;
  const otherYears = site.years.filter((year) => year !== edition.fiscalYear);
  return renderPage({ address, title: edition.plan.title, assets, site, section: 'overview', description: introduction(edition) }, (
    <>
      <p class="eyebrow">{yearLabelOf(edition)}の進捗状況</p>
      <h1><Title>{edition.plan.title}</Title></h1>
      <p class="lead">
        {introduction(edition)}
        {edition.preface.length > 0 && <> <a href={link(`${yearAddress(edition)}about/`)}>計画の目的と進捗管理</a></>}
      </p>
      <CorrectedEdition site={site} link={link} />
      {otherYears.length > 0 && (
        <p>ほかの年度：{otherYears.map((year, index) => <>{index > 0 && '、'}<a href={link(`${planAddress(edition.plan.id)}${year}/`)}>{fiscalYearLabel(year, labels)}</a></>)}　<ChangesLink site={site} link={link} /></p>
      )}
      <dl class="facts">
        <Fact name={lowest} count={counts.printed} unit={`件${countsBeside(counts)}`} />
        <Fact name="指標" count={edition.indicators.length} unit="件" />
        {edition.indicators.length > 0 && (
          <>
            <Fact name="順調・達成の指標" count={statuses.onTheWay} unit="件" />
            <Fact name="遅れ・後退の指標" count={statuses.late} unit="件" />
            <Fact name="判定を保留した指標" count={statuses.withheld} unit="件" />
          </>
        )}
      </dl>
      {edition.indicators.length > 0 && (
        <section aria-labelledby="indicators_heading">
          <h2 id="indicators_heading">{edition.indicators.length}つの指標 <small>{wayLabel(edition)}</small></h2>
          <ul class="grid">
            {edition.indicators.map((indicator) => (
              <li>
                <h3><a href={link(indicatorAddress(edition, indicator))}>{indicator.title}</a>{indicator.unit && <span class="unit">（{indicator.unit}）</span>}</h3>
                <StatusWord evaluation={indicator.evaluation} />
                <PathChart indicator={indicator} labelling={labels} />
                <p class="note">{indicator.evaluation.sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="tree_heading">
        <h2 id="tree_heading">体系と{counts.printed}の{lowest} <small>番号を選ぶと、その報告を読めます</small></h2>
        <PlanTree edition={edition} link={link} />
      </section>
      <PlanChanges edition={edition} link={link} />
      <DecisionsOn edition={edition} subject={null} />
      <OpinionsOn edition={edition} subject={null} />
      <section aria-labelledby="files_heading">
        <h2 id="files_heading">資料の入手</h2>
        <Downloads site={site} link={link} />
      </section>
    </>
  ));
}

function Fact({ name, count, unit }: { name: string; count: number; unit: string }) {
  return <div><dt>{name}</dt><dd><b>{count}</b>{unit}</dd></div>;
}

function introduction({ plan, levels }: Edition): string {
  const who = plan.headquarters ? `${plan.headquarters.chair ? `${plan.headquarters.chair}を本部長とする` : ''}${plan.headquarters.name}が、` : '';
  return `${who}計画に掲げた全ての${levels.at(-1)?.name ?? '取組'}について、この年度の進捗状況を公表するものです。`;
}

/** What the two ends of the charts are, when they are the same for all indicators. */
function wayLabel({ indicators, municipality }: Edition): string {
  const [first] = indicators;
  const same = first && indicators.every(({ baseline, target }) => baseline.fiscalYear === first.baseline.fiscalYear && target.fiscalYear === first.target.fiscalYear);
  if (!same) return '線の左端が基準値、右端が目標値';
  const label = (year: number) => fiscalYearLabel(year, municipality.fiscalYearLabels);
  return `線の左端が${label(first.baseline.fiscalYear)}末、右端が${label(first.target.fiscalYear)}末の目標`;
}
