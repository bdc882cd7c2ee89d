import type { IssuedPassword, PeopleImportPlan } from '../../commands/import-people.ts';
import { columns } from '../../domain/organization/people-rows.ts';
import type { PeopleChanges } from '../../domain/organization/plan-people-import.ts';
import { type Actor, departmentRoles, type Post, roleNames, roles } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, FileField } from '../../ui/form.tsx';
import { Listing } from '../../ui/listing.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/people';
const address = '/workspace/people/import';

export function importFormPage({ assets, demo }: WorkspaceParts, { actor, problems = [] }: { readonly actor: Actor; readonly problems?: readonly FieldProblem[] }): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：利用者の取込み' : '利用者の取込み', assets, actor, demo, section }, (
    <div class="sheet">
      <p><a href={section}>利用者の一覧へ戻る</a></p>
      <h1>利用者の取込み</h1>
      <ErrorSummary problems={problems} title="取り込めませんでした" />
      <p>人事異動の一覧（CSV）を取り込みます。一行に一つの役割を書きます。初めに予行をして、全ての変更と誤りを確かめられます。</p>
      <ListForm problems={problems} />
      <h2>一覧の書き方</h2>
      <ul class="bullets">
        <li>一行目に見出し「{Object.values(columns).join('」「')}」を書きます。順番は問いません。職名の列は、なくても構いません。</li>
        <li>文字コードは、UTF-8でもShift_JIS（Excelの「CSV（コンマ区切り）」）でも構いません。</li>
        <li>部署は、名称か識別子で書きます。{departmentRoles.map((role) => roleNames[role]).join('・')}のときだけ書きます。</li>
        <li>役割は、{roles.map((role) => roleNames[role]).join('・')}のいずれかを書きます。</li>
        <li>職名は、所属長の行にだけ書けます。承認した職として、公開ページに載ります。書かなければ、部署の名称から「職員課長」のように載せます。</li>
        <li>日付は、「2022-04-01」「2022/4/1」「令和４年４月１日」「R4.4.1」のように書きます。期限のない役割は、終了日を空けます。</li>
        <li>異動で終わる役割は、同じ部署と役割の行に終了日を書きます。このとき、開始日は空けても構いません。</li>
        <li>一覧にない利用者と役割は、そのまま残ります。</li>
      </ul>
    </div>
  ));
}

function ListForm({ problems = [] }: { readonly problems?: readonly FieldProblem[] }) {
  return (
    <form method="post" action={address} enctype="multipart/form-data" novalidate>
      <FileField name="file" label="CSVファイル" accept=".csv,text/csv" multiple={false} problems={problems} />
      <div class="actions"><Button>予行に進む</Button></div>
    </form>
  );
}

export interface ImportDryRunView {
  readonly actor: Actor;
  readonly plan: PeopleImportPlan;
  /** Under which the file is kept; empty when there are problems. */
  readonly key: string;
  readonly changed: boolean;
}

