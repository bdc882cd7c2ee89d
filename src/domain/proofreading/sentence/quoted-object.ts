import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';

const saying = /^(?:回答|答える|感じる|思う|考える|判定|呼ぶ|称する|述べる)$/;

export const quotedObject = sentenceRule({
  name: 'quoted-object', title: '「「満足」を回答」', family: 'sentence', level: 'error',
  catches: '「86％が「満足」を回答した」「「必要」を感じた」のように、言った内容を表すかぎ括弧の後が「と」でなく「を」になっている箇所。',
  why: '「回答する」「答える」などは、言った内容を「と」で受けるためです。',
  example: { wrong: '利用者の86％が「満足」を回答した。', right: '利用者の86％が「満足」と回答した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [wo, verb] = [tokens[index + 1], tokens[index + 2]];
    if (token.surface !== '」' || !isParticle(wo, 'を') || !verb || !saying.test(verb.pos === '動詞' ? verb.base : verb.surface)) continue;
    yield { start: wo!.start, end: wo!.end, message: `「${verb.surface}」は、かぎ括弧の内容を「と」で受けます。`, suggestion: 'と' };
  }
});
