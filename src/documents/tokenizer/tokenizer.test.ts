import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTokenizer } from './tokenizer.ts';

const tokenize = loadTokenizer();

describe('the tokeniser', () => {
  test('names parts of speech and base forms', () => {
    const [, , verb] = tokenize('募集を行い');
    expect(verb).toEqual({ surface: '行い', start: 3, end: 5, pos: '動詞', detail: '自立', detail2: '*', form: '連用形', base: '行う', reading: 'オコナイ' });
  });

  test('covers every text without gap, surrogates and white space included', () => {
    const characters = fc.constantFrom('あ', '検', '討', ' ', '　', '\n', '\t', '𠮷', '😀', '\ud800', '\udc00', 'A', '１', '。', '\u200b', 'が', '\u3099');
    fc.assert(fc.property(fc.array(characters, { maxLength: 40 }).map((list) => list.join('')), (text) => {
      const tokens = tokenize(text);
      expect(tokens.map(({ surface }) => surface).join('')).toBe(text);
      tokens.forEach(({ start }, index) => expect(start).toBe(index === 0 ? 0 : tokens[index - 1]!.end));
    }), { numRuns: 300 });
  });
});
