import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { caseUsage } from './case-usage.ts';
import { countedUsage, edge, packCount, unpackCount } from './counted-usage.ts';
import { countedWords } from './counted-word.ts';
import { predicates } from './predicate.ts';
import { contextsOf, wordUsage } from './word-usage.ts';

const tokenize = loadTokenizer();

describe('the sequences that were counted', () => {
  test('the chance of a kind is a chance, and a sequence that was met has a better one than a sequence that was not', () => {
    const usage = countedUsage();
    const met = usage.logChance('Ns', 'V:する:連用形', 'X:た:基本形');
    expect(met).toBeLessThan(0);
    expect(usage.count('Ns', 'V:する:連用形', 'X:た:基本形')).toBeGreaterThan(100);
    expect(usage.count('V', 'P:を', 'P:を')).toBe(0);
    expect(usage.logChance('Ns', 'P:を', 'P:を')).toBeLessThan(met);
  });

  test('a kind that nobody has counted has a chance too, a small one', () => {
    const usage = countedUsage();
    expect(usage.count('no such kind', 'Ns', 'P:を')).toBe(0);
    for (const chance of [usage.logChance('no such kind', 'Ns', 'P:を'), usage.logChance(edge, edge, 'no such kind'), usage.logChance('one', 'other', 'third')]) {
      expect(Number.isFinite(chance)).toBe(true);
      expect(chance).toBeLessThan(0);
    }
  });

  test('a count is kept to within a fifth of itself', () => {
    for (const count of [1, 2, 7, 40, 1234, 90_000]) expect(Math.abs(unpackCount(packCount(count)) / count - 1)).toBeLessThan(0.2);
  });

  test('the words of a sentence are counted by kind, the figures of a number as one', () => {
    expect(countedWords(tokenize('１２件の申請を受け付けた。')).map(({ kind }) => kind)).toEqual(['#', 'f:助数詞', 'P:の連', 'Ns', 'P:を', 'V:連用形', 'X:た:基本形', 'S:。']);
  });
});

describe('the particles that were counted before verbs', () => {
  const of = (text: string) => [...predicates(tokenize(text))].map(({ noun, particle, verb }) => `${noun}${particle ?? '?'}${verb}`);

  test('a verb is read with the noun and the particle before it, adverbs passed over', () => {
    expect(of('審査を経て決めた。')).toEqual(['審査を経る', '経て決める']);
    expect(of('意見が多く出された。')).toEqual(['意見が出す受']);
    expect(of('窓口には職員を新たに配置した。')).toEqual(['職員を配置する']);
    expect(of('計画に基づき、点検できる。')).toEqual(['計画に基づく']);
    expect(of('回答得た。')).toEqual(['回答-得る']);
  });

  test('努める takes に, 経る takes を', () => {
    const usage = caseUsage();
    expect(usage.count('努める', 'に') / usage.total('努める')).toBeGreaterThan(0.5);
    expect(usage.count('努める', 'を')).toBe(0);
    expect(usage.countOfNoun('経る', 'を', '審査')).toBeGreaterThan(0);
    expect(usage.total('この動詞は無い')).toBe(0);
  });
});

describe('the words that were counted', () => {
  test('a word is familiar, or read like one that is', () => {
    const usage = wordUsage();
    expect(usage.isFamiliar('回復')).toBe(true);
    expect(usage.isFamiliar('開腹')).toBe(false);
    expect(usage.alike('カイフク')).toContain('回復');
    expect(usage.alike('ヨミガナイ')).toEqual([]);
  });

  test('what stands beside a word is its neighbour, or the one behind a particle', () => {
    const tokens = tokenize('以前の水準まで回復した。');
    const contexts = contextsOf(tokens, tokens.findIndex(({ surface }) => surface === '回復'));
    expect(contexts).toEqual(['<水準まで', '>する']);
    expect(contexts.some((context) => wordUsage().count('回復', context) > 0)).toBe(true);
  });
});
