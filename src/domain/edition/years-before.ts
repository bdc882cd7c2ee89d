import { originOf } from '../plan/succession.ts';
import type { Edition, EditionNode } from './edition.ts';
import { nodeById } from './reading.ts';

/** What an item goes on from, as one year of a plan before had it: several where they were merged. */
export interface YearBefore {
  readonly edition: Edition;
  readonly nodes: readonly EditionNode[];
}

/**
 * The years of an item under the plans before (次期計画への移行), as their published editions have them: nearest plan first, newest year
 * first. Empty for an item that is new, and where nothing of the plan before is published here.
 *
 * @param edition newest of the plan
 * @param items ids within that plan; a relisting is followed by its original
 * @param earlier the plans before, nearest first, each with the newest edition of every year, newest year first
 */
export function yearsBefore({ succession }: Pick<Edition, 'succession'>, items: readonly string[], earlier: readonly (readonly Edition[])[]): YearBefore[] {
  const [years, ...further] = earlier;
  const newest = years?.[0];
  if (!newest || succession?.from.id !== newest.plan.id) return [];
  const former = [...new Set(items.flatMap((item) => originOf(succession, item)?.from ?? []).map(({ id }) => id))];
  const own = years.flatMap((edition) => {
    const nodes = former.flatMap((id) => nodeById(edition, id) ?? []);
    return nodes.length > 0 ? [{ edition, nodes }] : [];
  });
  return [...own, ...yearsBefore(newest, former, further)];
}
