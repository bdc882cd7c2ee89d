import { textRule } from '../rule.ts';

const connectives = ['また', 'さらに', 'なお', 'しかし', 'そのため', '加えて', 'あわせて', '併せて', '一方', '次に', 'そして', 'その後', 'このため', '特に'];
const opener = new RegExp(`(?:^|[。、])(${connectives.join('|')})、`, 'g');

export const mataRepeated = textRule({
  name: 'mata-repeated', title: '接続詞の繰返し', family: 'sentence', level: 'advice',
  catches: '一つの段落の中で、「また、」「さらに、」などの同じ接続詞が、続く文に繰り返し使われている箇所。',
  why: '同じ接続詞が続くと、事柄の関係が分かりにくくなり、書き足した跡のように読めるためです。',
  example: { wrong: '受付を行い、また、講座を開催した。また、検討を行った。', right: '受付を行い、講座を開催した。また、検討を行った。' },
}, function* ({ text }) {
  let last = { word: '', end: 0 };
  for (const match of text.matchAll(opener)) {
    const word = match[1]!;
    const start = match.index + match[0].length - word.length - 1;
    const between = text.slice(last.end, start);
    // The same sentence or the next one; further away it is no repetition to the ear.
    if (last.word === word && (between.match(/。/g)?.length ?? 0) <= 1) {
      yield { start, end: start + word.length, message: `「${word}、」が続けて使われています。二つ目を省くか、言い換えてください。` };
    }
    last = { word, end: start + word.length };
  }
});
