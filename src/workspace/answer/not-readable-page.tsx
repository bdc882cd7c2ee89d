import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';

/** A request that does not exist, or that is not this person's to read: one page for both, so that it tells nothing. */
export function renderNotReadablePage(frame: Omit<WorkspaceFrame, 'title'>): string {
  return renderWorkspacePage({ ...frame, title: '表示できません' }, (
    <>
      <h1>この照会は表示できません</h1>
      <p class="lead">照会がないか、あなたの職では見ることができません。担当や異動の直後で見えないときは、事務局かシステム管理者にお知らせください。</p>
      <p><a href="/workspace/">わたしの仕事に戻る</a></p>
    </>
  ));
}
