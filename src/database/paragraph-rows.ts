import type { Paragraph } from '../domain/report/paragraph.ts';
import type { ParagraphColumns } from './tables.ts';

/** Paragraphs to the columns that every table of paragraphs has. */
export function paragraphColumns(paragraphs: readonly Paragraph[]): ParagraphColumns[] {
  return paragraphs.map(({ id, kind, text, department }, index) => ({ id, position: index + 1, kind, text, department_id: department }));
}

export function paragraphFromRow({ id, kind, text, department_id }: ParagraphColumns): Paragraph {
  return { id, kind, text, department: department_id };
}
