import type { Actor } from '../../domain/organization/post.ts';
import { itemsToSettle, successionSteps } from '../../domain/plan/next-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { newItems, type TypedForm } from './succession-values.ts';
import { navigation, section } from './successions-page.tsx';

export interface SuccessionFormView {
  readonly actor: Actor;
  readonly plan: Plan;
  readonly typed: TypedForm;
  readonly problems: readonly Problem[];
}

/** The next plan and, item by item, what becomes of this one's. */
export function successionFormPage({ assets, demo }: WorkspaceParts, { actor, plan, typed, problems: found }: SuccessionFormView): string {
  const problems = found.map(({ path, message, fix }): FieldProblem => ({ field: String(path[0] ?? ''), message: message + fix }));
  const value = (name: string) => typed.get(name) ?? '';
  const title = `${plan.title}の次の計画`;
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：${title}` : title, assets, actor, demo, section: navigation, wide: true }, (
    <form method="post" action={`${section}/${plan.id}/dry-run`} novalidate>
      <p><a href={section}>次期計画への移行へ戻る</a></p>
      <h1>{title}</h1>
      <ErrorSummary problems={problems} title="入力を確かめてください" />
      <div class="sheet">
        <h2>次の計画</h2>
        <TextField name="title" label="名称" value={value('title')} required size={50} problems={problems} />
        <TextField name="id" label="識別子" value={value('id')} required size={24} problems={problems} hint="公開ページの番地になります。半角の英小文字、数字、ハイフンで書きます。" />
        <TextField name="adopted" label="策定した年月" value={value('adopted')} required={false} size={12} problems={problems} hint="例：2025-03" />
        <TextField name="from" label="計画期間の最初の年度" value={value('from')} required inputmode="numeric" size={6} problems={problems} hint="西暦で書きます。" />
        <TextField name="to" label="計画期間の最後の年度" value={value('to')} required inputmode="numeric" size={6} problems={problems} />
      </div>
      <div class="sheet">
        <h2>項目の対応</h2>
        <p>統合するときは、残る項目の番号を書きます。分割するときは、分割した後の題名を「／」で区切って書きます。終了するときは、理由を書きます。再掲は、元を引き継ぐときに引き継ぎます。番号は、振り直します。</p>
        <div class="scroll" tabindex={0} role="region" aria-label="項目の対応">
          <table>
            <thead><tr><th scope="col">項目</th><th scope="col">どうするか</th><th scope="col">統合先の番号、分割後の題名、終了の理由</th></tr></thead>
            <tbody>{itemsToSettle(plan).map((item) => <ItemRow name={`${item.number} ${item.title}`} id={item.id} value={value} problems={problems} />)}</tbody>
          </table>
        </div>
      </div>
      <NewItems plan={plan} value={value} problems={problems} />
      <div class="actions"><Button>予行に進む</Button><a href={section}>やめる</a></div>
    </form>
  ));
}

interface RowParts {
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
}

function ItemRow({ name, id, value, problems }: RowParts & { readonly name: string; readonly id: string }) {
  const [step, words] = [`step-${id}`, `words-${id}`];
  const wrong = problems.filter(({ field }) => field === words);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td><select id={step} name={step} aria-label={`${name}をどうするか`}>{Object.entries(successionSteps).map(([key, label]) => <option value={key} selected={(value(step) || 'continue') === key}>{label}</option>)}</select></td>
      <td>
        {wrong.map(({ message }) => <p class="problem">{message}</p>)}
        <input id={words} name={words} type="text" value={value(words)} autocomplete="off" aria-label={`${name}の統合先、分割後の題名、終了の理由`} {...(wrong.length > 0 ? { 'aria-invalid': 'true' } : {})} />
      </td>
    </tr>
  );
}

function NewItems({ plan, value, problems }: RowParts & { readonly plan: Plan }) {
  const above = plan.levels.at(-2);
  const parents = plan.nodes.filter(({ level }) => level === above?.id);
  if (parents.length === 0) return null;
  return (
    <div class="sheet">
      <h2>新しい項目</h2>
      <p>次の計画で新しく始める項目があれば、書きます。</p>
      <div class="scroll" tabindex={0} role="region" aria-label="新しい項目">
        <table>
          <thead><tr><th scope="col">置く場所（{above?.name}）</th><th scope="col">題名</th></tr></thead>
          <tbody>
            {Array.from({ length: newItems }, (_, index) => {
              const [parent, title] = [`added-parent-${index}`, `added-title-${index}`];
              const wrong = problems.filter(({ field }) => field === parent || field === title);
              return (
                <tr>
                  <td><select id={parent} name={parent} aria-label={`新しい項目${index + 1}の場所`}><option value="">選ばない</option>{parents.map((node) => <option value={node.id} selected={value(parent) === node.id}>{node.number} {node.title}</option>)}</select></td>
                  <td>{wrong.map(({ message }) => <p class="problem">{message}</p>)}<input id={title} name={title} type="text" value={value(title)} autocomplete="off" aria-label={`新しい項目${index + 1}の題名`} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
