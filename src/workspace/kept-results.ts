import { randomUUID } from 'node:crypto';

/** Results of an action on many things, kept for the page after the redirect; only for the person who acted. */
export interface KeptResults<T> {
  /** @returns a key for the address */
  keep(personId: string, results: T): string;
  /** Nothing when they are another person's, or so old that others took their place; what was done stands in the records anyway. */
  find(personId: string, key: string): T | undefined;
}

export function keepResults<T>(atMost = 200): KeptResults<T> {
  const kept = new Map<string, { readonly personId: string; readonly results: T }>();
  return {
    keep(personId, results) {
      const key = randomUUID();
      kept.set(key, { personId, results });
      const oldest = kept.keys().next();
      if (kept.size > atMost && !oldest.done) kept.delete(oldest.value);
      return key;
    },
    find(personId, key) {
      const found = kept.get(key);
      return found?.personId === personId ? found.results : undefined;
    },
  };
}
