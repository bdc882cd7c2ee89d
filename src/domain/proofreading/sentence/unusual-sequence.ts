import { findingAt, type Rule, type RuleDescription } from '../rule.ts';
import type { ProofreadingText } from '../manuscript.ts';
import type { Sentence } from '../reading.ts';
import type { Tokenize } from '../token.ts';
import { countedUsage, edge, end as last } from '../usage/counted-usage.ts';
import { type CountedWord, countedWords } from '../usage/counted-word.ts';
import { type KanaRun, kanaRunOf } from './kana-run.ts';
import { areUsualMarks, kanaBetween } from './usual-kana.ts';

const description: RuleDescription = {
  name: 'unusual-sequence', title: '普通には続かない語の並び', family: 'sentence', level: 'advice', givesWay: true,
  catches: '「意見が寄せらた」「説明会で出さた」「設置したした」「分かるようなった」のように、公用文でまず続かない品詞や活用の並びで、一字か助詞一つを補うか除くと普通の並びになる箇所。',
  why: '文字や助詞の抜け、消し忘れは、読むときに補ってしまい、見落としやすいためです。並びの多い少ないは、公用文を数えた表で判断します。',
  example: { wrong: '説明会で意見が寄せらた。', right: '説明会で意見が寄せられた。' },
};

type Stroke = 'letter-missing' | 'letter-added' | 'letters-turned' | 'particle-missing' | 'particle-wrong' | 'word-added';

/** How much likelier (natural logarithm) a sentence must be after the stroke. What is typed seldom, or is right as often as wrong, asks for more. */
const leastGain: Readonly<Record<Stroke, number>> = { 'letter-missing': 9, 'letter-added': 12, 'letters-turned': 6, 'particle-missing': 8, 'particle-wrong': 12, 'word-added': 9 };
/** A sequence after the stroke must have been met so often: half of one occurrence in municipal prose, or five in statutes. */
const leastCount = 5;
/** Strange places in one sentence that are looked into. */
const most = 8;

/** Particles that are forgotten or mistaken for one another. */
const particles: readonly (readonly [letter: string, kind: string])[] = [['を', 'P:を'], ['に', 'P:に'], ['が', 'P:が'], ['の', 'P:の連'], ['で', 'P:で'], ['と', 'P:と'], ['は', 'P:は係']];
/** Two words that were met side by side less often than this may be a slip; as leastCount. */
const seldom = 100;

export const unusualSequence: Rule = {
  ...description,
  scope: 'paragraph',
  check: ({ sentences, texts, tools }) => sentences.flatMap((sentence) => [...strangePlaces(sentence, tools.tokenize)]
    // What the manuscript says twice is a name or a way of speaking of its own.
    .filter(({ said }) => !/[^ぁ-ん]/.test(said) || !isSaidTwice(texts, said))
    .map(({ start, end, mended, stroke }) => findingAt(description, sentence.text, { start, end, message: `「${sentence.text.text.slice(start, end)}」は、普通には続かない並びです。${advice[stroke]}がないか、確かめてください（例えば「${mended}」）。` }))),
};

function isSaidTwice(texts: readonly ProofreadingText[], said: string): boolean {
  let once = false;
  for (const { text } of texts) {
    for (let at = text.indexOf(said); at !== -1; at = text.indexOf(said, at + said.length)) {
      if (once) return true;
      once = true;
    }
  }
  return false;
}

const advice: Readonly<Record<Stroke, string>> = {
  'letter-missing': '文字の抜け', 'letter-added': '余分な文字', 'letters-turned': '文字の入替わり', 'particle-missing': '助詞の抜け', 'particle-wrong': '助詞の取り違え', 'word-added': '消し忘れ',
};

interface Mended { readonly start: number; readonly end: number; readonly said: string; readonly mended: string; readonly stroke: Stroke; readonly gain: number }

