import type { Actor } from '../../domain/organization/post.ts';
import { lifeOf, type PlanChangeKind, planChangeNames } from '../../domain/plan/plan-change.ts';
import type { Plan, PlanNode } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import type { ChangeForm } from './change-values.ts';
import { kindHints, section } from './changes-page.tsx';

export interface ChangeFormView {
  readonly actor: Actor;
  /** With the departments of this year. */
  readonly plan: Plan;
  readonly kind: PlanChangeKind;
  readonly typed: ChangeForm;
  readonly problems: readonly Problem[];
}

/** What happened to which items, from which year on, and why. */
export function changeFormPage({ assets, demo }: WorkspaceParts, { actor, plan, kind, typed, problems: found }: ChangeFormView): string {
  const problems = found.map(({ path, message, fix }): FieldProblem => ({ field: String(path[0] ?? ''), message: message + fix }));
  const title = `計画の変更：${planChangeNames[kind]}`;
  const items = plan.nodes.filter(({ id, level, relistingOf }) => level === plan.levels.at(-1)?.id && relistingOf === null && lifeOf(plan.changes, { id, relistingOf }).ended === null);
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：${title}` : title, assets, actor, demo, section }, (
    <div class="sheet">
      <p><a href={section}>計画の変更の一覧へ戻る</a></p>
      <h1>{title}　<small>{plan.title}</small></h1>
      <p>{kindHints[kind]}</p>
      <ErrorSummary problems={problems} title="入力を確かめてください" />
      <form method="post" action={`${section}/${plan.id}/dry-run`} novalidate>
        <input type="hidden" name="kind" value={kind} />
        {kind === 'added' ? <NewItemFields plan={plan} typed={typed} problems={problems} /> : <ItemChecks plan={plan} items={items} chosen={typed.nodes} legend={{ merged: 'まとめられる項目', stopped: '中止する項目', finished: '終了する項目' }[kind]} problems={problems} />}
        {kind === 'merged' && <SelectField name="into" label="まとめた先の項目" value={typed.into} required problems={problems} choices={[{ value: '', label: '選んでください' }, ...items.map(({ id, number, title: name }) => ({ value: id, label: `${number} ${name}` }))]} />}
        <TextField name="fiscalYear" label="変更の年度" value={typed.fiscalYear} required inputmode="numeric" size={6} problems={problems} hint="西暦で書きます（令和３年度は2021）。" />
        <TextField name="decidedOn" label="変更を決めた日" type="date" value={typed.decidedOn} required={false} problems={problems} />
        <TextArea name="reason" label="理由" value={typed.reason} required rows={2} problems={problems} hint="公開ページに、そのまま掲載します。" />
        <div class="actions"><Button>予行に進む</Button><a href={section}>やめる</a></div>
      </form>
    </div>
  ));
}

function ItemChecks({ plan, items, chosen, legend, problems }: { plan: Plan; items: readonly PlanNode[]; chosen: readonly string[]; legend: string; problems: readonly FieldProblem[] }) {
  const wrong = problems.filter(({ field }) => field === 'nodes');
  const topOf = (node: PlanNode): string => {
    let top = node;
    for (let above = plan.nodes.find(({ id }) => id === top.parentId); above; above = plan.nodes.find(({ id }) => id === top.parentId)) top = above;
    return top === node ? '' : `${plan.levels.find(({ id }) => id === top.level)?.name ?? ''}${top.number} ${top.title}`;
  };
  return (
    <fieldset class={wrong.length > 0 ? 'field wrong' : 'field'}>
      <legend>{legend}<span class="required">必須</span></legend>
      {wrong.map(({ message }) => <p class="problem">{message}</p>)}
      {[...Map.groupBy(items, topOf)].map(([heading, own], group) => (
        <>
          {heading !== '' && <h2>{heading}</h2>}
          <div class="choices">
            {own.map(({ id, number, title }, index) => {
              const field = group + index === 0 ? 'nodes' : `nodes-${id}`;
              return <div class="choice"><input type="checkbox" id={field} name="nodes" value={id} checked={chosen.includes(id)} /><label for={field}>{number} {title}</label></div>;
            })}
          </div>
        </>
      ))}
    </fieldset>
  );
}

function NewItemFields({ plan, typed, problems }: { plan: Plan; typed: ChangeForm; problems: readonly FieldProblem[] }) {
  const above = plan.levels.at(-2);
  const parents = plan.nodes.filter(({ level }) => level === above?.id);
  const item = plan.levels.at(-1)?.name ?? '項目';
  const wrong = problems.filter(({ field }) => field === 'responsible');
  return (
    <>
      {above && <SelectField name="parent" label={`置く場所（${above.name}）`} value={typed.parent} required problems={problems} choices={[{ value: '', label: '選んでください' }, ...parents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))]} />}
      <TextField name="number" label={`${item}の番号`} value={typed.number} required size={8} problems={problems} hint="半角の数字、英字、ハイフンで書きます。公開ページの番地になります。" />
      <TextField name="title" label={`${item}の題名`} value={typed.title} required size={50} problems={problems} />
      <TextArea name="description" label="計画の記述" value={typed.description} required={false} rows={3} problems={problems} hint="段落は改行で分けます。" />
      <fieldset class={wrong.length > 0 ? 'field wrong' : 'field'}>
        <legend>推進部署</legend>
        {wrong.map(({ message }) => <p class="problem">{message}</p>)}
        <div class="choices">
          {plan.departments.map(({ id, name }, index) => {
            const field = index === 0 ? 'responsible' : `responsible-${id}`;
            return <div class="choice"><input type="checkbox" id={field} name="responsible" value={id} checked={typed.responsible.includes(id)} /><label for={field}>{name}</label></div>;
          })}
        </div>
      </fieldset>
      <TextField name="collective" label="推進部署の総称" value={typed.collective} required={false} size={20} problems={problems} hint="「関係各課」などのときに書きます。" />
    </>
  );
}
