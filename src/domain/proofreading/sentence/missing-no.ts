import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

export const missingNo = sentenceRule({
  name: 'missing-no', title: '「の」の脱落', family: 'sentence', level: 'advice',
  catches: '「受講料70％を助成する」「令和３年度中学校における」「拠点として位置付けを検討」「有効性など視点から」のように、名詞と名詞の間の「の」が抜けていると思われる箇所。',
  why: '語の切れ目が分からず、読み誤るおそれがあるためです。',
  example: { wrong: '通信教育の受講料70％を助成した。', right: '通信教育の受講料の70％を助成した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    // 「必要性や有効性など視点から」: など holds what it lists together; a noun after it wants の. Not before amounts, and not where it is an adverb: など多くの.
    if (token.surface === 'など' && token.pos === '助詞' && next?.pos === '名詞' && /^(?:一般|サ変接続)$/.test(next.detail) && /^[一-龠]{2}/.test(next.surface) && !/^(?:合計|全体|多数|多様|複数|各|全|約|計|大半|双方|両方|相互|随時|適宜|逐次|順次|種々|数々|様々|幅広|広範|関係|総合|多岐|一連|主要)/.test(next.surface) && tokens[index - 1]?.pos === '名詞' && /^(?:を|が|は|から|に|で|として|について|により|による|と)$/.test(tokens[index + 2]?.surface ?? '')) {
      yield { start: token.start, end: next.end, message: '「など」の後の「の」が抜けていると思われます。', suggestion: `などの${next.surface}` };
      continue;
    }
    if (!next || token.pos !== '名詞') continue;
    const rest = text.text.slice(next.start, next.start + 14);
    // A part of a whole, the object of 助成 and the like: 費用70％を助成.
    const share = /^[0-9０-９.]+(?:％|%|パーセント|割|分の[0-9０-９一二三]+)を/.test(rest) && /[料費額金分数量]$/.test(token.surface) && !/^[0-9０-９]/.test(token.surface);
    // 「令和３年度中学校における」: an era year runs into a noun with its own particle.
    const year = token.surface === '年度' && next.pos === '名詞' && ['一般'].includes(next.detail) && /^[0-9０-９元]$/.test(tokens[index - 1]?.surface.at(-1) ?? '') && /^\p{Script=Han}{2,6}(?:における|において|の)/u.test(rest) && !/^(?:予算|決算|当初|補正|入所|保険|末|実績|事業|計画|中(?!学)|分|税|版|会計)/.test(rest);
    // 「公園として位置付けを検討」: として qualifies a noun only with の.
    const toshite = next.surface === 'として' && /^(?:として)(?:位置[付づ]け|役割|機能|在り方|あり方|性格|認識|立場)(?:を|が|に|は)/.test(text.text.slice(next.start, next.start + 12));
    // 「施設ごと方針案を」 and 「購入費一部を」: each, or a part, of a whole.
    const noun = next.pos === '名詞' && isParticleAfterNouns(tokens, index + 1);
    const each = token.surface === 'ごと' && token.detail === '接尾' && noun && !tokens.slice(index + 1, index + 5).some(({ surface }) => surface === 'ごと');
    const part = next.surface === '一部' && token.detail !== '副詞可能' && token.detail !== '数' && /^[をがは]$/.test(tokens[index + 2]?.surface ?? '');
    if (each || part) yield { start: token.start, end: next.end, message: `「${token.surface}」と「${next.surface}」の間の「の」が抜けていると思われます。`, suggestion: `${token.surface}の${next.surface}` };
    // 「高齢者ため、」: a noun before ため wants の.
    const tame = next.surface === 'ため' && next.detail === '非自立' && /^(?:一般|サ変接続|接尾|固有名詞)$/.test(token.detail) && /[一-龠ァ-ヶー]$/.test(token.surface) && /^(?:、|に|の)$/.test(tokens[index + 2]?.surface ?? '');
    if (tame) yield { start: token.start, end: next.end, message: '「ため」の前の「の」が抜けていると思われます。', suggestion: `${token.surface}のため` };
    // 「全て保育所で」
    const all = /^(?:全て|すべて)$/.test(token.surface) && next.pos === '名詞' && /^(?:一般|サ変接続)$/.test(next.detail) && /^[一-龠]{2}/.test(next.surface) && /^[をで]$/.test(afterNouns(tokens, index + 1)?.surface ?? '') && afterNouns(tokens, index + 1)!.pos === '助詞';
    if (all) yield { start: token.start, end: next.end, message: `「${token.surface}」の後の「の」が抜けていると思われます。`, suggestion: `${token.surface}の${next.surface}` };
    if (share || year) yield { start: token.start, end: next.end, message: `「${token.surface}」と「${next.surface}」の間の「の」が抜けていると思われます。`, suggestion: `${token.surface}の${next.surface}` };
    if (toshite) yield { start: next.start, end: next.end, message: '「として」の後の「の」が抜けていると思われます。', suggestion: 'としての' };
  }
});

/** What comes after the nouns from the index on. */
function afterNouns(tokens: readonly Token[], index: number): Token | undefined {
  let end = index;
  while (tokens[end]?.pos === '名詞') end += 1;
  return tokens[end];
}

/** Whether the nouns from the index on end in を, が or は. */
function isParticleAfterNouns(tokens: readonly Token[], index: number): boolean {
  let end = index;
  while (tokens[end]?.pos === '名詞') end += 1;
  return /^[をがは]$/.test(tokens[end]?.surface ?? '');
}