/** Every problem with its line and column, or every change. */
export function importDryRunPage({ assets, demo }: WorkspaceParts, { actor, plan, key, changed }: ImportDryRunView): string {
  const { problems, changes, encoding, rows, departments, seen } = plan;
  const nameOf = (id: string | null) => departments.find((department) => department.id === id)?.name ?? '';
  const post = ({ role, department, from, until, title }: Post) => `${nameOf(department)} ${roleNames[role]}（${from}～${until ?? ''}）${title === undefined ? '' : `職名：${title}`}`.trim();
  const { newPeople, changedPeople, newPosts, endingPosts, retitledPosts, unchanged } = changes;
  const none = newPeople.length + changedPeople.length + newPosts.length + endingPosts.length + retitledPosts.length === 0;
  return renderWorkspacePage({ title: problems.length > 0 ? '一覧の誤り：利用者の取込みの予行' : '利用者の取込みの予行', assets, actor, demo, section }, (
    <>
      <h1>利用者の取込みの予行</h1>
      {changed && <p class="notice warning" role="alert">予行の後に、利用者か役割が変わりました。もう一度確かめてください。</p>}
      {encoding !== null && <p role="status">{rows.toLocaleString('ja-JP')}行を読みました（{encoding}）。まだ何も変わっていません。</p>}
      {problems.length > 0 ? (
        <div class="sheet">
          <h2>一覧の誤り（{problems.length.toLocaleString('ja-JP')}件）</h2>
          <p>一件でも誤りがあると、何も取り込みません。一覧を直して、もう一度選んでください。</p>
          <Listing title="誤りの一覧" heads={['行', '列', '誤り']} rows={problems.map(({ line, column, message }) => [String(line), column, message])} />
          <ListForm />
        </div>
      ) : (
        <>
          <Changes title="新しい利用者" heads={['職員番号', '氏名', 'メール', '役割']} rows={newPeople.map(({ staffNumber, name, email, posts }) => [staffNumber, name, email ?? '', posts.map(post).join('、')])} />
          <Changes title="新しい役割" heads={['職員番号', '氏名', '役割']} rows={newPosts.map(({ person, post: given }) => [person.staffNumber, person.name, post(given)])} />
          <Changes title="終了日が変わる役割" heads={['職員番号', '氏名', 'いまの役割', '新しい終了日']} rows={endingPosts.map(({ person, post: held, until }) => [person.staffNumber, person.name, post(held), until ?? '期限なし'])} />
          <Changes title="変わる職名" heads={['職員番号', '氏名', '役割', '新しい職名']} rows={retitledPosts.map(({ person, post: held, title }) => [person.staffNumber, person.name, post(held), title])} />
          <Changes title="変わる氏名・メール" heads={['職員番号', 'いま', '変更後']} rows={changedPeople.map(({ person, name, email }) => [person.staffNumber, `${person.name} ${person.email ?? ''}`, `${name} ${email ?? ''}`])} />
          <p>登録済みの内容と同じ行は{unchanged.toLocaleString('ja-JP')}行です。</p>
          {none ? <p><a href={address}>取り込む変更はありません。別のファイルを選ぶ</a></p> : (
            <form method="post" action={address}>
              <input type="hidden" name="key" value={key} />
              <input type="hidden" name="seen" value={seen} />
              {newPeople.length > 0 && <p>新しい利用者の仮のパスワードは、取り込んだ後に一度だけ表示されます。{newPeople.length > 100 && '人数が多いので、数十秒かかることがあります。'}</p>}
              <div class="actions"><Button>この内容で取り込む</Button><a href={address}>やめる</a></div>
            </form>
          )}
        </>
      )}
    </>
  ));
}

function Changes({ title, heads, rows }: { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return <div class="sheet"><h2>{title}（{rows.length.toLocaleString('ja-JP')}件）</h2>{rows.length === 0 ? <p>ありません。</p> : <Listing title={title} heads={heads} rows={rows} />}</div>;
}

/** What was done, with the one-time passwords, this once. */
export function importedPage({ assets, demo }: WorkspaceParts, { actor, changes, passwords }: { readonly actor: Actor; readonly changes: PeopleChanges; readonly passwords: readonly IssuedPassword[] }): string {
  return renderWorkspacePage({ title: '利用者を取り込みました', assets, actor, demo, section }, (
    <div class="sheet">
      <h1>利用者を取り込みました</h1>
      <p class="notice" role="status">新しい利用者{changes.newPeople.length}人、新しい役割{changes.newPosts.length}件、終了日の変更{changes.endingPosts.length}件、氏名・メールの変更{changes.changedPeople.length}件を取り込みました。</p>
      {passwords.length > 0 && (
        <>
          <h2>仮のパスワード</h2>
          <p>表示されるのは、この一回だけです。印刷し、本人に一人分ずつ渡してください。最初のサインインで、本人が自分のパスワードに変更します。</p>
          <div class="scroll" tabindex={0} role="region" aria-label="仮のパスワード">
            <table>
              <thead><tr><th scope="col">職員番号</th><th scope="col">氏名</th><th scope="col">仮のパスワード</th></tr></thead>
              <tbody>{passwords.map(({ staffNumber, name, oneTimePassword }) => <tr><th scope="row">{staffNumber}</th><td>{name}</td><td><code>{oneTimePassword}</code></td></tr>)}</tbody>
            </table>
          </div>
        </>
      )}
      <p class="actions"><a class="button main" href={section}>利用者の一覧へ</a></p>
    </div>
  ));
}
