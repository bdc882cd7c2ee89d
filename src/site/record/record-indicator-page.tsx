import type { EditionIndicator } from '../../domain/edition/edition.ts';
import { yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import type { Figure } from '../../domain/indicator/figure.ts';
import { kindNames, standingNames } from '../../domain/indicator/indicator.ts';
import { noteNumber } from '../../domain/report/paragraph.ts';
import { indicatorAddress, recordIndicatorAddress, yearAddress } from '../address.ts';
import { DecisionsOn, OpinionsOn } from '../decided.tsx';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { Citation } from './citation.tsx';
import { newestOfYear, recordPage } from './record-frame.tsx';

/** An indicator as this edition prints and judges it, for ever. */
export function recordIndicatorPage(site: EditionSite, indicator: EditionIndicator, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = recordIndicatorAddress(edition, indicator);
  const { baseline, measurement, target, evaluation, unit, number, title, definition, kind } = indicator;
  const eyebrow = `指標${number}`;
  const figures: readonly Figure[] = [baseline, ...(measurement ? [measurement] : []), target];
  const newest = newestOfYear(site);
  const same = newest.indicators.find(({ id }) => id === indicator.id);
  const living = same ? indicatorAddress(newest, same) : yearAddress(newest);
  const marks = new Set(figures.flatMap(({ notes }) => notes.map(noteNumber)));
  return recordPage({ site, assets, address, title: `${eyebrow} ${title}`, heading: title, eyebrow, known: indicatorAddress(edition, indicator), living, subject: { kind: 'indicator', id: indicator.id } }, (
    <>
      <section aria-labelledby="figures_heading">
        <h2 id="figures_heading">掲載した値 {unit && <small>単位：{unit}</small>}</h2>
        <div class="row" id="values_row">
          <a class="para" href="#values_row">引用</a>
          <table>
            <tbody>
              {figures.map((figure) => <tr><th scope="row">{figure.label}</th><td>{figure.printed}{figure.asOf && `（${dateLabel(figure.asOf, edition.municipality.fiscalYearLabels)}時点）`}</td></tr>)}
              {!measurement && <tr><th scope="row">{yearLabelOf(edition)}</th><td>記載なし</td></tr>}
              {measurement?.standing && <tr><th scope="row">値の区分</th><td>{standingNames[measurement.standing]}</td></tr>}
              <tr><th scope="row">判定</th><td>{statusWords[evaluation.status]}</td></tr>
              <tr><th scope="row">判定の説明</th><td>{evaluation.sentence}</td></tr>
              <tr><th scope="row">指標の種類</th><td>{kindNames[kind]}</td></tr>
              <tr><th scope="row">指標の説明</th><td>{definition || '記載なし'}</td></tr>
            </tbody>
          </table>
          <Citation published={site.published} place={`${eyebrow}「${title}」`} address={`${address}#values_row`} assets={assets} />
        </div>
        {edition.notes.filter(({ mark }) => marks.has(noteNumber(mark))).map(({ mark, text }) => <p class="note">{mark}　{text}</p>)}
      </section>
      <DecisionsOn edition={edition} subject={{ kind: 'indicator', id: indicator.id }} />
      <OpinionsOn edition={edition} subject={{ kind: 'indicator', id: indicator.id }} />
    </>
  ));
}
