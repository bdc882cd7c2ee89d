import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun, type Token } from '../token.ts';

const conjunctions = /^(?:と|や|及び|並びに|又は|、|とともに)$/;
/** An object of these verbs cannot be an action as well as a thing: マニュアルを改定する. */
const ofThings = new Set('改定 作成 設置 配布 整備 購入 更新 策定 導入 確保 採用 撤去 開設 配備 派遣 発行 制定 廃止 設ける 定める 作る 配る 置く 開く あっせん 削減 整理 掲載 開催 短縮 増やす 増設 配置 募集 運行 建てる 植える 掲示 送付 発送 貸し出す 作成'.split(' '));

export const brokenParallel = sentenceRule({
  name: 'broken-parallel', title: '並べ方の崩れ', family: 'sentence', level: 'advice',
  catches: '「手順の統一及びマニュアルを改定した」「劣化状況を調査や実態の把握を行う」「農機具の貸与、農地をあっせんする」のように、前半が「〜の（名詞）」、後半が「〜を〜する」となっているなど、並べた語句の形がそろっていない箇所。',
  why: '後の動詞がどこまで係るのかが読み取れないためです。「手順を統一し、マニュアルを改定した」か「手順の統一及びマニュアルの改定を行った」とします。',
  example: { wrong: '管理手順の統一及びマニュアルを改定した。', right: '管理手順を統一し、マニュアルを改定した。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    const conjunction = tokens[index + 1];
    if (!(isVerbalNoun(noun) || (noun.surface === '化' && noun.detail === '接尾')) || !conjunction || !conjunctions.test(conjunction.surface)) continue;
    const first = firstOf(tokens, index);
    if (first === null) continue;
    // 「研修の開催や、手引を配布した」.
    const from = tokens[index + 2]?.surface === '、' ? index + 3 : index + 2;
    const second = first === 'を' ? nounThenNo(tokens, from) : conjunction.surface === 'とともに' ? null : thingThenVerb(tokens, from, conjunction.surface === 'と');
    if (second === null) continue;
    const last = tokens[second]!;
    yield { start: noun.start, end: last.end, message: `「${text.text.slice(noun.start, last.end)}」の前後で、並べた語句の形がそろっていません。` };
  }
});

/** Whether the サ変名詞 hangs on what stands before it by の or を. */
function firstOf(tokens: readonly Token[], index: number): 'の' | 'を' | null {
  let first = index;
  while (tokens[first - 1]?.pos === '名詞' && first > index - 3) first -= 1;
  const before = tokens[first - 1];
  if (before?.surface === 'の' && before.detail === '連体化') return 'の';
  return isParticle(before, 'を') && first === index ? 'を' : null;
}

/** 「実態の把握」 after 「を調査や」: the second is a noun with の where the first had を. */
function nounThenNo(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (tokens[at]?.pos === '名詞' && at < from + 5) at += 1;
  if (at === from || tokens[at]?.surface !== 'の') return null;
  return isVerbalNoun(tokens[at + 1]) && tokens[at + 2]?.pos === '助詞' && tokens[at + 2]!.surface !== 'で' ? at + 1 : null;
}

/** 「マニュアルを改定し」: a thing with its own を and verb. */
function thingThenVerb(tokens: readonly Token[], from: number, joined: boolean): number | null {
  let at = from;
  while ((tokens[at]?.pos === '名詞' || tokens[at]?.pos === '接頭詞' || tokens[at]?.pos === 'UNK') && at < from + 5) at += 1;
  const thing = tokens[at - 1];
  if (at === from || !thing || isVerbalNoun(thing) || /^(?:化|等|など|性)$/.test(thing.surface) || thing.detail === '副詞可能') return null;
  const [particle, verb, suru] = tokens.slice(at, at + 3);
  const makes = verb !== undefined && ofThings.has(isVerbalNoun(verb) ? verb.surface : verb.base) && (suru?.base === 'する' || verb.pos === '動詞');
  if (isParticle(particle, 'を') && makes) return at + 1;
  // 「待ち時間の短縮と従事者が削減できた」.
  return joined && isParticle(particle, 'が') && isVerbalNoun(verb) && /^(?:できる|でき)/.test(suru?.base ?? '') ? at + 1 : null;
}
