import type { DepartmentImportPlan } from '../../commands/import-departments.ts';
import { dateLabel, type FiscalYearLabelling } from '../../domain/fiscal-year/fiscal-year.ts';
import { departmentColumns } from '../../domain/organization/department-rows.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, FileField, TextArea } from '../../ui/form.tsx';
import { Listing } from '../../ui/listing.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { inWords, section } from './departments-page.tsx';

const address = `${section}/import`;

interface ImportForm {
  readonly reason: string;
  readonly problems?: readonly FieldProblem[];
}

export function departmentImportFormPage({ assets, demo }: WorkspaceParts, { actor, reason, problems = [] }: ImportForm & { readonly actor: Actor }): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：部署の取込み' : '部署の取込み', assets, actor, demo, section }, (
    <div class="sheet">
      <p><a href={section}>部署の一覧へ戻る</a></p>
      <h1>部署の取込み</h1>
      <ErrorSummary problems={problems} title="取り込めませんでした" />
      <p>部署の一覧（CSV）から、新設、名称変更、廃止を組織改正として登録します。初めに予行をして、全ての変更と誤りを確かめられます。分割と統合は、引継ぎを選ぶため、部署の画面で一つずつ登録してください。</p>
      <ListForm reason={reason} problems={problems} />
      <h2>一覧の書き方</h2>
      <ul class="bullets">
        <li>一行目に見出し「{Object.values(departmentColumns).join('」「')}」を書きます。順番は問いません。終了日と引継先の列は、なくても構いません。</li>
        <li>文字コードは、UTF-8でもShift_JIS（Excelの「CSV（コンマ区切り）」）でも構いません。</li>
        <li>識別子は、半角の英小文字、数字、ハイフンで書きます（例：kikaku）。登録されていない識別子は、開始日に新設した部署になります。</li>
        <li>登録済みの識別子で名称が違うときは、開始日に名称を変更します。</li>
        <li>終了日を書くと、その翌日に廃止します。事務を引き継ぐ部署があるときは、引継先に名称か識別子を書きます。</li>
        <li>一覧にない部署は、そのまま残ります。公表した版の部署名は変わりません。</li>
      </ul>
    </div>
  ));
}

function ListForm({ reason, problems = [] }: ImportForm) {
  return (
    <form method="post" action={address} enctype="multipart/form-data" novalidate>
      <TextArea name="reason" label="改正の理由" value={reason} rows={2} problems={problems} hint="例：狛江市組織規則の一部改正（令和４年規則第○号）。一覧の全ての改正の理由になります。" />
      <FileField name="file" label="CSVファイル" accept=".csv,text/csv" multiple={false} problems={problems} />
      <div class="actions"><Button>予行に進む</Button></div>
    </form>
  );
}

interface DryRunView {
  readonly actor: Actor;
  readonly labels: FiscalYearLabelling;
  readonly plan: DepartmentImportPlan;
  readonly reason: string;
  /** Under which the list is kept; empty when there are problems. */
  readonly key: string;
  readonly changed: boolean;
}

/** Every problem with its line and column, or every reorganisation with what it leads to. */
export function departmentImportDryRunPage({ assets, demo }: WorkspaceParts, { actor, labels, plan, reason, key, changed }: DryRunView): string {
  const { problems, steps, encoding, rows, unchanged, seen } = plan;
  return renderWorkspacePage({ title: problems.length > 0 ? '一覧の誤り：部署の取込みの予行' : '部署の取込みの予行', assets, actor, demo, section }, (
    <>
      <h1>部署の取込みの予行</h1>
      {changed && <p class="notice warning" role="alert">予行の後に、部署、回答または役割が変わりました。もう一度確かめてください。</p>}
      {encoding !== null && <p role="status">{rows.toLocaleString('ja-JP')}行を読みました（{encoding}）。まだ何も変わっていません。</p>}
      {problems.length > 0 ? (
        <div class="sheet">
          <h2>一覧の誤り（{problems.length.toLocaleString('ja-JP')}件）</h2>
          <p>一件でも誤りがあると、何も取り込みません。一覧を直して、もう一度選んでください。</p>
          <Listing title="誤りの一覧" heads={['行', '列', '誤り']} rows={problems.map(({ line, column, message }) => [String(line), column, message])} />
          <ListForm reason={reason} />
        </div>
      ) : (
        <div class="sheet">
          <h2>組織改正（{steps.length.toLocaleString('ja-JP')}件）</h2>
          <p>改正の理由：{reason}</p>
          {steps.length > 0 && <Steps plan={plan} labels={labels} />}
          <p>登録済みの内容と同じ行は{unchanged.toLocaleString('ja-JP')}行です。</p>
          {steps.length === 0 || key === '' ? <p><a href={address}>取り込む変更はありません。別のファイルを選ぶ</a></p> : (
            <form method="post" action={address}>
              <input type="hidden" name="key" value={key} />
              <input type="hidden" name="seen" value={seen} />
              <div class="actions"><Button>この内容で取り込む</Button><a href={address}>やめる</a></div>
            </form>
          )}
        </div>
      )}
    </>
  ));
}

function Steps({ plan: { steps }, labels }: Pick<DryRunView, 'plan' | 'labels'>) {
  return (
    <Listing title="組織改正の一覧" heads={['行', '改正日', '内容', '移る照会', '一つになる照会', '終わる役割', '新しい役割']}
      rows={steps.map(({ line, reorganisation, moved, merged, posts }) => [String(line), dateLabel(reorganisation.day, labels), inWords(reorganisation), `${moved}件`, `${merged}件`, `${posts.ended}件`, `${posts.made}件`])} />
  );
}

/** What was done. */
export function departmentsImportedPage({ assets, demo }: WorkspaceParts, { actor, labels, plan }: Pick<DryRunView, 'actor' | 'labels' | 'plan'>): string {
  return renderWorkspacePage({ title: '部署を取り込みました', assets, actor, demo, section }, (
    <div class="sheet">
      <h1>部署を取り込みました</h1>
      <p class="notice" role="status">組織改正{plan.steps.length.toLocaleString('ja-JP')}件を実施しました。</p>
      <Steps plan={plan} labels={labels} />
      <p class="actions"><a class="button main" href={section}>部署の一覧へ</a></p>
    </div>
  ));
}
