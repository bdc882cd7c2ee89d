import { refuseEdit, refuseRemoval } from '../../domain/headquarters/agenda-changes.ts';
import { nodeOfItem } from '../../domain/headquarters/deliberation.ts';
import type { DeliberatedItem } from '../../domain/headquarters/headquarters.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { DecisionForm } from './decision-form.tsx';
import { Matter, Outcome } from './deliberated.tsx';
import { section, toFields, type Typed } from './headquarters-parts.ts';
import type { MeetingView } from './meeting-view.ts';

/** A form of the page that was refused, with what was typed. */
export interface RefusedForm {
  readonly form: 'decision' | 'edit';
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

interface ItemPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly view: MeetingView;
  readonly item: DeliberatedItem;
  readonly refused: RefusedForm | null;
}

/** One item of the agenda: what is laid before the meeting, what was decided; the secretariat records and corrects here. */
export function renderItemPage({ parts, actor, view, item, refused }: ItemPage): string {
  const { meeting, items } = view;
  const index = items.indexOf(item);
  const records = holds(actor, 'secretariat');
  const at = (other: DeliberatedItem) => `${section}/${meeting.id}/items/${other.id}`;
  const [before, after] = [items[index - 1], items[index + 1]];
  return renderWorkspacePage({ title: `議題${index + 1} ${item.title}`, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={`${section}/${meeting.id}#item-${item.id}`}>{meeting.title}</a></p>
      <h1>議題{index + 1}　{item.title}</h1>
      <ErrorSummary problems={toFields(refused?.problems ?? [])} />
      <div class="sheet deliberated">
        <Outcome view={view} item={item} />
        <Matter view={view} item={item} />
      </div>
      {records && <DecisionForm view={view} item={item} index={index} {...formOf('decision', refused)} />}
      {records && <Correction view={view} item={item} at={at(item)} {...formOf('edit', refused)} />}
      <nav class="pager" aria-label="前後の議題">
        {before ? <a rel="prev" href={at(before)}>議題{index}　{before.title}</a> : <span />}
        {after ? <a rel="next" href={at(after)}>議題{index + 2}　{after.title}</a> : <span />}
      </nav>
    </>
  ));
}

function formOf(form: RefusedForm['form'], refused: RefusedForm | null): Pick<RefusedForm, 'problems' | 'typed'> {
  return refused?.form === form ? refused : { problems: [], typed: {} };
}

/** Title and paper before the meeting, and taking the item off; what cannot be done any more says why. */
function Correction({ view, item, at, problems, typed }: { view: MeetingView; item: DeliberatedItem; at: string; problems: readonly Problem[]; typed: Typed }) {
  const fixed = refuseEdit(item);
  const kept = refuseRemoval(view.items, item.id);
  const fields = toFields(problems);
  return (
    <section class="sheet" aria-labelledby="correction">
      <h2 id="correction">議題を直す</h2>
      {fixed !== null ? <p>{fixed}</p> : (
        <form method="post" action={`${at}/edit`}>
          <TextField name="title" label="題名" value={typed['title'] ?? item.title} required size={40} problems={fields} />
          <TextArea name="paper" label="資料" value={typed['paper'] ?? item.paper} rows={6} required={false} problems={fields} />
          <div class="actions"><Button>題名と資料を保存する</Button></div>
        </form>
      )}
      {fixed === null && (kept !== null ? <p class="note">{kept}</p> : (
        <form method="post" action={`${at}/remove`}>
          <h3>議題から外す</h3>
          <p>{nodeOfItem(view.edition, item) ? '取組項目の報告は残り、' : ''}議題だけがなくなります。題名と資料は監査記録に残ります。</p>
          <div class="actions"><Button kind="danger">この議題を外す</Button></div>
        </form>
      ))}
    </section>
  );
}
