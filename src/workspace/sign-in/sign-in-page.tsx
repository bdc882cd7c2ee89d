import type { Person } from '../../database/people-store.ts';
import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

export interface SignInView {
  readonly problems?: readonly FieldProblem[];
  readonly staffNumber?: string;
  /** Where to go afterwards; empty for the first page. */
  readonly returnTo: string;
  /** Why the person is here: the session ended, or was ended. */
  readonly notice?: string | undefined;
  /** What the city calls its own sign-in service, where there is one. */
  readonly service: string | null;
  /** Fictional people with the names of their departments; empty outside the demonstration. */
  readonly demoPeople: readonly { readonly person: Person; readonly posts: readonly string[] }[];
}

/** Staff number and password; in the demonstration also one button a person. */
export function signInPage({ assets, demo }: WorkspaceParts, { problems = [], staffNumber = '', returnTo, notice, service, demoPeople }: SignInView): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：サインイン' : 'サインイン', assets, actor: null, demo }, (
    <>
      {notice && <p class="notice" role="status">{notice}</p>}
      <div class="sheet">
        <h1>サインイン</h1>
        <ErrorSummary problems={problems} title="サインインできませんでした" />
        {service !== null && (
          <p><a class="button main" href={`/workspace/sign-in/oidc${returnTo === '' ? '' : `?return=${encodeURIComponent(returnTo)}`}`}>{service}でサインインする</a></p>
        )}
        <form method="post" action="/workspace/sign-in" novalidate>
          {service !== null && <h2>職員番号とパスワードでサインインする</h2>}
          <input type="hidden" name="return" value={returnTo} />
          <TextField name="staffNumber" label="職員番号" value={staffNumber} problems={problems} autocomplete="username" size={20} />
          <TextField type="password" name="password" label="パスワード" problems={problems} autocomplete="current-password" />
          <div class="actions"><Button kind={service === null ? 'main' : 'other'}>サインインする</Button></div>
        </form>
        <p class="note">パスワードを忘れたときは、システム管理者に連絡してください。仮のパスワードを発行します。</p>
      </div>
      {demoPeople.length > 0 && (
        <div class="sheet">
          <h2>見本の人として入る</h2>
          <p>この環境には、架空の人物が登録されています。パスワードは要りません。</p>
          <table>
            <thead><tr><th scope="col">氏名</th><th scope="col">役割</th><th scope="col"><span class="visually-hidden">操作</span></th></tr></thead>
            <tbody>
              {demoPeople.map(({ person, posts }) => (
                <tr>
                  <th scope="row">{person.name}</th>
                  <td>{posts.map((post) => <div>{post}</div>)}</td>
                  <td>
                    <form method="post" action="/workspace/sign-in/demo">
                      <input type="hidden" name="return" value={returnTo} />
                      <button type="submit" class="button other" name="staffNumber" value={person.staffNumber} aria-label={`この人として入る：${person.name}`}>この人として入る</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  ));
}
