import { missingGlyphs } from '../../documents/pdf/missing-glyphs.ts';
import type { Edition } from '../../domain/edition/edition.ts';

/** Characters of an edition that the fonts of the report do not have, each as a sentence with its places. */
export function unprintableIn(edition: Edition): string[] {
  return missingGlyphs(edition).map(({ character, codePoint, places }) => `文字「${character}」（${codePoint}）は、報告書の書体にないため印刷できません（${places.slice(0, 3).join('、')}）。`);
}
