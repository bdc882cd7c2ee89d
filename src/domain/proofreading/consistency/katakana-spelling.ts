import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'katakana-spelling', title: '片仮名語の書き方', family: 'consistency', level: 'advice',
  catches: '「サーバ」と「サーバー」、「ワークライフバランス」と「ワーク・ライフ・バランス」、「ソフトウェア」と「ソフトウエア」のように、同じ片仮名語の長音、中黒、小さい字の使い方が混ざっている箇所。',
  why: '同じ語が二通りに書かれていると、検索で漏れるためです。',
  example: { wrong: 'サーバの更新／サーバーの増設／サーバーの廃止', right: 'サーバーの更新／サーバーの増設／サーバーの廃止' },
};

const word = /[ァ-ヶ][ァ-ヶー]*(?:・[ァ-ヶ][ァ-ヶー]+)*/g;
const small: Readonly<Record<string, string>> = { ァ: 'ア', ィ: 'イ', ゥ: 'ウ', ェ: 'エ', ォ: 'オ', ヶ: 'ケ', ヵ: 'カ' };

/** The word without long vowels, dots and small letters; a long vowel inside a short word makes another word (ビル, ビール). */
function keyOf(form: string): string {
  const folded = form.replaceAll('ヴァ', 'バ').replaceAll('ヴィ', 'ビ').replaceAll('ヴェ', 'ベ').replaceAll('ヴォ', 'ボ').replaceAll('フォン', 'ホン').replaceAll('・', '').replace(/[ァィゥェォヵヶ]/g, (letter) => small[letter]!);
  return folded.replaceAll('ー', '').length >= 4 ? folded.replaceAll('ー', '') : folded.replace(/ー$/, '');
}

export const katakanaSpelling = reportRule(description, ({ texts }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(word)].filter(({ 0: form }) => form.length >= 3).map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
  // Of two that are used equally often, the one with the long vowel at its end (「外来語の表記」平成３年内閣告示).
  return [...groupBy(occurrences, ({ form }) => keyOf(form))].flatMap(([, group]) => againstMajority(description, group, group.map(({ form }) => form).filter((form) => form.endsWith('ー'))));
});
