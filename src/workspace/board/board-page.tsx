import type { BoardRow } from '../../database/request-store.ts';
import { answerStates, stateMarks, stateNames } from '../../domain/approval/transitions.ts';
import { type CalendarDate, daysBetween } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import { daysOverdue } from '../../domain/round/due-date.ts';
import { dueWords } from '../../domain/round/digest.ts';
import { roundStateNames } from '../../domain/round/round.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { dayInJapan } from '../workspace.ts';
import { type BoardCounts, type BoardFilter, labelOf, queryOf } from './board-filter.ts';
import type { BoardRound } from './board-round.ts';

export interface BoardPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly round: BoardRound;
  readonly others: readonly BoardRound[];
  readonly now: Date;
  readonly filter: BoardFilter;
  readonly counts: BoardCounts;
  /** Those that the filter lets through. */
  readonly rows: readonly BoardRow[];
  readonly total: number;
  /** Which boxes are ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly problems?: readonly FieldProblem[];
}

/** 回答状況: every department and item of a round, what state it is in, and who has it now. */
export function renderBoardPage(page: BoardPage): string {
  const { frame, actor, round, others, filter, counts, rows, total, now, problems = [] } = page;
  const acts = holds(actor, 'secretariat') && round.state === 'open';
  const title = `${round.yearLabel}の回答状況`;
  return renderWorkspacePage({ ...frame, actor, title, section: '/workspace/board', scripts: ['board'], wide: true }, (
    <>
      <p class="eyebrow">{round.planTitle}　{roundStateNames[round.state]}</p>
      <h1>{title}</h1>
      {others.length > 0 && <p class="note">ほかの照会：{others.map((other) => <><a href={other.address}>{other.planTitle}　{other.yearLabel}</a>　</>)}</p>}
      <ErrorSummary problems={problems} />
      <Counts counts={counts} round={round} total={total} />
      <Departments counts={counts} round={round} />
      <Filters round={round} filter={filter} counts={counts} />
      <p id="board-shown">{rows.length === total ? `全${total}件を表示しています。` : `${total}件のうち${rows.length}件を表示しています。`}{rows.length < total && <>　<a href={round.address}>絞り込みをやめる</a></>}{acts && rows.length > 0 && <>　<a id="board-all" class="screen-only" href={`${round.address}${queryOf(filter)}${queryOf(filter) === '' ? '?' : '&'}chosen=all`}>表示中の{rows.length}件をすべて選ぶ</a></>}</p>
      <p class="note"><span id="board-updated" data-events={`/workspace/board/events?${new URLSearchParams({ plan: round.planId, year: String(round.fiscalYear) })}`}>{clock(now)}現在の状況です。新しい状況を見るには、ページを読み込み直してください。</span>
        <span class="screen-only">　<a href={`${round.address}/unanswered`}>未回答の一覧（印刷用）</a>　<a href={`${round.address}/unanswered.csv`}>未回答の一覧（CSV）</a>{holds(actor, 'secretariat') && <>　<a href={`/workspace/exchange/${encodeURIComponent(round.planId)}/${round.fiscalYear}`}>照会のExcelの書出しと取込み</a></>}</span></p>
      <form method="post" action={`${round.address}/check`} id="board-form" novalidate>
        <input type="hidden" name="query" value={queryOf(filter)} />
        <BoardTable {...page} acts={acts} today={dayInJapan(now)} />
        {acts && rows.length > 0 && <Bulk />}
      </form>
    </>
  ));
}

function Counts({ counts, round, total }: { counts: BoardCounts; round: BoardRound; total: number }) {
  const link = (filter: Partial<BoardFilter>, count: number) => (count === 0 ? <>0件</> : <a href={`${round.address}${queryOf(filter)}`}>{count}件</a>);
  return (
    <dl class="board-counts" id="board-counts">
      <div><dt>照会</dt><dd>{total}件</dd></div>
      {answerStates.map((state) => <div><dt><span aria-hidden="true">{stateMarks[state]}</span> {stateNames[state]}</dt><dd>{link({ state }, counts.all[state])}</dd></div>)}
      <div><dt>未回答</dt><dd>{link({ only: 'unanswered' }, counts.unanswered)}</dd></div>
      <div><dt>締切超過</dt><dd>{link({ only: 'overdue' }, counts.overdue)}</dd></div>
    </dl>
  );
}

