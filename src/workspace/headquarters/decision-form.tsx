import { nodeOfItem } from '../../domain/headquarters/deliberation.ts';
import type { DeliberatedItem } from '../../domain/headquarters/headquarters.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, Radios, TextArea } from '../../ui/form.tsx';
import { section, toFields, type Typed } from './headquarters-parts.ts';
import type { MeetingView } from './meeting-view.ts';

interface DecisionFormProps {
  readonly view: MeetingView;
  readonly item: DeliberatedItem;
  readonly index: number;
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

/** What headquarters decided, how it assessed, and what it orders of whom. */
export function DecisionForm({ view, item, index, problems, typed }: DecisionFormProps) {
  const fields = toFields(problems);
  const isAgain = item.decisions.length > 0;
  return (
    <form class="sheet" method="post" action={`${section}/${view.meeting.id}/items/${item.id}/decision`} aria-labelledby="decision">
      <h2 id="decision">決定と指示を記録する</h2>
      {isAgain && <p class="note">記録した決定は変更できません。続けて記録すると、前の決定の後に並びます。</p>}
      <TextArea name="text" label="決定の内容" value={typed['text'] ?? ''} rows={3} required problems={fields} />
      {view.scale.length > 0 && (
        <Radios name="assessment" label="評価" value={typed['assessment'] ?? ''} problems={fields} choices={[{ value: '', label: '評価しない' }, ...view.scale.map(({ id, name }) => ({ value: id, label: name }))]} />
      )}
      {view.scale.length > 0 && <TextArea name="explanation" label="評価の理由" value={typed['explanation'] ?? ''} rows={2} required={false} problems={fields} hint="評価と指標の判定が一致しないときは、必ず書いてください。" />}
      <Order view={view} item={item} fields={fields} typed={typed} />
      <div class="actions"><Button>議題{String(index + 1)}の決定を記録する</Button></div>
    </form>
  );
}

function Order({ view, item, fields, typed }: { view: MeetingView; item: DeliberatedItem; fields: ReturnType<typeof toFields>; typed: Typed }) {
  const node = nodeOfItem(view.edition, item);
  if (!node) return <p class="note">部署への指示は、取組項目を対象とする議題で記録します。</p>;
  const chosen = new Set((typed['departments'] ?? '').split(' '));
  const owners = new Set([...node.responsible.flatMap((owner) => ('department' in owner ? [owner.department] : [])), ...(node.report?.reporters ?? [])]);
  // Those who are responsible for the item come first.
  const ordered = view.departments.toSorted((a, b) => Number(owners.has(b.id)) - Number(owners.has(a.id)));
  const wrong = fields.filter(({ field }) => field === 'departments');
  return (
    <>
      <TextArea name="instruction" label="部署への指示" value={typed['instruction'] ?? ''} rows={3} required={false} problems={fields} hint="翌年度の照会で、選んだ部署の回答の画面の一番上に表示され、回答が必要になります。" />
      <fieldset class={wrong.length > 0 ? 'field wrong' : 'field'}>
        <legend>指示する部署</legend>
        {wrong.map(({ message }) => <p class="problem">{message}</p>)}
        <div class="choices">
          {ordered.map(({ id, name }, place) => {
            const own = place === 0 ? 'departments' : `departments-${id}`;
            return <div class="choice"><input type="checkbox" id={own} name="departments" value={id} checked={chosen.has(id)} /><label for={own}>{name}</label></div>;
          })}
        </div>
      </fieldset>
    </>
  );
}
