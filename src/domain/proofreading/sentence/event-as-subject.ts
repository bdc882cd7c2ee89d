import { adverbEnd, isNumber } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

/** Verbs that somebody does to a thing. */
const doneTo = new Set(['提出', '提供', '削減', '短縮', '軽減', '解消', '改善', '抑制', '把握', '分析', '検証', '確保', '活用', '周知', '改定', '改正', '見直し', '選定', '購入', '撤去', '構築', '実施', '開催', '策定', '設置', '作成', '配布', '締結', '公表', '発行', '導入', '整備', '制定', '開設', '配備', '掲載', '支給', '交付', '募集', '点検', '更新', '廃止']);
/** Things that are done and never do anything. */
const done = /^(?:訓練|研修|調査|点検|工事|清掃|測定|改修|修繕|アンケート|講座|教室|研修会|説明会|講習会|計画|方針|要綱|規程|マニュアル|手引|パンフレット|ポスター|施設|設備|端末|システム|窓口|制度|[^意]書|案|一覧表|票|使用料|手数料|経費|費用|負担|備品|物品|冊子|条例|指針|基準|体制|環境|説明会|研修会|講演会|講習会|報告会|発表会|勉強会|相談会|意見交換会|交流会|体験会|見学会|手順|仕組み|遊具|ベンチ|設備|機器|意見|要望|提案|申請|報告|答申|協定|契約|基本協定|覚書|情報|資料|データ|課題|内容|実態|意向|時間|職員配置|財源)$/;
/** Done at no place and to nothing beside: 「研修に実施した」 can only be を. */
const withoutNi = new Set(['実施', '開催', '策定', '作成', '締結', '発行', '制定', '改定', '改正', '公表', '廃止', '点検']);
const events = /^(?:訓練|研修|調査|点検|工事|清掃|測定|修繕|アンケート|講座|教室|計画|方針|要綱|条例|指針|協定|マニュアル|手引|パンフレット|説明会|研修会|講演会|講習会|報告会|発表会|相談会|検討会|意見交換会)$/;

