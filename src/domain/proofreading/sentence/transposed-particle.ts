import { type Slip, textRule } from '../rule.ts';
import { isVerb, isVerbalNoun, type Tokenize } from '../token.ts';

/** A word of two kanji with する, cut in two by a particle. 示す, 出す and the like are verbs of every day: 一覧表を示した. */
const cutNoun = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])((?![示出表下戻通映移返残渡回直増消起壊話写押差生足貸隠])[一-龠])(?=[しすさ])/g;
/** A verb whose kanji stands before the particle and whose kana after it. する, なる and いる are words of their own. */
const cutVerb = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])([めけげせべえれてみびぎきりちっづわぐたらやじいねぶむくるう])(?=[一-龠ぁ-ん、])/g;
/** A noun of two kanji cut in two: 部活動の指導地を域の団体に. */
const cutName = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])([一-龠])(?=[をにがのと、])/g;

export const transposedParticle = textRule({
  name: 'transposed-particle', title: '助詞と漢字の入替わり', family: 'sentence', level: 'error',
  catches: '「研修実を施した」「講座開を催した」のように、二字の語の間に助詞が入り込んでいる箇所。',
  why: '打つ順序が入れ替わったもので、語が二つに割れて読めなくなるためです。',
  example: { wrong: '職員に対して研修実を施した。', right: '職員に対して研修を実施した。' },
}, function* ({ text }, { tools: { tokenize } }) {
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutNoun)) {
    const [word, ...others] = tokenize(first + second);
    if (others.length === 0 && isVerbalNoun(word) && isVerbWhenMended(text, index, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutName)) {
    const [word, ...others] = tokenize(first + second);
    if (others.length === 0 && word?.pos === '名詞' && !isVerbalNoun(word) && isNameWhenMended(text, index, tokenize)) yield slipAt(index, first, particle, second);
  }
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(cutVerb)) {
    if (isVerbWhenMended(text, index, tokenize) && !startsWord(text, index + 2, tokenize)) yield slipAt(index, first, particle, second);
  }
});

function slipAt(index: number, first: string, particle: string, second: string): Slip {
  return { start: index, end: index + 3, message: `「${first}${particle}${second}」は「${particle}${first}${second}」の打ち間違いと思われます。`, suggestion: particle + first + second };
}

/** Whether the three characters from the index make a particle and a verb when the first two change places. */
function isVerbWhenMended(text: string, index: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, index - 6);
  // 「対応に対する」: the first kanji belongs to a word that is whole.
  if (tokenize(text.slice(from, index + 7)).some((token) => isVerbalNoun(token) && token.end === index - from + 1 && token.surface.length >= 2)) return false;
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
