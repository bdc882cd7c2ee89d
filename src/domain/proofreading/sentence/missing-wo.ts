import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun, type Token } from '../token.ts';

/** Nouns that stand as adverbs: 今回行った, ３回行い, 随時公表した. */
const adverbial = /^(?:以上|以下|以外|以内|以降|別途|今後|従来|毎年|毎月|毎日|毎週|昨年|今年|本年|前年|同年|年度|年間|回|度|件|日|月|時|際|都度|随時|順次|一部|全部|全て|すべて|全員|各自|自ら|自分|独自|一括|同時|直接|間接|事前|事後|適宜|例年|通年|再度|現在|当初|当日|翌日|同日|その後|一方|多く|限り|中|後|前|内|外|上|間|ごと|ほか|他|うち|方|等|など|次第|結果|半面|反面|場合|一旦|一層|大変|大部分|多数|少数|最大|最小|最低|若干|無料|有料|相互|共同|合同|完全|新規|試験的?|先行|本格|個別|全戸|自動|一斉|段階|優先|重点|追加|継続|常時|随所|積極|平日|終日|同様|一応|相当|各種|別|的|性|ため|こと|もの|よう|とおり|通り|まま|最大限|最小限|最低限|極力|逐次|一堂|一度|二度|一番|丸|丸ごと|半年|数年|年々|日々|時々|度々|しばらく|直近|今般|先般|近年|将来|早期|早急|順番|交互|同様|同等|均等|平等|永年|長年|長期|短期|若手|皆|皆様|幾ら|一言|全額|半額|全数|一人分|一声|一役|一同|全文|行方|本来|元来|年内|期間|一時|年次|互い|一人一人|一つ一つ|[一二三四五六七八九幾]つ)$/;
/** Verbs that follow a noun without a particle: 勉強できる, 拝見いただく, 協力願う, 子どもらしい. */
const attached = new Set(['する', 'できる', '出来る', 'なる', 'ある', 'いる', 'おる', 'いう', '言う', 'よる', 'つく', '付く', 'づける', 'ございます', 'ござる', 'くださる', '下さる', 'いただく', '頂く', '願う', '致す', 'いたす', '申す', '申し上げる', '済む', 'すぎる', '過ぎる', '得る', 'うる', 'かねる', 'かかる', 'がかる', 'ぶる', 'めく', '次ぐ', 'ずつ', '付ける', 'つける', 'なさる', '化す', 'たつ', 'しれる', '始める', '直す', '終わる', 'まつわる', 'おく', 'くる', 'いく', '違う', '経つ', '向け', '向ける', '似る', '足らず', '足る', '問わず', '限る', '含む', '除く', '込む', '取る', '余る', 'あまる', '離れる', '絡む', '抜く', '帰る', '入る', 'いる', '越える', '超える', 'つなぐ', '知る', '添う']);
/** Verbs that carry a thing out: the noun before them is their object and not a part of a compound verb (意見交換する). */
const carriedOut = new Set(['反映', '実施', '開催', '設置', '策定', '作成', '配布', '締結', '公表', '送付', '発行', '掲載', '提供', '把握', '検討', '導入', '予定', '推進', '徹底', '確保', '整備']);
const takesWo = new Set(['行う', '行なう', '図る', '進める', '深める', '求める', '設ける', '高める', '受ける', '目指す', '踏まえる', '促す', '講じる', '講ずる', '定める', '認める', '広げる', '減らす', '増やす', '防ぐ', 'なくす',  '整える', '広める', '開く', '招く', '募る', '募集', '見直す', '改める', '保つ', '支える', '抑える', '補う', '伝える', '育てる', '守る', '示す', '始める', '結ぶ', '置く', '加える', '取り入れる', '生かす', '活かす', '続ける', '終える', '配る', '作る', 'つくる', '築く', '担う', '呼び掛ける', '用いる', '早める', 'まとめる', 'もたらす', '養う']);

