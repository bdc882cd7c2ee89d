import type { BoardRow } from '../../database/request-store.ts';
import { stateNames } from '../../domain/approval/transitions.ts';
import { type CalendarDate, dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { daysOverdue, dueDateOf, isUnanswered } from '../../domain/round/due-date.ts';
import { encodeCsv } from '../../documents/csv/csv-text.ts';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { labelOf } from './board-filter.ts';
import type { BoardRound } from './board-round.ts';

export interface UnansweredPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly round: BoardRound;
  readonly rows: readonly BoardRow[];
  readonly today: CalendarDate;
}

/** What no department has handed in yet, by department: to be printed and taken along. */
export function renderUnansweredPage({ frame, actor, round, rows, today }: UnansweredPage): string {
  const open = rows.filter(isUnanswered);
  const title = `${round.yearLabel}の未回答の一覧`;
  return renderWorkspacePage({ ...frame, actor, title, section: '/workspace/board' }, (
    <div class="sheet">
      <p class="eyebrow">{round.planTitle}</p>
      <h1>{title}</h1>
      <p>{dateLabel(today, round.labels)}現在、{open.length}件（{new Set(open.map(({ department }) => department)).size}部署）が未回答です。</p>
      <p class="screen-only"><a href={round.address}>回答状況に戻る</a>　<a href={`${round.address}/unanswered.csv`}>CSVで保存する</a></p>
      {[...Map.groupBy(open, ({ department }) => department)].map(([, own]) => (
        <section>
          <h2>{own[0]?.departmentName} <small>{own.length}件　担当者：{own[0] && own[0].withWhom.length > 0 ? own[0].withWhom.join('、') : '登録なし'}</small></h2>
          <div class="scroll" tabindex={0} role="region" aria-label={`${own[0]?.departmentName}の未回答`}>
            <table class="unanswered">
              <thead><tr><th scope="col">番号</th><th scope="col">題名</th><th scope="col">状態</th><th scope="col">締切</th><th scope="col" class="num">経過</th></tr></thead>
              <tbody>
                {own.map((row) => (
                  <tr><td>{labelOf(row)}</td><th scope="row">{row.title}</th><td>{stateNames[row.state]}</td><td>{dateLabel(dueDateOf(row) ?? '', round.labels)}</td><td class="num">{overdueWords(row, today)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </div>
  ));
}

function overdueWords(row: BoardRow, today: CalendarDate): string {
  const days = daysOverdue(row, today) ?? 0;
  return days > 0 ? `${days}日` : '';
}

/** The same list for a spreadsheet: UTF-8 with BOM; a text that a spreadsheet would run is made harmless. */
export function unansweredCsv(round: BoardRound, rows: readonly BoardRow[], today: CalendarDate): Uint8Array {
  const header = ['計画', '年度', '種別', '番号', '題名', '部署', '状態', '担当者', '締切', '締切からの経過日数', '最後の動き', '最後の動きをした人'];
  const records = rows.filter(isUnanswered).map((row) => [
    round.planTitle, round.yearLabel, row.subject.kind === 'indicator' ? '指標' : '取組', row.number, row.title, row.departmentName, stateNames[row.state], row.withWhom.join('、'),
    dueDateOf(row), Math.max(daysOverdue(row, today) ?? 0, 0), row.lastActivity === null ? null : instantInJapan(row.lastActivity), row.lastPerson,
  ]);
  return encodeCsv([header, ...records]);
}

/** 2022-05-14 10:42 on a clock in Japan. */
function instantInJapan(moment: string): string {
  return new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
