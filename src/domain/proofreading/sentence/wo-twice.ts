import { sentenceRule } from '../rule.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

export const woTwice = sentenceRule({
  name: 'wo-twice', title: '一つの節に「を」が二度', family: 'sentence', level: 'advice',
  catches: '「起債を活用を予定している」「費用対効果等を総合的に導入を推進する」のように、間に動詞がないまま「を」が二度使われている箇所。',
  why: '語句が抜けているか、直した跡が残っていて、何を何するのかが読み取れないためです。「市民を対象に講座を開く」のような形は対象になりません。',
  example: { wrong: '有利な起債を活用を予定している。', right: '有利な起債の活用を予定している。' },
}, function* ({ tokens, text }) {
  let first: number | null = null;
  for (const [index, token] of tokens.entries()) {
    if (isParticle(token, 'を')) {
      if (first !== null && index > first + 1 && !isIdiom(tokens, index)) {
        const start = tokens[first]!;
        yield { start: start.start, end: token.end, message: `「${text.text.slice(start.start, token.end)}」と、間に動詞がないまま「を」が二度使われています。` };
      }
      first = opensObject(tokens, index) ? index : null;
    } else if (closesObject(tokens, index)) {
      first = null;
    }
  }
});

/** 「を対象に」「を四半期ごとに」 need no verb of their own: noun + に/と follows at once. */
function opensObject(tokens: readonly Token[], index: number): boolean {
  let next = index + 1;
  while ((tokens[next]?.pos === '名詞' || (tokens[next]?.surface === 'の' && /^[つ大本]$/.test(tokens[next - 1]?.surface.at(-1) ?? ''))) && !/形容動詞語幹/.test(tokens[next]!.detail) && tokens[next]!.surface !== '的') next += 1;
  const after = tokens[next];
  return !(next > index + 1 && after?.pos === '助詞' && /^(?:に|と|として)$/.test(after.surface) && after.detail !== '副詞化');
}

/** 「研修を３年目の職員を対象に実施した」: the second を belongs to an idiom and the first to the verb. */
function isIdiom(tokens: readonly Token[], index: number): boolean {
  const after = tokens.slice(index + 1, index + 3).map(({ surface }) => surface).join('');
  // 「協力を得て」 and the like say how, and take nothing from the object before.
  if (/^(?:得|借り|受け|求め)/.test(tokens[index + 1]?.surface ?? '') && /^(?:協力|支援|助言|指導|同意|承認|参加|参画|意見|理解|援助|補助|助成|委託|許可|了解|後援|監修|手|力)$/.test(tokens[index - 1]?.surface ?? '')) return true;
  // 「副市長を長とする会議」「膝を交えて」.
  if (/^(?:長|委員長|会長|座長|本部長|代表|構成員|メンバー)と/.test(after) || /^(?:交え|割っ|突き合わせ|そろえ|もっ|挙げ)/.test(tokens[index + 1]?.surface ?? '') && /^[膝腹顔額身]$/.test(tokens[index - 1]?.surface ?? '')) return true;
  // 「職員を介さず」「三年を超えて」「任期を定めて」 say how.
  if (/^(?:介|経|要|超え|定め|兼ね|問わ|伴|挟)/.test(tokens[index + 1]?.surface ?? '') && /^(?:さ|し|て|ず)$/.test(tokens[index + 2]?.surface ?? '')) return true;
  return /^(?:対象|目的|中心|テーマ|基|もと|例|軸|柱|契機|きっかけ|前提|条件|参考|視野|念頭|通じ|含め|除き|除い|問わ|踏まえ)/.test(after);
}

function closesObject(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.pos === '記号' && token.detail !== '一般') return true;
  if (/^[、。，．；：（）()「」『』／]$/.test(token.surface) || /^(?:除く|通じ|含め|もと|元|基|始め|はじめ|め|ず|なし|なく|改めて|剝)/.test(token.surface)) return true;
  if (token.pos === '動詞' || token.pos === '助動詞' || token.pos === '形容詞') return true;
  // A verbal noun that ends its clause (を実施、) is the business of another rule.
  return isVerbalNoun(token) && isVerb(tokens[index + 1]) && tokens[index + 1]!.base === 'する';
}
