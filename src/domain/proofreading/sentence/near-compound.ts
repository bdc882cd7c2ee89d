import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { Token, Tokenize } from '../token.ts';
import { everydayCompounds } from './everyday-compounds.ts';

const description: RuleDescription = {
  name: 'near-compound', title: 'よく使う語との一字違い', family: 'sentence', level: 'advice',
  catches: '「関係期間」（関係機関）、「個情報」（個人情報）、「健康診団」（健康診断）、「生涯習学」（生涯学習）のように、自治体の文書でよく使う四字以上の語と、読みが同じで字が違うか、一字の抜け、取り違え、入替わりのある語。',
  why: '変換の誤りや打ち間違いで、前後が正しいために見落としやすいためです。',
  example: { wrong: '関係期間と協議した。', right: '関係機関と協議した。' },
};

/** Runs longer than this are names of their own. */
const longest = 12;
/** Words of their own that are one character away from another. */
const own = new Set('鳥獣害 避難路 乳児健診 水管理 受援体制 電子決済 保健室 幼児教室 消防力 水防団 水防団員 来庁者数 来場者数 来館者数'.split(' '));
/** Kanji that stand alone before and after words without being a slip. */
const affix = /[一二三四五六七八九十百千万億数各両全本同新旧再前後中内外上下左右大小高低多少市町村区県都道府国者等的性化用別費料率度額量員長部課係局室所署年月日時分週回件人名円台校園館先元他毎可未済約第次号様々気種類型系会書法権力物品金税案策士師課場機地点線面間店図帳票簿誌紙像版家室力業事学員主副正副総最非超被要公私官民医看介護]/;

export const nearCompound = reportRule(description, ({ sentences, tools: { tokenize } }) => {
  const { bySound, byGap } = indexOf(tokenize);
  return sentences.flatMap(({ tokens, text }) => runsOf(tokens).flatMap((run) => {
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    const words = text.text.slice(start, end);
    const found = words.length > longest ? null : soundsLike(run, bySound) ?? looksLike(run, byGap);
    if (found === null) return [];
    return [findingAt(description, text, { start: found.start, end: found.end, suggestion: found.right, message: `「${text.text.slice(found.start, found.end)}」は「${found.right}」の${found.sound ? '変換の誤り' : '打ち間違い'}ではないか確かめてください。` })];
  }));
});

interface Found { readonly start: number; readonly end: number; readonly right: string; readonly sound: boolean }

/** Two words side by side that are read as a compound is and written otherwise. */
function soundsLike(run: readonly Token[], bySound: ReadonlyMap<string, readonly string[]>): Found | null {
  for (let at = 0; at + 1 < run.length; at += 1) {
    const [first, second] = [run[at]!, run[at + 1]!];
    const words = first.surface + second.surface;
    if (first.surface.length < 2 || second.surface.length < 2 || everydayCompounds.has(words) || own.has(words)) continue;
    const right = bySound.get(`${first.reading ?? ''}|${second.reading ?? ''}`)?.find((candidate) => candidate.startsWith(first.surface) !== candidate.endsWith(second.surface));
    if (right !== undefined) return { start: first.start, end: second.end, right, sound: true };
  }
  return null;
}

/** A stretch with a kanji that belongs to no word, one stroke away from a compound. */
function looksLike(run: readonly Token[], byGap: ReadonlyMap<string, readonly string[]>): Found | null {
  const words = run.map(({ surface }) => surface).join('');
  if (!run.some(({ surface, pos }) => surface.length === 1 && (pos === 'UNK' || !affix.test(surface))) || words.length < 3 || everydayCompounds.has(words) || own.has(words)) return null;
  const right = [...Array.from({ length: words.length }, (_, gap) => words.slice(0, gap) + words.slice(gap + 1)), words]
    .flatMap((form) => byGap.get(form) ?? []).find((candidate) => candidate !== words && isOneStroke(words, candidate));
  return right === undefined ? null : { start: run[0]!.start, end: run.at(-1)!.end, right, sound: false };
}

/** One character left out, or one for another, or two turned round. */
function isOneStroke(words: string, right: string): boolean {
  let from = 0;
  while (from < words.length && words[from] === right[from]) from += 1;
  const rest = words.slice(from);
  const other = right.slice(from);
  // What is added or left out at an end makes another word: 消防団 and 消防団員.
  const leftOut = rest === other.slice(1) && from > 0 && rest !== '';
  const another = rest.slice(1) === other.slice(1) && !affix.test(rest[0] ?? '');
  return leftOut || (rest.length === other.length && (another || (rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0])));
}

function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    if (/^\p{Script=Han}+$/u.test(token.surface) && token.pos !== '助詞') run.push(token);
    else {
      if (run.length > 1) runs.push(run);
      run = [];
    }
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

let index: { bySound: Map<string, string[]>; byGap: Map<string, string[]> } | null = null;

/** The compounds by their reading and by every form with one character left out. Made once: the list does not change. */
function indexOf(tokenize: Tokenize): NonNullable<typeof index> {
  if (index) return index;
  const [bySound, byGap] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (map: Map<string, string[]>, key: string, word: string): void => {
    const words = map.get(key);
    if (words) words.push(word);
    else map.set(key, [word]);
  };
  for (const word of everydayCompounds) {
    const tokens = tokenize(word);
    if (tokens.length === 2 && tokens.every(({ surface, reading }) => surface.length >= 2 && reading !== undefined)) add(bySound, tokens.map(({ reading }) => reading).join('|'), word);
    for (let gap = 0; gap < word.length; gap += 1) add(byGap, word.slice(0, gap) + word.slice(gap + 1), word);
  }
  index = { bySound, byGap };
  return index;
}