function* strangePlaces({ body, start, tokens }: Sentence, tokenize: Tokenize): Generator<Mended> {
  const usage = countedUsage();
  const words = countedWords(tokens).map((word): CountedWord => ({ ...word, start: word.start - start, end: word.end - start }));
  const line = betweenEdges(words, body.length);
  const run = kanaRunOf(body);
  let found: Mended | null = null;
  let looked = 0;
  for (let at = 2; at < line.length && looked < most; at += 1) {
    const three = [line[at - 2]!, line[at - 1]!, line[at]!] as const;
    if (usage.count(three[0].kind, three[1].kind, three[2].kind) > 0 || !isProse(line, at)) continue;
    looked += 1;
    const mended = mendedAt(body, run, line, at, tokenize);
    if (mended === null) continue;
    const place = { ...mended, start: mended.start + start, end: mended.end + start };
    if (found !== null && found.end > place.start) {
      if (place.gain > found.gain) found = place;
      continue;
    }
    if (found !== null) yield found;
    found = place;
  }
  if (found !== null) yield found;
}

/** The words of a sentence with two edges before it and its end behind it, as they were counted. */
function betweenEdges(words: readonly CountedWord[], length: number): CountedWord[] {
  const nothing = (kind: string, at: number): CountedWord => ({ kind, form: kind, surface: '', start: at, end: at });
  return [nothing(edge, 0), nothing(edge, 0), ...words, nothing(last, length)];
}

/** Names in kana, quotations and Latin words have sequences of their own. */
function isProse(line: readonly CountedWord[], at: number): boolean {
  const apart = /^(?:U$|I$|Nu|L$|P:にて|S:[「」『』・\-/～])/;
  // 「方向け」 is 方 and 向け, whatever the dictionary says.
  if (line.slice(at - 2, at + 1).some(({ kind, surface }) => apart.test(kind) || surface.startsWith('向け') || surface === 'け' || surface === '化' || surface.startsWith('できる'))) return false;
  return !line.slice(Math.max(2, at - 4), at + 3).some(({ kind, surface }, index, near) => (/^(?:U|I$)/.test(kind) && !(kind === 'U:kana' && /^(?:Ns|[VvX])/.test(near[index - 1]?.kind ?? ''))) || (/^(?:Nk|L|Np|N)$/.test(kind) && /^[ぁ-ん]{2,}$/.test(surface) && !/^[VvX]/.test(near[index - 1]?.kind ?? '')));
}

/** The one stroke near the strange place that makes its clause the likeliest. */
function mendedAt(body: string, run: KanaRun, line: readonly CountedWord[], at: number, tokenize: Tokenize): Mended | null {
  let [from, to] = [at - 2, at];
  while (from > 2 && line[from - 1]!.surface !== '、' && at - from < 6) from -= 1;
  while (to < line.length - 2 && line[to]!.surface !== '、' && to - at < 3) to += 1;
  from = Math.max(2, from);
  const clause = { start: line[from]!.start, end: line[to]!.end };
  const text = body.slice(clause.start, clause.end);
  let before: number | null = null;
  const reaches = { first: clause.start === 0, last: clause.end === body.length };
  let best: (Mended & { readonly margin: number }) | null = null;
  const [first, beyond] = [line[at - 2]!.start, line[at]!.end];
  for (const { start, end, instead, stroke } of strokesWithin(run, line, at)) {
    const changed = text.slice(0, start - clause.start) + instead + text.slice(end - clause.start);
    const words = countedWords(tokenize(changed));
    before ??= likelihood(countedWords(tokenize(text)));
    const gain = likelihood(words) - before;
    const margin = gain - leastGain[stroke];
    if (margin <= (best?.margin ?? 0) || !isUsual(words, start - clause.start, reaches)) continue;
    const [left, right] = [Math.max(first, start - 4), Math.min(beyond, end + 4)];
    best = {
      start: Math.min(start, Math.max(left, lastStart(line, start))), end: Math.max(end, Math.min(right, firstEnd(line, end))), said: body.slice(first, beyond), stroke, gain, margin,
      mended: body.slice(Math.max(0, start - 4), start) + instead + body.slice(end, end + 4),
    };
  }
  return best;
}

