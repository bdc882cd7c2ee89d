import { describe, expect, test } from 'vitest';
import { isInPdfFont } from './font-characters.ts';

describe('the font of the PDF', () => {
  test('has what a report needs', () => {
    expect([...'狛江市令和２年度①㈱髙﨑～〜※％☆ー「」A1'].filter((character) => !isInPdfFont(character))).toEqual([]);
  });
  test('has no emoji', () => {
    expect(isInPdfFont('😀')).toBe(false);
  });
});
