import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import { childrenOf, initiativesOf, nodeLabel } from '../domain/edition/reading.ts';
import { statusWords } from '../domain/indicator/evaluation.ts';
import { initiativeAddress } from './address.ts';
import { ended } from './item-life.tsx';

/** The 体系図 as a picture that is also a list: every initiative is a numbered chip under its branch, all to be seen at once. */
export function PlanTree({ edition, link }: { edition: Edition; link: (to: string) => string }) {
  const lowest = edition.levels.at(-1)?.id;
  const top = childrenOf(edition, null);
  // A plan of one level has no branches to stand under.
  if (top.every(({ level }) => level === lowest)) return <Chips edition={edition} nodes={initiativesOf(edition)} link={link} />;
  return (
    <div class="tree">
      {top.map((node) => (
        <div class="branch">
          <h3><small>{nodeLabel(edition, node)}</small>{node.title}</h3>
          <p class="count">{standingOf(edition, node)}</p>
          <Branch edition={edition} parent={node} link={link} depth={1} />
        </div>
      ))}
    </div>
  );
}

function Branch({ edition, parent, link, depth }: { edition: Edition; parent: EditionNode; link: (to: string) => string; depth: number }) {
  const children = childrenOf(edition, parent.id);
  const lowest = edition.levels.at(-1)?.id;
  if (children.every(({ level }) => level === lowest)) return <Chips edition={edition} nodes={children} link={link} />;
  const holdsInitiatives = (node: EditionNode) => childrenOf(edition, node.id).every(({ level }) => level === lowest);
  if (children.every(holdsInitiatives)) {
    return (
      <ul>
        {children.map((child) => (
          <li class="leaf">
            <span class="chip-title">{child.title}</span>
            <Chips edition={edition} nodes={childrenOf(edition, child.id)} link={link} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {children.map((child) => (
        <div>
          {depth < 3 ? <h4>{nodeLabel(edition, child)}　{child.title}</h4> : <p><b>{nodeLabel(edition, child)}　{child.title}</b></p>}
          <Branch edition={edition} parent={child} link={link} depth={depth + 1} />
        </div>
      ))}
    </>
  );
}

function Chips({ edition, nodes, link }: { edition: Edition; nodes: readonly EditionNode[]; link: (to: string) => string }) {
  return (
    <ul class="chips">
      {nodes.map((node) => <li><a href={link(initiativeAddress(edition, node))} title={node.title + ended(edition, node)} aria-label={`${node.number} ${node.title}${ended(edition, node)}`} {...(ended(edition, node) === '' ? {} : { class: 'over' })}>{node.number}</a></li>)}
    </ul>
  );
}

/** Where a branch stands: how many initiatives, and the states of the indicators tied to it. */
function standingOf(edition: Edition, branch: EditionNode): string {
  const below = new Set([branch.id]);
  for (const node of edition.nodes) if (node.parentId !== null && below.has(node.parentId)) below.add(node.id);
  const initiatives = initiativesOf(edition).filter(({ id }) => below.has(id)).length;
  const counts = new Map<string, number>();
  for (const { related, evaluation } of edition.indicators) {
    if (!related.some((id) => below.has(id))) continue;
    const word = statusWords[evaluation.status];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const states = Object.values(statusWords).flatMap((word) => (counts.has(word) ? [`${word}${counts.get(word)}`] : [])).join('、');
  return `取組${initiatives}件${states ? `／関係する指標：${states}` : ''}`;
}
