/** An item of the plan before, as it was printed there. */
export interface FormerItem {
  /** Id within the plan before. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/**
 * How a plan goes on from the one before it (次期計画への移行): for each of its items those that it comes from, and the items that
 * were not taken over. It is part of the new plan; the old plan and its editions stay as they are. Source: product.md, function 42.
 */
export interface Succession {
  readonly from: { readonly id: string; readonly title: string };
  /** In the order of the new plan; an item without any former one is new. */
  readonly items: readonly { readonly node: string; readonly from: readonly FormerItem[] }[];
  readonly ended: readonly (FormerItem & { readonly reason: string })[];
}

/** How an item of the new plan came to be, or what became of one of the old. */
export type SuccessionKind = 'continued' | 'merged' | 'split' | 'ended' | 'new';

export const successionNames: Readonly<Record<SuccessionKind, string>> = { continued: '継続', merged: '統合', split: '分割', ended: '終了', new: '新規' };

/** The items of the new plan that go on from one of the old. */
export function successorsOf({ items }: Pick<Succession, 'items'>, formerId: string): string[] {
  return items.filter(({ from }) => from.some(({ id }) => id === formerId)).map(({ node }) => node);
}

/** How an item of the new plan came to be; null where nothing is said of it. */
export function originOf(succession: Succession, node: string): { readonly kind: SuccessionKind; readonly from: readonly FormerItem[] } | null {
  const entry = succession.items.find((candidate) => candidate.node === node);
  if (!entry) return null;
  const [only] = entry.from;
  if (!only) return { kind: 'new', from: [] };
  if (entry.from.length > 1) return { kind: 'merged', from: entry.from };
  return { kind: successorsOf(succession, only.id).length > 1 ? 'split' : 'continued', from: entry.from };
}

/** What became of an item of the old plan; null where nothing is said of it. */
export function fateOf(succession: Succession, formerId: string): { readonly kind: SuccessionKind; readonly to: readonly string[]; readonly reason: string | null } | null {
  const to = successorsOf(succession, formerId);
  const ended = succession.ended.find(({ id }) => id === formerId);
  if (ended) return { kind: 'ended', to: [], reason: ended.reason };
  if (to.length === 0) return null;
  if (to.length > 1) return { kind: 'split', to, reason: null };
  return { kind: originOf(succession, to[0]!)?.kind === 'merged' ? 'merged' : 'continued', to, reason: null };
}
