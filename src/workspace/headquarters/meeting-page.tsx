import type { DeliberatedItem } from '../../domain/headquarters/headquarters.ts';
import { initiativesOf } from '../../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { refuseMove } from '../../domain/headquarters/agenda-changes.ts';
import { nodeOfItem, responsibleOf, standingOf } from '../../domain/headquarters/deliberation.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { section, toFields, type Typed } from './headquarters-parts.ts';
import type { MeetingView } from './meeting-view.ts';

interface MeetingPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly view: MeetingView;
  /** What is wrong with the new item. */
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

/** One meeting: its agenda in order with what was decided; the secretariat adds and moves items. */
export function renderMeetingPage({ parts, actor, view, problems, typed }: MeetingPage): string {
  const { meeting, plan, items } = view;
  const labels = plan.municipality.fiscalYearLabels;
  const records = holds(actor, 'secretariat');
  const here = `${section}/${meeting.id}`;
  return renderWorkspacePage({ title: meeting.title, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>会議の一覧</a></p>
      <h1>{meeting.title}</h1>
      <p>{dateLabel(meeting.heldOn, labels)}開催　{plan.title}　{fiscalYearLabel(meeting.fiscalYear, labels)}</p>
      <ErrorSummary problems={toFields(problems)} />
      <ul class="files">
        <li><a href={`${here}/projector/0`}>会議の画面を開く</a></li>
        <li><a href={`${here}/papers.pdf`}>会議資料<small>PDF</small></a></li>
        <li><a href={`${here}/minutes.pdf`}>会議録<small>PDF</small></a></li>
      </ul>
      <section class="sheet agenda-sheet" aria-labelledby="agenda">
        <h2 id="agenda">議題　<small>{items.length}件</small></h2>
        {items.length === 0 ? <p>議題はまだありません。</p> : (
          <ol class="list">{items.map((item, index) => <AgendaLine view={view} item={item} index={index} records={records} />)}</ol>
        )}
      </section>
      {records && <NewItem view={view} problems={problems} typed={typed} />}
    </>
  ));
}

function AgendaLine({ view, item, index, records }: { view: MeetingView; item: DeliberatedItem; index: number; records: boolean }) {
  const { meeting, items, edition, scale } = view;
  const node = nodeOfItem(edition, item);
  const moves = ([[-1, '上へ'], [1, '下へ']] as const).filter(([step]) => records && refuseMove(items, item.id, step) === null);
  return (
    <li id={`item-${item.id}`}>
      <span class="no">{index + 1}</span>
      <div class="what">
        <a href={`${section}/${meeting.id}/items/${item.id}`}>{item.title}</a>
        <p class="note">{standingOf(item, scale)}{node && responsibleOf(edition, node) !== '' && `　推進部署 ${responsibleOf(edition, node)}`}</p>
      </div>
      {moves.length > 0 && (
        <form method="post" action={`${section}/${meeting.id}/items/${item.id}/move`}>
          {moves.map(([step, name]) => <button type="submit" class="button other small" name="step" value={step} aria-label={`議題${index + 1}を${name}移す`}>{name}</button>)}
        </form>
      )}
    </li>
  );
}

function NewItem({ view, problems, typed }: { view: MeetingView; problems: readonly Problem[]; typed: Typed }) {
  const { edition, meeting } = view;
  const fields = toFields(problems);
  const choices = [
    { value: '', label: '計画全体' },
    ...initiativesOf(edition).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}` })),
    ...edition.indicators.map(({ id, number, title }) => ({ value: `indicator ${id}`, label: `指標${number} ${title}` })),
  ];
  return (
    <form class="sheet" method="post" action={`${section}/${meeting.id}/items`}>
      <h2>議題を追加する</h2>
      <SelectField name="subject" label="対象" value={typed['subject'] ?? ''} choices={choices} problems={fields} />
      <TextField name="title" label="題名" value={typed['title'] ?? ''} required={false} size={40} problems={fields} hint="書かなければ、対象の番号と題名になります。" />
      <TextArea name="paper" label="資料" value={typed['paper'] ?? ''} rows={4} required={false} problems={fields} />
      <div class="actions"><Button>追加する</Button></div>
    </form>
  );
}