/** The beginning of the word that ends at or before the place, and the end of the word that begins at or after it. */
const lastStart = (line: readonly CountedWord[], place: number): number => line.findLast(({ start, end }) => start < place && end <= place + 1 && end > start)?.start ?? place;
const firstEnd = (line: readonly CountedWord[], place: number): number => line.find(({ start, end }) => start >= place && end > start)?.end ?? place;

interface Edit { readonly start: number; readonly end: number; readonly instead: string; readonly stroke: Stroke }

function* strokesWithin(run: KanaRun, line: readonly CountedWord[], at: number): Generator<Edit> {
  for (let word = Math.max(2, at - 2); word <= at && word < line.length - 1; word += 1) yield* strokesOnWord(line, word, at);
  // What is a particle by itself was tried above.
  const apart = new Set(line.slice(Math.max(2, at - 2), at + 1).filter(({ kind, surface }) => kind.startsWith('P:') && surface.length === 1).map(({ start }) => start));
  yield* strokesOnLetters(run, line[Math.max(2, at - 2)]!.start, line[at]!.end, apart);
}

/** Particles forgotten, mistaken or left over, and words written twice. Nothing is read anew for them: what kind a particle is, is known. */
function* strokesOnWord(line: readonly CountedWord[], word: number, at: number): Generator<Edit> {
  const usage = countedUsage();
  const { kind, surface, start, end } = line[word]!;
  const fits = (middle: readonly string[], next: number) => {
    const kinds = [line[word - 2]!.kind, line[word - 1]!.kind, ...middle, line[next]?.kind ?? last, line[next + 1]?.kind ?? last];
    return kinds.slice(2).every((third, index) => index > middle.length + 1 || usage.count(kinds[index]!, kinds[index + 1]!, third) >= leastCount);
  };
  const again = [1, 2, 3].find((length) => line.slice(word, word + length).map(({ surface: one }) => one).join('') === line.slice(word + length, word + 2 * length).map(({ surface: one }) => one).join('') && line.length - 1 >= word + 2 * length);
  if (again !== undefined && /^[ぁ-ん]{2}/.test(line.slice(word, word + again).map(({ surface: one }) => one).join(''))) yield { start, end: line[word + again - 1]!.end, instead: '', stroke: 'word-added' };
  const particle = particles.find(([letter, own]) => letter === surface && own === kind);
  if (particle !== undefined) {
    // Between two words that are not kana a particle holds them apart, and two particles that often stand together are meant so.
    const besideKana = /[ぁ-ん]$/.test(line[word - 1]!.surface) || /^[ぁ-ん]/.test(line[word + 1]!.surface);
    const meant = [usage.countOfTwo(line[word - 1]!.kind, kind), usage.countOfTwo(kind, line[word + 1]!.kind)];
    // 「町へは」「調査と研修とを」: へ and と stand before other particles.
    if (besideKana && !((surface === 'へ' && /^[のはも]/.test(line[word + 1]!.surface)) || (surface === 'と' && /^[をのはもでがに]/.test(line[word + 1]!.surface))) && Math.min(...meant) < seldom && fits([], word + 1)) yield { start, end, instead: '', stroke: 'word-added' };
    for (const [other, own] of particles) if (own !== kind && fits([own], word + 1)) yield { start, end, instead: other, stroke: 'particle-wrong' };
    // 「利用は者」: what ends a compound stands after its particle.
    const ending = line[word + 1]!;
    if (ending.kind.startsWith('f:') && /^[一-龠]$/.test(ending.surface)) yield { start, end: ending.end, instead: ending.surface + surface, stroke: 'letters-turned' };
  }
  // 「防止ぐ」 for 防ぐ: of two kanji before an ending of kana one was left over.
  if (kind === 'Ns' && /^[一-龠]{2}$/.test(surface) && /^[ぁ-ん]/.test(line[word + 1]!.surface) && !line[word + 1]!.kind.startsWith('P:')) for (const [from, to] of [[start + 1, end], [start, start + 1]] as const) yield { start: from, end: to, instead: '', stroke: 'letter-added' };
  if (word <= Math.max(2, at - 2) || !/^[VvJjX]|^P:|^Ns$/.test(kind) || isJoined(line, word)) return;
  for (const [letter, own] of particles) if ((kind !== 'Ns' || line[word + 1]?.kind.startsWith('V:')) && fits([own], word)) yield { start, end: start, instead: letter, stroke: 'particle-missing' };
}

