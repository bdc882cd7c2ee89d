import type { StoredDigest } from '../../database/digest-store.ts';
import type { CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Digest, digestText, type RemindedRequest } from '../../domain/round/digest.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { digestStateWords } from './digest-words.ts';

/** Who is offered for reminding. */
export type Scope = 'soon' | 'overdue' | 'all';

/** So many days before the first day that is due, somebody is offered for reminding. */
export const soonDays = 7;

export const scopes: readonly { readonly value: Scope; readonly label: string }[] = [
  { value: 'soon', label: `締切を過ぎたものか、締切まで${soonDays}日以内のものがある人` }, { value: 'overdue', label: '締切を過ぎたものがある人' }, { value: 'all', label: '手元に何かある人すべて' },
];

export interface RemindersPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly address: string | null;
  /** Whether a mail server is set up. */
  readonly mails: boolean;
  readonly scope: Scope;
  readonly digests: readonly Digest[];
  /** Made today already, by person. */
  readonly made: ReadonlyMap<string, StoredDigest>;
  readonly withoutPerson: readonly RemindedRequest[];
  readonly days: readonly { readonly day: CalendarDate; readonly digests: number }[];
  /** Persons whose box is ticked; all by default. */
  readonly chosen: ReadonlySet<string> | null;
  /** How many requests were chosen on the board, when the person comes from there. */
  readonly fromBoard: number | null;
  readonly problems?: readonly FieldProblem[];
}

/** 督促: who would be reminded today, with the very text; one for each person and day. */
export function renderRemindersPage(page: RemindersPage): string {
  const { frame, actor, mails, scope, digests, made, withoutPerson, days, fromBoard, problems = [] } = page;
  const open = digests.filter(({ person }) => !made.has(person.id));
  return renderWorkspacePage({ ...frame, actor, title: '督促', section: '/workspace/reminders' }, (
    <>
      <h1>督促</h1>
      <ErrorSummary problems={problems} />
      <div class="sheet">
        <p>督促は、一人につき一日に一通です。その人の手元にあるものをすべて、締切の早い順に載せます。</p>
        {!mails && <p class="notice warning">メールサーバーが設定されていないため、メールは送られません。作成した督促は送付箱に入り、印刷するか、写して渡せます。</p>}
        {fromBoard !== null
          ? <p class="notice">回答状況で選んだ{fromBoard}件を手元に持つ{digests.length}人です。　<a href="/workspace/reminders">全員から選び直す</a></p>
          : (
            <form method="get" action="/workspace/reminders" class="filters">
              <SelectField name="scope" label="対象" value={scope} choices={scopes} /><Button kind="other">表示する</Button>
            </form>
          )}
        {digests.length === 0 && <p>この条件に当てはまる人はいません。</p>}
        {digests.length > 0 && (
          <form method="post" action="/workspace/reminders/check" novalidate>
            <fieldset class="field" id="people">
              <legend>督促する人</legend>
              {digests.map((digest) => <PersonRow digest={digest} page={page} />)}
            </fieldset>
            {open.length > 0 ? <div class="actions"><Button>選んだ人を確かめる</Button></div> : <p>ここに挙げた人には、今日の督促を作成済みです。</p>}
          </form>
        )}
      </div>
      {withoutPerson.length > 0 && <WithoutPerson requests={withoutPerson} />}
      {days.length > 0 && (
        <section class="sheet">
          <h2>これまでの督促（送付箱）</h2>
          <ul class="list">{days.map(({ day, digests: count }) => <li><a href={`/workspace/reminders/days/${day}`}>{dayWords(day)}</a>　{count}通</li>)}</ul>
        </section>
      )}
    </>
  ));
}

function PersonRow({ digest, page: { today, address, made, chosen } }: { digest: Digest; page: RemindersPage }) {
  const { person, requests, overdue } = digest;
  const done = made.get(person.id);
  const departments = [...new Set(requests.map(({ departmentName }) => departmentName))].join('、');
  const { subject, body } = digestText(digest, today, address);
  return (
    <div class="person">
      {done
        ? <p><b>{person.name}</b>（{departments}）　<a href={`/workspace/reminders/days/${today}#digest-${done.id}`}>今日の督促：{digestStateWords(done)}</a></p>
        : (
          <div class="choice">
            <input type="checkbox" id={`person-${person.id}`} name="person" value={person.id} checked={chosen === null || chosen.has(person.id)} />
            <label for={`person-${person.id}`}><b>{person.name}</b>（{departments}）　{requests.length}件{overdue > 0 && <>、<b class="late">締切超過{overdue}件</b></>}　<span class="note">{person.email ?? 'メールアドレスなし（印刷して渡す）'}</span></label>
          </div>
        )}
      {!done && <details><summary>{person.name}さんへの文面</summary><p><b>{subject}</b></p><p class="paper">{body}</p></details>}
    </div>
  );
}

function WithoutPerson({ requests }: { requests: readonly RemindedRequest[] }) {
  return (
    <section class="sheet">
      <h2>督促する相手が登録されていないもの <small>{requests.length}件</small></h2>
      <p>次の部署には、手続をする担当者または所属長が登録されていません。システム管理者に登録を依頼してください。</p>
      <ul class="list">
        {[...Map.groupBy(requests, ({ department }) => department)].map(([, own]) => <li>{own[0]?.departmentName}　{own.length}件（{[...new Set(own.map(({ state }) => (state === 'submitted' ? '所属長' : '担当者')))].join('・')}の登録なし）</li>)}
      </ul>
    </section>
  );
}

export interface CheckRemindersPage extends Pick<RemindersPage, 'frame' | 'actor' | 'today' | 'address' | 'mails'> {
  readonly digests: readonly Digest[];
}

/** Check before you send: to whom, how, and with which words. */
export function renderCheckRemindersPage({ frame, actor, today, address, mails, digests }: CheckRemindersPage): string {
  const byMail = mails ? digests.filter(({ person }) => person.email !== null) : [];
  const onPaper = digests.filter((digest) => !byMail.includes(digest));
  return renderWorkspacePage({ ...frame, actor, title: '督促の確認', section: '/workspace/reminders' }, (
    <div class="sheet">
      <h1>督促の確認</h1>
      <form method="post" action="/workspace/reminders/send" novalidate>
        {digests.map(({ person }) => <input type="hidden" name="person" value={person.id} />)}
        <CheckList heading="メールで送る人" digests={byMail} today={today} address={address} />
        <CheckList heading="送付箱に入れる人（印刷するか、写して渡す）" digests={onPaper} today={today} address={address} />
        <div class="actions">
          <Button>{byMail.length > 0 ? `${digests.length}人に督促する` : `${digests.length}人分の督促を作成する`}</Button>
          <a href="/workspace/reminders">やめて戻る</a>
        </div>
      </form>
    </div>
  ));
}

function CheckList({ heading, digests, today, address }: { heading: string; digests: readonly Digest[]; today: CalendarDate; address: string | null }) {
  if (digests.length === 0) return null;
  return (
    <section>
      <h2>{heading} <small>{digests.length}人</small></h2>
      {digests.map((digest) => {
        const { subject, body } = digestText(digest, today, address);
        return <details class="reporters"><summary><b>{digest.person.name}</b>　<span class="note">{digest.person.email ?? 'メールアドレスなし'}　{subject}</span></summary><p class="paper">{body}</p></details>;
      })}
    </section>
  );
}

/** 2022年5月14日. */
export function dayWords(day: CalendarDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
