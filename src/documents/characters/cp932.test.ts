import { describe, expect, test } from 'vitest';
import { isInCp932 } from './cp932.ts';

describe('CP932', () => {
  test('carries what Windows carries: kanji, ① ㈱ 髙 﨑 and full-width tilde', () => {
    expect([...'狛江市①㈱髙﨑～－Aｱ'].filter((character) => !isInCp932(character))).toEqual([]);
  });
  test('does not carry 𠮷, 塡, wave dash, emoji and letters with accents', () => {
    expect([...'𠮷塡〜😀é'].filter(isInCp932)).toEqual([]);
  });
});
