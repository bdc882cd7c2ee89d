import { adverbEnd, isNumber } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isParticle, type Token } from '../token.ts';

/** Verbs of a change that happens by itself, each with the one that brings it about. */
const byItself: Readonly<Record<string, string>> = {
  増える: '増やす', 減る: '減らす', 高まる: '高める', 深まる: '深める', 広がる: '広げる', 広まる: '広める', 始まる: '始める', 生まれる: '生む', 決まる: '決める', 整う: '整える', 改まる: '改める', 集まる: '集める', 強まる: '強める', 弱まる: '弱める',
  縮まる: '縮める', 定まる: '定める', 見つかる: '見つける', 伝わる: '伝える', 続く: '続ける', 変わる: '変える', 育つ: '育てる', 収まる: '収める', まとまる: 'まとめる', つながる: 'つなげる', 加わる: '加える', 下がる: '下げる', 早まる: '早める', 固まる: '固める', 止まる: '止める', そろう: 'そろえる', 届く: '届ける', なくなる: 'なくす', 無くなる: 'なくす', 立ち上がる: '立ち上げる', 仕上がる: '仕上げる', 積み上がる: '積み上げる', 盛り上がる: '盛り上げる', 膨らむ: '膨らませる', 行き渡る: '行き渡らせる', 根付く: '根付かせる', 直る: '直す', 治る: '治す',
};
/** What may stand between を and the verb: an amount, an adverb. */
const reach = 8;

export const objectBecomes = sentenceRule({
  name: 'object-becomes', title: '「を増える」「を可能になる」など', family: 'sentence', level: 'error',
  catches: '「利用者を増えた」「関心を高まった」「オンライン申請を可能になった」「行事を中止となった」のように、ひとりでに起こる変化を表す動詞に「を」が使われている箇所。',
  why: '「増える」「なる」などは目的語をとらず、「が増える」「を増やす」のどちらかでなければ文がつながらないためです。',
  example: { wrong: 'オンラインでの申請を可能になった。', right: 'オンラインでの申請が可能になった。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    if (!isParticle(token, 'を')) continue;
    const verb = verbAfter(tokens, index);
    if (verb === null || isBroughtAbout(tokens, verb)) continue;
    yield { start: token.start, end: tokens[verb]!.end, message: `「${text.text.slice(token.start, tokens[verb]!.end)}」は「${text.text.slice(token.start, tokens[verb]!.end).replace(/^を/, 'が')}」などの誤りと思われます。` };
  }
});

/** 「根付かせる」「減らせる」; 「聞くことを決まりとする」 has a noun, and 「必要な量を決まった日に納める」 another verb for its を. */
function isBroughtAbout(tokens: readonly Token[], verb: number): boolean {
  const [word, after, last] = tokens.slice(verb, verb + 3);
  if (after?.detail === '接尾' || /^[らか]?せ/.test(after?.surface ?? '')) return true;
  if (after?.surface === 'と') return word!.surface === '決まり';
  return after?.surface === 'た' && /^(?:日|時期|時刻|場所|量|額|曜日|期日|順序|形|金額|数)$/.test(last?.surface ?? '');
}

function verbAfter(tokens: readonly Token[], wo: number): number | null {
  let at = wo + 1;
  while (at < tokens.length && at <= wo + reach) {
    const { base, pos, surface, detail, detail2 } = tokens[at]!;
    // 「終わる日を始まる日以後に」: the verb qualifies a noun, and を goes on past it.
    if (pos === '動詞' && detail === '自立' && tokens[at]!.form === '基本形' && tokens[at + 1]?.pos === '名詞' && tokens[at + 1]!.detail !== '非自立') return null;
    // 「必要な量を決まった日に納める」.
    if (pos === '動詞' && detail === '自立' && tokens[at + 1]?.surface === 'た' && tokens[at + 2]?.pos === '名詞' && tokens[at + 2]!.detail !== '非自立') return null;
    if (pos === '動詞' && detail === '自立') return (Object.hasOwn(byItself, base) || (base === 'ある' && /^あ[っり]$/.test(surface) && at === wo + 1)) && !(base === '続く' && surface.startsWith('続い')) ? at : null;
    const afterAmount = /^(?:に|まで|から|へ|か所|戸|％|ポイント)$/.test(surface) && at > wo + 1;
    if (isNumber(tokens[at]!) || detail2 === '助数詞' || pos === '副詞' || afterAmount) {
      at += 1;
      continue;
    }
    const becomes = becomesAfter(tokens, at);
    if (becomes !== null) return becomes;
    const next = adverbEnd(tokens, at);
    if (next === null) return null;
    at = next;
  }
  return null;
}

/** 「可能になる」「中止となる」「難しくなる」 from the index on. @returns where なる stands */
function becomesAfter(tokens: readonly Token[], index: number): number | null {
  const [word, particle] = tokens.slice(index, index + 2);
  if (word!.pos === '形容詞' && word!.form.startsWith('連用') && particle?.base === 'なる') return index + 1;
  const state = word!.pos === '名詞' && /形容動詞語幹|サ変接続/.test(word!.detail) && /^[にと]$/.test(particle?.surface ?? '');
  return state && tokens[index + 2]?.base === 'なる' && tokens[index + 2]!.pos === '動詞' ? index + 2 : null;
}
