import type { RequestDetail } from '../../database/request-store.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { paragraphsOf } from '../../domain/round/answer.ts';
import { Button, ErrorSummary, type FieldProblem, Radios, TextArea } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { nameOf } from './approval-page.tsx';

export interface SendBackPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly request: RequestDetail;
  readonly typed?: { readonly note: string; readonly paragraph: string };
  readonly problems?: readonly FieldProblem[];
}

/** Beginning of a paragraph by which it is known again. Characters. */
const beginning = 60;

/** Sends an answer back with a note, about the whole or one paragraph of it. */
export function renderSendBackPage({ frame, actor, request, typed = { note: '', paragraph: '' }, problems = [] }: SendBackPage): string {
  const paragraphs = request.answer?.kind === 'item' ? paragraphsOf(request.answer.text, null) : [];
  return renderWorkspacePage({ ...frame, actor, title: `差戻し ${nameOf(request)}`, section: '/workspace/approval' }, (
    <div class="sheet approval">
      <p class="eyebrow">{request.departmentName}</p>
      <h1>{nameOf(request)}を差し戻す</h1>
      <ErrorSummary problems={problems} />
      <form method="post" action={`/workspace/approval/${request.id}/send-back`} novalidate>
        <input type="hidden" name="version" value={String(request.currentVersion ?? '')} />
        {paragraphs.length > 0 && (
          <Radios name="paragraph" label="どこについて" value={typed.paragraph} problems={problems}
            choices={[{ value: '', label: '全体' }, ...paragraphs.map(({ text }, index) => ({ value: String(index + 1), label: `第${index + 1}段落　${shortened(text)}` }))]} />
        )}
        <TextArea name="note" label="差戻しの理由" value={typed.note} rows={5} required problems={problems} hint="何を、どう直せばよいかを書いてください。担当者の画面の一番上に表示されます。" />
        <div class="actions">
          <Button kind="danger">差し戻す</Button>
          <a href="/workspace/approval">やめて一覧に戻る</a>
        </div>
      </form>
    </div>
  ));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > beginning ? `${characters.slice(0, beginning).join('')}…` : text;
}
