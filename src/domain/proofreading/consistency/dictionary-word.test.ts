import { expect, test } from 'vitest';
import { slipsOf } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { dictionaryWord } from './dictionary-word.ts';

const dictionary = { entries: [{ expected: '人財', patterns: [/人材/gu], reason: null }] };

test('its own example is wrong with the city\'s dictionary and right without it', () => {
  expect(slipsOf(dictionaryWord, [dictionaryWord.example.wrong], 'report', { dictionary })).toEqual(['人材→人財']);
  expect(slipsOf(dictionaryWord, [dictionaryWord.example.right], 'report', { dictionary })).toEqual([]);
  expect(slipsOf(dictionaryWord, [dictionaryWord.example.wrong])).toEqual([]);
});
