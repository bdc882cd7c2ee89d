import type { AnswerVersion } from '../../database/answer-store.ts';
import type { RequestDetail } from '../../database/request-store.ts';
import { answerText } from '../../domain/round/answer-text.ts';

/** Where the words are that came too late: nothing that somebody typed is lost, and they say themselves what to do with it. */
export function ParkedWords({ request, parked, writable }: { request: RequestDetail; parked: AnswerVersion; writable: boolean }) {
  const address = `/workspace/requests/${request.id}`;
  return (
    <section class="notice warning" aria-labelledby="parked-title">
      <h2 id="parked-title">保存できなかった文章を、版{parked.number}として残しました</h2>
      {parked.note && <p>{parked.note}</p>}
      <p>今の回答には含まれていません。{writable ? '今の回答と見比べて、一つにまとめられます。' : '提出が取り下げられたとき、差し戻されたとき、又は締切後の入力が認められたときに、今の回答と合わせられます。'}</p>
      <details>
        <summary>残した文章を読む</summary>
        <div class="paper">{answerText(parked.answer, request)}</div>
      </details>
      <p>{writable && request.currentVersion !== null ? <a href={`${address}/merge?parked=${parked.number}`}>今の回答と合わせる</a> : <a href={`${address}/versions`}>保存した版を見る</a>}</p>
    </section>
  );
}
