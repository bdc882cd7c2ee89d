import type { Path, Problem } from '../../domain/problem/problem.ts';
import { graphemesOf } from '../characters/graphemes.ts';

/** Keys whose texts are evidence or names for machines, and are not printed. */
const notPrinted = new Set(['id', 'alsoPrinted', 'code', 'format']);

/** Every character of a raw document that the report could not print, at each text in which it stands. */
export function unprintableText(raw: unknown, canPrint: (grapheme: string) => boolean): Problem[] {
  const known = new Map<string, boolean>();
  const printable = (grapheme: string) => {
    const answer = known.get(grapheme) ?? canPrint(grapheme);
    known.set(grapheme, answer);
    return answer;
  };
  const problems: Problem[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const missing = [...graphemesOf(value)].filter((grapheme) => !isControl(grapheme) && !printable(grapheme));
      for (const character of missing) problems.push(missingGlyph(character, path));
    } else if (Array.isArray(value)) value.forEach((entry, index) => walk(entry, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) if (!notPrinted.has(key)) walk(entry, [...path, key]);
    }
  };
  walk(raw, []);
  return problems;
}

/** Controls and halves of surrogate pairs have a problem of their own. */
function isControl(grapheme: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(grapheme);
}

function missingGlyph(character: string, path: Path): Problem {
  const codePoints = Array.from(character, (part) => `U+${part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
  return {
    code: 'missing-glyph', path, message: `文字「${character}」（${codePoints}）は、報告書の書体にないため印刷できません。`,
    fix: '印刷できる文字に直してください。',
  };
}
