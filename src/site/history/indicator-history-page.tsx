import type { Edition, EditionIndicator } from '../../domain/edition/edition.ts';
import { yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { valueText } from '../../domain/indicator/explanation.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import { judgedSeries, standingNames, valueOnSeries } from '../../domain/indicator/indicator.ts';
import { footprintsOf, PathHistoryChart } from '../../ui/path-history-chart.tsx';
import { indicatorAddress, latestAddress, relativeLink } from '../address.ts';
import { renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { historyAddress } from './history-address.ts';
import type { PlanHistory } from './history-pages.ts';

interface YearOfIndicator {
  readonly edition: Edition;
  readonly indicator: EditionIndicator;
}

/** An indicator over the years: first all figures as a table, then the way with its footprints. */
export function indicatorHistoryPage({ years, site }: PlanHistory, id: string, assets: SharedAssets): SitePage {
  const { plan, municipality: { fiscalYearLabels: labels } } = site.published.edition;
  const address = historyAddress(plan.id, 'indicators', id);
  const link = (to: string) => relativeLink(address, to);
  const held: YearOfIndicator[] = years.toReversed().flatMap((edition) => {
    const indicator = edition.indicators.find((candidate) => candidate.id === id);
    return indicator ? [{ edition, indicator }] : [];
  });
  const { indicator } = held.at(-1)!;
  const series = judgedSeries(indicator);
  const several = held.some((year) => year.indicator.series.length > 1 || judgedSeries(year.indicator).id !== series.id);
  const outside = held.filter((year) => year.indicator.measurement?.value != null && valueOnSeries(year.indicator.measurement, series.id) === null);
  return renderPage({ address, title: `指標${indicator.number} ${indicator.title}の推移`, assets, site, section: 'indicators' }, (
    <>
      <p class="eyebrow">年度ごとの推移</p>
      <h1>指標{indicator.number} {indicator.title}</h1>
      <section aria-labelledby="figures_heading">
        <h2 id="figures_heading">各年度の値 {indicator.unit && <small>単位：{indicator.unit}</small>}</h2>
        <div class="scroll" tabindex={0} role="region" aria-label="各年度の値の表">
          <table class="wide">
            <thead>
              <tr><th scope="col">年度</th><th scope="col" class="num">掲載された値</th>{several && <th scope="col" class="num">比べられる値</th>}<th scope="col">判定</th><th scope="col">備考</th></tr>
            </thead>
            <tbody>
              <tr><th scope="row">{indicator.baseline.label || '基準値'}</th><td class="num">{indicator.baseline.printed}</td>{several && <td class="num">{indicator.baseline.value === null ? 'なし' : valueText(indicator.baseline.value, indicator.baseline.printed)}</td>}<td>基準値</td><td></td></tr>
              {held.map((year) => <YearRow year={year} series={series.id} several={several} link={link} />)}
              <tr><th scope="row">{indicator.target.label || '目標値'}</th><td class="num">{indicator.target.printed}</td>{several && <td class="num">{indicator.target.value === null ? 'なし' : valueText(indicator.target.value, indicator.target.printed)}</td>}<td>目標値</td><td></td></tr>
            </tbody>
          </table>
        </div>
        {several && <p class="note">「比べられる値」は、判定に用いる系列（{series.title}）の値です。系列が異なる値は、互いに比べられません。</p>}
      </section>
      <section aria-labelledby="path_heading">
        <h2 id="path_heading">道のり図と足跡</h2>
        <PathHistoryChart indicator={indicator} footprints={footprintsOf(held)} labelling={labels} />
        <p class="note">大きい印は最も新しい値、小さい印はそれまでの値です。年は、値が属する年度です。□は、参考値など判定に用いない値です。{outside.length > 0 && `${outside.map(({ edition }) => yearLabelOf(edition)).join('、')}の値は系列が異なるため、図に示していません。`}</p>
      </section>
      <p class="note">いつでも最も新しい年度を示す番地：<a href={link(`${latestAddress(plan.id)}indicators/${indicator.number}/`)}>指標{indicator.number}の最新の年度</a></p>
    </>
  ));
}

function YearRow({ year: { edition, indicator }, series, several, link }: { year: YearOfIndicator; series: string; several: boolean; link: (to: string) => string }) {
  const { measurement, evaluation } = indicator;
  const comparable = measurement && valueOnSeries(measurement, series);
  return (
    <tr>
      <th scope="row"><a href={link(indicatorAddress(edition, indicator))}>{yearLabelOf(edition)}</a></th>
      <td class="num">{measurement?.printed ?? '記載なし'}</td>
      {several && <td class="num">{comparable ? valueText(comparable.value, comparable.printed) : 'なし'}</td>}
      <td class="nb">{statusWords[evaluation.status]}</td>
      <td>{remarks(edition, indicator).join('、')}</td>
    </tr>
  );
}

function remarks({ municipality: { fiscalYearLabels } }: Edition, { measurement, series }: EditionIndicator): string[] {
  if (!measurement) return [];
  const other = series.find(({ id }) => id === measurement.series);
  return [
    ...(measurement.standing ? [standingNames[measurement.standing]] : []),
    ...(measurement.valueYear === measurement.fiscalYear ? [] : [`${fiscalYearLabel(measurement.valueYear, fiscalYearLabels)}の値`]),
    ...(measurement.asOf ? [`${dateLabel(measurement.asOf, fiscalYearLabels)}時点`] : []),
    ...(series.length > 1 && other && !other.judged ? [`掲載された値は${other.title}`] : []),
  ];
}
