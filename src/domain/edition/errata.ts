import { compareEditions } from './compare-editions.ts';
import type { EditionChange } from './edition-change.ts';
import type { Correction, Edition, PublishedEdition } from './edition.ts';

/** What a correction corrects. The day of publication is each edition's own, and no mistake of the one before. */
export function errataBetween(before: Edition, after: Edition): EditionChange[] {
  return compareEditions(before, { ...after, issuedOn: before.issuedOn });
}

/**
 * What an edition corrects, as it was sealed with it; for an edition that was published before this was recorded, worked out from
 * the one before it. Null for a first edition, and where neither is known.
 *
 * @param editions all editions of the plan that are at hand
 */
export function correctionOf({ edition }: PublishedEdition, editions: readonly PublishedEdition[]): Correction | null {
  if (edition.corrects) return edition.corrects;
  const before = editionBefore(edition, editions);
  return before ? { number: before.edition.number, hash: before.hash, changes: errataBetween(before.edition, edition) } : null;
}

/** The edition of the same year before this one: the one that it corrects. */
export function editionBefore(edition: Edition, editions: readonly PublishedEdition[]): PublishedEdition | undefined {
  return editions.filter((other) => other.edition.plan.id === edition.plan.id && other.edition.fiscalYear === edition.fiscalYear && other.edition.number < edition.number)
    .toSorted((a, b) => b.edition.number - a.edition.number)[0];
}

/** The changes that concern one element or indicator. */
export function changesOf(changes: readonly EditionChange[], kind: 'node' | 'indicator', id: string): EditionChange[] {
  return changes.filter(({ subject }) => subject?.kind === kind && subject.id === id);
}
