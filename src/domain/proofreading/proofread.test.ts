import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTexts } from '../../documents/tokenizer/describe-rule.testing.ts';
import { loadTokenizer } from '../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from './manuscript.ts';
import { proofread, proofreadParagraph } from './proofread.ts';
import { smallEdition } from './registry/edition.testing.ts';
import { rules } from './rules.ts';

const tools = { tokenize: loadTokenizer() };
const inTexts = (...texts: string[]) => proofread({ texts: asTexts(texts), edition: null, previous: null }, tools);

describe('proofreading', () => {
  test('says one thing once, with all its places', () => {
    const findings = inTexts('準備を予め進めた。', '予め調べ、予め決めた。');
    expect(findings.map(({ rule, quote, places }) => [rule, quote, places])).toEqual([['official-notation', '予め', [
      { path: 'nodes/n0/report#p1', start: 3, end: 5 }, { path: 'nodes/n1/report#p1', start: 0, end: 2 }, { path: 'nodes/n1/report#p1', start: 5, end: 7 },
    ]]]);
  });

  test('quotes what stands at each place, so that a correction can be put there', () => {
    const words = fc.constantFrom('準備を予め進めた。', '改正を行い、、公表した。', 'Web会議', 'WEB会議', '3月', '３月', '４月', '取組み', '取組を', 'すべて', '全て', 'ﾃﾞｼﾞﾀﾙ', '(再掲)', '（再掲）', '1884人', '1,120人', 'テーマ募集行い', '\ud800', '😀', 'の基づき');
    fc.assert(fc.property(fc.array(fc.array(words, { maxLength: 8 }).map((list) => list.join('')), { maxLength: 5 }), (list) => {
      const texts = asTexts(list);
      for (const { quote, suggestion, places } of proofread({ texts, edition: null, previous: null }, tools)) {
        for (const { path, start, end } of places) {
          expect(start).toBeLessThanOrEqual(end);
          if (suggestion !== undefined) expect(texts.find((text) => text.path === path)!.text.slice(start, end)).toBe(quote);
        }
      }
    }), { numRuns: 60 });
  });

  test('offers one correction for the same characters', () => {
    const corrections = inTexts('国土強靭化を進めた。', '行政手続等の見直し', '行政手続の見直し', '行政手続き等の見直し').filter(({ suggestion }) => suggestion !== undefined);
    const places = corrections.flatMap((finding) => finding.places.map(({ path, start }) => `${path}:${start}`));
    expect(new Set(places).size).toBe(places.length);
  });

  test('gives plain JSON', () => {
    const findings = proofread(manuscriptOf(smallEdition({ paragraphs: [['改正を行い、、公表した。']] })), tools);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(findings[0]).toEqual({ rule: 'doubled-punctuation', level: 'error', message: '「、、」と句読点などが重なっています。', quote: '、、', suggestion: '、', places: [{ path: 'nodes/i1/report#p1', start: 5, end: 7 }] });
  });

  test('reads a draft of one paragraph without the report', () => {
    const [text] = asTexts(['テーマ募集行い、WEB会議を開いた。']);
    expect(proofreadParagraph(text!, tools).map(({ rule }) => rule)).toEqual(['missing-wo']);
  });
});

describe('the list of rules', () => {
  test('names each rule once, in words for its page', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const words of [rule.title, rule.catches, rule.why, rule.example.wrong, rule.example.right]) expect(words.length).toBeGreaterThan(0);
      expect(rule.catches.endsWith('。') && rule.why.endsWith('。')).toBe(true);
    }
  });
});

describe('bad input', () => {
  const all = { ...tools, printable: () => true, exchangeable: () => true };
  const read = (...texts: string[]) => proofread({ texts: asTexts(texts), edition: null, previous: null }, all);

  test('nothing at all, empty texts, white space', () => {
    expect(proofread({ texts: [], edition: null, previous: null }, all)).toEqual([]);
    expect(read('', '')).toEqual([]);
    expect(() => read(' ', '\n', '　')).not.toThrow();
  });

  test('only emoji, Latin text, broken surrogates, control characters', () => {
    expect(() => read('😀'.repeat(500), 'Lorem ipsum dolor sit amet, consectetur adipiscing elit. '.repeat(50), '\ud800\ud800あ\udc00', '\u0000\u0007')).not.toThrow();
    expect(read('壊れた\ud800文字').map(({ rule }) => rule)).toEqual(['invisible-character']);
  });

  test('any text whatever', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), (texts) => {
      expect(() => read(...texts)).not.toThrow();
    }), { numRuns: 100 });
  });

  // The work on four times the text is four times the work; quadratic would be sixteen.
  test.each([
    ['of doubled marks', '、、'], ['of digits', '1234'], ['of spaces', ' 　'], ['of opening brackets', '「（'], ['of katakana', 'コンプライアンス'], ['of kanji', '行財政改革推進計画'], ['of a compound', '取組み、'], ['of one particle', 'をを'], ['of list commas', '狛江市、'],
  ])('60,000 characters %s take linear time', (_, unit) => expect(growthOf(unit, 60_000)).toBeLessThan(9), 60_000);

  test('200,000 characters without a full stop take linear time', () => {
    expect(growthOf('新型コロナウイルス感染症の影響により中止となったが連携を行い、', 200_000)).toBeLessThan(9);
  }, 120_000);

  /** How many times the work of a quarter of the text the whole takes. */
  function growthOf(unit: string, characters: number): number {
    // Time of the processor in milliseconds: what else the machine does must not count.
    const workOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const start = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    workOf(5_000);
    return workOf(characters) / Math.max(20, workOf(characters / 4));
  }
});
