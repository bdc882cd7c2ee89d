import type { Actor } from '../../domain/organization/post.ts';
import { TextArea } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

/** For a form that came after the session had ended: what was typed is shown, to be copied. */
export function endedPage({ assets, demo }: WorkspaceParts, texts: readonly string[]): string {
  return renderWorkspacePage({ title: 'サインインの期限が切れました', assets, actor: null, demo }, (
    <div class="sheet">
      <h1>サインインの期限が切れました</h1>
      <p>送信した内容は保存されていません。もう一度サインインしてから、送信し直してください。</p>
      {texts.length > 0 && <p>入力した文章は次のとおりです。必要なものを写し取ってください。</p>}
      {texts.map((text, index) => <TextArea name={`typed-${index + 1}`} label={`入力した文章${texts.length > 1 ? `（${index + 1}）` : ''}`} value={text} readonly />)}
      <p class="actions"><a class="button main" href="/workspace/sign-in">サインインする</a></p>
    </div>
  ));
}

/** For somebody who is who they say, but holds no post today. */
export function noPostPage({ assets, demo }: WorkspaceParts, actor: Actor): string {
  return renderWorkspacePage({ title: '利用できる役割がありません', assets, actor, demo }, (
    <div class="sheet">
      <h1>利用できる役割がありません</h1>
      <p>今日の時点で有効な役割（担当者、所属長など）が登録されていないため、照会や回答を表示できません。</p>
      <p>人事異動の直後などで登録が必要なときは、システム管理者に連絡してください。</p>
    </div>
  ));
}
