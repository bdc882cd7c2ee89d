import type { KnownDepartment, Person, StoredPost } from '../../database/people-store.ts';
import { type CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { headPostOf } from '../../domain/organization/head-post.ts';
import { type Actor, departmentRoles, isHeldOn, roleNames, roles } from '../../domain/organization/post.ts';
import { postsInWords } from '../../domain/organization/posts-in-words.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { timeInJapan } from '../workspace-time.ts';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/people';

export interface PeopleView {
  readonly actor: Actor;
  readonly people: readonly Person[];
  readonly departments: readonly KnownDepartment[];
  readonly today: CalendarDate;
  /** Part of a name, a number or a department that is looked for; empty for everybody. */
  readonly query: string;
}

/** Everybody, with the posts of today. */
export function peoplePage({ assets, demo }: WorkspaceParts, { actor, people, departments, today, query }: PeopleView): string {
  const shown = people.filter((person) => matches(person, departments, query));
  return renderWorkspacePage({ title: '利用者', assets, actor, demo, section }, (
    <>
      <h1>利用者</h1>
      <p class="actions"><a class="button main" href="/workspace/people/new">利用者を登録する</a><a href="/workspace/people/import">CSVから取り込む（人事異動）</a></p>
      <form class="filters" method="get" action="/workspace/people" role="search">
        <TextField type="search" name="q" label="氏名・職員番号・部署・役割で絞り込む" value={query} />
        <Button kind="other">絞り込む</Button>
        {query !== '' && <a href="/workspace/people">全員を表示する</a>}
      </form>
      <p role="status">{query === '' ? `${people.length}人が登録されています。` : `「${query}」に当てはまる利用者は${shown.length}人です。`}</p>
      <div class="sheet scroll">
        <table>
          <thead><tr><th scope="col">職員番号</th><th scope="col">氏名</th><th scope="col">今日の役割</th><th scope="col">予定・終了した役割</th></tr></thead>
          <tbody>
            {shown.map((person) => (
              <tr>
                <td>{person.staffNumber}</td>
                <th scope="row"><a href={`/workspace/people/${person.id}`}>{person.name}</a></th>
                <td>{postsInWords(person.posts.filter((post) => isHeldOn(post, today)), departments).map((line) => <div>{line}</div>)}{!person.posts.some((post) => isHeldOn(post, today)) && 'なし（サインインしても何もできません）'}</td>
                <td>{person.posts.filter((post) => !isHeldOn(post, today)).length || 'なし'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  ));
}

function matches(person: Person, departments: readonly KnownDepartment[], query: string): boolean {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  const text = [person.staffNumber, person.name, ...person.posts.map((post) => postName(post, departments))].join(' ').normalize('NFKC').toLowerCase();
  return words.every((word) => text.includes(word));
}

function postName({ role, department }: Pick<StoredPost, 'role' | 'department'>, departments: readonly KnownDepartment[]): string {
  if (department === null) return roleNames[role];
  return `${departments.find(({ id }) => id === department)?.name ?? department}　${roleNames[role]}`;
}

/** What was typed into a form about a person or a post. */
export type TypedPerson = Readonly<Record<'staffNumber' | 'name' | 'email' | 'role' | 'department' | 'from' | 'until' | 'title', string>>;

function PostFields({ typed, departments, problems }: { readonly typed: TypedPerson; readonly departments: readonly KnownDepartment[]; readonly problems: readonly FieldProblem[] }) {
  return (
    <>
      <SelectField name="role" label="役割" value={typed.role} problems={problems} choices={[{ value: '', label: '選んでください' }, ...roles.map((role) => ({ value: role, label: roleNames[role] }))]} />
      <SelectField
        name="department" label="部署" value={typed.department} problems={problems} hint={`${departmentRoles.map((role) => roleNames[role]).join('・')}のときに選んでください。`}
        choices={[{ value: '', label: '部署なし（市全体の役割）' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextField name="title" label="職名" value={typed.title} problems={problems} size={30} required={false} hint="所属長のときだけ書けます。承認した職として、公開ページに載ります。空欄のときは、部署の名称から「職員課長」のように載せます。氏名は書かないでください。" />
      <TextField type="date" name="from" label="始まる日" value={typed.from} problems={problems} size={12} />
      <TextField type="date" name="until" label="終わる日" value={typed.until} problems={problems} size={12} required={false} hint="この日まで有効です。期限がないときは空欄にしてください。" />
    </>
  );
}

export function newPersonPage(
  { assets, demo }: WorkspaceParts,
  { actor, departments, typed, problems = [] }: { readonly actor: Actor; readonly departments: readonly KnownDepartment[]; readonly typed: TypedPerson; readonly problems?: readonly FieldProblem[] },
): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：利用者の登録' : '利用者の登録', assets, actor, demo, section }, (
    <div class="sheet">
      <h1>利用者の登録</h1>
      <ErrorSummary problems={problems} title="登録できませんでした" />
      <form method="post" action="/workspace/people/new" novalidate>
        <TextField name="staffNumber" label="職員番号" value={typed.staffNumber} problems={problems} size={20} hint="サインインに使います。後から変更できません。" />
        <TextField name="name" label="氏名" value={typed.name} problems={problems} size={30} />
        <TextField type="email" name="email" label="メールアドレス" value={typed.email} problems={problems} size={40} required={false} hint="督促の送り先です。" />
        <h2>最初の役割</h2>
        <p class="note">ほかの部署や役割は、登録した後で追加できます。</p>
        <PostFields typed={typed} departments={departments} problems={problems} />
        <div class="actions"><Button>登録する</Button><a href="/workspace/people">やめる</a></div>
      </form>
    </div>
  ));
}

/** The one-time password, this once. */
export function oneTimePasswordPage(
  { assets, demo }: WorkspaceParts, { actor, personId, staffNumber, name, oneTimePassword, added }: {
    readonly actor: Actor; readonly personId: string; readonly staffNumber: string; readonly name: string; readonly oneTimePassword: string; readonly added: boolean;
  },
): string {
  return renderWorkspacePage({ title: '仮のパスワード', assets, actor, demo, section }, (
    <div class="sheet">
      <h1>仮のパスワード</h1>
      <p class="notice" role="status">{added ? `${name}さんを登録しました。` : `${name}さんの仮のパスワードを発行しました。これまでのパスワードは使えません。`}仮のパスワードが表示されるのは、この一回だけです。</p>
      <table>
        <tbody>
          <tr><th scope="row">職員番号</th><td><code>{staffNumber}</code></td></tr>
          <tr><th scope="row">仮のパスワード</th><td><code class="key">{oneTimePassword}</code></td></tr>
        </tbody>
      </table>
      <p>本人に直接渡してください。最初のサインインで、本人が自分のパスワードに変更します。</p>
      <p class="actions"><a class="button main" href={`/workspace/people/${personId}`}>渡したので、先へ進む</a><a href="/workspace/people/new">続けて登録する</a></p>
    </div>
  ));
}

export interface PersonView {
  readonly actor: Actor;
  readonly person: Person;
  readonly departments: readonly KnownDepartment[];
  readonly today: CalendarDate;
  readonly lockedUntil: Date | null;
  readonly typed: TypedPerson;
  readonly problems?: readonly FieldProblem[];
  readonly notice: string | undefined;
}

/** What a 所属長 is called where it has approved, and whether that was recorded or comes from the name of its department. */
function PostTitle({ post, address, departments, problems }: { readonly post: StoredPost; readonly address: string; readonly departments: readonly KnownDepartment[]; readonly problems: readonly FieldProblem[] }) {
  const derived = headPostOf(departments.find(({ id }) => id === post.department)?.name ?? post.department ?? '');
  return (
    <form method="post" action={`${address}/posts/${post.id}/title`}>
      <p>{post.title ?? <>{derived}<span class="note">（部署の名称から）</span></>}</p>
      <TextField name={`title-${post.id}`} label={`職名（${postName(post, departments)}）`} value={post.title ?? ''} problems={problems} size={16} required={false} />
      <Button kind="other">職名を変更する</Button>
    </form>
  );
}

/** One person: the name, the posts with their days, the way to sign in. */
export function personPage({ assets, demo }: WorkspaceParts, { actor, person, departments, today, lockedUntil, typed, problems = [], notice }: PersonView): string {
  const standing = (post: StoredPost): string => (isHeldOn(post, today) ? '有効' : post.from > today ? '予定' : '終了');
  const address = `/workspace/people/${person.id}`;
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：${person.name}` : person.name, assets, actor, demo, section }, (
    <>
      <p><a href="/workspace/people">利用者の一覧へ戻る</a></p>
      <h1>{person.name}<small>（職員番号 {person.staffNumber}）</small></h1>
      {notice && <p class="notice" role="status">{notice}</p>}
      <ErrorSummary problems={problems} title="変更できませんでした" />
      <div class="sheet">
        <h2>役割</h2>
        {person.posts.length === 0 ? <p>役割は登録されていません。</p> : (
          <div class="scroll" tabindex={0} role="region" aria-label="役割">
            <table>
              <thead><tr><th scope="col">役割</th><th scope="col">始まる日</th><th scope="col">終わる日</th><th scope="col">今日</th><th scope="col">公開ページに載る職名</th><th scope="col">終わらせる</th></tr></thead>
              <tbody>
                {person.posts.map((post) => (
                  <tr>
                    <th scope="row">{postName(post, departments)}</th><td>{post.from}</td><td>{post.until ?? '期限なし'}</td><td>{standing(post)}</td>
                    <td>{post.role === 'section-head' ? <PostTitle post={post} address={address} departments={departments} problems={problems} /> : 'なし'}</td>
                    <td>
                      {standing(post) === '終了' ? 'なし' : (
                        <form method="post" action={`${address}/posts/${post.id}/end`}>
                          <TextField type="date" name={`until-${post.id}`} label={`最後の日（${postName(post, departments)}）`} value={post.until ?? today} problems={problems} size={12} />
                          <Button kind="other">この日で終わらせる</Button>
                        </form>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p class="note">最後の日の翌日から、その役割ではできなくなります。すぐにできなくするときは、前の日を最後の日にしてください。</p>
        <h3>役割を追加する</h3>
        <form method="post" action={`${address}/posts`} novalidate>
          <PostFields typed={typed} departments={departments} problems={problems} />
          <div class="actions"><Button>追加する</Button></div>
        </form>
      </div>
      <div class="sheet">
        <h2>氏名とメールアドレス</h2>
        <form method="post" action={address} novalidate>
          <TextField name="name" label="氏名" value={typed.name} problems={problems} size={30} />
          <TextField type="email" name="email" label="メールアドレス" value={typed.email} problems={problems} size={40} required={false} />
          <div class="actions"><Button kind="other">変更する</Button></div>
        </form>
      </div>
      <div class="sheet">
        <h2>サインイン</h2>
        {person.demo ? <p>架空の人物なので、パスワードはありません。</p> : (
          <>
            <p>{lockedUntil ? `続けて間違えたため、${timeInJapan(lockedUntil)}までサインインできません。` : person.mustChangePassword ? '仮のパスワードのままで、まだ本人のパスワードに変更していません。' : '本人のパスワードが設定されています。'}</p>
            <form method="post" action={`${address}/password`}>
              <p>パスワードを忘れたときは、仮のパスワードを発行します。その人は全ての端末からサインアウトします。</p>
              <div class="actions"><Button kind="danger">仮のパスワードを発行する</Button></div>
            </form>
            <form method="post" action={`${address}/second-step`}>
              <p>認証アプリと回復コードをなくしたときは、2段階認証を解除します。必要な役割では、次のサインインで設定し直します。</p>
              <div class="actions"><Button kind="danger">2段階認証を解除する</Button></div>
            </form>
          </>
        )}
      </div>
    </>
  ));
}
