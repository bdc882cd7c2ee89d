import { matchesOf, textRule } from '../rule.ts';

export const sentenceAfterBracket = textRule({
  name: 'sentence-after-bracket', title: '句点の後の括弧書き', family: 'sentence', level: 'note',
  catches: '「実施した。（延べ1,120人）」のように、文の補足が句点の後の括弧に書かれている箇所。「（再掲）」は対象になりません。',
  why: '公用文では、文の一部を補足する括弧書きは句点の前に置き、「実施した（延べ1,120人）。」とするためです。',
  example: { wrong: '案内を実施した。（延べ1,120人）', right: '案内を実施した（延べ1,120人）。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: inside } of matchesOf(text, /。（([^（）。]{1,120})）(?=$|[^。])/g)) {
    if (/^(?:再掲|注|※|参考|新規|拡充|継続|完了)/.test(inside!)) continue;
    yield { start: index, end: index + words.length, message: '文を補足する括弧書きは、句点の前に置きます。', suggestion: `（${inside}）。` };
  }
});
