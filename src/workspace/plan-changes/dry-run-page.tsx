import type { PlanChangeEffects } from '../../commands/record-plan-change.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { planChangeNames } from '../../domain/plan/plan-change.ts';
import { Button } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { type ChangeForm, changeFields } from './change-values.ts';
import { section } from './changes-page.tsx';

export interface ChangeDryRunView {
  readonly actor: Actor;
  readonly typed: ChangeForm;
  readonly effects: PlanChangeEffects;
  /** Whether something moved since the page was shown last. */
  readonly changed: boolean;
}

/** The dry run (予行): what a change leads to; nothing is stored yet. */
export function changeDryRunPage({ assets, demo }: WorkspaceParts, { actor, typed, effects, changed }: ChangeDryRunView): string {
  const { plan, changed: after, items, relistings, removed, sent, instructions, seen } = effects;
  const labels = plan.municipality.fiscalYearLabels;
  const change = after.changes.at(-1)!;
  const year = (fiscalYear: number) => fiscalYearLabel(fiscalYear, labels);
  const name = (id: string | null) => {
    const node = after.nodes.find((candidate) => candidate.id === id);
    return node ? `${node.number} ${node.title}` : (id ?? '');
  };
  const department = (id: string) => plan.departments.find((known) => known.id === id)?.name ?? id;
  const asked = { added: `${year(change.fiscalYear)}の照会から、この項目を照会します。`, merged: `${year(change.fiscalYear)}の照会から、まとめた先の「${name(change.into)}」だけを照会します。`, stopped: `${year(change.fiscalYear)}の照会が、最後になります。`, finished: `${year(change.fiscalYear)}の照会が、最後になります。` }[change.kind];
  return renderWorkspacePage({ title: '計画の変更の予行', assets, actor, demo, section }, (
    <>
      <h1>計画の変更の予行　<small>{plan.title}</small></h1>
      {changed && <p class="notice warning" role="alert">予行を表示した後に、計画か照会が変わりました。もう一度確かめてから記録してください。</p>}
      <div class="sheet">
        <dl class="facts">
          <div><dt>変更</dt><dd>{year(change.fiscalYear)}に{planChangeNames[change.kind]}</dd></div>
          {change.decidedOn !== null && <div><dt>決めた日</dt><dd>{dateLabel(change.decidedOn, labels)}</dd></div>}
          <div><dt>理由</dt><dd>{change.reason}</dd></div>
        </dl>
        <h2>対象の項目</h2>
        <ul class="bullets">{items.map(({ id }) => <li>{name(id)}</li>)}</ul>
        {relistings.length > 0 && <p>再掲も、元に従います：{relistings.map(({ id }) => name(id)).join('、')}</p>}
        <p>まだ何も変わっていません。公表した版は、記録しても変わりません。{year(change.fiscalYear)}の版から、変更と理由を表示します。</p>
      </div>
      <div class="sheet">
        <h2>照会</h2>
        <p>{asked}</p>
        {removed.length > 0 && <p>準備中の照会から、次の{removed.length}件を取り除きます：{removed.map(({ fiscalYear, subject, department: id }) => `${year(fiscalYear)} ${name(subject.id)}（${department(id)}）`).join('、')}</p>}
        {sent.length > 0 && <div class="notice warning"><p>次の{sent.length}件は、既に照会しているため、そのまま残ります。回答を受理すると、その年度の版に載ります。</p><ul class="bullets">{sent.map(({ fiscalYear, subject, department: id }) => <li>{year(fiscalYear)}　{name(subject.id)}（{department(id)}）</li>)}</ul></div>}
        {instructions.length > 0 && <div class="notice warning"><p>次の本部指示は、照会がなくなるため、回答を求める画面に表示されなくなります。部署に確かめてください。</p><ul class="bullets">{instructions.map(({ text, answerIn, nodeId }) => <li>{name(nodeId)}：{text}（{year(answerIn)}の照会で回答）</li>)}</ul></div>}
      </div>
      <form method="post" action={`${section}/${plan.id}/record`} novalidate>
        {changeFields(typed).map(([field, value]) => <input type="hidden" name={field} value={value} />)}
        <input type="hidden" name="seen" value={seen} />
        <div class="actions"><Button>この内容で計画の変更を記録する</Button><a href={section}>やめる</a></div>
      </form>
    </>
  ));
}
