import type { DeadlineChange, Deadlines } from '../../database/deadline-change-store.ts';
import { dateLabel, type FiscalYearLabelling } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Round } from '../../domain/round/round.ts';
import { Button, ErrorSummary, type FieldProblem, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { momentInJapan } from '../workspace-time.ts';
import { roundAddress } from './round-proposal.ts';

export interface DeadlinesPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly round: Round;
  readonly planTitle: string;
  readonly yearLabel: string;
  readonly labels: FiscalYearLabelling;
  /** Newest first. */
  readonly changes: readonly DeadlineChange[];
  readonly typed?: Deadlines & { readonly reason: string };
  readonly problems?: readonly FieldProblem[];
}

/** Moves the deadlines of an open round, and shows when and why they were moved before. */
export function renderDeadlinesPage({ frame, actor, round, planTitle, yearLabel, labels, changes, typed, problems = [] }: DeadlinesPage): string {
  const { departmentDeadline, headDeadline, reason } = typed ?? { ...round, reason: '' };
  return renderWorkspacePage({ ...frame, actor, title: `${problems.length > 0 ? '入力の誤り：' : ''}${yearLabel}の締切の変更`, section: '/workspace/rounds' }, (
    <div class="sheet">
      <p class="eyebrow">{planTitle}</p>
      <h1>{yearLabel}の締切を変更する</h1>
      <ErrorSummary problems={problems} title="変更できませんでした" />
      <p class="lead">照会した全ての部署の締切が変わります。変更と理由は、各部署の「わたしの仕事」と回答の画面に表示されます。一件だけ延ばすときは、その回答の画面で、締切後の入力を認めてください。</p>
      <p>今の締切：{inWords(round, labels)}</p>
      <form method="post" action={`${roundAddress(round.planId, round.fiscalYear)}/deadlines`} novalidate>
        <TextField name="departmentDeadline" label="担当者の締切" type="date" value={departmentDeadline} required problems={problems} hint="この日まで回答できます。" />
        <TextField name="headDeadline" label="所属長の締切" type="date" value={headDeadline} required problems={problems} hint="この日まで承認できます。担当者の締切以後の日にしてください。" />
        <TextArea name="reason" label="変更の理由" value={reason} rows={3} required problems={problems} hint="各部署に、そのまま表示します。" />
        <div class="actions"><Button>締切を変更する</Button><a href="/workspace/rounds">変更せずに戻る</a></div>
      </form>
      {changes.length > 0 && (
        <section>
          <h2>これまでの変更</h2>
          <ol class="list">
            {changes.map((change) => (
              <li>{momentInJapan(new Date(change.changedAt))}　{change.personName}　{inWords(change.former, labels)} → {inWords(change, labels)}<p class="paper">{change.reason}</p></li>
            ))}
          </ol>
        </section>
      )}
    </div>
  ));
}

function inWords({ departmentDeadline, headDeadline }: Deadlines, labels: FiscalYearLabelling): string {
  return `担当者 ${dateLabel(departmentDeadline, labels)}／所属長 ${dateLabel(headDeadline, labels)}`;
}
