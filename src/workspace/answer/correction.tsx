import type { SecretariatCorrection } from '../../database/secretariat-correction.ts';
import { Difference } from '../../ui/difference.tsx';
import { type AnswerNames, answerText } from '../../domain/round/answer-text.ts';
import { timeOf } from './time-of.ts';

/** 事務局の修正: who changed the department's words, why, and what is different. */
export function Correction({ correction: { before, steps }, names }: { correction: SecretariatCorrection; names: AnswerNames }) {
  const after = steps.at(-1) ?? before;
  return (
    <section class="notice warning" aria-labelledby="correction-title">
      <h2 id="correction-title">事務局が修正しました</h2>
      {steps.map(({ number, savedAt, personName, note }) => <p>{timeOf(savedAt)}　{personName}（版{number}）　理由：{note}</p>)}
      <p>部署が書いた版{before.number}との違いは、次のとおりです。</p>
      <Difference before={answerText(before.answer, names)} after={answerText(after.answer, names)} />
    </section>
  );
}
