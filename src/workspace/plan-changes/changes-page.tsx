import type { listRecordedChanges } from '../../database/plan-change-store.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { planChangeKinds, type PlanChangeKind, planChangeNames } from '../../domain/plan/plan-change.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { dayInJapan, type WorkspaceParts } from '../workspace.ts';

export const section = '/workspace/plan-changes';

export const kindHints: Readonly<Record<PlanChangeKind, string>> = {
  added: '新しい項目を、体系に加えます。その年度から照会します。', merged: '項目を、続いていく別の項目にまとめます。その年度から、まとめた先だけを照会します。',
  stopped: '項目を、途中でやめます。その年度が最後の照会です。', finished: '目的を達した項目を終えます。その年度が最後の照会です。',
};

type Recorded = Awaited<ReturnType<typeof listRecordedChanges>>;

export interface ChangesView {
  readonly actor: Actor;
  readonly plans: readonly { readonly plan: Plan; readonly recorded: Recorded }[];
  readonly done: string;
  readonly problems?: readonly Problem[];
  /** Plan and change whose withdrawal was refused. */
  readonly failed?: string;
}

/** Every plan with its changes, newest first, and what can be recorded. */
export function changesPage({ assets, demo }: WorkspaceParts, { actor, plans, done, problems = [], failed = '' }: ChangesView): string {
  const fields = problems.map(({ message, fix }) => ({ field: `withdrawal-${failed}`, message: message + fix }));
  return renderWorkspacePage({ title: '計画の変更', assets, actor, demo, section }, (
    <>
      <h1>計画の変更</h1>
      <ErrorSummary problems={fields} title="取り消せません" />
      {done !== '' && <p class="notice" role="status">{done}</p>}
      <p>計画期間の途中で、項目を追加、統合、中止、終了としたときに記録します。公表した版は変わりません。次に公表する版から、変更と理由が表示されます。</p>
      {plans.map(({ plan, recorded }) => (
        <section class="sheet" aria-labelledby={`plan-${plan.id}`}>
          <h2 id={`plan-${plan.id}`}>{plan.title}</h2>
          <ul class="bullets">{planChangeKinds.map((kind) => <li><a href={`${section}/${plan.id}/new/${kind}`}>{planChangeNames[kind]}</a>：{kindHints[kind]}</li>)}</ul>
          <h3>記録した変更</h3>
          {recorded.length === 0 && <p>記録した変更はありません。</p>}
          <ul class="list">{recorded.toReversed().map((entry) => <RecordedChange plan={plan} entry={entry} problems={failed === `${plan.id}-${entry.id}` ? fields : []} />)}</ul>
        </section>
      ))}
      <p><a href="/workspace/succession">次期計画への移行</a></p>
    </>
  ));
}

function RecordedChange({ plan, entry, problems }: { plan: Plan; entry: Recorded[number]; problems: readonly { readonly field: string; readonly message: string }[] }) {
  const labels = plan.municipality.fiscalYearLabels;
  const change = plan.changes.find(({ id }) => id === entry.id);
  const name = (id: string) => {
    const node = plan.nodes.find((candidate) => candidate.id === id);
    return node ? `${node.number} ${node.title}` : id;
  };
  const what = `${fiscalYearLabel(entry.fiscal_year, labels)}に${planChangeNames[entry.kind]}`;
  const recorded = `${dateLabel(dayInJapan(new Date(entry.recordedAt)), labels)}記録${entry.recordedBy === null ? '（計画の取込み）' : `　${entry.recordedBy}`}`;
  if (!change) return <li><s>{what}（{entry.reason}）</s>　取消し：{entry.withdrawn?.reason}<p class="note">{recorded}</p></li>;
  const field = `withdrawal-${plan.id}-${entry.id}`;
  return (
    <li>
      <b>{what}</b>　{change.nodes.map(name).join('、')}{change.into !== null && `　統合先：${name(change.into)}`}
      <p>理由：{change.reason}{change.decidedOn !== null && `（${dateLabel(change.decidedOn, labels)}決定）`}</p>
      <p class="note">{recorded}</p>
      <details open={problems.length > 0}>
        <summary>誤って記録したときは、取り消す</summary>
        <form method="post" action={`${section}/${plan.id}/${entry.id}/withdraw`} novalidate>
          <TextField name={field} label="取り消す理由" required size={50} problems={problems} />
          <div class="actions"><Button kind="danger">この記録を取り消す</Button></div>
        </form>
      </details>
    </li>
  );
}
