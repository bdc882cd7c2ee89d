import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { QrCode } from './qr-code.tsx';

export interface EnrolmentView {
  readonly actor: Actor;
  /** Base32, as the apps take it. */
  readonly key: string;
  readonly address: string;
  readonly problems?: readonly FieldProblem[];
  /** Whether nothing else can be done before. */
  readonly required: boolean;
}

/** The key for the app, and the field for its first code. */
export function enrolmentPage({ assets, demo }: WorkspaceParts, { actor, key, address, problems = [], required }: EnrolmentView): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：2段階認証の設定' : '2段階認証の設定', assets, actor: required ? null : actor, demo }, (
    <div class="sheet">
      <h1>2段階認証の設定</h1>
      {required && <p class="notice">事務局とシステム管理者などの役割では、2段階認証の設定が必要です。設定すると、先へ進めます。</p>}
      <ErrorSummary problems={problems} title="設定できませんでした" />
      <p>認証アプリ（Google Authenticator、Microsoft Authenticator など）で、次の二次元コードを読み取ってください。通信は要りません。</p>
      <QrCode address={address} label="認証アプリに鍵を登録する二次元コード。読み取れないときは、下の鍵を入力してください。" />
      <p>読み取れないときは、アプリで「セットアップキーを入力」を選び、種類を「時間ベース」にして、次の鍵を入力してください。</p>
      <table>
        <tbody>
          <tr><th scope="row">アカウント名</th><td>あゆみ：{actor.staffNumber}</td></tr>
          <tr><th scope="row">鍵（空白は省いても構いません）</th><td><code class="key">{key.match(/.{1,4}/g)?.join(' ')}</code></td></tr>
        </tbody>
      </table>
      <p class="note">この端末に認証アプリがあるときは、<a href={address}>アプリを開いて登録する</a>こともできます。</p>
      <form method="post" action="/workspace/account/second-step" novalidate>
        <TextField name="code" label="確認コード" problems={problems} autocomplete="one-time-code" inputmode="numeric" size={8} hint="登録すると、アプリに6桁の数字が表示されます。その数字を入力してください。" />
        <div class="actions"><Button>設定する</Button>{!required && <a href="/workspace/account">戻る</a>}</div>
      </form>
    </div>
  ));
}

/** The recovery codes, this once. */
export function recoveryCodesPage({ assets, demo }: WorkspaceParts, { actor, codes }: { readonly actor: Actor; readonly codes: readonly string[] }): string {
  return renderWorkspacePage({ title: '回復コード', assets, actor, demo }, (
    <div class="sheet">
      <h1>回復コード</h1>
      <p class="notice">2段階認証を使えるようになりました。次の回復コードが表示されるのは、この一回だけです。印刷するか書き写して、鍵のかかる場所に保管してください。</p>
      <ul class="bullets">{codes.map((code) => <li><code>{code}</code></li>)}</ul>
      <p>認証アプリを使えないときに、確認コードの代わりに一つずつ使えます。一度使った回復コードは、もう使えません。</p>
      <p class="actions"><a class="button main" href="/workspace/">控えたので、先へ進む</a></p>
    </div>
  ));
}
