import type { BoardRow } from '../../database/request-store.ts';
import { permissionFor } from '../../domain/approval/request-policy.ts';
import { stateMarks, stateNames } from '../../domain/approval/transitions.ts';
import type { CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { labelOf } from './board-filter.ts';
import type { BoardRound } from './board-round.ts';

/** What the secretariat can do with many requests at once, beside reminding. */
export type BulkAction = 'accept' | 'send-back';

const words = {
  accept: { noun: '受理', toDo: '受理するもの', done: '受理したもの', can: '受理できるもの', cannot: '受理できないもの' },
  'send-back': { noun: '差戻し', toDo: '差し戻すもの', done: '差し戻したもの', can: '差し戻せるもの', cannot: '差し戻せないもの' },
} as const satisfies Record<BulkAction, object>;

interface Framed {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly round: BoardRound;
}

export interface CheckPage extends Framed {
  readonly action: BulkAction;
  readonly rows: readonly BoardRow[];
  readonly today: CalendarDate;
  /** The query of the board that the person came from. */
  readonly query: string;
  readonly typed?: { readonly note: string; readonly unlockUntil: string };
  readonly problems?: readonly FieldProblem[];
}

/** Check before you send: what will be done with which requests, and which of the chosen ones cannot take it. */
export function renderCheckPage({ frame, actor, round, action, rows, today, query, typed = { note: '', unlockUntil: '' }, problems = [] }: CheckPage): string {
  const judged = rows.map((row) => ({ row, permission: permissionFor(actor, row, action, today) }));
  const able = judged.filter(({ permission }) => permission.allowed).map(({ row }) => row);
  const unable = judged.flatMap(({ row, permission }) => (permission.allowed ? [] : [{ row, reason: permission.reason }]));
  const title = `${words[action].noun}の確認`;
  const late = today > round.headDeadline;
  return renderWorkspacePage({ ...frame, actor, title, section: '/workspace/board' }, (
    <div class="sheet">
      <p class="eyebrow">{round.planTitle}　{round.yearLabel}</p>
      <h1>{title}</h1>
      <ErrorSummary problems={problems} />
      {able.length === 0 ? <p>選んだ照会の中に、{words[action].can}はありません。</p> : (
        <form method="post" action={`${round.address}/apply`} novalidate>
          <input type="hidden" name="action" value={action} />
          <input type="hidden" name="query" value={query} />
          {able.map(({ id, currentVersion }) => <input type="hidden" name="request" value={`${id} ${currentVersion ?? ''}`} />)}
          <p>{action === 'accept' ? `次の${able.length}件を受理します。受理すると、部署は修正できなくなります。` : `次の${able.length}件を部署に差し戻します。担当者が直して、もう一度提出することになります。`}</p>
          <Requests rows={able} caption={`${words[action].toDo}（${able.length}件）`} />
          {action === 'send-back' && (
            <>
              <TextArea name="note" label="差戻しの理由" value={typed.note} rows={4} required problems={problems} hint="すべての部署に同じ理由が伝わります。何を、どう直すのかを書いてください。" />
              <TextField name="unlockUntil" label="いつまでに直せるようにするか" type="date" value={typed.unlockUntil} required={late} problems={problems}
                hint={late ? '所属長の締切を過ぎているため、日付がないと部署は入力できません。' : '空欄のときは、所属長の締切まで直せます。'} />
            </>
          )}
          <div class="actions">
            <Button kind={action === 'accept' ? 'main' : 'danger'}>{action === 'accept' ? `${able.length}件を受理する` : `${able.length}件を差し戻す`}</Button>
            <a href={`${round.address}${query}`}>やめて回答状況に戻る</a>
          </div>
        </form>
      )}
      {unable.length > 0 && (
        <section>
          <h2>{words[action].cannot} <small>{unable.length}件</small></h2>
          <ul class="list">{unable.map(({ row, reason }) => <li><RowName row={row} /><p class="note">{reason}</p></li>)}</ul>
        </section>
      )}
      {able.length === 0 && <p><a href={`${round.address}${query}`}>回答状況に戻る</a></p>}
    </div>
  ));
}

/** What became of one of the chosen requests. */
export interface RowResult {
  readonly id: string;
  readonly label: string;
  readonly departmentName: string;
  readonly done: boolean;
  readonly sentence: string;
  readonly problems: readonly string[];
}

export interface BulkResults {
  readonly action: BulkAction;
  readonly query: string;
  readonly rows: readonly RowResult[];
}

/** What became of each, those that failed first: something must still be done with them. */
export function renderResultsPage({ frame, actor, round, results }: Framed & { readonly results: BulkResults | undefined }): string {
  const title = results ? `${words[results.action].noun}の結果` : '操作の結果';
  const failed = results?.rows.filter(({ done }) => !done) ?? [];
  const done = results?.rows.filter((row) => row.done) ?? [];
  return renderWorkspacePage({ ...frame, actor, title, section: '/workspace/board' }, (
    <div class="sheet">
      <p class="eyebrow">{round.planTitle}　{round.yearLabel}</p>
      <h1>{title}</h1>
      {!results && <p>この結果の表示期限は過ぎました。操作は記録されています。今の状態は回答状況で確かめてください。</p>}
      {results && <p class="notice" role="status">{words[results.action].done} {done.length}件、できなかったもの {failed.length}件です。</p>}
      {failed.length > 0 && (
        <section><h2>できなかったもの <small>{failed.length}件</small></h2><ul class="list">{failed.map((row) => <ResultRow row={row} />)}</ul></section>
      )}
      {done.length > 0 && (
        <section><h2>{results && words[results.action].done} <small>{done.length}件</small></h2><ul class="list">{done.map((row) => <ResultRow row={row} />)}</ul></section>
      )}
      <p><a href={`${round.address}${results?.query ?? ''}`}>回答状況に戻る</a></p>
    </div>
  ));
}

function ResultRow({ row: { id, label, departmentName, done, sentence, problems } }: { row: RowResult }) {
  return (
    <li>
      <p><span aria-hidden="true">{done ? '✓' : '✕'}</span> <a href={`/workspace/requests/${id}`}>{label}</a>（{departmentName}）　{done ? sentence : <b>{sentence}</b>}</p>
      {problems.length > 0 && <ul class="bullets note">{problems.map((problem) => <li>{problem}</li>)}</ul>}
    </li>
  );
}

function Requests({ rows, caption }: { rows: readonly BoardRow[]; caption: string }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">番号・題名</th><th scope="col">部署</th><th scope="col">今の状態</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr><th scope="row"><a href={`/workspace/requests/${row.id}`}>{labelOf(row)} {row.title}</a>{row.unchangedFromLastYear && <small class="flag">前年度と同じ文章</small>}</th><td>{row.departmentName}</td><td>{stateMarks[row.state]} {stateNames[row.state]}</td></tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function RowName({ row }: { row: BoardRow }) {
  return <><a href={`/workspace/requests/${row.id}`}>{labelOf(row)} {row.title}</a>（{row.departmentName}）　{stateMarks[row.state]} {stateNames[row.state]}</>;
}
