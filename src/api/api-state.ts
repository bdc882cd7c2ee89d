import type { PublishedEdition } from '../domain/edition/edition.ts';

/** What the API answers from: everything that is published. */
export interface ApiState {
  /** The newest edition of every plan and year. */
  readonly editions: readonly PublishedEdition[];
  /** Editions that a later one of the same year corrects. */
  readonly superseded: readonly PublishedEdition[];
}

/** Ids of the plans that have an edition, in order of their ids. */
export function planIds({ editions }: ApiState): string[] {
  return [...new Set(editions.map(({ edition }) => edition.plan.id))].toSorted();
}

/** All editions of a plan, newest year first, newest number first. */
export function editionsOf({ editions, superseded }: ApiState, planId: string): PublishedEdition[] {
  return [...editions, ...superseded]
    .filter(({ edition }) => edition.plan.id === planId)
    .toSorted((a, b) => b.edition.fiscalYear - a.edition.fiscalYear || b.edition.number - a.edition.number);
}
