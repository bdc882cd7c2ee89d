import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'latin-spelling', title: '欧文の語の書き方', family: 'consistency', level: 'advice',
  catches: '「Web」と「WEB」、「eラーニング」と「e-ラーニング」のように、同じ語の大文字と小文字、ハイフンの有無が混ざっている箇所。',
  why: '同じ語が二通りに書かれていると、別のものと受け取られ、検索でも漏れるためです。',
  example: { wrong: 'Web会議を行った。／WEB会議を行った。', right: 'Web会議を行った。／Web会議を行った。' },
};

/** A word in Latin letters with the katakana that belongs to it: Wi-Fi, e-ラーニング. Not a unit after a number. */
const word = /(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９.．])[A-Za-zＡ-Ｚａ-ｚ]{1,20}(?:[-－‐ ][A-Za-zＡ-Ｚａ-ｚ]{1,20}){0,3}(?:(?:[-－‐・ ]?)[ァ-ヶ][ァ-ヶー]{2,15})?(?![A-Za-zＡ-Ｚａ-ｚ])/g;

export const latinSpelling = reportRule(description, ({ texts }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(word)].map(({ index, 0: found }) =>
    // The width is the business of another rule.
    ({ text, start: index, end: index + found.length, form: found.normalize('NFKC') })));
  return [...groupBy(occurrences, ({ form }) => form.toLowerCase().replace(/[-‐ ・]/g, ''))].flatMap(([key, group]) => (key.length < 2 ? [] : againstMajority(description, group)));
});
