/** Where in a raw document something stands: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** One thing that keeps a document from being accepted, in words for the clerk who has to mend it. */
export interface Problem {
  /** Stable name of the rule, for tests and for machines. */
  readonly code: string;
  /** What is wrong, as a Japanese sentence. */
  readonly message: string;
  /** What to do about it, as a Japanese sentence. */
  readonly fix: string;
  readonly path: Path;
}

/** A value that was parsed, or everything that stands in its way. Never both, never only the first problem. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The value, unless there are problems. */
export function parsedUnless<T>(problems: readonly Problem[], value: () => T): Parsed<T> {
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value() };
}
