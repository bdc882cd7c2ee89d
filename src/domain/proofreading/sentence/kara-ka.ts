import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';
import { isMoment } from './yori-as-from.ts';

export const karaKa = sentenceRule({
  name: 'kara-ka', title: '「私費会計から公会計化した」', family: 'sentence', level: 'advice',
  catches: '「紙から電子化した」「直営から民営化した」のように、変わる前を表す「から」が「〜化する」と組み合わされている箇所。',
  why: '「から」は「〜に変えた」「〜に移行した」と組み合わせる語で、「〜化した」では変わった後が述べられないためです。',
  example: { wrong: '私費会計から公会計化した。', right: '私費会計から公会計に移行した。' },
}, function* ({ tokens, text }) {
  for (const [index, kara] of tokens.entries()) {
    const before = tokens[index - 1];
    if (!isParticle(kara, 'から') || before?.pos !== '名詞' || isMoment(text.text.slice(Math.max(0, kara.start - 12), kara.start))) continue;
    if (/副詞可能|代名詞|非自立/.test(before.detail + before.detail2) || /[前後頃初末降点号版期目]$/.test(before.surface) || /(?:者|員|民|会|市|国|都|県|省|庁|観点|視点|立場|理由|こと)$/.test(before.surface)) continue;
    let ka = index + 1;
    while (tokens[ka]?.pos === '名詞' && tokens[ka]!.surface !== '化') ka += 1;
    if (ka === index + 1 || tokens[ka]?.surface !== '化' || tokens[ka + 1]?.base !== 'する') continue;
    yield { start: kara.start, end: tokens[ka + 1]!.end, message: `「${text.text.slice(kara.start, tokens[ka]!.end)}する」は「から〜に移行する」などとしてください。` };
  }
});
