import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

/** Verbs of every other sentence, whose return nobody hears. */
const plain = new Set(['実施', '対応', '利用', '参加', '開催']);

export const verbRepeated = sentenceRule({
  name: 'verb-repeated', title: '「推進することで…推進する」', family: 'sentence', level: 'advice',
  catches: '「連携を推進することで、質の高い運営を推進する」のように、手段や目的を述べる節と文末に、同じ「〜する」が使われている箇所。',
  why: '手段と結果が同じ語になり、何によって何がどうなるのかが伝わらないためです。',
  example: { wrong: '連携を推進することで、質の高い運営を推進する。', right: '連携を進めることで、質の高い運営を推進する。' },
}, function* ({ tokens }) {
  const end = tokens.findLastIndex((token, index) => isVerbalNoun(token) && tokens[index + 1]?.base === 'する' && index > tokens.length - 7);
  const last = tokens[end];
  if (!last || plain.has(last.surface)) return;
  const first = tokens.findIndex((token, index) => index < end && token.surface === last.surface && isMeans(tokens, index));
  if (first !== -1) yield { start: last.start, end: last.end, message: `同じ文の前の節でも「${last.surface}する」と述べています。` };
});

/** 「推進することで、」「推進することにより、」「推進するため、」. */
function isMeans(tokens: readonly Token[], index: number): boolean {
  const words = tokens.slice(index + 1, index + 6).map(({ surface }) => surface).join('');
  return /^(?:する|した|し)(?:ことで、|ことにより、|ため、|ために、)/.test(words);
}
