import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, countForms, type Occurrence } from './vote.ts';

const description: RuleDescription = {
  name: 'native-count', title: '「２つ」と「二つ」', family: 'consistency', level: 'advice',
  catches: '「二つの施設」「三つの柱」と書いている報告書の「２つの協定」のように、「つ」の前の数字に漢数字、算用数字、平仮名が混ざっている箇所。「一つ一つ」「もう一つ」などは対象になりません。',
  why: '「ひとつ」「ふたつ」と読む数え方は、公用文では漢数字で書くこととされ、報告書の中でもそろえる必要があるためです。',
  example: { wrong: '三つの施設を改修した。／二つの協定を結んだ。／３つの事業を統合した。', right: '三つの施設を改修した。／二つの協定を結んだ。／三つの事業を統合した。' },
};

const kanji = '一二三四五六七八九';
const counted = /(?<![0-9０-９一二三四五六七八九十.．,，つ])([1-9１-９]|[一二三四五六七八九])つ(?!いて|つ|くり|な|け|[一二三四五六七八九]つ)/g;

const isKanji = (number: string): boolean => kanji.includes(number);

export const nativeCount = reportRule(description, ({ texts }) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(counted)]
    // 「一つにまとめる」「もう一つ」 are turns of phrase.
    .filter(({ 1: number }) => number !== '一')
    .map(({ index, 0: words, 1: number }): Occurrence => ({
      text, start: index, end: index + words.length, form: isKanji(number!) ? '漢数字' : '算用数字',
      as: (form) => `${form === '漢数字' ? (isKanji(number!) ? number! : kanji[Number(number!.normalize('NFKC')) - 1]!) : String(kanji.indexOf(number!) + 1)}つ`,
    })));
  const [most, least] = countForms(found, ['漢数字']);
  // A report that is half in each has no manner to be kept to.
  return most && least && most[1] >= 2 * least[1] ? againstMajority(description, found, ['漢数字']) : [];
});
