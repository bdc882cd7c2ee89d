import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import { changeInWords, itemName, takenInInWords } from '../domain/edition/life-in-words.ts';
import { nodeById } from '../domain/edition/reading.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { lifeOf, type PlanChange, planChangeNames } from '../domain/plan/plan-change.ts';
import { initiativeAddress } from './address.ts';

type Link = (to: string) => string;

/** What happened to an item since the plan was adopted, above what it reports: 令和３年度に終了（理由）. */
export function ItemLife({ edition, node, link }: { edition: Edition; node: EditionNode; link: Link }) {
  const { added, ended, takenIn } = lifeOf(edition.planChanges, node);
  if (!added && !ended && takenIn.length === 0) return null;
  return (
    <div class="life">
      {ended && <p><b>{changeInWords(edition, ended)}</b>{reasonOf(edition, ended)}<Goal edition={edition} change={ended} link={link} /></p>}
      {takenIn.map((change) => <p>{takenInInWords(edition, change)}{reasonOf(edition, change)}</p>)}
      {added && <p>{changeInWords(edition, added)}{reasonOf(edition, added)}</p>}
    </div>
  );
}

/** Behind the title of an item in a list: （令和３年度に終了）. */
export function ended(edition: Edition, node: EditionNode): string {
  const change = lifeOf(edition.planChanges, node).ended;
  return change ? `（${planChangeNames[change.kind]}）` : '';
}

function Goal({ edition, change, link }: { edition: Edition; change: PlanChange; link: Link }) {
  const goal = change.into === null ? undefined : nodeById(edition, change.into);
  return goal ? <>　<a href={link(initiativeAddress(edition, goal))}>{goal.number} {goal.title}</a></> : null;
}

function reasonOf({ municipality }: Edition, { reason, decidedOn }: PlanChange): string {
  return `（${reason}${decidedOn === null ? '' : `。${dateLabel(decidedOn, municipality.fiscalYearLabels)}決定`}）`;
}

/** 計画の変更 on the overview: every change until this year, newest first. */
export function PlanChanges({ edition, link }: { edition: Edition; link: Link }) {
  if (edition.planChanges.length === 0) return null;
  return (
    <section aria-labelledby="changes_heading">
      <h2 id="changes_heading">計画の変更</h2>
      <ul class="list">
        {edition.planChanges.toReversed().map((change) => (
          <li>
            {change.nodes.map((id, index) => {
              const node = nodeById(edition, id);
              return <>{index > 0 && '、'}{node ? <a href={link(initiativeAddress(edition, node))}>{itemName(edition, id)}</a> : id}</>;
            })}
            {'　'}<b>{changeInWords(edition, change)}</b>{reasonOf(edition, change)}
          </li>
        ))}
      </ul>
    </section>
  );
}
