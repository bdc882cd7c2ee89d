import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'joined-words', title: '並べた語の区切り', family: 'consistency', level: 'note',
  catches: '「AI-OCR・RPA」と「AI-OCR、RPA」のように、同じ二つの語を並べる記号が報告書の中で異なっている箇所。',
  why: '同じ組合せが別の書き方になっていると、一つの名称なのか列挙なのかが分からなくなるためです。',
  example: { wrong: 'AI-OCR・RPAの導入／AI-OCR・RPAの検証／AI-OCR、RPAの活用', right: 'AI-OCR・RPAの導入／AI-OCR・RPAの検証／AI-OCR・RPAの活用' },
};

const pair = /(?<![A-Za-zァ-ヶー・])([A-Za-z][A-Za-z-]+|[ァ-ヶー]{3,})([・、／/])([A-Za-z][A-Za-z-]+|[ァ-ヶー]{3,})(?![A-Za-zァ-ヶー・])/g;

export const joinedWords = reportRule(description, ({ texts }) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(pair)].map(({ index, 0: words, 1: first, 3: second }) =>
    ({ text, start: index, end: index + words.length, form: words, key: `${first} ${second}` })));
  return [...groupBy(found, ({ key }) => key)].flatMap(([, group]) => againstMajority(description, group));
});
