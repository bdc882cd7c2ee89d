import type { Paragraph, ReportedParagraph } from '../domain/report/paragraph.ts';
import type { ApprovalColumns, ParagraphColumns } from './tables.ts';

/** Paragraphs to the columns that every table of paragraphs has. */
export function paragraphColumns(paragraphs: readonly Paragraph[]): ParagraphColumns[] {
  return paragraphs.map(({ id, kind, text, department }, index) => ({ id, position: index + 1, kind, text, department_id: department }));
}

export function paragraphFromRow({ id, kind, text, department_id }: ParagraphColumns): Paragraph {
  return { id, kind, text, department: department_id };
}

/** The same with who approved them. */
export function reportedColumns(paragraphs: readonly ReportedParagraph[]): (ParagraphColumns & ApprovalColumns)[] {
  return paragraphColumns(paragraphs).map((columns, index) => {
    const approval = paragraphs[index]?.approval ?? null;
    return { ...columns, approved_by: approval?.post ?? null, approved_by_deputy: approval?.byDeputy ?? false, corrected_after: approval?.correctedAfter ?? false };
  });
}

export function reportedFromRow(row: ParagraphColumns & ApprovalColumns): ReportedParagraph {
  const { approved_by, approved_by_deputy, corrected_after } = row;
  return { ...paragraphFromRow(row), approval: approved_by === null ? null : { post: approved_by, byDeputy: approved_by_deputy, correctedAfter: corrected_after } };
}
