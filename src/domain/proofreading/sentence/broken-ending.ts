import { type Slip, sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export const brokenEnding = sentenceRule({
  name: 'broken-ending', title: '語尾の打ち間違い', family: 'sentence', level: 'error',
  catches: '「増えましたた」「統合すため」「延長しまた。」「短縮こと」のように、活用する語の形が崩れている箇所。',
  why: '一字が余分であるか、抜けており、文になっていないためです。',
  example: { wrong: '窓口を統合すため、組織を見直した。', right: '窓口を統合するため、組織を見直した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const slip = next ? slipBetween(token, next, tokens[index + 2]) : null;
    if (slip) yield slip;
  }
});

function slipBetween(token: Token, next: Token, after: Token | undefined): Slip | null {
  const both = { start: token.start, end: next.end };
  const twice = token.pos === '助動詞' && next.pos === '助動詞' && token.surface === next.surface && /^(?:た|です|ます|まし)$/.test(token.surface);
  if (twice) return { ...both, message: `「${token.surface}」が余分と思われます。`, suggestion: token.surface };
  const kanaTwice = token.pos === '動詞' && next.pos === '動詞' && token.surface === next.surface && /^[しせれさ]$/.test(token.surface);
  if (kanaTwice) return { ...both, message: `「${token.surface}」が余分と思われます。`, suggestion: token.surface };
  // 「短縮させれた」: the passive of させる has ら.
  if (token.pos === '動詞' && token.detail === '接尾' && /^(?:せる|させる)$/.test(token.base) && next.base === 'れる') return { ...both, message: '「させられ」か「させ」の誤りと思われます。' };
  // 「重点を移ました」: ます follows a verb, and no kanji.
  const noVerb = (token.pos === '名詞' || token.pos === 'UNK' || token.form.startsWith('体言接続特殊')) && /\p{Script=Han}$/u.test(token.surface) && !isVerbalNoun(token) && next.pos === '助動詞' && ['ます', 'た'].includes(next.base) && (next.base === 'ます' || token.pos === '動詞');
  if (noVerb) return { ...both, message: `「${token.surface}」の後の字が抜けていると思われます。` };
  const bareKoto = token.pos === '名詞' && token.detail === '非自立' && token.surface === 'こと' && next.base === 'する' && next.pos === '動詞';
  if (bareKoto) return { ...both, message: '「こと」の後の「と」などが抜けていると思われます。' };
  const bareStem = token.pos === '動詞' && token.detail === '自立' && token.form === '連用形' && /^\p{Script=Han}+[えけげせてねべめれ]$/u.test(token.surface) && next.detail === '非自立' && /^(?:こと|ため|もの)$/.test(next.surface);
  const stemNoun = token.pos === '名詞' && /^(?:始め|受け|求め|進め|決め|定め|努め|改め|備え|支え|答え|設け)$/.test(token.surface) && next.surface === 'こと' && next.detail === '非自立';
  if (bareStem || stemNoun) return { ...both, message: `「${token.surface}」と「${next.surface}」の間の「た」「る」などが抜けていると思われます。` };
  const bareSu = token.form === '文語基本形' && token.surface === 'す' && next.pos === '名詞' && next.detail === '非自立';
  if (bareSu) return { ...both, message: '「する」の「る」が抜けていると思われます。', suggestion: `する${next.surface}` };
  const bareNoun = isVerbalNoun(token) && next.detail === '非自立' && (next.surface === 'こと' || next.surface === 'ため') && after?.surface !== '池';
  if (bareNoun) return { ...both, message: `「${token.surface}」と「${next.surface}」の間の「する」などが抜けていると思われます。` };
  if (token.surface === 'し' && token.base === 'する' && next.surface === 'また' && after?.surface === '。') return { ...both, message: '「しました」の「し」が抜けていると思われます。', suggestion: 'しました' };
  if (token.pos === '助詞' && token.surface === 'な' && next.pos === '助動詞' && next.surface === 'た') return { ...both, message: '「なった」などの一字が抜けていると思われます。' };
  const teParticle = token.pos === '助詞' && token.detail === '接続助詞' && token.surface === 'て' && next.pos === '助詞' && /^(?:を|が|で|として|に)$/.test(next.surface) && next.detail !== '副詞化';
  return teParticle ? { ...both, message: `「${token.surface}${next.surface}」とは続きません。余分な字がないか確かめてください。` } : null;
}
