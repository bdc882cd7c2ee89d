import { sentenceRule } from '../rule.ts';
import { compoundTail } from './compound-particle.ts';

export const missingNi = sentenceRule({
  name: 'missing-ni', title: '「に」の脱落', family: 'sentence', level: 'error',
  catches: '「可否などついて」「計画基づき」「利用者対して」のように、「について」「に基づき」などの「に」が抜けている箇所。',
  why: '決まった形の助詞の一部が抜けており、文がつながらないためです。',
  example: { wrong: '郵送対応の可否などついて検討した。', right: '郵送対応の可否などについて検討した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const isNoun = token.pos === '名詞' && token.detail !== '非自立' && token.detail2 !== '助数詞' && !/副詞可能/.test(token.detail + token.detail2);
    const isList = /^(?:など|等|ほか)$/.test(token.surface);
    const closes = /^[」』）]$/.test(token.surface);
    if (!isNoun && !isList && !closes) continue;
    const tail = compoundTail(text.text, token.end, tokens[index + 1]);
    // つなが, 努め and 沿って follow を or は as well, so only a bare noun before them is telling; 係る is a noun's neighbour in headings.
    if (tail === null || /^(?:係る|代えて|代わり|つなが|わたり)$/.test(tail)) continue;
    yield { start: token.start, end: token.end + tail.length, message: `「${tail}」の前の「に」が抜けていると思われます。`, suggestion: `${token.surface}に${tail}` };
  }
});
