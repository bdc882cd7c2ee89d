import type { RequestDetail } from '../../database/request-store.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { Difference } from '../../ui/difference.tsx';
import { FindingsToRead } from '../../ui/findings.tsx';
import { type AnswerFindings, readableFindings } from '../findings/proofread-answer.ts';
import { LastYear } from './answer-fields.tsx';
import { answerText } from '../../domain/round/answer-text.ts';

/** The answer for somebody who reads or decides: beside last year's, and below what differs between the two. */
export function AnswerToRead({ request, findings = null }: { request: RequestDetail; findings?: AnswerFindings | null }) {
  const { answer, lastYear } = request;
  const year = fiscalYearLabel(request.fiscalYear, request.plan.labels);
  const before = lastYear?.paragraphs.map(({ text }) => text).join('\n') ?? '';
  return (
    <>
      <div class="side-by-side">
        <LastYear request={request} />
        <div>
          <h2>{year}の回答</h2>
          {answer ? <div class="paper">{answerText(answer, request)}</div> : <p>まだ回答がありません。</p>}
          {findings && <FindingsToRead results={readableFindings(findings)} />}
          {request.unchangedFromLastYear && <p class="notice warning">前の年度と同じ文章です。</p>}
        </div>
      </div>
      {answer?.kind === 'item' && before !== '' && !request.unchangedFromLastYear && (
        <section>
          <h2>取組状況の、前の年度との違い</h2>
          <Difference before={before} after={answer.text} />
        </section>
      )}
    </>
  );
}