function Departments({ counts, round }: { counts: BoardCounts; round: BoardRound }) {
  return (
    <details class="board-departments">
      <summary>部署ごとの件数（{counts.departments.length}部署）</summary>
      <div class="scroll" tabindex={0} role="region" aria-label="部署ごとの件数">
        <table id="board-departments">
          <thead><tr><th scope="col">部署</th>{answerStates.map((state) => <th scope="col" class="num">{stateNames[state]}</th>)}<th scope="col" class="num">締切超過</th><th scope="col" class="num">計</th></tr></thead>
          <tbody>
            {counts.departments.map(({ id, name, counts: own, total, overdue }) => (
              <tr>
                <th scope="row"><a href={`${round.address}${queryOf({ department: id })}`}>{name}</a></th>
                {answerStates.map((state) => <td class="num">{own[state]}</td>)}
                <td class="num">{overdue}</td><td class="num">{total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Filters({ round, filter, counts }: { round: BoardRound; filter: BoardFilter; counts: BoardCounts }) {
  return (
    <form method="get" action={round.address} class="filters" role="search" aria-label="絞り込み">
      <SelectField name="department" label="部署" value={filter.department} choices={[{ value: '', label: 'すべて' }, ...counts.departments.map(({ id, name }) => ({ value: id, label: name }))]} />
      <SelectField name="state" label="状態" value={filter.state} choices={[{ value: '', label: 'すべて' }, ...answerStates.map((state) => ({ value: state, label: stateNames[state] }))]} />
      <SelectField name="only" label="対象" value={filter.only} choices={[{ value: '', label: 'すべて' }, { value: 'unanswered', label: '未回答' }, { value: 'overdue', label: '締切超過' }]} />
      <TextField name="words" label="番号・題名の言葉" value={filter.words} type="search" size={18} />
      <Button kind="other">絞り込む</Button>
    </form>
  );
}

function BoardTable({ rows, chosen, acts, today, now }: BoardPage & { acts: boolean; today: CalendarDate }) {
  if (rows.length === 0) return <div id="board-table"><p class="sheet">この条件に当てはまる照会はありません。</p></div>;
  return (
    <div class="board" id="board-table" tabindex={0} role="region" aria-label="照会の一覧">
      <table>
        <thead>
          <tr><th scope="col">番号・題名</th><th scope="col">部署</th><th scope="col">状態</th><th scope="col">今の担当</th><th scope="col">締切</th><th scope="col">最後の動き</th></tr>
        </thead>
        <tbody id="board-rows">
          {rows.map((row) => <Row row={row} chosen={chosen.has(row.id)} acts={acts} today={today} now={now} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, chosen, acts, today, now }: { row: BoardRow; chosen: boolean; acts: boolean; today: CalendarDate; now: Date }) {
  const late = (daysOverdue(row, today) ?? 0) > 0;
  return (
    <tr id={`request-${row.id}`}>
      <th scope="row">
        {acts && <input type="checkbox" name="request" value={row.id} checked={chosen} aria-label={`${labelOf(row)} ${row.title}（${row.departmentName}）を選ぶ`} />}
        <a href={`/workspace/requests/${row.id}`}>{labelOf(row)} {row.title}</a>
      </th>
      <td>{row.departmentName}</td>
      <td><span class="state" data-state={row.state}><span aria-hidden="true">{stateMarks[row.state]}</span> {stateNames[row.state]}</span>{row.unchangedFromLastYear && <small class="flag">前年度と同じ文章</small>}</td>
      <td>{row.withWhom.length > 0 ? row.withWhom.join('、') : row.state === 'accepted' ? '' : '（登録なし）'}</td>
      <td>{late ? <b class="late">{dueWords(row, today)}</b> : dueWords(row, today)}{row.unlockedUntil && row.unlockedUntil >= today ? <small class="flag">締切後の入力可</small> : null}</td>
      <td>{row.lastActivity === null ? '動きなし' : <>{ageOf(row.lastActivity, now)}<small class="flag">{row.lastPerson}</small></>}</td>
    </tr>
  );
}

function Bulk() {
  return (
    <div class="bulk" id="board-bulk">
      <p>選んだ<span id="board-chosen">もの</span>を</p>
      <Button name="action" value="accept">受理する</Button>
      <Button name="action" value="send-back" kind="danger">差し戻す</Button>
      <button type="submit" class="button other" formaction="/workspace/reminders/chosen">督促の対象にする</button>
      <p class="note">どの操作も、次の画面で確かめてから行います。</p>
    </div>
  );
}

/** How long ago something was, as a person says it: 今日 10:42, 3日前（5月14日）. */
export function ageOf(moment: string, now: Date): string {
  const then = new Date(moment);
  const day = dayInJapan(then);
  const days = daysBetween(day, dayInJapan(now));
  if (days <= 0) return `今日 ${clock(then)}`;
  const [, month, date] = day.split('-').map(Number);
  return `${days}日前（${month}月${date}日）`;
}

const clockFormat = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

export function clock(moment: Date): string {
  return clockFormat.format(moment);
}
