import { describe, expect, test } from 'vitest';
import { asTexts } from '../../documents/tokenizer/describe-rule.testing.ts';
import { loadTokenizer } from '../../documents/tokenizer/tokenizer.ts';
import { type Dictionary, parseDictionary } from './dictionary.ts';
import { proofread } from './proofread.ts';

function dictionaryOf(rules: unknown): Dictionary {
  const read = parseDictionary({ version: 1, rules });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
const found = (texts: string[], rules: unknown): string[] =>
  proofread({ texts: asTexts(texts), edition: null, previous: null }, { tokenize: loadTokenizer(), dictionary: dictionaryOf(rules) })
    .map(({ rule, quote, suggestion }) => `${rule} ${quote}→${suggestion ?? ''}`);

describe('the dictionary of the city', () => {
  test('corrects what it lists, as a word or as a regular expression', () => {
    expect(found(['人材を募り、ホームぺージで知らせた。'], [{ expected: '人財', pattern: '人材', prh: '市の決まりです。' }, { expected: 'ウェブサイト', patterns: ['/ホーム[ペぺ]ージ/'] }]))
      .toEqual(['dictionary-word 人材→人財', 'dictionary-word ホームぺージ→ウェブサイト']);
  });
  test('puts the groups of its pattern into the correction', () => {
    expect(found(['第3回の会議を開いた。'], [{ expected: '第$1会議', pattern: '/第(\\d)回の会議/' }])).toEqual(['dictionary-word 第3回の会議→第3会議']);
  });
  test('wins over every rule: what it declares right is nobody\'s slip', () => {
    const texts = ['人材を育てた。', '人材を募った。', '人財を育てた。', '準備を予め進めた。'];
    expect(found(texts, [])).toEqual(['official-notation 予め→あらかじめ', 'spelling-variants 人財→人材']);
    expect(found(texts, ['人財', '予め'])).toEqual([]);
  });
  test('leaves the right form alone where it holds the wrong one', () => {
    expect(found(['サーバーを更新した。'], [{ expected: 'サーバー', pattern: 'サーバ' }])).toEqual([]);
  });
  test('tells every problem: no right form, an example that fails, a pattern that cannot be read or could take for ever', () => {
    const read = parseDictionary({ rules: [{ pattern: 'a' }, { expected: '人財', pattern: '人材', specs: [{ from: '人材', to: '人才' }] }, { expected: 'b', pattern: '/(/' }, { expected: 'c', pattern: '/(a+)+b/' }] });
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['dictionary-expected', 'dictionary-spec', 'dictionary-pattern', 'dictionary-pattern']);
    expect(parseDictionary('なし').ok).toBe(false);
  });
});
