import { describe, expect, test } from 'vitest';
import { correctText } from './correct-text.ts';
import { withoutDecided } from './finding-decision.ts';

describe('a correction', () => {
  const correction = { quote: 'などついて', suggestion: 'などについて', starts: [2, 10] };
  test('replaces the words at every place, and nothing else', () => {
    expect(correctText('効果などついて、課題などついて書いた。などついて', correction)).toBe('効果などについて、課題などについて書いた。などついて');
  });
  test('finds the words where they have moved, if they stand there once', () => {
    expect(correctText('その効果などついて書いた。', { ...correction, starts: [2] })).toBe('その効果などについて書いた。');
    expect(correctText('その効果などついて、課題などついて。', { ...correction, starts: [0] })).toBeNull();
  });
  test('does nothing to a text without the words, or for no words', () => {
    expect(correctText('効果について', correction)).toBeNull();
    expect(correctText('効果', { quote: '', suggestion: '。', starts: [2] })).toBeNull();
  });
});

describe('a decision', () => {
  const finding = { rule: 'missing-ni', quote: 'などついて', suggestion: 'などについて' };
  const report = { planId: 'p', fiscalYear: 2021 };
  test('silences the same finding everywhere in the city, or in one report only', () => {
    expect(withoutDecided([finding], [{ ...finding, report: null }], report)).toEqual([]);
    expect(withoutDecided([finding], [{ ...finding, report }], report)).toEqual([]);
    expect(withoutDecided([finding], [{ ...finding, report }], { ...report, fiscalYear: 2022 })).toEqual([finding]);
  });
  test('does not silence another correction of the same words', () => {
    expect(withoutDecided([finding], [{ ...finding, suggestion: null, report: null }, { ...finding, rule: 'no-yori', report: null }], report)).toEqual([finding]);
  });
});