/** Whether a word belongs to the one before it without a particle: 「貼り出す」「活気付く」「特色ある」「２施設あり」. */
function isJoined(line: readonly CountedWord[], word: number): boolean {
  const [before, here, after] = [line[word - 1]!, line[word]!, line[word + 1]!];
  if (before.kind.startsWith('V') || here.surface.startsWith('付')) return true;
  return here.kind.startsWith('V:ある') && (/^[NR]/.test(after.kind) || line[word - 2]!.kind === '#' || before.kind === 'f:助数詞');
}

function* strokesOnLetters({ marks, at }: KanaRun, start: number, end: number, apart: ReadonlySet<number>): Generator<Edit> {
  const isKana = (mark: string | undefined) => mark !== undefined && /[ぁ-ん]/.test(mark);
  for (let index = Math.max(1, at.findIndex((place) => place >= start)); index < marks.length - 1 && at[index]! <= end; index += 1) {
    const [previous, here, next] = [marks[index - 1]!, marks[index]!, marks[index + 1]!];
    const place = at[index]!;
    const near = marks.slice(Math.max(0, index - 4), index);
    if (isKana(here) && place < end) {
      // 「意見や要望」: や, か and も stand between two of a kind and are not left over.
      if ((!(/[やかもて]/.test(here) || apart.has(place)) || here === previous || here === next) && (isKana(previous) || isKana(next)) && areUsualMarks([...near, ...marks.slice(index + 1, index + 6)], near.length, 0)) yield { start: place, end: place + 1, instead: '', stroke: 'letter-added' };
      if (isKana(next) && next !== here && areUsualMarks([...near, next, here, ...marks.slice(index + 2, index + 7)], near.length, 2)) yield { start: place, end: place + 2, instead: next + here, stroke: 'letters-turned' };
    }
    if (!isKana(previous) && !isKana(here)) continue;
    // A mark before the place may be a run of kanji, which ends where this one begins. 「市内産の」 does not want to be 「市内産みの」.
    if (previous === '漢' && /[のはがをにへとでもや、]/.test(here)) continue;
    for (const letter of kanaBetween(previous, here)) if (areUsualMarks([...near, letter, ...marks.slice(index, index + 5)], near.length, 1)) yield { start: place, end: place, instead: letter, stroke: 'letter-missing' };
  }
}

function likelihood(words: readonly CountedWord[]): number {
  const usage = countedUsage();
  const kinds = [edge, edge, ...words.map(({ kind }) => kind), last];
  let sum = 0;
  for (let at = 2; at < kinds.length; at += 1) sum += usage.logChance(kinds[at - 2]!, kinds[at - 1]!, kinds[at]!);
  return sum;
}

/** Whether every sequence around the place is one that official prose has. */
function isUsual(words: readonly CountedWord[], place: number, reaches: { readonly first: boolean; readonly last: boolean }): boolean {
  const usage = countedUsage();
  const line = betweenEdges(words, words.at(-1)?.end ?? 0);
  for (let at = reaches.first ? 2 : 4; at < line.length - (reaches.last ? 0 : 1); at += 1) {
    const [one, two, three] = [line[at - 2]!, line[at - 1]!, line[at]!];
    if (three.end < place - 4 || one.start > place + 4) continue;
    if (/^(?:U|I$|Nu)/.test(three.kind) || (usage.count(one.kind, two.kind, three.kind) < leastCount && Math.min(usage.countOfTwo(one.kind, two.kind), usage.countOfTwo(two.kind, three.kind)) < seldom)) return false;
    if (!usage.met(two.form, three.form) || (at > 2 && !usage.met(one.form, two.form))) return false;
  }
  return true;
}
