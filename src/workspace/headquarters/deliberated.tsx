import type { EditionIndicator } from '../../domain/edition/edition.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { departmentNames, indicatorsOfItem, nodeOfItem, responsibleOf, stepName, textByDepartment } from '../../domain/headquarters/deliberation.ts';
import type { DeliberatedItem } from '../../domain/headquarters/headquarters.ts';
import { PathChart } from '../../ui/path-chart.tsx';
import { StatusWord } from '../../ui/status.tsx';
import type { MeetingView } from './meeting-view.ts';

/** What was decided and what was ordered, clearly apart; nothing while nothing was decided. */
export function Outcome({ view, item }: { view: MeetingView; item: DeliberatedItem }) {
  const { edition, scale } = view;
  if (item.decisions.length === 0) return null;
  return (
    <div class="outcome">
      <section class="decided" aria-labelledby="decided-heading">
        <h2 id="decided-heading">本部決定</h2>
        {item.decisions.map(({ text, assessment, explanation }) => (
          <div class="entry">
            {assessment !== null && <p class="assessment">評価　<b>{stepName(scale, assessment)}</b></p>}
            <p class="paper">{text}</p>
            {explanation && <p class="note">評価の理由　{explanation}</p>}
          </div>
        ))}
      </section>
      {item.instructions.length > 0 && (
        <section class="ordered" aria-labelledby="ordered-heading">
          <h2 id="ordered-heading">本部指示</h2>
          {item.instructions.map(({ text, departments, answerIn }) => (
            <div class="entry">
              <p><b>{departmentNames(edition, departments)}</b>　<span class="note">{fiscalYearLabel(answerIn, edition.municipality.fiscalYearLabels)}の照会で回答</span></p>
              <p class="paper">{text}</p>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

/** The paper and the year's text on the left, the indicators with their paths on the right; over the whole width where there is only one of them. */
export function Matter({ view, item }: { view: MeetingView; item: DeliberatedItem }) {
  const { edition } = view;
  const node = nodeOfItem(edition, item);
  const indicators = indicatorsOfItem(edition, item);
  const written = item.paper !== '' || node !== undefined || indicators.length === 0;
  return (
    <div class={written && indicators.length > 0 ? 'matter beside' : 'matter'}>
      {written && <div>
        {item.paper !== '' && <section aria-labelledby="paper-heading"><h2 id="paper-heading">資料</h2><p class="paper">{item.paper}</p></section>}
        {node && (
          <section aria-labelledby="progress-heading">
            <h2 id="progress-heading">この年度の取組状況</h2>
            {(node.report?.paragraphs ?? []).length === 0 && <p>受理した報告は、まだありません。推進部署は、{responsibleOf(edition, node) || '定められていません'}。</p>}
            {textByDepartment(edition, node).map(({ department, paragraphs }) => (
              <div class="text">
                {department !== null && <h3>{department}</h3>}
                {paragraphs.map(({ kind, text }) => <p class={kind === 'item' ? 'bullet' : undefined}>{text}</p>)}
              </div>
            ))}
          </section>
        )}
        {item.paper === '' && !node && indicators.length === 0 && <p>資料はありません。</p>}
      </div>}
      {indicators.length > 0 && (
        <section class="paths" aria-labelledby="indicators-heading">
          <h2 id="indicators-heading">{item.subject?.kind === 'indicator' ? 'この年度の指標' : '関係する指標'}{indicators.map((indicator) => isTitled(item, indicator) && indicator.unit && <span class="unit">（{indicator.unit}）</span>)}</h2>
          {indicators.map((indicator) => <Indicator indicator={indicator} view={view} titled={isTitled(item, indicator)} />)}
        </section>
      )}
    </div>
  );
}

/** Whether the page is called after its indicator, which is then not named a second time. */
function isTitled({ title }: DeliberatedItem, indicator: EditionIndicator): boolean {
  return title === `指標${indicator.number} ${indicator.title}`;
}

function Indicator({ indicator, view, titled }: { indicator: EditionIndicator; view: MeetingView; titled: boolean }) {
  return (
    <div class="entry">
      {!titled && <h3>指標{indicator.number}　{indicator.title}{indicator.unit && <span class="unit">（{indicator.unit}）</span>}</h3>}
      <StatusWord evaluation={indicator.evaluation} />
      <PathChart indicator={indicator} labelling={view.edition.municipality.fiscalYearLabels} />
      <p class="note">{indicator.evaluation.sentence}</p>
    </div>
  );
}