export const missingWo = sentenceRule({
  name: 'missing-wo', title: '「を」などの脱落', family: 'sentence', level: 'error',
  catches: '「テーマ募集行い」「検討進めた」「待ち時間減らす」「研修会開催した」のように、名詞と動詞の間の「を」などの助詞が抜けている箇所。',
  why: '助詞が抜けると、文がつながらないためです。',
  example: { wrong: '庁内においてテーマ募集行い、検討した。', right: '庁内においてテーマ募集を行い、検討した。' },
}, function* ({ tokens, text }) {
  let quoted = 0;
  for (const [index, token] of tokens.entries()) {
    quoted = Math.max(0, quoted + (/[「『]/.test(token.surface) ? 1 : /[」』]/.test(token.surface) ? -1 : 0));
    // A slogan may leave particles out: 「文化育むまち」.
    if (quoted > 0) continue;
    const next = tokens[index + 1];
    // 「住民及びみずはま会議」: the dictionary takes 及び before kana for a verb.
    if (!next || next.surface === '及び' || text.text.startsWith('ください', next.end) || tokens[index - 1]?.surface === 'ひと' || /^(?:手間|足取り|大半方)$/.test(token.surface) || /^(?:逃げ遅れ|締め固め|住まい探し|地域見守り)/.test(token.surface + next.surface) || /^(?:見守り|声掛け|声かけ|絞り)$/.test(next.surface) || !(isObject(token, tokens[index - 1]) || isOutcome(token, next))) continue;
    const bareVerb = isVerb(next) && !attached.has(next.base) && !isCompound(token, next, tokens[index + 2]) && (token.surface.length >= 2 || token.detail === '接尾' || (/^[案場質量声策枠力]$/.test(token.surface) && takesWo.has(next.base))) && next.surface.length >= 2 && /^\p{Script=Han}|^つく|^つな|^まとめ|^もたら/u.test(next.surface);
    const verbalNoun = isVerbalNoun(next) && carriedOut.has(next.surface) && tokens[index + 2]?.base === 'する' && isPlainObject(token);
    const stopped = next.pos === '名詞' && /^(?:結び|行い|開き|進め|図り|深め)$/.test(next.surface) && tokens[index + 2]?.surface === '、' && token.surface.length >= 2;
    const suru = suruAfter(tokens, index + 1);
    const ofModified = suru !== null && isModified(tokens, index) && endsClause(tokens, suru);
    const toBody = suru !== null && bodies.test(token.surface) && hasOpenObject(tokens, index) && endsClause(tokens, suru);
    const gained = next.base === '得る' && /^(?:協力|同意|理解|承認|支援|賛同|許可|了解|意見|補助|評価|助言|認可|認定|信頼|成果)$/.test(token.surface);
    if ((ofModified || toBody) && !verbalNoun) {
      yield { start: token.start, end: next.end, message: `「${token.surface}」と「${next.surface}」の間の「を」「に」などの助詞が抜けていると思われます。` };
      continue;
    }
    // 「利用率増加した」「支援員派遣し」: a suffix makes the noun whole, and it is no part of the verb after it.
    const suffixed = suru !== null && token.detail === '接尾' && /^(?:員|率|費|料|額|会|所|場|館|室|書|表)$/.test(token.surface) && (endsClause(tokens, suru) || /^(?:する|さ)$/.test(tokens[suru]!.surface));
    if (suffixed && !verbalNoun) {
      yield { start: token.start, end: next.end, message: `「${token.surface}」と「${next.surface}」の間の「を」「が」などの助詞が抜けていると思われます。` };
      continue;
    }
    if (!bareVerb && !verbalNoun && !stopped && !gained) continue;
    const slip = { start: token.start, end: next.end };
    const wo = verbalNoun || stopped || gained || takesWo.has(next.base);
    yield wo ? { ...slip, message: `「${token.surface}」と「${next.surface}」の間の「を」が抜けていると思われます。`, suggestion: `${token.surface}を${next.surface}` }
      : { ...slip, message: `「${token.surface}」と「${next.surface}」の間の助詞が抜けていると思われます。` };
  }
});

/** 控え忘れる, 差し戻す are verbs of two; 桁区切りを is a noun made of a verb. */
function isCompound({ surface }: Token, next: Token, after: Token | undefined): boolean {
  const twoVerbs = /[ぁ-ん]$/.test(surface) && /^(?:忘れる|戻す|戻せる|直す|続ける|返す|合わせる|上げる|下げる|抜く|過ぎる|切る|切れる|合える|慣れる|出す|至る|歩く|落とす|落ちる|込む|残す|終える|換える|替える|控える|始める|合う)$/.test(next.base);
  // 「入所申込み等」「利用申込み件数」: a noun with its kana, before a suffix or a noun.
  const namedByVerbs = /^\p{Script=Han}{2,}[ぁ-ん]{1,2}$/u.test(next.surface) && next.form === '連用形' && (after?.detail === '接尾' || /^(?:等|など|件数|期間|状況|制度|方法|手続|用紙|書類|者数)$/.test(after?.surface ?? ''));
  // 「そば打ち、」「名刺入れ、」「入所申込み、」 are nouns in a list; only a verb that takes を is looked for before a comma.
  const replaced = /^(?:替え|替|直し|換え)/.test(next.surface);
  const listed = replaced || next.form === '連用形' && /^\p{Script=Han}+[ぁ-ん]$/u.test(next.surface) && /^(?:、|など|等|・)$/.test(after?.surface ?? '') && (!takesWo.has(next.base) || /^(?:置き|作り|開き)$/.test(next.surface));
  return twoVerbs || namedByVerbs || listed || (next.form === '連用形' && after?.pos === '助詞' && /^(?:や|を|が|は|の|に|で|と|も|へ)$/.test(after.surface));
}