export const eventAsSubject = sentenceRule({
  name: 'event-as-subject', title: '「訓練が実施した」など', family: 'sentence', level: 'error',
  catches: '「図上訓練が実施した」「計画が策定した」のように、行われるものに「が」が付き、行う側のように書かれている箇所。',
  why: '「を実施した」か「が実施された」の誤りで、主語が分からなくなるためです。',
  example: { wrong: '合同で図上訓練が実施した。', right: '合同で図上訓練を実施した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    // 交流|会 and 計画|案 are named by both.
    const [noun, verb, suru, after] = [wholeNoun(tokens, index - 1), tokens[index + 1], tokens[index + 2], tokens[index + 3]];
    const native = isParticle(token, 'が') && noun ? nativeVerbAfter(tokens, index) : null;
    if (native !== null) {
      yield { start: token.start, end: token.end, message: `「${noun!.surface}が${native}」は、「${noun!.surface}を${native}」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    const counted = isParticle(token, 'が') && noun && (done.test(noun.surface) || /会議?$/.test(noun.surface)) ? countedDeed(tokens, index) : null;
    if (counted !== null) {
      yield { start: token.start, end: token.end, message: `「${noun!.surface}が…${counted}し」は、「${noun!.surface}を…${counted}し」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    const amount = isParticle(token, 'が') ? amountDone(tokens, index) : null;
    if (amount !== null) {
      yield { start: token.start, end: tokens[index + 2]!.end, message: `「が${amount}し」は、「が${amount}され」か「を${amount}し」の誤りと思われます。`, suggestion: `が${amount}され` };
      continue;
    }
    if (isParticle(token, 'が') && isVerbalNoun(tokens[index - 1]) && verb?.surface === '始め' && /^(?:、|た|まし)$/.test(suru?.surface ?? '')) {
      yield { start: token.start, end: token.end, message: `「${tokens[index - 1]!.surface}が始め」は、「${tokens[index - 1]!.surface}を始め」か「${tokens[index - 1]!.surface}が始まり」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    if (isParticle(token, 'に') && noun && events.test(noun.surface) && isVerbalNoun(verb) && withoutNi.has(verb!.surface) && suru?.base === 'する' && /^(?:し|する)$/.test(suru.surface)) {
      yield { start: token.start, end: token.end, message: `「${noun.surface}に${verb!.surface}${suru.surface}」は、「${noun.surface}を${verb!.surface}${suru.surface}」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    if (!isParticle(token, 'が') || !noun || !done.test(noun.surface) || !isVerbalNoun(verb) || !doneTo.has(verb!.surface) || suru?.surface !== 'し' || suru.base !== 'する') continue;
    // Before a noun it may be a clause of its own: 「制度が整備した環境」 is read twice, and left alone.
    const ends = /^(?:まし|、|て)$/.test(after?.surface ?? '') || (after?.surface === 'た' && /^(?:[。、]|ところ|ほか|結果|上)$/.test(tokens[index + 4]?.surface ?? ''));
    if (ends) yield { start: token.start, end: token.end, message: `「${noun.surface}が${verb!.surface}し」は、「${noun.surface}を${verb!.surface}し」の誤りと思われます。`, suggestion: 'を' };
  }
});

/** The noun at the index, with the word before it where it is a suffix. */
function wholeNoun(tokens: readonly Token[], index: number): Token | undefined {
  const [before, noun] = [tokens[index - 1], tokens[index]];
  return noun?.detail === '接尾' && before?.pos === '名詞' && before.detail !== '数' ? { ...noun, surface: before.surface + noun.surface } : noun;
}

/** Verbs of one's own language that somebody does to a thing. */
const doneNatively = new Set(['加える', '増やす', '減らす', '設ける', '高める', '広げる', '改める', '見直す', '取り入れる', '始める', '定める', '整える', '配る', '進める', '抑える', '取りまとめる', '早める', '縮める', '深める', '取り付ける', '備え付ける', '置く']);
const passiveThings = /(?:訓練|研修|調査|点検|工事|講座|教室|計画|方針|要綱|マニュアル|手引|施設|設備|端末|システム|窓口|件数|品|時間|費用|経費|負担|効果|機会|利便性|関心|意識|理解|基準|内容|料金|回数|人数|予算|支出|定員|機器|冊子|ベンチ|備品|返礼品)$/;

/** 「返礼品が新たに14品目加えた」: a thing, an adverb or an amount, and a verb that needs somebody. @returns the verb as it stands */
function nativeVerbAfter(tokens: readonly Token[], particle: number): string | null {
  if (!passiveThings.test(tokens[particle - 1]!.surface)) return null;
  let at = particle + 1;
  while (at < particle + 8 && tokens[at]) {
    const token = tokens[at]!;
    if (isVerb(token)) {
      const after = tokens[at + 1];
      const ends = after?.surface === '、' || after?.surface === 'まし' || (after?.surface === 'て' && tokens[at + 2]?.base !== 'いる') || (after?.surface === 'た' && /^[。、]$/.test(tokens[at + 2]?.surface ?? ''));
      return doneNatively.has(token.base) && token.base !== '定める' && ends ? token.surface : null;
    }
    if (isNumber(token) || token.detail2 === '助数詞' || token.surface === '品目') at += 1;
    else {
      const next = adverbEnd(tokens, at);
      if (next === null) return null;
      at = next;
    }
  }
  return null;
}

/** 「会議が４回開催し」: times, and a deed that ends its clause. @returns the deed */
function countedDeed(tokens: readonly Token[], particle: number): string | null {
  let at = particle + 1;
  while (at < particle + 6 && tokens[at] && (isNumber(tokens[at]!) || /^(?:計|延べ|年|回|件|か所|箇所|月|週)$/.test(tokens[at]!.surface))) at += 1;
  const [verb, suru, after] = tokens.slice(at, at + 3);
  if (at === particle + 1 || !isVerbalNoun(verb) || !doneTo.has(verb!.surface) || suru?.surface !== 'し') return null;
  return /^(?:、|まし|て)$/.test(after?.surface ?? '') || (after?.surface === 'た' && /^[。、]$/.test(tokens[at + 3]?.surface ?? '')) ? verb!.surface : null;
}

/** What is done with money, and with people who come from somewhere. */
const doneWithMoney = /^(?:収納|徴収|支出|執行|納付|交付|支給|還付|計上|削減|拠出|返還|充当|補助|助成|積立)$/;
const doneWithPeople = /^(?:雇用|採用|選任|委嘱|任命|表彰|認定|派遣|育成|登録|配置|養成|任用)$/;

/** 「860万円が収納し」 and 「地元から６人が雇用した」. @returns the verbal noun */
function amountDone(tokens: readonly Token[], particle: number): string | null {
  const [unit, verb, suru, after] = [tokens[particle - 1], tokens[particle + 1], tokens[particle + 2], tokens[particle + 3]];
  if (!unit || !verb || !isVerbalNoun(verb) || suru?.surface !== 'し' || suru.base !== 'する' || !/^(?:、|まし|た)$/.test(after?.surface ?? '') || (after!.surface === 'た' && tokens[particle + 4]?.surface !== '。')) return null;
  let first = particle - 1;
  while (first > 0 && (isNumber(tokens[first - 1]!) || tokens[first - 1]!.surface === '万')) first -= 1;
  if (first === particle - 1) return null;
  const money = unit.surface === '円' && doneWithMoney.test(verb.surface);
  return money || (unit.surface === '人' && tokens[first - 1]?.surface === 'から' && doneWithPeople.test(verb.surface)) ? verb.surface : null;
}
