import { adverbEnd } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun, type Token } from '../token.ts';

/** Adverbs in 〜的に that qualify the verb and are no part of a longer word (分野横断的, 費用効果的). */
const manner = new Set(['定期', '計画', '一元', '具体', '積極', '重点', '継続', '段階', '総合', '優先', '試験', '試行', '一時', '抜本', '体系', '戦略', '弾力', '恒常', '自発', '網羅', '本格', '集中', '効率', '自主', '主体', '自動', '一体', '個別', '飛躍', '大幅', '部分', '全面', '一括']);
/** Words in に and く that say how a thing is done. */
const hows = new Set(['新た', '速やか', '確実', '適切', '円滑', '着実', '早急', '丁寧', '大幅', '柔軟', '迅速', '的確', '詳細', '一律', '有効', '適正', '積極', '容易', '簡単', '徐々', '大切', '正確', '明確', '明らか']);
const adverbs = /^(?:引き続き|改めて|初めて|直ちに|既に|新たに|広く|幅広く|早期に|順次|直接|さらに|更に|ともに|速やかに|常に|互いに|主に|特に|大きく|正しく|分かりやすく|詳しく|いち早く|素早く|強く|高く|低く)$/;

export const nounBeforeAdverb = sentenceRule({
  name: 'noun-before-adverb', title: '副詞の前の助詞の脱落', family: 'sentence', level: 'error',
  catches: '「保全情報一元的に管理した」「窓口新たに設けた」「体力の測定定期的に行う」のように、名詞と、動詞に係る語の間の「を」「が」などが抜けている箇所。',
  why: '助詞が抜けると、その名詞が主語なのか目的語なのかが分からないためです。',
  example: { wrong: '施設の保全情報一元的に管理した。', right: '施設の保全情報を一元的に管理した。' },
}, function* ({ tokens }) {
  for (const [index, noun] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !isObject(tokens, index)) continue;
    const end = adverbEnd(tokens, index + 1);
    if (end === null || !qualifies(tokens, index + 1, end)) continue;
    const words = tokens.slice(index + 1, end).map(({ surface }) => surface).join('');
    yield { start: noun.start, end: tokens[end - 1]!.end, message: `「${noun.surface}」と「${words}」の間の「を」「が」などの助詞が抜けていると思われます。` };
  }
});

function qualifies(tokens: readonly Token[], index: number, end: number): boolean {
  const { surface, detail } = tokens[index]!;
  const whole = tokens.slice(index, end).map((token) => token.surface).join('');
  if (tokens[index + 1]?.surface === '的') return manner.has(surface);
  if (detail === '形容動詞語幹') return hows.has(surface) && !isNominal(tokens, end);
  return adverbs.test(whole) && !isNominal(tokens, end);
}

/** An adverb before の or です is no adverb. */
function isNominal(tokens: readonly Token[], end: number): boolean {
  const after = tokens[end];
  return !after || (after.pos !== '名詞' && !isVerb(after) && after.pos !== '接頭詞');
}

function isObject(tokens: readonly Token[], index: number): boolean {
  const { pos, detail, detail2, surface } = tokens[index]!;
  if (pos === '助詞' && surface === 'など' && tokens[index - 1]?.pos === '名詞') return true;
  if (pos !== '名詞' || /副詞可能|助数詞|形容動詞語幹|特殊|助動詞語幹/.test(detail + detail2) || ['非自立', '代名詞', '数'].includes(detail)) return false;
  if (detail === '接尾') return /^(?:性|率|力|者|員|費|料|度|数|量|額|化|会|金|書|館|室|場|所|物|品|機|法|案|表|図|課|部|局|校|園|等|など)$/.test(surface) && tokens[index - 1]?.detail !== '数';
  return surface.length >= 2 && !/^(?:当該|今回|今後|結果|一部|全体|以降|以来|場合|早期|相互|毎年|同様|一層|随時|より|多く|それぞれ|各自|自ら|[一二三四五六七八九]つ|一人|一つ一つ)$/.test(surface) && (detail === '一般' || detail === '固有名詞' || isVerbalNoun(tokens[index]));
}
