import { textRule } from '../rule.ts';
import type { Tokenize } from '../token.ts';
import { wordUsage } from '../usage/word-usage.ts';
import { everydayWords } from './everyday-words.ts';

/** Pairs that are words in both orders, or the seam of two words: 会議 and 議会, 民間 and 間民. */
const bothWays = new Set([...everydayWords].filter((word) => everydayWords.has(turned(word))));

/** 「十日前」「月二回」「一年半」: kanji of amounts stand in any order. */
const amount = /[一二三四五六七八九十百千万年月日時分前後半員様割取高除排波覚]/;

export const swappedKanji = textRule({
  name: 'swapped-kanji', title: '漢字の入替わり', family: 'sentence', level: 'error',
  catches: '「情報発信の段手」「調査の果結」のように、よく使う二字の語の字が逆になっている箇所。',
  why: '打つ順序が入れ替わったものと思われ、字面が似ているため見落としやすいためです。',
  example: { wrong: '情報発信の段手を増やした。', right: '情報発信の手段を増やした。' },
}, function* ({ text }, { tools: { tokenize } }) {
  const { isFamiliar } = wordUsage();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    const word = turned(pair);
    if (!(everydayWords.has(word) || (isFamiliar(word) && !isFamiliar(pair) && !amount.test(pair))) || bothWays.has(word) || pair[0] === pair[1] || isSome(text, at) || isOffice(text, at) || isWhole(text, at, tokenize)) continue;
    yield { start: at, end: at + 2, message: `「${pair}」は「${word}」の打ち間違いと思われます。`, suggestion: word };
    at += 1;
  }
});

function turned(pair: string): string {
  return pair.slice(1) + pair.slice(0, 1);
}

/** 「生徒も数人いる」「月に数件」. */
function isSome(text: string, at: number): boolean {
  return text[at] === '数' && !/(?![十百千万])\p{Script=Han}/u.test(text[at - 1] ?? '');
}

/** 市民税|課, 資産税|課: what an office is called behind what it deals with. */
function isOffice(text: string, at: number): boolean {
  return /[課係部室局署]/.test(text[at + 1] ?? '') && /\p{Script=Han}/u.test(text[at - 1] ?? '');
}

/** Whether one of the two kanji belongs to a word of its own: 防災|害虫, 市民|間. */
function isWhole(text: string, at: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, at - 6);
  const before = /\p{Script=Han}*$/u.exec(text.slice(from, at))![0].length;
  const after = /^\p{Script=Han}*[ぁ-ん]{0,3}/u.exec(text.slice(at + 2, at + 10))![0].length;
  const start = at - before;
  return tokenize(text.slice(start, at + 2 + after)).some((token) => {
    const [first, end] = [start + token.start, start + token.end];
    return end - first >= 2 && first < at + 2 && end > at;
  });
}
