/** Why a command did not do what was asked, in words for the person who asked. */
export interface Refusal {
  /** Stable name of the rule, for tests and for machines. */
  readonly code: string;
  /** What stands in the way, as a Japanese sentence. */
  readonly message: string;
  /** What to do about it, as a Japanese sentence. */
  readonly fix: string;
}
