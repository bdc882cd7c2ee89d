import type { RequestDetail } from '../../database/request-store.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { standingNames } from '../../domain/indicator/indicator.ts';
import { effectKindNames, type ItemAnswer, outcomeNames } from '../../domain/round/answer.ts';
import type { IndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { inMegabytes } from '../../domain/round/evidence.ts';
import { fieldNames } from '../../domain/round/round.ts';
import { Difference } from '../../ui/difference.tsx';

/** What a department handed in, with what changed against last year marked: what a section head reads before deciding. */
export function SubmittedAnswer({ request, open }: { request: RequestDetail; open: boolean }) {
  const { answer } = request;
  if (!answer) return <p>回答はまだ書かれていません。</p>;
  return answer.kind === 'item' ? <ItemText request={request} answer={answer} open={open} /> : <IndicatorValue request={request} answer={answer} />;
}

function ItemText({ request, answer, open }: { request: RequestDetail; answer: ItemAnswer; open: boolean }) {
  const { lastYear, plan, round } = request;
  const before = lastYear?.paragraphs.map(({ text }) => text).join('\n') ?? '';
  const step = round.scale.find(({ id }) => id === answer.selfAssessment);
  return (
    <>
      {answer.outcome !== 'reported' && <p><b>{outcomeNames[answer.outcome]}</b>　理由は次のとおりです。</p>}
      <details open={open}>
        <summary>{before === '' ? '取組状況' : `取組状況（${fiscalYearLabel(lastYear?.fiscalYear ?? 0, plan.labels)}との違い）`}</summary>
        {before === ''
          ? <><p class="note">前の年度の報告はありません。</p><p class="paper">{answer.text}</p></>
          : request.unchangedFromLastYear ? <p class="paper">{answer.text}</p> : <Difference before={before} after={answer.text} />}
      </details>
      <dl class="answers">
        {step && <><dt>{fieldNames.selfAssessment}</dt><dd>{step.name}</dd></>}
        {answer.issues !== '' && <><dt>{fieldNames.issues}</dt><dd class="paper">{answer.issues}</dd></>}
        {answer.nextYear !== '' && <><dt>{fieldNames.nextYear}</dt><dd class="paper">{answer.nextYear}</dd></>}
        {answer.effects.map(({ kind, printed, method }) => <><dt>{fieldNames.effects}（{effectKindNames[kind]}）</dt><dd>{printed}（{method}）</dd></>)}
        {request.evidence.length > 0 && <><dt>{fieldNames.evidence}</dt>{request.evidence.map(({ id, name, size }) => <dd><a href={`/workspace/requests/${request.id}/evidence/${id}`}><bdi>{name}</bdi></a>（{inMegabytes(size)}）</dd>)}</>}
        {request.instructions.map(({ id, text }) => <><dt>本部指示「{text}」への回答</dt><dd class="paper">{answer.instructionAnswers[id] ?? ''}</dd></>)}
      </dl>
    </>
  );
}

function IndicatorValue({ request, answer }: { request: RequestDetail; answer: IndicatorAnswer }) {
  const { lastYear, plan, indicator, fiscalYear } = request;
  const unit = indicator?.unit ? `（${indicator.unit}）` : '';
  return (
    <dl class="answers">
      {lastYear?.measurement && <><dt>{fiscalYearLabel(lastYear.fiscalYear, plan.labels)}の値{unit}</dt><dd>{lastYear.measurement.printed}</dd></>}
      <dt>{fiscalYearLabel(fiscalYear, plan.labels)}の値{unit}</dt><dd><b>{answer.printed}</b></dd>
      {indicator && indicator.series.length > 1 && answer.series !== null && <><dt>値の系列</dt><dd>{indicator.series.find(({ id }) => id === answer.series)?.title ?? answer.series}</dd></>}
      {answer.alternative !== '' && <><dt>併記する値（別の系列）</dt><dd><b>{answer.alternative}</b></dd></>}
      {answer.asOf !== '' && <><dt>値の時点</dt><dd>{dateLabel(answer.asOf, plan.labels)}</dd></>}
      {answer.standing && <><dt>値の確かさ</dt><dd>{standingNames[answer.standing]}</dd></>}
      {answer.note !== '' && <><dt>注</dt><dd class="paper">{answer.note}</dd></>}
    </dl>
  );
}
