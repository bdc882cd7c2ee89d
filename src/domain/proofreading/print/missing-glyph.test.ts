import { expect, test } from 'vitest';
import { slipsOf } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingGlyph } from './missing-glyph.ts';

const printable = (character: string): boolean => character !== '😀' && character !== '𠮷';

test('finds each character that the font lacks, in figures and departments too', () => {
  expect(slipsOf(missingGlyph, ['狛江😀𠮷サミット'], 'report', { printable })).toEqual(['😀', '𠮷']);
  expect(slipsOf(missingGlyph, ['12😀'], 'figure', { printable })).toEqual(['😀']);
});

test('says nothing of invisible characters, which have their own rule, nor without a font', () => {
  expect(slipsOf(missingGlyph, ['行政\u200b評価\ud800'], 'report', { printable: () => false }).some((slip) => /[\u200b\ud800]/.test(slip))).toBe(false);
  expect(slipsOf(missingGlyph, ['狛江😀'])).toEqual([]);
});
