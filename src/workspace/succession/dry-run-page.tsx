import type { PlannedSuccession } from '../../commands/succeed-plan.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { originOf, successionNames } from '../../domain/plan/succession.ts';
import { Button } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import type { TypedForm } from './succession-values.ts';
import { countsOf, navigation, section } from './successions-page.tsx';

export interface SuccessionDryRunView {
  readonly actor: Actor;
  readonly typed: TypedForm;
  readonly planned: PlannedSuccession & { readonly ok: true };
  /** Whether something moved since the page was shown last. */
  readonly changed: boolean;
}

/** The dry run (予行): the next plan, item by item with where it comes from, and what ends; nothing is stored yet. */
export function successionDryRunPage({ assets, demo }: WorkspaceParts, { actor, typed, planned: { before, next, seen }, changed }: SuccessionDryRunView): string {
  const labels = next.municipality.fiscalYearLabels;
  const succession = next.succession!;
  const relistings = next.nodes.filter(({ relistingOf }) => relistingOf !== null);
  const gone = before.nodes.filter(({ id, level }) => level !== before.levels.at(-1)?.id && !next.nodes.some((node) => node.id === id));
  return renderWorkspacePage({ title: '次期計画への移行の予行', assets, actor, demo, section: navigation, wide: true }, (
    <>
      <h1>次期計画への移行の予行　<small>{next.title}</small></h1>
      {changed && <p class="notice warning" role="alert">予行を表示した後に、計画が変わりました。もう一度確かめてから登録してください。</p>}
      <div class="sheet">
        <dl class="facts">
          <div><dt>計画期間</dt><dd>{next.period && `${fiscalYearLabel(next.period.from, labels)}から${fiscalYearLabel(next.period.to, labels)}まで`}</dd></div>
          <div><dt>項目</dt><dd>{succession.items.length}件{relistings.length > 0 && `、再掲${relistings.length}件`}</dd></div>
          <div><dt>内訳</dt><dd>{countsOf(next)}</dd></div>
        </dl>
        <p>まだ何も変わっていません。「{before.title}」と公表した版は、登録しても変わりません。指標は引き継ぎません。新しい基準値と目標値を決めてから、計画の取込みで加えてください。</p>
        {gone.length > 0 && <p>項目のなくなる次の要素は、次の計画に置きません：{gone.map(({ number, title }) => `${number} ${title}`).join('、')}</p>}
      </div>
      <div class="sheet">
        <h2>次の計画の項目</h2>
        <table>
          <thead><tr><th scope="col">次の計画</th><th scope="col">種類</th><th scope="col">前の計画</th></tr></thead>
          <tbody>
            {succession.items.map(({ node, from }) => {
              const item = next.nodes.find(({ id }) => id === node);
              return <tr><th scope="row">{item?.number} {item?.title}</th><td class="nb">{successionNames[originOf(succession, node)?.kind ?? 'new']}</td><td>{from.map(({ number, title }) => `${number} ${title}`).join('、') || 'なし'}</td></tr>;
            })}
          </tbody>
        </table>
        {succession.ended.length > 0 && <h2>終了する項目</h2>}
        {succession.ended.length > 0 && <ul class="bullets">{succession.ended.map(({ number, title, reason }) => <li>{number} {title}：{reason}</li>)}</ul>}
      </div>
      <form method="post" action={`${section}/${before.id}/record`} novalidate>
        {[...typed].map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <input type="hidden" name="seen" value={seen} />
        <div class="actions"><Button>この内容で次の計画を登録する</Button><a href={section}>やめる</a></div>
      </form>
    </>
  ));
}
