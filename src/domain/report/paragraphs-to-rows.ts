import type { ApprovalRow, ParagraphRow, ReportedParagraphRow } from '../plan/plan-bundle.ts';
import type { Approval, Paragraph, ReportedParagraph } from './paragraph.ts';

/** Paragraphs as a clerk writes them: the inverse of `parseParagraphs`. A paragraph that has only its text is that text. */
export function paragraphsToRows(paragraphs: readonly Paragraph[]): ParagraphRow[] {
  return paragraphs.map(({ id, kind, text, department }, index) => {
    const more = { ...(id !== `p${index + 1}` && { id }), ...(department !== null && { department }) };
    if (kind === 'item') return { item: text, ...more };
    return Object.keys(more).length > 0 ? { text, ...more } : text;
  });
}

/** The same for what was reported in a year, with the post that approved it. */
export function reportedToRows(paragraphs: readonly ReportedParagraph[]): ReportedParagraphRow[] {
  return paragraphsToRows(paragraphs).map((row, index) => {
    const approval = paragraphs[index]?.approval ?? null;
    if (approval === null) return row;
    return { ...(typeof row === 'string' ? { text: row } : row), approval: approvalToRow(approval) };
  });
}

function approvalToRow({ post, byDeputy, correctedAfter }: Approval): ApprovalRow {
  return { post, ...(byDeputy && { byDeputy }), ...(correctedAfter && { correctedAfter }) };
}
