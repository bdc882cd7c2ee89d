import type { AnswerVersion } from '../../database/answer-store.ts';
import type { RequestDetail } from '../../database/request-store.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Difference } from '../../ui/difference.tsx';
import { Button } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { answerText } from '../../domain/round/answer-text.ts';
import { timeOf } from './time-of.ts';

interface MergePage {
  readonly frame: Omit<WorkspaceFrame, 'title' | 'section' | 'actor'>;
  readonly actor: Actor;
  readonly request: RequestDetail;
  /** What this person wrote, kept although somebody was first. */
  readonly parked: AnswerVersion;
  readonly current: AnswerVersion;
}

/** Two people wrote at once: both versions beside each other, what differs, and a form that begins with one's own words. */
export function renderMergePage({ frame, actor, request, parked, current }: MergePage): string {
  return renderWorkspacePage({ ...frame, actor, title: `二つの版を合わせる ${request.title}`, section: '/workspace/' }, (
    <>
      <h1>二つの版を合わせる　{request.title}</h1>
      <p class="notice warning">あなたが書いている間に、{current.personName}さんが{timeOf(current.savedAt)}に保存しました。どちらの文章も残っています。二つを見比べて、下の欄で一つにまとめて保存してください。</p>
      <div class="sheet side-by-side">
        <section><h2>{current.personName}さんの版（版{current.number}）</h2><div class="paper">{answerText(current.answer, request)}</div></section>
        <section><h2>あなたの版（版{parked.number}）</h2><div class="paper">{answerText(parked.answer, request)}</div></section>
      </div>
      <section class="sheet" aria-labelledby="difference">
        <h2 id="difference">{current.personName}さんの版から、あなたの版への違い</h2>
        <Difference before={answerText(current.answer, request)} after={answerText(parked.answer, request)} />
      </section>
      <form class="sheet" method="post" action={`/workspace/requests/${request.id}`}>
        <h2>まとめた回答</h2>
        <p class="hint">はじめに、あなたの版が入っています。</p>
        <input type="hidden" name="baseVersion" value={String(current.number)} />
        <input type="hidden" name="cause" value="merge" />
        <AnswerFields request={request} answer={parked.answer} problems={[]} />
        <div class="actions">
          <Button name="action" value="save">まとめた回答を保存する</Button>
          <a href={`/workspace/requests/${request.id}`}>{current.personName}さんの版をそのまま使う</a>
        </div>
      </form>
    </>
  ));
}
