import { sentenceRule } from '../rule.ts';
import { compoundTail } from './compound-particle.ts';

/** Words that have no use with another particle; 「を通じ」「をもって」 are right. */
const onlyAfterNi = /^(?:対し|対す|関し|関す|基づ|応じ|伴[いう]|際し)/;

export const noForNi = sentenceRule({
  name: 'no-for-ni', title: '「の基づき」「への対し」など', family: 'sentence', level: 'error',
  catches: '「協定の基づき」「市民の対し」「市民への対し」「市民を対し」のように、「に」とすべきところがほかの助詞になっている箇所。',
  why: '「に基づき」「に対し」などは決まった形であり、ほかの助詞では文がつながらないためです。',
  example: { wrong: '協定の基づき、測定会を実施した。', right: '協定に基づき、測定会を実施した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.pos !== '助詞' || !/^[のをがへ]$/.test(token.surface)) continue;
    // 「への対し」: one particle too many, and neither is the right one.
    const double = token.surface === 'の' && before?.pos === '助詞' && /^[へにとで]$/.test(before.surface);
    if ((double ? tokens[index - 2] : before)?.pos !== '名詞') continue;
    const tail = compoundTail(text.text, token.end, tokens[index + 1]);
    // 「騒音を伴う」「三人が応じた」 are said.
    if (tail === null || (token.surface !== 'の' && (tail.startsWith('伴') || (token.surface === 'が' && tail.startsWith('応じ')))) || ((token.surface !== 'の' || double) && !onlyAfterNi.test(tail))) continue;
    const start = double ? before.start : token.start;
    yield { start, end: token.end + tail.length, message: `「${text.text.slice(start, token.end)}${tail}」は「に${tail}」の打ち間違いと思われます。`, suggestion: `に${tail}` };
  }
});
