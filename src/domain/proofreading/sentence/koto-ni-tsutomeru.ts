import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun, type Token } from '../token.ts';

export const kotoNiTsutomeru = sentenceRule({
  name: 'koto-ni-tsutomeru', title: '「〜することに努めた」など', family: 'sentence', level: 'advice',
  catches: '「回収することに努めた」「周知することを行った」「整備することを図る」のように、「こと」を挟んで回りくどくなっている箇所。',
  why: '「回収に努めた」「周知した」「整備を図る」とする方が短く、係り受けも明らかになるためです。',
  example: { wrong: '債権を回収することに努めた。', right: '債権の回収に努めた。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    const [suru, koto, particle, verb] = tokens.slice(index + 1, index + 5);
    if (!isVerbalNoun(noun) || suru?.surface !== 'する' || koto?.surface !== 'こと' || !particle || !verb) continue;
    const tsutomeru = isParticle(particle, 'に') && ['努める', '取り組む'].includes(verb.base);
    const okonau = isParticle(particle, 'を') && ['行う', '図る', '実施', '進める', '推進'].includes(verb.base);
    if (!tsutomeru && !okonau) continue;
    const compound = nounBefore(tokens, index);
    yield {
      start: noun.start, end: verb.end,
      message: compound === null
        ? `「${text.text.slice(noun.start, verb.end)}」は「${noun.surface}${particle.surface}${verb.surface}」などと短くできます。`
        : `「${compound}${noun.surface}する」は「を」が抜けた形です。「${compound}の${noun.surface}${particle.surface}${verb.surface}」などとしてください。`,
    };
  }
});

/** 債権 of 債権回収する: an object that lost its を. */
function nounBefore(tokens: readonly Token[], index: number): string | null {
  const before = tokens[index - 1];
  return before?.pos === '名詞' && before.detail === '一般' ? before.surface : null;
}
