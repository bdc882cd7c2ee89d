import type { Reading } from '../reading.ts';
import { type Slip, textRule } from '../rule.ts';
import { isVerb, isVerbalNoun, type Token, type Tokenize } from '../token.ts';
import { everydayWords } from './everyday-words.ts';
import { ordinaryWords } from './ordinary-words.ts';

/** A word of two kanji with する, cut in two by a particle. 示す, 出す and the like are verbs of every day: 一覧表を示した. */
const cutNoun = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])((?![示出表下戻通映移返残渡回直増消起壊話写押差生足貸隠])[一-龠])(?=[しすさ])/g;
/** A verb whose kanji stands before the particle and whose kana after it. する, なる and いる are words of their own. */
const cutVerb = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])([めけげせべえれてみびぎきりちっづわぐたらやじいねぶむくるう])(?=[一-龠ぁ-ん、])/g;
/** Any word whose first kanji stands before the particle: 費用平を準化, 利用者対にする. */
const cutWord = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])([一-龠ぁ-ん])/g;
/** 運営関にする, 利用者対にして: the verb of a compound particle. */
const cutCompound = /(?<=[一-龠ァ-ヶー])(?:(?<![機玄相税])(関)(に)(す|し)(?=[るて])|(?<![相絶反敵応])(対)(に)(す|し)(?=[るて、])|(?<![担該])(当)(に)([たっ])|(?<![傾方動意])(向)(に)(け)(?=[たて])|(?<![相適])(応)(に)(じ)|(?<!基)(基)(に)(づ)|(沿)(に)(っ))/g;
/** A noun of two kanji cut in two: 部活動の指導地を域の団体に. */
const cutName = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])([一-龠])(?=[をにがのと、])/g;

export const transposedParticle = textRule({
  name: 'transposed-particle', title: '助詞と漢字の入替わり', family: 'sentence', level: 'error',
  catches: '「研修実を施した」「講座開を催した」のように、二字の語の間に助詞が入り込んでいる箇所。',
  why: '打つ順序が入れ替わったもので、語が二つに割れて読めなくなるためです。',
  example: { wrong: '職員に対して研修実を施した。', right: '職員に対して研修を実施した。' },
}, function* ({ path, text }, reading) {
  const { tokenize } = reading.tools;
  const loose = looseKanji(reading).get(path);
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutNoun)) {
    const [word, ...others] = tokenize(first + second);
    if (others.length === 0 && isVerbalNoun(word) && isVerbWhenMended(text, index, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutName)) {
    if (loose && !loose.has(index)) continue;
    const [word, ...others] = tokenize(first + second);
    // 「人が足を運ぶ」「住民が手を挙げる」「運転中に道に迷う」: words of their own on both sides.
    if (standing.test(second) || (particle === 'に' && /[中後前時際内上下間]/.test(first))) continue;
    if (others.length === 0 && word?.pos === '名詞' && !isVerbalNoun(word) && isNameWhenMended(text, index, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutVerb)) {
    if (loose && !loose.has(index)) continue;
    if (isVerbWhenMended(text, index, tokenize) && !startsWord(text, index + 2, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutWord)) {
    // 「説明会を計８回」.
    if (/[計約各延毎年月]/.test(second) || (standing.test(second) && particle !== 'を') || /^(?:外に出|割に引)/.test(first + particle + second)) continue;
    if (loose?.has(index) && isFewerWhenMended(text, index, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 0: words } of text.matchAll(cutCompound)) yield slipAt(index, words[0]!, words[1]!, words[2]!);
});

/** Kanji that are words of every day: 手を挙げる, 家から, 別の. */
const standing = /[家別村町市数足手身目口耳顔力声心肩頭腰筆席命道名気列次何外場他]/;

const readings = new WeakMap<Reading, ReadonlyMap<string, ReadonlySet<number>>>();

/** For each running text where a kanji stands alone as it is written; in whole words nothing can have been turned round. */
function looseKanji(reading: Reading): ReadonlyMap<string, ReadonlySet<number>> {
  const known = readings.get(reading);
  if (known) return known;
  const found = new Map<string, Set<number>>();
  for (const { text, tokens } of reading.sentences) {
    const own = found.get(text.path) ?? new Set<number>();
    found.set(text.path, own);
    for (const { surface, start } of tokens) if (surface.length === 1) own.add(start);
  }
  readings.set(reading, found);
  return found;
}

function slipAt(index: number, first: string, particle: string, second: string): Slip {
  return { start: index, end: index + 3, message: `「${first}${particle}${second}」は「${particle}${first}${second}」の打ち間違いと思われます。`, suggestion: particle + first + second };
}

/** Whether the three characters from the index make a particle and a verb when the first two change places. */
function isVerbWhenMended(text: string, index: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, index - 6);
  // 「対応に対する」: the first kanji belongs to a word that is whole.
  if (tokenize(text.slice(from, index + 7)).some((token) => token.end === index - from + 1 && token.surface.length >= 2 && (isVerbalNoun(token) || everydayWords.has(token.surface) || ordinaryWords.has(token.surface)))) return false;
  const mended = tokenize(text.slice(from, index) + text[index + 1]! + text[index]! + text.slice(index + 2, index + 9));
  const at = mended.findIndex(({ start }) => start === index - from + 1);
  const word = mended[at];
  if (!word || mended[at - 1]?.pos !== '助詞') return false;
  if (isVerbalNoun(word)) return word.surface === text[index]! + text[index + 2]! && mended[at + 1]?.base === 'する';
  return isVerb(word) && word.surface.length >= 2 && word.base.length >= 2 && (word.surface.length >= 3 && mended[at + 1]?.pos === '名詞' || /^(?:た|て|、|まし|ます|だ|で|られ|。|ため|ながら|つつ|よう|とともに)$/.test(mended[at + 1]?.surface ?? ''));
}

/** Whether both kanji stand alone as they are written, and make one word after the particle when the first two characters change places. */
function isNameWhenMended(text: string, index: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, index - 6);
  const written = tokenize(text.slice(from, index + 7));
  const alone = (at: number) => written.some(({ start, surface }) => start === at - from && surface.length === 1);
  const mended = tokenize(text.slice(from, index) + text[index + 1]! + text[index]! + text.slice(index + 2, index + 7));
  return alone(index) && alone(index + 2) && mended.some(({ start, surface }, at) => start === index - from + 1 && surface.length === 2 && mended[at - 1]?.pos === '助詞' && mended[at - 2]?.surface.length !== 1);
}

