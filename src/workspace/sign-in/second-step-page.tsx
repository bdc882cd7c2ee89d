import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

/** The code of the app, or one of the recovery codes. */
export function secondStepPage({ assets, demo }: WorkspaceParts, { problems = [], returnTo }: { readonly problems?: readonly FieldProblem[]; readonly returnTo: string }): string {
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：確認コード' : '確認コード', assets, actor: null, demo }, (
    <div class="sheet">
      <h1>確認コードの入力</h1>
      <ErrorSummary problems={problems} title="確認できませんでした" />
      <form method="post" action="/workspace/sign-in/second-step" novalidate>
        <input type="hidden" name="return" value={returnTo} />
        <TextField
          name="code" label="確認コード" problems={problems} autocomplete="one-time-code" size={12}
          hint="認証アプリに表示されている6桁の数字を入力してください。アプリを使えないときは、控えておいた回復コード（例：abcde-23456）を入力してください。"
        />
        <div class="actions"><Button>確認する</Button><a href="/workspace/sign-in">最初からやり直す</a></div>
      </form>
      <p class="note">回復コードもないときは、システム管理者に連絡してください。2段階認証を設定し直せるようにします。</p>
    </div>
  ));
}
