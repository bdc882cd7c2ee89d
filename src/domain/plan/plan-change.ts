import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';

/** What can happen to an item while its plan runs (計画の変更). Source: product.md, function 5. */
export type PlanChangeKind = 'added' | 'merged' | 'stopped' | 'finished';

export const planChangeKinds: readonly PlanChangeKind[] = ['added', 'merged', 'stopped', 'finished'];

export const planChangeNames: Readonly<Record<PlanChangeKind, string>> = { added: '追加', merged: '統合', stopped: '中止', finished: '終了' };

/** A change of the plan (計画の変更): one thing that happened to one or several items, with its reason. */
export interface PlanChange {
  /** Short id within the plan: c1. */
  readonly id: string;
  readonly kind: PlanChangeKind;
  /** The year in which it takes effect: 「令和３年度に終了」. */
  readonly fiscalYear: FiscalYear;
  /** The day on which it was decided, or null where the source does not say. */
  readonly decidedOn: CalendarDate | null;
  /** The items that were added, or that end; never a relisting, which follows its original. */
  readonly nodes: readonly string[];
  /** The item into which the others were merged, or null. */
  readonly into: string | null;
  readonly reason: string;
}

/** What happened to one item: when it came, and how it ended; null where it was there from the beginning, and while it goes on. */
export interface ItemLife {
  readonly added: PlanChange | null;
  readonly ended: PlanChange | null;
  /** Changes by which other items were merged into it. */
  readonly takenIn: readonly PlanChange[];
}

/** The life of an item; a relisting lives as its original does. */
export function lifeOf(changes: readonly PlanChange[], { id, relistingOf }: { readonly id: string; readonly relistingOf: string | null }): ItemLife {
  const own = relistingOf ?? id;
  return {
    added: changes.find(({ kind, nodes }) => kind === 'added' && nodes.includes(own)) ?? null,
    ended: changes.find(({ kind, nodes }) => kind !== 'added' && nodes.includes(own)) ?? null,
    takenIn: changes.filter(({ into }) => into === own),
  };
}

/**
 * Whether the round of a year asks about an item. One that was stopped or finished is asked a last time, for the year in which it
 * ended; one that was merged is not asked from that year on, since the item that goes on answers for it. Decision 0013.
 */
export function isAskedIn(changes: readonly PlanChange[], node: Parameters<typeof lifeOf>[1], fiscalYear: FiscalYear): boolean {
  const { added, ended } = lifeOf(changes, node);
  if (added && fiscalYear < added.fiscalYear) return false;
  if (!ended) return true;
  return ended.kind === 'merged' ? fiscalYear < ended.fiscalYear : fiscalYear <= ended.fiscalYear;
}

export function isPlanChangeKind(text: string): text is PlanChangeKind {
  return text in planChangeNames;
}