/** Whether a word of its own begins after the particle: 手をつなぐ, 会合をもつ. */
function startsWord(text: string, from: number, tokenize: Tokenize): boolean {
  const [word] = tokenize(text.slice(from, from + 6));
  return word !== undefined && word.surface.length >= 2 && !word.surface.startsWith('づ');
}

/**
 * Whether the kanji is a loose word as it is written and begins one word with what follows when it changes places with the particle, so
 * that fewer words are left: 費用|平|を|準|化 and 費用|を|平準|化.
 */
function isFewerWhenMended(text: string, index: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, index - 8);
  const at = index - from;
  const rest = text.slice(index + 2, index + 8);
  const written = tokenize(text.slice(from, index + 2) + rest);
  const loose = written.findIndex(({ start }) => start === at);
  if (loose < 1 || written[loose]!.surface.length !== 1 || written[loose + 1]?.start !== at + 1) return false;
  const [before, kanji, , after] = written.slice(loose - 1, loose + 3);
  if (!['名詞', 'UNK'].includes(before!.pos) || !after || /^(?:なる|ある|いる|する)$/.test(after.base) || (/^\p{Script=Han}/u.test(after.surface) && after.surface.length > 1)) return false;
  if (kanji!.detail === '接尾' && (after.pos === '動詞' ? after.surface.length > 1 : isWordAlone(after))) return false;
  if (/^(?:中に道|[十百]に手)/.test(text.slice(index, index + 3))) return false;
  const mended = tokenize(text.slice(from, index) + text[index + 1]! + text[index]! + rest);
  const word = mended.findIndex(({ start }) => start === at + 1);
  const whole = mended[word];
  if (!whole || whole.surface.length < 2 || mended[word - 1]?.pos !== '助詞' || mended[word - 1]!.start !== at) return false;
  const known = ['動詞', '形容詞'].includes(whole.pos) ? whole.detail === '自立' : whole.pos === '名詞' && /^(?:サ変接続|一般|形容動詞語幹|副詞可能)$/.test(whole.detail);
  return known && oddness(mended) < oddness(written) && mended[word - 2]?.surface === written[loose - 1]!.surface;
}

/** 「相続人が数十人に及ぶ」「報告書を家から送る」: the kanji after the particle is a word without the one before it. */
function isWordAlone({ surface, pos }: Token): boolean {
  return pos === '名詞' && standing.test(surface[0]!);
}

/** Words, those that the dictionary does not know or that cannot stand where they stand counted twice. */
function oddness(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { pos, detail, form }, at) => sum + 1 + (pos === 'UNK' || form.startsWith('体言接続特殊') || (at > 0 && tokens[at - 1]!.detail === '格助詞' && (detail === '接続助詞' || pos === '助動詞')) ? 1 : 0), 0);
}
