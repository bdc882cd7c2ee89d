import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun } from '../token.ts';

/** Verbs that follow こと with な or よ of another word, or that the dictionary reads so. */
const own = new Set(['なる', 'ある', 'いう', 'よる', 'いる', 'ない', 'する']);

export const particleAfterKoto = sentenceRule({
  name: 'particle-after-koto', title: '「こと」の後の助詞の脱落', family: 'sentence', level: 'error',
  catches: '「作成されたこと確認した」「参加することできる」「継続すること目指す」のように、「こと」の後の「を」「が」などが抜けている箇所。',
  why: '助詞が抜けると、文がつながらないためです。',
  example: { wrong: '計画が作成されたこと確認した。', right: '計画が作成されたことを確認した。' },
}, function* ({ tokens }) {
  for (const [index, koto] of tokens.entries()) {
    if (koto.surface !== 'こと' || koto.detail !== '非自立') continue;
    const [next, after] = tokens.slice(index + 1, index + 3);
    if (!next) continue;
    const verbal = isVerbalNoun(next) && after?.base === 'する' && after.pos === '動詞';
    const verb = isVerb(next) && !own.has(next.base);
    if (verbal || verb) yield { start: koto.start, end: next.end, message: `「こと」と「${next.surface}」の間の${next.base === 'できる' ? '「が」' : '「を」など'}が抜けていると思われます。`, suggestion: `こと${next.base === 'できる' ? 'が' : 'を'}${next.surface}` };
  }
});
