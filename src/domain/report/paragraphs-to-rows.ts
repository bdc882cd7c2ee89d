import type { ParagraphRow } from '../plan/plan-bundle.ts';
import type { Paragraph } from './paragraph.ts';

/** Paragraphs as a clerk writes them: the inverse of `parseParagraphs`. A paragraph that has only its text is that text. */
export function paragraphsToRows(paragraphs: readonly Paragraph[]): ParagraphRow[] {
  return paragraphs.map(({ id, kind, text, department }, index) => {
    const more = { ...(id !== `p${index + 1}` && { id }), ...(department !== null && { department }) };
    if (kind === 'item') return { item: text, ...more };
    return Object.keys(more).length > 0 ? { text, ...more } : text;
  });
}
