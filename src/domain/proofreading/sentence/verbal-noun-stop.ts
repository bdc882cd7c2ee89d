import { sentenceRule } from '../rule.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

/** Nouns made of verbs, which stop a clause in the same way: 貸し出し, 呼びかけ. */
const renyouNoun = /(?:貸し?出し|呼び?[掛か]け|取り?組み?|見直し|切り?替え|入れ?替え|引き?継ぎ|働き[掛か]け|申し?込み|問い?合わせ|打ち?合わせ|受け?付け?|積み?立て|洗い出し|掘り起こし|立ち上げ|取りまとめ)$/;

export const verbalNounStop = sentenceRule({
  name: 'verbal-noun-stop', title: '名詞で切れた節', family: 'sentence', level: 'advice',
  catches: '「チェックリストを実施、毎日の検温を行った」「４人を派遣、２人を選んだ」「職場に指数計の貸し出し、講座において研修を実施した」のように、文の途中の節が「し」「を行い」のないまま名詞で切れている箇所。',
  why: '前後の節の並びが崩れ、どの動詞に係るのかが分からなくなるためです。',
  example: { wrong: 'チェックリストの配布を実施、毎日の検温を確認した。', right: 'チェックリストの配布を実施し、毎日の検温を確認した。' },
}, function* ({ tokens, text }) {
  for (const [index, comma] of tokens.entries()) {
    if (comma.surface !== '、') continue;
    const noun = tokens[index - 1];
    if (!noun || !(isVerbalNoun(noun) || renyouNoun.test(noun.surface))) continue;
    const clause = clauseBefore(tokens, index);
    const caseParticle = clause.findLast(({ pos, surface }) => pos === '助詞' && /^(?:を|に)$/.test(surface));
    if (!caseParticle) continue;
    const tail = clause.slice(clause.indexOf(caseParticle) + 1);
    const afterWo = caseParticle.surface === 'を' && tail.every(({ pos, surface }) => pos === '名詞' || surface === '・' || pos === '副詞' || pos === '接頭詞');
    const afterNi = caseParticle.surface === 'に' && caseParticle.detail === '格助詞' && (tail.some(({ surface }) => surface === 'の') ? opensTopic(tokens, index) : opensSubject(tokens, index)) && tail.every(({ pos, surface }) => pos === '名詞' || surface === 'の' || surface === '・');
    if (!(afterWo || afterNi) || sharesVerb(tokens, index, afterWo) || isListed(tokens, index) || (afterWo && repeatsPattern(tokens, index))) continue;
    const from = tail.length > 0 && afterWo ? caseParticle : noun;
    yield { start: from.start, end: noun.end, message: `「${text.text.slice(from.start, noun.end)}」で節が切れています。「し」や「を行い」などを補ってください。` };
  }
});

/** From the last comma, verb or bracket before the comma at the index. */
function clauseBefore(tokens: readonly Token[], index: number): Token[] {
  let start = index;
  while (start > 0 && !/^[、。「」『』]$/.test(tokens[start - 1]!.surface) && tokens[start - 1]!.pos !== '動詞' && tokens[start - 1]!.pos !== '助動詞') start -= 1;
  // を directly after a closing bracket belongs to the clause: 「…」を実施、
  return tokens.slice(start, index);
}

/** 「企画、立案し」 and 「配布、説明等を行い」: the nouns after the comma share their verb with the one before; after を only する is shared. */
function sharesVerb(tokens: readonly Token[], index: number, afterWo: boolean): boolean {
  let next = index + 1;
  while (next < tokens.length && (tokens[next]!.pos === '名詞' || tokens[next]!.pos === '接頭詞' || /^(?:・|、|及び|又は|並びに|や|など|等|（|）)$/.test(tokens[next]!.surface))) next += 1;
  const after = tokens[next];
  const before = tokens[next - 1];
  if (next >= tokens.length || after!.surface === '。' || (isVerb(after) && after!.base === 'する' && isVerbalNoun(before))) return true;
  return !afterWo && ((isParticle(after, 'を') && isVerb(tokens[next + 1])) || (isVerbalNoun(before) && /^(?:を|の|に|と|で)$/.test(after!.surface)));
}

/** 「転入、転出、出生及び死亡に」: three or more in a row are a list. */
function isListed(tokens: readonly Token[], index: number): boolean {
  return isVerbalNoun(tokens[index + 1]) && tokens[index + 2]?.surface === '、' && tokens[index + 3]?.pos === '名詞' && /^(?:、|及び|並びに|又は)$/.test(tokens[index + 4]?.surface ?? '');
}

/** 「12件を廃止、９件を統合しました」: amounts side by side, of which the last has the verb. */
function repeatsPattern(tokens: readonly Token[], index: number): boolean {
  const isAmount = (wo: number) => isParticle(tokens[wo], 'を') && tokens[wo - 1]?.detail2 === '助数詞';
  const wo = tokens.findIndex((token, at) => at > index && isParticle(token, 'を'));
  // 「五路線を廃止、三路線を縮小、六路線を存続とする」.
  if (/^[一二三四五六七八九十百]+[一-龠]{1,2}$/.test(tokens.slice(index - 4, index - 2).filter(({ pos }) => pos === '名詞').map(({ surface }) => surface).join('').slice(-4)) && isParticle(tokens[index - 2], 'を') && /[一二三四五六七八九十百]/.test(tokens[index + 1]?.surface ?? '')) return true;
  return isAmount(index - 2) && wo - index <= 4 && isAmount(wo) && isVerbalNoun(tokens[wo + 1]);
}

/** 「面談勧奨、10人が希望し」: what follows the comma has its own subject. */
function opensSubject(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex(({ pos }, at) => at > index && pos !== '名詞' && pos !== '接頭詞');
  return end > index + 1 && isParticle(tokens[end], 'が');
}

/** 「…、健康講座において」: what follows the comma has its own place or topic. */
function opensTopic(tokens: readonly Token[], index: number): boolean {
  const next = tokens.slice(index + 1, index + 8);
  const end = next.findIndex(({ pos }) => pos !== '名詞' && pos !== '接頭詞');
  return end > 0 && /^(?:において|として|については|にて|で)$/.test(next[end]!.surface);
}
