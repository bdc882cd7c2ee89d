import type { Approval, Paragraph, ReportedParagraph } from '../report/paragraph.ts';
import { type Answer, paragraphsOf } from './answer.ts';

/** An answer as its head approved it, and the post that did. */
export interface ApprovedAnswer extends Pick<Approval, 'post' | 'byDeputy'> {
  readonly answer: Answer;
}

/** The paragraphs with their approval: words that the post did not see were changed by the secretariat afterwards. */
export function withApproval(paragraphs: readonly Paragraph[], approved: ApprovedAnswer | null): ReportedParagraph[] {
  if (!approved) return paragraphs.map((paragraph) => ({ ...paragraph, approval: null }));
  const { post, byDeputy, answer } = approved;
  const seen = new Set(answer.kind === 'item' ? paragraphsOf(answer.text, null).map(({ text }) => text) : []);
  return paragraphs.map((paragraph) => ({ ...paragraph, approval: { post, byDeputy, correctedAfter: !seen.has(paragraph.text) } }));
}
