import type { Edition, EditionIndicator } from '../domain/edition/edition.ts';
import { ancestorsOf, nodeById, nodeLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel, lastDayOf } from '../domain/fiscal-year/fiscal-year.ts';
import { type Bands, isKept } from '../domain/indicator/evaluation.ts';
import { percentage, valueText } from '../domain/indicator/explanation.ts';
import { dayOf, type Figure } from '../domain/indicator/figure.ts';
import { judgedSeries, kindNames, standingNames } from '../domain/indicator/indicator.ts';
import { noteNumber } from '../domain/report/paragraph.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { StatusWord } from '../ui/status.tsx';
import { indicatorAddress, latestAddress, recordIndicatorAddress, relativeLink, yearAddress } from './address.ts';
import { CorrectedHere } from './correction-notice.tsx';
import { DecisionsOn, OpinionsOn } from './decided.tsx';
import { HistoryLink } from './history/history-links.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** An indicator: the figures as a table first, then the chart, then how it was judged and from what. */
export function indicatorPage(site: EditionSite, indicator: EditionIndicator, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = indicatorAddress(edition, indicator);
  const link = (to: string) => relativeLink(address, to);
  const labels = edition.municipality.fiscalYearLabels;
  const { measurement, baseline, target } = indicator;
  const marks = new Set([baseline, target, ...(measurement ? [measurement] : [])].flatMap(({ notes }) => notes.map(noteNumber)));
  const notes = edition.notes.filter(({ mark }) => marks.has(noteNumber(mark)));
  const crumbs = [
    { name: yearLabelOf(edition), address: yearAddress(edition) },
    { name: '指標', address: `${yearAddress(edition)}indicators/` },
  ];
  const all = edition.indicators;
  const index = all.findIndex(({ id }) => id === indicator.id);
  const [previous, next] = [all[index - 1], all[index + 1]];
  return renderPage({ address, title: `指標${indicator.number} ${indicator.title}`, assets, site, section: 'indicators', crumbs, description: `${indicator.title}：${indicator.evaluation.sentence}` }, (
    <>
      <p class="eyebrow">指標{indicator.number}</p>
      <h1>{indicator.title}</h1>
      <CorrectedHere site={site} subject={{ kind: 'indicator', id: indicator.id }} link={link} />
      <StatusWord evaluation={indicator.evaluation} />
      <p class="lead">{indicator.evaluation.sentence}</p>
      <section aria-labelledby="figures_heading">
        <h2 id="figures_heading">基準値・現状値・目標値 {indicator.unit && <small>単位：{indicator.unit}</small>}</h2>
        <div class="scroll" tabindex={0} role="region" aria-label="値の表">
          <table class="wide">
            <thead><tr><th scope="col">区分</th><th scope="col" class="num">掲載された値</th><th scope="col">値の時点</th><th scope="col">備考</th></tr></thead>
            <tbody>
              <Row figure={baseline} remark="" edition={edition} />
              {measurement
                ? <Row figure={measurement} valueYear={measurement.valueYear} remark={remarkOf(indicator, edition)} edition={edition} />
                : <tr><th scope="row">{yearLabelOf(edition)}</th><td class="num">記載なし</td><td></td><td></td></tr>}
              <Row figure={target} remark="" edition={edition} />
            </tbody>
          </table>
        </div>
        {notes.map(({ mark, text }) => <p class="note">{mark}　{text}</p>)}
      </section>
      <section aria-labelledby="path_heading">
        <h2 id="path_heading">道のり図</h2>
        <PathChart indicator={indicator} labelling={labels} />
      </section>
      <section aria-labelledby="judgement_heading">
        <h2 id="judgement_heading">判定の方法</h2>
        <div class="scroll" tabindex={0} role="region" aria-label="判定の表"><Judgement indicator={indicator} edition={edition} /></div>
      </section>
      <section aria-labelledby="definition_heading">
        <h2 id="definition_heading">指標の説明</h2>
        <p class="text">{/^[ー－―—-]?$/.test(indicator.definition) ? '記載なし' : indicator.definition}</p>
      </section>
      <DecisionsOn edition={edition} subject={{ kind: 'indicator', id: indicator.id }} />
      <OpinionsOn edition={edition} subject={{ kind: 'indicator', id: indicator.id }} />
      <section aria-labelledby="related_heading">
        <h2 id="related_heading">関連する{edition.levels.at(-2)?.name ?? '要素'}</h2>
        {indicator.related.length === 0 ? <p>記載なし</p> : (
          <ul class="list">
            {indicator.related.map((id) => {
              const node = nodeById(edition, id);
              return node && (
                <li>
                  <a href={link(`${yearAddress(edition)}initiatives/#${node.id}`)}>{node.title}</a>
                  <span class="note">　{ancestorsOf(edition, node).map((ancestor) => nodeLabel(edition, ancestor)).join(' ')} {nodeLabel(edition, node)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <p class="note">固定リンク：<a href={link(recordIndicatorAddress(edition, indicator))}>この版の記録と引用</a>、<a href={link(`${latestAddress(edition.plan.id)}indicators/${indicator.number}/`)}>最新の年度</a>　<HistoryLink site={site} subject="indicators" id={indicator.id} link={link} /></p>
      <nav class="pager" aria-label="前後の指標">
        {previous ? <a rel="prev" href={link(indicatorAddress(edition, previous))}>前：{previous.number} {previous.title}</a> : <span />}
        {next && <a rel="next" href={link(indicatorAddress(edition, next))}>次：{next.number} {next.title}</a>}
      </nav>
    </>
  ));
}

/** The day is that of the value itself: a value of 2019 printed in the column of 2020 stands for the end of 2019. */
function Row({ figure, valueYear = figure.fiscalYear, remark, edition }: { figure: Figure; valueYear?: number; remark: string; edition: Edition }) {
  const labels = edition.municipality.fiscalYearLabels;
  const when = figure.asOf ? dateLabel(figure.asOf, labels) : `${fiscalYearLabel(valueYear, labels)}末`;
  return <tr><th scope="row">{figure.label || fiscalYearLabel(figure.fiscalYear, labels)}</th><td class="num">{figure.printed}</td><td class="nb">{when}</td><td>{remark}</td></tr>;
}

/** What must be known beside the printed value: another year's value, how sure it is, what stands in brackets. */
function remarkOf(indicator: EditionIndicator, edition: Edition): string {
  const { measurement } = indicator;
  if (!measurement) return '';
  const series = (id: string | null) => indicator.series.find((candidate) => candidate.id === id)?.title;
  const remarks: string[] = [];
  if (measurement.valueYear !== measurement.fiscalYear) remarks.push(`${fiscalYearLabel(measurement.valueYear, edition.municipality.fiscalYearLabels)}の値`);
  remarks.push(measurement.standing ? standingNames[measurement.standing] : '確定・速報の別は記載なし');
  if (indicator.series.length > 1 && measurement.value !== null) remarks.push(`${valueText(measurement.value, measurement.printed)}は${series(measurement.series)}`);
  if (measurement.alternative !== null) remarks.push(`（${valueText(measurement.alternative, measurement.printed)}）は${series(measurement.alternativeSeries)}`);
  return remarks.join('、');
}

function Judgement({ indicator, edition }: { indicator: EditionIndicator; edition: Edition }) {
  const { inputs } = indicator.evaluation;
  const labels = edition.municipality.fiscalYearLabels;
  const day = (date: string) => dateLabel(date, labels);
  const current = inputs.current;
  const withheld = indicator.evaluation.status === 'withheld';
  const rows: (readonly [string, string])[] = [
    ['指標の種類', kindNames[indicator.kind]],
    ...(indicator.series.length > 1 ? [['判定に用いた系列', judgedSeries(indicator).title] as const] : []),
    [withheld ? '掲載された値' : '判定に用いた値', current ? `${valueText(current.value, current.printed)}（${day(current.day)}時点）` : '記載なし'],
    ['基準値の時点', day(inputs.baseline.day)],
    ['目標値の時点', day(inputs.target.day)],
    ['道のりの割合', inputs.achieved === null ? '示しません（割合では進み具合を正しく表せないため）' : percentage(inputs.achieved)],
    ['経過した期間の割合', inputs.elapsed === null ? '示せません' : percentage(inputs.elapsed)],
    ...(isKept(indicator) ? [] : paceRows(inputs.bands)),
  ];
  return (
    <table>
      <tbody>{rows.map(([name, value]) => <tr><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody>
    </table>
  );
}

function paceRows(bands: Bands): (readonly [string, string])[] {
  return [
    ['順調とする目安', `道のりの割合が、経過した期間の割合の${bands.onLine}倍以上`],
    ['やや遅れとする目安', `道のりの割合が、経過した期間の割合の${bands.slightlyBehind}倍以上`],
  ];
}

/** All indicators of the edition in one table. */
export function indicatorsPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}indicators/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: '指標', assets, site, section: 'indicators', crumbs }, (
    <>
      <h1>指標</h1>
      {edition.indicators.length === 0 ? <p class="lead">この計画に指標はありません。</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label="指標の一覧">
          <table class="wide">
            <thead>
              <tr><th scope="col">番号</th><th scope="col">指標</th><th scope="col">判定</th><th scope="col" class="num">基準値</th><th scope="col" class="num">現状値</th><th scope="col" class="num">目標値</th></tr>
            </thead>
            <tbody>
              {edition.indicators.map((indicator) => (
                <tr>
                  <td>{indicator.number}</td>
                  <th scope="row"><a href={link(indicatorAddress(edition, indicator))}>{indicator.title}</a>{indicator.unit && <span class="unit">（{indicator.unit}）</span>}</th>
                  <td><StatusWord evaluation={indicator.evaluation} /></td>
                  <td class="num">{indicator.baseline.printed}</td>
                  <td class="num">{indicator.measurement?.printed ?? '記載なし'}</td>
                  <td class="num">{indicator.target.printed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edition.notes.map(({ mark, text }) => <p class="note">{mark}　{text}</p>)}
      <p class="note">判定は、基準値の時点（{edition.indicators[0] ? dateLabel(dayOf(edition.indicators[0].baseline), edition.municipality.fiscalYearLabels) : dateLabel(lastDayOf(edition.fiscalYear), edition.municipality.fiscalYearLabels)}など）から目標の時点まで一定の速さで進むと考えたときの目安と比べたものです。各指標のページに、判定に用いた値と方法を示しています。</p>
    </>
  ));
}
