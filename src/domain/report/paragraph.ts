/** One paragraph, or one line of a list, kept as typed. */
export interface Paragraph {
  /** p1, p2 … within its node; part of a permanent address, so it is stored and never computed from the position again. */
  readonly id: string;
  readonly kind: 'text' | 'item';
  readonly text: string;
  /** The department that wrote it, or null where the source does not say. */
  readonly department: string | null;
}

/** Who answers for a paragraph of a report beside its department: always a post, never a person. */
export interface Approval {
  /** 政策室長. */
  readonly post: string;
  /** Whether a deputy approved for the post (代決). */
  readonly byDeputy: boolean;
  /** Whether the secretariat changed these words after the post had approved. */
  readonly correctedAfter: boolean;
}

/** A paragraph of what was reported in a year. */
export interface ReportedParagraph extends Paragraph {
  /** Null where the source does not say. */
  readonly approval: Approval | null;
}

/** A heading with its paragraphs before the plan's own tree: purpose, how progress is managed. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A note under the indicators: ※１. */
export interface Note {
  /** As printed: ※１. */
  readonly mark: string;
  readonly text: string;
}

/** The number of a note mark whatever its width: ※１ and ※2 give 1 and 2. Null where there is no number. */
export function noteNumber(mark: string): string | null {
  return /(\d+)/.exec(mark.replace(/[０-９]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! - 0xfee0)))?.[1] ?? null;
}
