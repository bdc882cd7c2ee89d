import { sentenceRule } from '../rule.ts';
import { compoundTail } from './compound-particle.ts';

export const noForNi = sentenceRule({
  name: 'no-for-ni', title: '「の基づき」「の対し」など', family: 'sentence', level: 'error',
  catches: '「協定の基づき」「市民の対し」「実施の当たり」のように、「に」とすべきところが「の」になっている箇所。',
  why: '「に基づき」「に対し」などは決まった形であり、「の」では文がつながらないためです。',
  example: { wrong: '協定の基づき、測定会を実施した。', right: '協定に基づき、測定会を実施した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    if (token.surface !== 'の' || token.pos !== '助詞' || tokens[index - 1]?.pos !== '名詞') continue;
    const tail = compoundTail(text.text, token.end, tokens[index + 1]);
    if (tail === null) continue;
    yield { start: token.start, end: token.end + tail.length, message: `「の${tail}」は「に${tail}」の打ち間違いと思われます。`, suggestion: `に${tail}` };
  }
});
