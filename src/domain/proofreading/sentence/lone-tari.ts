import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

export const loneTari = sentenceRule({
  name: 'lone-tari', title: '一つだけの「〜たり」', family: 'sentence', level: 'advice',
  catches: '「資料を配布したり、説明会を開催した」のように、「〜たり」が一度しか使われていない箇所。「〜たりする」で終わるものは対象になりません。',
  why: '「〜たり」は「〜たり、〜たりする」と、並べるものの全てに付けるためです。',
  example: { wrong: '資料を配布したり、説明会を開催した。', right: '資料を配布したり、説明会を開催したりした。' },
}, function* ({ tokens }) {
  const found = tokens.filter(isTari);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return;
  const next = tokens[tokens.indexOf(only) + 1];
  if (next?.surface === '、') yield { start: only.start, end: only.end, message: '「〜たり」は、並べるものの全てに付けます。「〜たり、〜たりする」としてください。' };
});

function isTari({ surface, pos }: Token): boolean {
  return (pos === '助詞' && /^[ただ]り$/.test(surface)) || surface === 'たり';
}
