/** Something in a composed report that a person should look at before it is published. */
export interface ReviewMark {
  readonly place: 'preface' | 'notes' | 'node' | 'indicator';
  /** Section, note mark, element or indicator. */
  readonly id: string;
  /** Why, as a Japanese sentence. */
  readonly message: string;
}
