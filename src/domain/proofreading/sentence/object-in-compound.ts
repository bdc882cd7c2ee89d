import { amountEndingAt, clauseBefore, isNumber } from '../clause.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';
import type { Sentence } from '../reading.ts';
import { isKnownCompound, manner, particleOf } from './compound-verbs.ts';

const description: RuleDescription = {
  name: 'object-in-compound', title: '名詞と「〜する」の間の「を」の脱落', family: 'sentence', level: 'advice',
  catches: '「空調設備設置し」「効果検証した」「個人情報の保護配慮した」「件数増加した」のように、「を」などのないまま名詞と「〜する」が続いている箇所。「意見交換する」「現地確認する」「民間委託する」のような一つの語として使われるものは対象になりません。',
  why: '目的語に「を」がないと、そこで一語なのか、助詞が抜けているのかが読み取れないためです。',
  example: { wrong: '小学校の給食室に空調設備設置し、環境を改善した。', right: '小学校の給食室に空調設備を設置し、環境を改善した。' },
};

/** The whole report is read, since it knows its own compounds: 「予算編成」 in one place explains 「予算編成した」 in another. */
export const objectInCompound = reportRule(description, ({ sentences }) => {
  const found = sentences.flatMap((sentence) => slipsIn(sentence).map((slip) => ({ sentence, ...slip })));
  if (found.length === 0) return [];
  const wanted = new Set(found.map(({ words }) => words));
  const nouns = compoundsAmong(sentences, wanted);
  return found.filter(({ words }) => !nouns.has(words)).map(({ sentence, start, end, noun, verb, particle }) => findingAt(description, sentence.text, {
    start, end, message: `「${noun}」と「${verb}」の間の「${particle}」などが抜けていると思われます。`, suggestion: `${noun}${particle}${verb}`,
  }));
});

function slipsIn({ tokens }: Sentence): { start: number; end: number; words: string; noun: string; verb: string; particle: string }[] {
  return [...tokens.keys()].flatMap((index) => {
    const [noun, verb, suru] = tokens.slice(index, index + 3);
    if (!verb || !isVerbalNoun(verb) || !(suru?.base === 'する' || suru?.base === 'できる') || suru.pos !== '動詞') return [];
    const passive = suru.surface === 'さ' && tokens[index + 3]?.base === 'れる' && particleOf(verb.surface) === 'を';
    const particle = passive ? 'が' : particleOf(verb.surface);
    if (particle === null) return [];
    // 「設置された」 has its subject, with は or が, somewhere before.
    if (suru.surface === 'さ' && !passive) return [];
    const object = objectBefore(tokens, index, verb.surface);
    if (object === null) return [];
    const clause = clauseBefore(tokens, object);
    if (clause.some(({ surface, pos }) => pos === '助詞' && surface === particle) || isQuoted(tokens, index)) return [];
    // 「計画は、市が策定した」: a topic may be the object.
    const topic = clause.some(({ surface, pos, detail }) => pos === '助詞' && /^(?:は|も)$/.test(surface) && detail === '係助詞');
    if (topic && !isModified(tokens, object)) return [];
    const between = tokens.slice(object, index + 1).map(({ surface }) => surface).join('');
    return [{ start: tokens[object]!.start, end: verb.end, words: between + verb.surface, noun: object === index ? noun!.surface : tokens[object]!.surface, verb: between.slice(tokens[object]!.surface.length) + verb.surface, particle }];
  });
}

/**
 * The noun that is the object of the サ変名詞 after the index: the one there (設備|設置), or before a word of manner (予約制|本格|実施) or an
 * amount (案内板|９基|設置).
 */
function objectBefore(tokens: readonly Token[], index: number, verb: string): number | null {
  if (isThing(tokens, index)) return isKnownCompound(tokens[index]!.surface, verb) ? null : index;
  const first = amountEndingAt(tokens, index);
  const before = first === null ? (manner.has(tokens[index]!.surface) ? index - 1 : null) : first - (/^(?:約|計|延べ|年|月|週|各|累計)$/.test(tokens[first - 1]?.surface ?? '') ? 2 : 1);
  if (before === null || before < 0 || !isThing(tokens, before)) return null;
  return first !== null && !things.test(tokens[before]!.surface) ? null : before;
}

/** Things that are counted, and no times or amounts that a number goes on from. */
const things = /(?:[板機器車灯柱台橋園館所品物具板札票]|カメラ|設備|施設|端末|パソコン|ベンチ|看板|ポスター|チラシ|職員|相談員|指導員|支援員|井戸|水槽|倉庫|トイレ|遊具|標識|ポンプ|テント|車両|会|会議|訓練|研修|講座|教室|検査|調査|受付|点検|指導|員|師|士|工事|催し|イベント|学級)$/;

function isThing(tokens: readonly Token[], index: number): boolean {
  const { pos, detail, detail2, surface } = tokens[index]!;
  // 「９団体増加」: the unit of an amount.
  if (tokens[index - 1] && isNumber(tokens[index - 1]!)) return false;
  // 時間 is an adverb as often, but not where something qualifies it: 「質問に回答する時間拡充した」.
  if (/^(?:時間|期間|場所)$/.test(surface) && tokens[index - 1]?.detail !== '数') return isModified(tokens, index) || tokens[index - 1]?.form === '基本形';
  if (pos === 'UNK') return /^[ァ-ヶー]{3,}$/.test(surface);
  if (pos !== '名詞' || manner.has(surface) || /副詞可能|助数詞|形容動詞語幹|助動詞語幹/.test(detail + detail2) || ['非自立', '代名詞', '数', '形容動詞語幹', 'ナイ形容詞語幹'].includes(detail)) return false;
  if (detail === '接尾') return /^(?:率|費|料|額|会|場|館|室|書|表|案|所|機|券|金|品|物|器|車|園|店|票|制|板|柱|灯|台|橋|網|簿|録|証|職|士|師|員|者|権|式|図|線|路)$/.test(surface) && !manner.has((tokens[index - 1]?.surface ?? '') + surface);
  return surface.length >= 2;
}

/** 「の空調設備」「新しい設備」: a noun that is qualified is no part of the verb after it. */
function isModified(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.pos === '名詞' || tokens[first - 1]?.pos === '接頭詞') first -= 1;
  const before = tokens[first - 1];
  return (before?.surface === 'の' && before.detail === '連体化') || (before?.pos === '助動詞' && /^[たな]$/.test(before.surface)) || (before?.pos === '形容詞' && before.form === '基本形');
}

function isQuoted(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 12), index).findLast(({ surface }) => /^[「」『』]$/.test(surface))?.surface === '「';
}

/** Which of the words stand in the texts as nouns, with a particle, a dot or a bracket after them. */
function compoundsAmong(sentences: readonly Sentence[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ tokens }) => [...tokens.keys()].flatMap((index) => {
    const words = tokens[index]!.surface + (tokens[index + 1]?.surface ?? '');
    const after = tokens[index + 2];
    return wanted.has(words) && after !== undefined && after.pos !== '動詞' ? [words] : [];
  })));
}