/** Where する stands after a サ変名詞 at the index, or after 〜化; null where there is none. */
function suruAfter(tokens: readonly Token[], index: number): number | null {
  if (isVerbalNoun(tokens[index]) && tokens[index + 1]?.base === 'する') return index + 1;
  return tokens[index]?.pos === '名詞' && tokens[index + 1]?.surface === '化' && tokens[index + 2]?.base === 'する' ? index + 2 : null;
}

/**
 * 「公園の清掃実施し」 and 「実情に応じた計画作成し」: a noun that の or a clause qualifies is no part of the verb after it, so
 * it needs a particle of its own, whatever the words are.
 */
function isModified(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.pos === '名詞' && tokens[first - 1]!.detail !== '数' && !adverbial.test(tokens[first - 1]!.surface)) first -= 1;
  if (/^(?:ため|うち|際|間|中|後|前|上|下|他|ほか|もと|一環|都度|結果|場合|よう|こと)$/.test(tokens[first]!.surface)) return false;
  const before = tokens[first - 1];
  const genitive = before?.surface === 'の' && before.detail === '連体化' && ['名詞', 'UNK'].includes(tokens[first - 2]?.pos ?? '');
  const clause = (before?.pos === '助動詞' && /^[たな]$/.test(before.surface)) || (before?.pos === '動詞' && before.form === '基本形');
  return genitive || clause;
}

/** Bodies and people to whom a thing is given: 「運営を社会福祉法人委託した」. */
const bodies = /^(?:法人|会社|団体|事業者|業者|企業|組合|協会|協議会|審議会|議会|委員会|住民|市民|保護者|世帯|住民|利用者)$/;

function hasOpenObject(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    if (tokens[at]!.surface === 'を') return true;
    if (tokens[at]!.pos !== '名詞' && tokens[at]!.pos !== 'UNK') return false;
  }
  return false;
}

/** Before a noun the words may be a clause with の for が: 「住民の自主運営する施設」. */
function endsClause(tokens: readonly Token[], suru: number): boolean {
  const [form, after] = [tokens[suru]!.surface, tokens[suru + 1]];
  if (form !== 'し') return false;
  if (after?.surface === 'た') return /^[。、]$/.test(tokens[suru + 2]?.surface ?? '') || /^(?:ところ|が|上)$/.test(tokens[suru + 2]?.surface ?? '');
  return after?.surface === '、' || after?.surface === 'まし' || after?.surface === 'て';
}

/** 「調査の結果踏まえ」: an outcome is an adverb for the dictionary, but not before a verb that only takes を. */
function isOutcome({ surface, detail }: Token, next: Token): boolean {
  return (/^(?:結果|状況|実情|現状)$/.test(surface) && /^(?:踏まえる|生かす|活かす|取りまとめる)$/.test(next.base)) || detail === 'ナイ形容詞語幹';
}

function isObject(token: Token, before: Token | undefined): boolean {
  if (token.pos === 'UNK') return /^[ァ-ヶー]{4,}$/.test(token.surface);
  if (token.pos !== '名詞' || adverbial.test(token.surface) || /副詞可能|助数詞|助動詞語幹/.test(token.detail + token.detail2)) return false;
  // 「３年」「10人」 and 「年２回」 are amounts.
  if (token.detail === '数' || before?.detail === '数' || /[0-9０-９]$/.test(before?.surface ?? '')) return false;
  return isVerbalNoun(token) || token.detail === '一般' || token.detail === '形容動詞語幹' && token.surface.length >= 3 || (token.detail === '接尾' && /^(?:化|度|率|力|費|会|策|案|金|料|員|者|書|数|額|量|体制|機|性|観|感|案|場|室|店|園|校|館|面|線|所|地|品|物|文|税|券|証|票|制)$/.test(token.surface));
}

/** 研修会開催した, 計画策定した: the object is a thing; 意見提供 and the like are words of their own. */
function isPlainObject(token: Token): boolean {
  // A name in hiragana is cut anyhow: 道の駅くれさわ.
  if (/^[ぁ-ん]+$/.test(token.surface)) return false;
  return token.surface.length >= 2 ? !isVerbalNoun(token) || /^(?:研修|調査|訓練|計画|会議|工事|点検|募集|検査|講習|相談|説明|協定|契約|指導|審査|交付|測定|試験|実験|事業)$/.test(token.surface) : token.detail === '接尾';
}
