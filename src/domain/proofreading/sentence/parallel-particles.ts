import { matchesOf, sentenceRule } from '../rule.ts';

const amount = '[0-9０-９][0-9０-９,，.．]*[^ぁ-ん、。0-9０-９]{0,5}';
const pattern = new RegExp(`(を)${amount}、[^、。を]{1,30}?(は)${amount}|(は)${amount}、[^、。は]{1,30}?(を)${amount}`, 'g');

export const parallelParticles = sentenceRule({
  name: 'parallel-particles', title: '並べた数の助詞の不ぞろい', family: 'sentence', level: 'advice',
  catches: '「購入量を91.0％、使用量は88.5％まで削減した」のように、数を並べた節で「を」と「は」が混ざっている箇所。',
  why: '並べた語句の助詞がそろわないと、一つの動詞に係らなくなるためです。',
  example: { wrong: '購入量を91.0％、使用量は88.5％まで削減した。', right: '購入量を91.0％、使用量を88.5％まで削減した。' },
}, function* ({ body, start }) {
  for (const { index, 0: words } of matchesOf(body, pattern)) {
    yield { start: start + index, end: start + index + words.length, message: '並べた語句の助詞（「を」と「は」）がそろっていません。' };
  }
});
