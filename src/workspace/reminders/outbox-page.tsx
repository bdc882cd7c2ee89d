import type { StoredDigest } from '../../database/digest-store.ts';
import type { CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { digestStateWords } from './digest-words.ts';
import { dayWords } from './reminders-page.tsx';

export interface OutboxPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly day: CalendarDate;
  readonly digests: readonly StoredDigest[];
  readonly mails: boolean;
  /** What has just been done, in words. */
  readonly done: string;
  readonly problems?: readonly FieldProblem[];
}

/** 送付箱: the reminders of a day. What no mail server took stands first, each on a sheet of its own when it is printed. */
export function renderOutboxPage({ frame, actor, day, digests, mails, done, problems = [] }: OutboxPage): string {
  const sent = digests.filter(({ state }) => state === 'sent');
  const open = digests.filter(({ state }) => state !== 'sent');
  const title = `${dayWords(day)}の督促`;
  return renderWorkspacePage({ ...frame, actor, title, section: '/workspace/reminders' }, (
    <>
      <h1 class="screen-only">{title}</h1>
      <ErrorSummary problems={problems} title="行えませんでした" />
      {done !== '' && <p class="notice" role="status">{done}</p>}
      <p class="screen-only"><a href="/workspace/reminders">督促に戻る</a>{open.length > 0 && '　印刷すると、渡していないものが一人一枚で出ます。'}</p>
      {open.map((digest) => <DigestSheet digest={digest} mails={mails} />)}
      {sent.length > 0 && (
        <section class="sheet screen-only">
          <h2>送信済み <small>{sent.length}通</small></h2>
          {sent.map(({ id, personName, address, subject, body, changedAt }) => (
            <details class="reporters" id={`digest-${id}`}><summary><b>{personName}</b>　<span class="note">{address}　{clock(changedAt)}に送信</span></summary><p><b>{subject}</b></p><p class="paper">{body}</p></details>
          ))}
        </section>
      )}
    </>
  ));
}

function DigestSheet({ digest, mails }: { digest: StoredDigest; mails: boolean }) {
  const { id, personName, address, subject, body, state, failure, attempts, interrupted } = digest;
  return (
    <section class="sheet digest" id={`digest-${id}`}>
      <div class="screen-only">
        <h2>{personName} <small>{digestStateWords(digest)}　{address ?? 'メールアドレスなし'}</small></h2>
        {failure && <p class="notice warning">{failure}（{attempts}回試みました）</p>}
        {interrupted && <p class="notice warning">送信の途中でプログラムが止まりました。届いているかどうか分かりません。本人に確かめてから、送り直すか、印刷して渡してください。</p>}
        {mails && address !== null && (state !== 'sending' || interrupted) && (
          <form method="post" action={`/workspace/reminders/${id}/retry`}><button type="submit" class="button other">{state === 'outbox' ? 'メールで送る' : 'もう一度送る'}<span class="visually-hidden">（{personName}）</span></button></form>
        )}
      </div>
      <h3>{subject}</h3>
      <p class="paper">{body}</p>
    </section>
  );
}

const clockFormat = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

function clock(moment: string): string {
  return clockFormat.format(new Date(moment));
}
