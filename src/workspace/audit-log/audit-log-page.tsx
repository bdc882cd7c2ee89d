import type { AuditDetail, AuditEntry } from '../../domain/audit/audit-event.ts';
import { auditActionName } from '../../domain/audit/action-names.ts';
import { detailInWords } from '../../domain/audit/detail-in-words.ts';
import { type ChainFault, explainFault, type KnownHead } from '../../domain/audit/verify-chain.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { momentInJapan } from '../workspace-time.ts';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/audit';
export const entriesPerPage = 50;

export type AuditFilter = Readonly<Record<'actor' | 'action' | 'plan' | 'from' | 'until', string>>;

export interface AuditView {
  readonly actor: Actor;
  readonly filter: AuditFilter;
  readonly problems: readonly FieldProblem[];
  readonly choices: { readonly actions: readonly string[]; readonly plans: readonly string[] };
  readonly total: number;
  readonly entries: readonly AuditEntry[];
  /** From 1. */
  readonly page: number;
}

/** The log, newest first. */
export function auditLogPage({ assets, demo }: WorkspaceParts, { actor, filter, problems, choices, total, entries, page }: AuditView): string {
  const pages = Math.max(1, Math.ceil(total / entriesPerPage));
  const address = (number: number) => `/workspace/audit?${new URLSearchParams({ ...filter, page: String(number) })}`;
  return renderWorkspacePage({ title: '監査記録', assets, actor, demo, section, wide: true }, (
    <>
      <h1>監査記録</h1>
      <p>だれが、いつ、何をしたかの記録です。書き換えることも消すこともできません。<a href="/workspace/audit/verify">鎖の検証（改ざんの有無を調べる）</a></p>
      <ErrorSummary problems={problems} title="絞り込めませんでした" />
      <form class="filters" method="get" action="/workspace/audit" role="search">
        <TextField name="actor" label="職員番号" value={filter.actor} problems={problems} size={12} />
        <SelectField name="action" label="操作" value={filter.action} choices={[{ value: '', label: '全て' }, ...choices.actions.map((action) => ({ value: action, label: auditActionName(action) }))]} />
        <SelectField name="plan" label="計画" value={filter.plan} choices={[{ value: '', label: '全て' }, ...choices.plans.map((plan) => ({ value: plan, label: plan }))]} />
        <TextField type="date" name="from" label="この日から" value={filter.from} problems={problems} size={12} />
        <TextField type="date" name="until" label="この日まで" value={filter.until} problems={problems} size={12} />
        <Button kind="other">絞り込む</Button>
        <a href="/workspace/audit">絞り込みをやめる</a>
      </form>
      <p role="status">{total === 0 ? '当てはまる記録はありません。' : `${total}件のうち、${(page - 1) * entriesPerPage + 1}件目から${(page - 1) * entriesPerPage + entries.length}件目まで（新しい順）`}</p>
      {entries.length > 0 && (
        <div class="board" tabindex={0} role="region" aria-label="監査記録の表">
          <table>
            <thead><tr><th scope="col">番号</th><th scope="col">日時</th><th scope="col">職員番号</th><th scope="col">操作</th><th scope="col">計画</th><th scope="col">内容</th></tr></thead>
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <th scope="row" class="number">{entry.sequence}</th>
                  <td><time datetime={entry.occurredAt}>{momentInJapan(new Date(entry.occurredAt))}</time></td>
                  <td>{entry.actor}</td><td>{auditActionName(entry.action)}</td><td>{entry.planId ?? 'なし'}</td>
                  <td class="wrap-text">{details(entry.details)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <nav class="pager" aria-label="ページ">
          {page > 1 ? <a href={address(page - 1)}>新しい記録へ</a> : <span></span>}
          <span>{page}／{pages}ページ</span>
          {page < pages ? <a href={address(page + 1)}>古い記録へ</a> : <span></span>}
        </nav>
      )}
    </>
  ));
}

/** Cut where it would fill the page; the whole of it stands in the log. */
function details(value: AuditDetail): string {
  const text = detailInWords(value);
  return text.length > 400 ? `${text.slice(0, 400)}…（以下略）` : text;
}

/** Whether the chain is whole. */
export function auditVerifyPage({ assets, demo }: WorkspaceParts, { actor, faults, head }: { readonly actor: Actor; readonly faults: readonly ChainFault[]; readonly head: KnownHead | null }): string {
  return renderWorkspacePage({ title: '鎖の検証', assets, actor, demo, section }, (
    <>
      <p><a href="/workspace/audit">監査記録へ戻る</a></p>
      <h1>鎖の検証</h1>
      <div class="sheet">
        {faults.length === 0
          ? <p role="status"><b>異常はありません。</b>{head ? `監査記録1から${head.sequence}までの鎖がつながっており、どの記録も書き込まれたときのままです。` : '監査記録はまだありません。'}</p>
          : (
            <>
              <p role="alert"><b>異常が{faults.length}件あります。</b>情報システムの担当に連絡し、バックアップと比べてください。</p>
              <ul class="bullets">{faults.map((fault) => <li>{explainFault(fault)}</li>)}</ul>
            </>
          )}
        {head && (
          <>
            <h2>最後の記録</h2>
            <p>番号と要約値を紙などに控えておくと、末尾が切り取られたときにも気付くことができます。</p>
            <p>監査記録{head.sequence}　<code class="hash">{head.hash}</code></p>
          </>
        )}
      </div>
    </>
  ));
}
