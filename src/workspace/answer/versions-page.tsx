import type { AnswerVersion } from '../../database/answer-store.ts';
import type { RequestDetail } from '../../database/request-store.ts';
import { permissionFor } from '../../domain/approval/request-policy.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Difference } from '../../ui/difference.tsx';
import { Button, SelectField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { answerText } from '../../domain/round/answer-text.ts';
import { timeOf } from './time-of.ts';

const causeNames: Readonly<Record<AnswerVersion['cause'], string>> = {
  save: '下書き', submit: '提出', correct: '事務局の修正', restore: '以前の版に戻した', merge: '二つの版を合わせた', workbook: 'Excelからの取込み',
};

interface VersionsPage {
  readonly frame: Omit<WorkspaceFrame, 'title' | 'section' | 'actor'>;
  readonly actor: Actor;
  readonly request: RequestDetail;
  /** Newest first or oldest first; they are sorted here. */
  readonly versions: readonly AnswerVersion[];
  readonly older: AnswerVersion | undefined;
  readonly newer: AnswerVersion | undefined;
  readonly today: string;
}

/** Every version that was ever saved, what differs between any two, and the way back to one of them. */
export function renderVersionsPage({ frame, actor, request, versions, older, newer, today }: VersionsPage): string {
  const sorted = versions.toSorted((a, b) => b.number - a.number);
  const choices = sorted.map((version) => ({ value: String(version.number), label: labelOf(version) }));
  const writable = permissionFor(actor, request, 'save', today).allowed;
  return renderWorkspacePage({ ...frame, actor, title: `保存した版 ${request.title}`, section: '/workspace/' }, (
    <>
      <p><a href={`/workspace/requests/${request.id}`}>回答に戻る</a></p>
      <h1>保存した版　{request.title}</h1>
      {sorted.length === 0 ? <p>保存した版はありません。</p> : (
        <form class="sheet filters" method="get">
          <SelectField name="older" label="古い版" choices={choices} value={String((older ?? sorted[1] ?? sorted[0])?.number)} />
          <SelectField name="newer" label="新しい版" choices={choices} value={String((newer ?? sorted[0])?.number)} />
          <Button kind="other">比べる</Button>
        </form>
      )}
      {older && newer && (
        <section class="sheet" aria-labelledby="difference">
          <h2 id="difference">版{older.number}から版{newer.number}への変更</h2>
          <Difference before={answerText(older.answer, request)} after={answerText(newer.answer, request)} />
        </section>
      )}
      {sorted.map((version) => (
        <details class="sheet">
          <summary>{labelOf(version)}{version.number === request.currentVersion ? '（今の版）' : ''}{version.parked ? '（採用されていない版）' : ''}</summary>
          {version.note && <p class="note">理由：{version.note}</p>}
          <div class="paper">{answerText(version.answer, request)}</div>
          {writable && version.number !== request.currentVersion && (
            <form class="actions" method="post" action={`/workspace/requests/${request.id}/restore`}>
              <input type="hidden" name="number" value={String(version.number)} />
              <input type="hidden" name="baseVersion" value={String(request.currentVersion ?? '')} />
              <Button kind="other">版{String(version.number)}の内容に戻す</Button>
            </form>
          )}
        </details>
      ))}
    </>
  ));
}

function labelOf({ number, cause, personName, savedAt }: AnswerVersion): string {
  return `版${number}　${timeOf(savedAt)}　${personName}　${causeNames[cause]}`;
}
