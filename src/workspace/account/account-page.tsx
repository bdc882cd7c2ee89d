import type { Session } from '../../database/session-store.ts';
import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { longestPassword, shortestPassword } from '../../domain/organization/password-rules.ts';
import { roleNames, type Actor } from '../../domain/organization/post.ts';
import { momentInJapan } from '../workspace-time.ts';
import type { WorkspaceParts } from '../workspace.ts';

export interface AccountView {
  readonly actor: Actor;
  readonly fictional: boolean;
  readonly sessions: readonly Session[];
  readonly currentSession: string;
  readonly secondStep: boolean;
  readonly notice: string | undefined;
}

/** Who I am here, how I sign in, and where I am signed in. */
export function accountPage({ assets, demo }: WorkspaceParts, { actor, fictional, sessions, currentSession, secondStep, notice }: AccountView): string {
  return renderWorkspacePage({ title: 'アカウント', assets, actor, demo }, (
    <>
      <h1>アカウント</h1>
      {notice && <p class="notice" role="status">{notice}</p>}
      <div class="sheet">
        <h2>登録されている内容</h2>
        <table>
          <tbody>
            <tr><th scope="row">氏名</th><td>{actor.name}</td></tr>
            <tr><th scope="row">職員番号</th><td>{actor.staffNumber}</td></tr>
            <tr><th scope="row">今日の役割</th><td>{actor.posts.length === 0 ? 'ありません' : [...new Set(actor.posts.map(({ role }) => roleNames[role]))].join('、')}</td></tr>
          </tbody>
        </table>
        <p class="note">登録内容に誤りがあるときは、システム管理者に連絡してください。</p>
      </div>
      {!fictional && (
        <div class="sheet">
          <h2>サインインの方法</h2>
          <p><a href="/workspace/account/password">パスワードを変更する</a></p>
          {secondStep
            ? (
              <form method="post" action="/workspace/account/second-step/recovery-codes">
                <p>2段階認証：設定済み</p>
                <p class="note">回復コードを作り直すと、これまでの回復コードは使えなくなります。</p>
                <div class="actions"><Button kind="other">回復コードを作り直す</Button></div>
              </form>
            )
            : <p>2段階認証：未設定　<a href="/workspace/account/second-step">2段階認証を設定する</a></p>}
        </div>
      )}
      <div class="sheet">
        <h2>サインイン中の端末</h2>
        <p>身に覚えのない端末があるときは、サインアウトさせて、パスワードを変更してください。</p>
        <div class="scroll" tabindex={0} role="region" aria-label="サインイン中の端末">
          <table>
            <thead><tr><th scope="col">端末</th><th scope="col">サインイン</th><th scope="col">最後の操作</th><th scope="col">接続元</th><th scope="col"><span class="visually-hidden">操作</span></th></tr></thead>
            <tbody>
              {sessions.map((session) => (
                <tr>
                  <th scope="row">{browserName(session.browser)}{session.id === currentSession && '（この端末）'}</th>
                  <td>{momentInJapan(session.createdAt)}</td><td>{momentInJapan(session.lastSeenAt)}</td><td>{session.address ?? '不明'}</td>
                  <td>
                    {session.id !== currentSession && (
                      <form method="post" action="/workspace/account/sessions">
                        <button type="submit" class="button other" name="session" value={session.id} aria-label={`サインアウトさせる：${momentInJapan(session.createdAt)}の${browserName(session.browser)}`}>サインアウトさせる</button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {sessions.length > 1 && (
          <form method="post" action="/workspace/account/sessions">
            <div class="actions"><Button kind="danger" name="session" value="others">この端末以外を全てサインアウトさせる</Button></div>
          </form>
        )}
      </div>
    </>
  ));
}

export interface PasswordView {
  readonly actor: Actor;
  readonly problems?: readonly FieldProblem[];
  /** Whether the password is a one-time password and nothing else can be done before it is changed. */
  readonly required: boolean;
}

export function passwordPage({ assets, demo }: WorkspaceParts, { actor, problems = [], required }: PasswordView): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：パスワードの変更' : 'パスワードの変更', assets, actor: required ? null : actor, demo }, (
    <div class="sheet">
      <h1>パスワードの変更</h1>
      {required && <p class="notice">今のパスワードは仮のものです。自分だけが知るパスワードに変更すると、先へ進めます。</p>}
      <ErrorSummary problems={problems} title="変更できませんでした" />
      <form method="post" action="/workspace/account/password" novalidate>
        <input type="hidden" name="username" value={actor.staffNumber} autocomplete="username" />
        <TextField type="password" name="current" label={required ? '仮のパスワード' : '今のパスワード'} problems={problems} autocomplete="current-password" />
        <TextField
          type="password" name="wanted" label="新しいパスワード" problems={problems} autocomplete="new-password"
          hint={`${shortestPassword}文字以上、${longestPassword}文字まで。関係のない言葉をいくつか並べると、長くて覚えやすくなります。空白や日本語も使えます。氏名、職員番号、よく使われる言葉は使えません。`}
        />
        <TextField type="password" name="repeated" label="新しいパスワード（確認のため、もう一度）" problems={problems} autocomplete="new-password" />
        <div class="actions"><Button>変更する</Button>{!required && <a href="/workspace/account">戻る</a>}</div>
      </form>
      <p class="note">変更すると、ほかの端末からはサインアウトします。定期的な変更は要りません。</p>
    </div>
  ));
}

/** The usual name of a browser and its system, from what it calls itself. */
function browserName(browser: string | null): string {
  const text = browser ?? '';
  const found = ([['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const).find(([mark]) => text.includes(mark))?.[1];
  const system = ([['Windows', 'Windows'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const).find(([mark]) => text.includes(mark))?.[1];
  return [found ?? '不明なブラウザー', system].filter((part) => part !== undefined).join('・');
}
