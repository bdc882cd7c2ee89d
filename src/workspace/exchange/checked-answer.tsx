import type { JudgedAnswer } from '../../commands/plan-taking-in.ts';
import { type Answer, answerProblems, emptyItemAnswer } from '../../domain/round/answer.ts';
import { answerText } from '../../domain/round/answer-text.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { type Choice, choiceNames, choicesFor } from '../../domain/survey/judge-answer.ts';
import { Difference } from '../../ui/difference.tsx';
import { type FieldProblem, Radios } from '../../ui/form.tsx';
import { momentInJapan } from '../workspace-time.ts';
import type { ExchangeRound } from './exchange-round.ts';

interface AnswerProps { readonly answer: JudgedAnswer; readonly round: ExchangeRound; readonly choice: Choice | undefined; readonly problems: readonly FieldProblem[] }

/** One answer of a file: what would change, what somebody else has written meanwhile, and what is to be chosen. */
export function CheckedAnswer({ answer: judged, round, choice, problems }: AnswerProps) {
  const { request, judgement, answer, base, sheet, cell } = judged;
  const empty = answer.kind === 'indicator' ? emptyIndicatorAnswer : emptyItemAnswer;
  const text = (of: Answer | null) => answerText(of ?? empty, { round, indicator: request.series.length > 0 ? request : null });
  const name = `choice-${request.requestId}`;
  const label = `${request.subject.kind === 'indicator' ? '指標' : ''}${request.number}`;
  const choices = choicesFor(judgement);
  return (
    <section class="checked-answer" aria-labelledby={`answer-${request.requestId}`}>
      <h3 id={`answer-${request.requestId}`}>{label}　{request.title} <small>{request.departmentName}　シート「{sheet}」{cell && `の${cell}の行`}</small></h3>
      {judgement.kind === 'change' && <Difference before={text(base)} after={text(answer)} />}
      {judgement.kind === 'refused' && (
        <>
          <p class="notice warning">{judgement.reason}</p>
          <Difference before={text(request.current)} after={text(answer)} />
        </>
      )}
      {judgement.kind === 'conflict' && (
        <>
          <p class="notice warning">Excelを書き出した後に、{request.currentBy ? `${request.currentBy.name}さんが${momentInJapan(new Date(request.currentBy.at))}に` : 'あゆみで'}この項目に回答しました。</p>
          <div class="side-by-side">
            <section><h4>あゆみの今の回答</h4><div class="paper">{text(request.current)}</div></section>
            <section><h4>Excelの回答</h4><div class="paper">{text(answer)}</div></section>
          </div>
          <h4>あゆみの今の回答から、Excelの回答への違い</h4>
          <Difference before={text(request.current)} after={text(answer)} />
        </>
      )}
      {choices.length > 0 && (
        <Radios name={name} label={`「${label} ${request.title}」をどうしますか`} value={choice ?? ''} required problems={problems}
          choices={choices.map((value) => ({ value, label: judgement.kind === 'refused' ? 'この項目は取り込まない' : choiceNames[value] }))} />
      )}
      {judgement.kind !== 'refused' && <Unfinished answer={answer} round={round} series={request.series} />}
    </section>
  );
}

/** A draft need not be complete; what it lacks before it can be handed in is said all the same. */
function Unfinished({ answer, round, series }: { answer: Answer; round: ExchangeRound; series: JudgedAnswer['request']['series'] }) {
  const lacks = answerProblems(answer, round, { instructionIds: [], evidence: 1, series });
  if (lacks.length === 0) return null;
  return <p class="note">提出するまでに：{lacks.map(({ message, fix }) => `${message}${fix}`).join('')}</p>;
}
