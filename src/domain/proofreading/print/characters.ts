import type { TextKind } from '../manuscript.ts';
import type { Slip } from '../rule.ts';

/** What is printed and exchanged is every text, figures and departments included. */
export const everyKind: ReadonlySet<TextKind> = new Set(['title', 'description', 'report', 'preface', 'note', 'figure', 'department', 'printed-variant']);

/** Control and invisible characters and lone surrogates have their own rules, which say more. */
const handledElsewhere = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufe00-\ufe0f]|\u3099|\u309a/u;

/** A slip on each character that the test refuses. */
export function* charactersNotIn(text: string, known: (character: string) => boolean, message: (name: string) => string): Generator<Slip> {
  let start = 0;
  for (const character of text) {
    if (!handledElsewhere.test(character) && !known(character)) yield { start, end: start + character.length, message: message(`「${character}」（${codeOf(character)}）`) };
    start += character.length;
  }
}

/** U+20BB7. */
export function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
