import { sentenceRule, type Slip } from '../rule.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

export const brokenInflection = sentenceRule({
  name: 'broken-inflection', title: '語形の崩れ', family: 'sentence', level: 'error',
  catches: '「人気を集めし、」「担当しもらった」「進だため」「利用者が増えが、」「要望が多いく」「記入まてを」「開示請求件は」のように、一字が余分か足りないために語の形が崩れている箇所。',
  why: '打ち間違いや直し残しで、文になっていないためです。',
  example: { wrong: '点検を地域に担当しもらった。', right: '点検を地域に担当してもらった。' },
}, function* ({ tokens, text }) {
  for (const index of tokens.keys()) {
    const broken = brokenAt(tokens, index);
    if (broken === null) continue;
    const [start, end] = [tokens[index]!.start, tokens[index + broken.length - 1]!.end];
    const quote = text.text.slice(start, end);
    const slip: Slip = { start, end, message: broken.right === undefined ? `「${quote}」に余分な字や抜けた字がないか確かめてください。` : `「${quote}」は「${broken.right}」の誤りと思われます。` };
    yield broken.right === undefined ? slip : { ...slip, suggestion: broken.right };
  }
});

interface Broken {
  /** Tokens from the first. */
  readonly length: number;
  readonly right?: string;
}

function brokenAt(tokens: readonly Token[], index: number): Broken | null {
  const [before, token, next, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1], tokens[index + 2]];
  if (!next) return null;
  return brokenVerb(before, token, next, after) ?? brokenNoun(before, token, next, after) ?? brokenParticle(before, token, next, after);
}

/** Verbs that stand after て only. */
const afterTe = /^(?:もらう|いただく|おく|くれる|しまう|いる|おる|ある|くる|行う|いく|くださる|参る|まいる)$/;

function brokenVerb(before: Token | undefined, token: Token, next: Token, after: Token | undefined): Broken | null {
  const { surface, pos, form } = token;
  // 「多いく」: the dictionary cuts 多 and いく.
  if (pos === '形容詞' && form === 'ガル接続' && next.surface === 'いく') return { length: 2, right: `${surface}く` };
  if (pos === '動詞' && form.startsWith('体言接続') && next.surface === 'たった') return { length: 2, right: `${surface}った` };
  if (pos === '動詞' && surface === 'し' && token.base === 'する' && isVerbalNoun(before) && !/^お?話$/.test(before!.surface) && next.pos === '動詞' && next.detail === '非自立' && afterTe.test(next.base)) return { length: 2, right: `して${next.surface}` };
  // 「集めし、」; お集めした is said.
  if (isVerb(token) && form === '連用形' && /^\p{Script=Han}.*[いきしちにひみりぎじびえけせてねめれげぜべ]$/u.test(surface) && next.surface === 'し' && next.base === 'する' && next.pos === '動詞' && /^(?:、|た|て|まし|ます)$/.test(after?.surface ?? '') && isParticle(before, 'を') && !/持ち$|乗り$|取りまとめ$/.test(surface)) return { length: 2, right: surface };
  if (pos === '動詞' && form === '連用形' && next.pos === '感動詞' && after?.pos === '動詞') return { length: 3 };
  if (isVerbalNoun(token) && next.surface === 'でる' && next.pos === '動詞') return { length: 2, right: `${surface}できる` };
  return pos === '動詞' && surface === 'まて' && before?.pos === '名詞' && /^(?:助詞|名詞|記号)$/.test(next.pos) ? { length: 1, right: 'まで' } : null;
}

/** First kanji of verbs whose past is んだ. */
const nasal = /^[進読組込住飲済休盛励弾望沈踏拒摘囲臨挑澄及学遊呼運並喜選結叫飛積富包試歩]$/;

function brokenNoun(before: Token | undefined, token: Token, next: Token, after: Token | undefined): Broken | null {
  const { surface, pos, detail } = token;
  // 「持続可能性な」: a noun made with 性 or 化 takes の.
  if (/^[性化率]$/.test(surface) && detail === '接尾' && next.surface === 'な' && next.pos === '助動詞' && after?.pos === '名詞' && !/^[慢急中陰陽悪良]$/.test(before?.surface ?? '')) return { length: 2 };
  if (nasal.test(surface) && next.surface === 'だ' && before?.pos === '助詞' && /^(?:ため|こと|ほか|後|結果|が|。|、|もの)$/.test(after?.surface ?? '')) return { length: 2, right: `${surface}んだ` };
  // 「利用者が増えが、」.
  const amount = before?.detail2 === '助数詞' || before?.detail === '接尾';
  if ((isParticle(before, 'が') || (amount && /^(?:増え|減り|伸び|延び|縮み|上がり|下がり)$/.test(surface))) && pos === '名詞' && /^\p{Script=Han}[ぁ-ん]{1,3}$/u.test(surface) && /[えけせてねめれげぜべいきしちみりびぎ]$/.test(surface) && isParticle(next, 'が') && after?.surface === '、') return { length: 2, right: `${surface}たが` };
  // 「開示請求件は」: matters are counted, or named with の.
  if (surface === '件' && isVerbalNoun(before) && next.pos === '助詞' && /^[はをがに]$/.test(next.surface)) return { length: 1 };
  const alone = /^(\p{Script=Han})\1$/u.test(surface) && !/^[人日年月品国道]/.test(surface);
  return alone && /^(?:一般|UNK|\*)$/.test(detail) && !/\p{Script=Han}$/u.test(before?.surface ?? '') && !/^\p{Script=Han}/u.test(next.surface) ? { length: 1, right: surface[0]! } : null;
}

const people = /[者人子親族民童員]$/;

function brokenParticle(before: Token | undefined, token: Token, next: Token, after: Token | undefined): Broken | null {
  const { surface, pos } = token;
  if (surface === 'て' && pos === '助詞' && before?.pos === '動詞' && isParticle(next, 'も') && after?.surface === 'の' && after.detail === '連体化') return { length: 3, right: 'ても' };
  if (surface === 'の' && before?.pos === '名詞' && before.detail !== '非自立' && next.surface === 'として' && next.pos === '助詞') return { length: 2, right: 'として' };
  if (/^に(?:関し|対し|基づき|おい|際し)$/.test(surface) && /^(?:ついて|ついては|おいて|対して|関して|つい)$/.test(next.surface)) return { length: 2 };
  if (surface === 'な' && token.detail === '終助詞' && before?.pos === '動詞' && isParticle(next, 'と') && after?.surface === '、') return { length: 2, right: 'など' };
  // 「食材といて活用」; 家族といて is said.
  if (isParticle(token, 'と') && before?.pos === '名詞' && !people.test(before.surface) && next.surface === 'い' && next.base === 'いる' && after?.surface === 'て') return { length: 3, right: 'として' };
  return null;
}
