import { sentenceRule } from '../rule.ts';
import { isVerbalNoun } from '../token.ts';

export const droppedShi = sentenceRule({
  name: 'dropped-shi', title: '「し」の脱落', family: 'sentence', level: 'error',
  catches: '「研修を実施た」「検討ました」「調整ている」のように、「する」の一部が抜けている箇所。',
  why: '打ち間違いであり、文になっていないためです。',
  example: { wrong: '研修を実施た。', right: '研修を実施した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next) continue;
    // 「こととた」「ようにます」: the particle of とする and ようにする with a bare ending.
    const afterParticle = token.pos === '助詞' && /^(?:と|に)$/.test(token.surface) && next.pos === '助動詞' && /^(?:た|まし)$/.test(next.surface);
    const madeVerb = token.surface === '化' && token.pos === '名詞';
    if (!isVerbalNoun(token) && !afterParticle && !madeVerb) continue;
    const auxiliary = next.pos === '助動詞' && /^(?:た|まし|ます|ませ)$/.test(next.surface);
    // 「埋立ての速さ」 is a noun.
    const te = next.pos === '助詞' && next.surface === 'て' && !/^(?:の|を|に|が|は|と|、|等|など|・)$/.test(tokens[index + 2]?.surface ?? '') || (next.surface === 'て' && tokens[index + 2]?.surface === '、' && !token.surface.endsWith('立'));
    const teIru = next.pos === '動詞' && ['てる', 'ている'].includes(next.base);
    if (!auxiliary && !te && !teIru) continue;
    yield { start: token.start, end: next.end, message: `「${token.surface}」の後の「し」が抜けていると思われます。`, suggestion: `${token.surface}し${next.surface}` };
  }
});
