import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun } from '../token.ts';

export const noYori = sentenceRule({
  name: 'no-yori', title: '「のより」と「により」', family: 'sentence', level: 'error',
  catches: '「影響のより中止した」のように、「により」とすべきところが「のより」になっている箇所。',
  why: '「に」と「の」の打ち間違いで、声に出して読まないと気付きにくいためです。「市民のより一層の理解」のような比較の「より」は対象になりません。',
  example: { wrong: '感染症の影響のより中止となった。', right: '感染症の影響により中止となった。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const noun = tokens[index - 1];
    const yori = tokens[index + 1];
    const next = tokens[index + 2];
    if (token.surface !== 'の' || noun?.pos !== '名詞' || yori?.surface !== 'より' || !next) continue;
    const after = tokens.slice(index + 2, index + 7);
    const plainVerb = isVerb(next) && next.base !== 'よる';
    const verbalNoun = isVerbalNoun(next) && /^(?:と|し|さ|する)$/.test(tokens[index + 3]?.surface ?? '');
    // 「市民のより参加しやすい」 compares; so does a degree (より良い, より多くの).
    const compares = after.some(({ surface, detail }) => /^(?:やすい|やすく|にくい|た[いく]|くい)$/.test(surface) || detail === '形容動詞語幹');
    if (next.surface === '、' || ((plainVerb || verbalNoun) && !compares)) {
      yield { start: token.start, end: yori.end, message: '「のより」は「により」の打ち間違いと思われます。', suggestion: 'により' };
    }
  }
});
