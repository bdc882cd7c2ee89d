import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { originOf, type SuccessionKind, successionNames } from '../../domain/plan/succession.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

export const section = '/workspace/succession';
/** The part of the navigation under which these pages stand. */
export const navigation = '/workspace/plan-changes';

/** The plans from which a next one can be made, and those that were. */
export function successionsPage({ assets, demo }: WorkspaceParts, { actor, plans, done }: { readonly actor: Actor; readonly plans: readonly Plan[]; readonly done: string }): string {
  const made = plans.find(({ id }) => id === done);
  return renderWorkspacePage({ title: '次期計画への移行', assets, actor, demo, section: navigation }, (
    <>
      <p><a href={navigation}>計画の変更の一覧へ戻る</a></p>
      <h1>次期計画への移行</h1>
      {made && <p class="notice" role="status">「{made.title}」を登録しました。指標は、新しい基準値と目標値を決めてから、計画の取込みで加えてください。</p>}
      <p>いまの計画から、次の計画を作ります。項目ごとに、引き継ぐ、統合する、分割する、終了するのどれかを決めます。対応は公開ページに表示され、両方の計画の項目がつながります。</p>
      <div class="sheet">
        <h2>計画</h2>
        <ul class="list">
          {plans.map((plan) => (
            <li>
              <b>{plan.title}</b>{plan.period && `　${fiscalYearLabel(plan.period.from, plan.municipality.fiscalYearLabels)}から${fiscalYearLabel(plan.period.to, plan.municipality.fiscalYearLabels)}まで`}
              {plan.succession && <p class="note">{plan.succession.from.title}から移行（{countsOf(plan)}）</p>}
              <p><a href={`${section}/${plan.id}`}>「{plan.title}」の次の計画を作る</a></p>
            </li>
          ))}
        </ul>
      </div>
    </>
  ));
}

/** 継続60、統合1、新規2、終了3. */
export function countsOf({ succession }: Pick<Plan, 'succession'>): string {
  if (!succession) return '';
  const kinds = succession.items.flatMap(({ node }) => originOf(succession, node)?.kind ?? []);
  const counts = new Map<SuccessionKind, number>((['continued', 'merged', 'split', 'new'] as const).map((kind) => [kind, kinds.filter((found) => found === kind).length]));
  counts.set('ended', succession.ended.length);
  return [...counts].filter(([, count]) => count > 0).map(([kind, count]) => `${successionNames[kind]}${count}件`).join('、');
}
