import { recordForbidden } from '../commands/record-access.ts';
import { renderWorkspacePage } from '../ui/workspace-frame.tsx';
import type { WorkspaceContext, WorkspaceParts } from './workspace.ts';

/** The answer to somebody who may not see or do this: who may, and what to do, in plain words. It stands in the log as a refusal. */
export async function forbidden(context: WorkspaceContext, { db, assets, demo }: WorkspaceParts, sentence: string): Promise<Response> {
  await recordForbidden(db, context.get('actor'), `${context.req.method} ${context.req.path}`);
  return context.html(renderWorkspacePage({ title: 'この操作はできません', assets, demo, actor: context.get('actor') }, (
    <div class="sheet">
      <h1>この操作はできません</h1>
      <p>{sentence}</p>
      <p><a href="/workspace/">わたしの仕事に戻る</a></p>
    </div>
  )), 403);
}

/** The answer where nothing is to be found under the address. */
export function missing(context: WorkspaceContext, { assets, demo }: WorkspaceParts, sentence: string): Response | Promise<Response> {
  return context.html(renderWorkspacePage({ title: '見つかりません', assets, demo, actor: context.get('actor') }, (
    <div class="sheet">
      <h1>見つかりません</h1>
      <p>{sentence}</p>
      <p><a href="/workspace/">わたしの仕事に戻る</a></p>
    </div>
  )), 404);
}
