import { type FiscalYear, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { isAskedIn, lifeOf, planChangeNames } from '../../domain/plan/plan-change.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** An item that the round of a year does not ask about any more, or asks about for the last time. */
export interface NotAsked {
  readonly name: string;
  /** 令和３年度に終了. */
  readonly what: string;
  readonly reason: string;
  readonly lastTime: boolean;
}

export function notAskedIn(plan: Plan | undefined, fiscalYear: FiscalYear): NotAsked[] {
  if (!plan) return [];
  return plan.nodes.filter(({ relistingOf }) => relistingOf === null).flatMap((node): NotAsked[] => {
    const { ended } = lifeOf(plan.changes, node);
    const asked = isAskedIn(plan.changes, node, fiscalYear);
    if (!ended || (asked && ended.fiscalYear !== fiscalYear)) return [];
    const year = fiscalYearLabel(ended.fiscalYear, plan.municipality.fiscalYearLabels);
    return [{ name: `${node.number} ${node.title}`, what: `${year}に${planChangeNames[ended.kind]}`, reason: ended.reason, lastTime: asked }];
  });
}

/** What the changes of the plan mean for this round, before it is opened. */
export function EndedSection({ notAsked, yearLabel }: { readonly notAsked: readonly NotAsked[]; readonly yearLabel: string }) {
  if (notAsked.length === 0) return null;
  const last = notAsked.filter(({ lastTime }) => lastTime);
  const over = notAsked.filter(({ lastTime }) => !lastTime);
  const list = (items: readonly NotAsked[]) => <ul class="bullets">{items.map(({ name, what, reason }) => <li>{name}：{what}（{reason}）</li>)}</ul>;
  return (
    <section>
      <h2>計画の変更による違い</h2>
      {last.length > 0 && <><p>次の項目は、{yearLabel}の照会が最後になります。</p>{list(last)}</>}
      {over.length > 0 && <><p>次の項目は、照会しません。</p>{list(over)}</>}
    </section>
  );
}
