import { matchesOf, sentenceRule } from '../rule.ts';
import { wordUsage } from '../usage/word-usage.ts';

export const splitWord = sentenceRule({
  name: 'split-word', title: '助詞が語の中に入った箇所', family: 'sentence', level: 'error',
  catches: '「公営企業会計への移に行備え」「組の織再編」「歳は入当初予算を」のように、漢字二字の語の間に、その後に付くはずの助詞が入っている箇所。',
  why: '打つ順序が入れ替わったもので、目では続けて読んでしまうためです。',
  example: { wrong: '歳は入当初予算を上回った。', right: '歳入は当初予算を上回った。' },
}, function* ({ body, start }) {
  const { isFamiliar } = wordUsage();
  for (const { index, 0: words, 1: first, 2: particle, 3: second, 4: next } of matchesOf(body, /(?<![一-龠])([一-龠])([はがをにのでと])([一-龠])(?=([一-龠]))/g)) {
    if (!isFamiliar(first! + second!) || isFamiliar(second! + next!) || /[一二三四五六七八九十百千年月日市町村区県都国人見]/.test(words)) continue;
    yield { start: start + index, end: start + index + words.length, message: `「${first}${second}${particle}」の順序が入れ替わっていると思われます。`, suggestion: first! + second! + particle! };
  }
});
