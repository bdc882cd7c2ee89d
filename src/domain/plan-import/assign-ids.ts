import { knownLevels } from './headings.ts';
import type { ImportMapping, RememberedNode } from './mapping.ts';
import { type NodeDraft, walk } from './node-draft.ts';
import { foldNumber } from './numbering.ts';
import { bareHeading, likeness } from './text-forms.ts';
import type { Findings } from './understood.ts';

/** Below this a title under the same number is another element. */
const sameEnough = 0.4;

/**
 * Gives every element its id: the one that the mapping remembers, else a new one made of its number (m1-d2-b3, i05). An id that
 * was ever given is not given to another element.
 */
export function assignIds(roots: readonly NodeDraft[], numbers: ReadonlyMap<NodeDraft, string>, mapping: ImportMapping, findings: Findings): RememberedNode[] {
  const { levels } = mapping;
  const used = new Set(mapping.nodes.map(({ id }) => id));
  const free = new Set(mapping.nodes);
  const keys = new Map(mapping.nodes.map((one) => [one, bareHeading(one.title)]));
  const all = [...walk(roots)];
  const keep = (node: NodeDraft, remembered: RememberedNode, why: string | null) => {
    node.id = remembered.id;
    free.delete(remembered);
    if (why) findings.read(node.place, '', '識別子', node.title, remembered.id, [why]);
  };
  for (const [depth, level] of levels.entries()) {
    const nodes = all.filter((node) => node.depth === depth);
    const parentOf = (node: NodeDraft) => node.parent?.id ?? null;
    const passes: [(node: NodeDraft, one: RememberedNode) => boolean, string | null][] = [
      [(node, one) => one.parent === parentOf(node) && one.number === numbers.get(node) && keys.get(one) === node.key, null],
      [(node, one) => one.parent === parentOf(node) && keys.get(one) === node.key, '前回と題名が同じため、番号が変わっても前回の識別子を引き継いだ'],
      [(node, one) => one.parent === parentOf(node) && one.number === numbers.get(node) && likeness(one.title, node.title) >= sameEnough, '前回と番号が同じで題名も似ているため、前回の識別子を引き継いだ'],
      [(node, one) => keys.get(one) === node.key, '前回と題名が同じため、上の階層が変わっても前回の識別子を引き継いだ'],
    ];
    for (const [matches, why] of passes) {
      for (const node of nodes) {
        if (node.id !== '') continue;
        const remembered = [...free].find((one) => one.level === level.id && matches(node, one));
        if (remembered) keep(node, remembered, why);
      }
    }
    for (const node of nodes) {
      if (node.id !== '') continue;
      const base = newId(node, numbers.get(node) ?? '', levels, roots);
      let id = base;
      for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
      used.add(id);
      node.id = id;
    }
  }
  const now = all.map((node): RememberedNode => ({ id: node.id, level: levels[node.depth]!.id, parent: node.parent?.id ?? null, number: numbers.get(node) ?? '', title: node.title }));
  const present = new Set(now.map(({ id }) => id));
  return [...now, ...mapping.nodes.filter(({ id }) => !present.has(id))];
}

function newId(node: NodeDraft, number: string, levels: ImportMapping['levels'], roots: readonly NodeDraft[]): string {
  const folded = (foldNumber(number) ?? '').toLowerCase();
  const siblings = node.parent ? node.parent.children : roots;
  if (node.depth === levels.length - 1) return `i${(folded === '' ? String(siblings.indexOf(node) + 1) : folded).padStart(2, '0')}`.slice(0, 60);
  const own = folded.split('-').at(-1) || String(siblings.indexOf(node) + 1);
  return `${node.parent ? `${node.parent.id}-` : ''}${letterOf(levels, node.depth)}${own}`.slice(0, 60);
}

/** m, d, b for the levels that are known, else a, c, e …: never i, which is the lowest level's. */
function letterOf(levels: ImportMapping['levels'], depth: number): string {
  const known = knownLevels[levels[depth]!.name]?.letter;
  return known !== undefined && known !== 'i' ? known : 'acefghjk'[depth]!;
}
