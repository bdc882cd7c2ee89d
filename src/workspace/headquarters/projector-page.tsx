import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { indicatorsOfItem, nodeOfItem, standingOf } from '../../domain/headquarters/deliberation.ts';
import type { DeliberatedItem } from '../../domain/headquarters/headquarters.ts';
import type { WorkspaceParts } from '../workspace.ts';
import { Matter, Outcome } from './deliberated.tsx';
import type { MeetingView } from './meeting-view.ts';

interface ProjectorPage {
  readonly parts: WorkspaceParts;
  readonly view: MeetingView;
  /** 0 is the agenda itself, 1 the first item. */
  readonly position: number;
}

/** One item a page for the wall: large, nothing around it; keys turn the page where scripts run, links everywhere. */
export function renderProjectorPage({ parts, view, position }: ProjectorPage): string {
  const { meeting, items } = view;
  const item = items[position - 1];
  const at = (target: number) => `/workspace/headquarters/${meeting.id}/projector/${target}`;
  return wall(parts, item ? `議題${position} ${item.title}｜${meeting.title}` : meeting.title, (
    <>
      <main {...(item && isMuch(view, item) ? { class: 'much' } : {})}>{item ? <OneItem view={view} position={position} /> : <Agenda view={view} at={at} />}</main>
      <nav class="turn" aria-label="議題を送る">
        {position > 0 ? <a rel="prev" href={at(position - 1)}>← 前へ</a> : <span />}
        <span><a href={at(0)}>議題の一覧</a><a href={`/workspace/headquarters/${meeting.id}`}>終わる</a><b class="more" hidden>↓ 続きがあります</b></span>
        {position < items.length ? <a rel="next" href={at(position + 1)}>次へ →</a> : <span />}
      </nav>
    </>
  ));
}

/** Whether an item would not fit on the wall in the large size: characters, with a drawing as much as a paragraph. */
function isMuch({ edition }: MeetingView, item: DeliberatedItem): boolean {
  const written = [item.paper, ...item.decisions.map(({ text }) => text), ...item.instructions.map(({ text }) => text), ...(nodeOfItem(edition, item)?.report?.paragraphs ?? []).map(({ text }) => text)];
  return written.join('').length > 220 || item.decisions.length > 0 || indicatorsOfItem(edition, item).length > 1;
}

function OneItem({ view, position }: { view: MeetingView; position: number }) {
  const item = view.items[position - 1]!;
  return (
    <>
      <p class="eyebrow"><span>{view.meeting.title}</span><span>議題 {position}／{view.items.length}</span></p>
      <h1>{item.title}</h1>
      <Outcome view={view} item={item} />
      <Matter view={view} item={item} />
    </>
  );
}

function Agenda({ view, at }: { view: MeetingView; at: (position: number) => string }) {
  const { meeting, plan, items, scale } = view;
  const labels = plan.municipality.fiscalYearLabels;
  return (
    <>
      <p class="eyebrow"><span>{plan.title}　{fiscalYearLabel(meeting.fiscalYear, labels)}の進捗状況</span><span>{dateLabel(meeting.heldOn, labels)}</span></p>
      <h1>{meeting.title}</h1>
      {items.length === 0 ? <p>議題はまだありません。</p> : (
        <ol class="agenda">
          {items.map((item, index) => <li><span class="no">{index + 1}</span><a href={at(index + 1)}>{item.title}</a><span class="standing">{standingOf(item, scale)}</span></li>)}
        </ol>
      )}
    </>
  );
}

function wall({ assets }: WorkspaceParts, title: string, content: Child): string {
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        {assets.stylesheets.map((href) => <link rel="stylesheet" href={href} />)}
        {assets.scripts['projector'] && <script src={assets.scripts['projector']} defer></script>}
      </head>
      <body class="projector">{content}</body>
    </html>
  );
  return String(<>{raw('<!doctype html>')}{document}</>);
}
