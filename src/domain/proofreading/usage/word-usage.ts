import type { Token } from '../token.ts';
import { contexts as packedContexts, familiar as packedFamiliar, readings as packedReadings } from './counted-words.ts';
import { unpackCount } from './counted-usage.ts';

/** Which Sino-Japanese words official prose has, and beside which words, as counted by bench/proofreading/count-usage.ts. */
export interface WordUsage {
  /** Whether a word is met often enough in municipal prose or in statutes to be nobody's mistake by itself. */
  isFamiliar(word: string): boolean;
  /** Words of municipal prose that are read alike (katakana). */
  alike(reading: string): readonly string[];
  /** How often a word was met in a context (contextsOf); once does not count where no other word is read like it. */
  count(word: string, context: string): number;
}

let read: WordUsage | null = null;

/** Unpacked at the first use and kept. */
export function wordUsage(): WordUsage {
  read ??= unpack();
  return read;
}

/** Whether a token is a word of two to four kanji, of which the table speaks. */
export function isCountedNoun({ pos, detail, surface }: Token): boolean {
  return pos === '名詞' && /^(?:一般|サ変接続|形容動詞語幹|副詞可能|固有名詞)$/.test(detail) && /^[一-龠々]{2,4}$/.test(surface);
}

/** Whether a token is one kanji that ends a compound: 留意|点, 災害|時. Only the word before it is counted for such a one. */
export function isCountedEnding(tokens: readonly Token[], at: number): boolean {
  const [before, { pos, detail2, surface }] = [tokens[at - 1], tokens[at]!];
  return pos === '名詞' && detail2 !== '地域' && /^[一-龠]$/.test(surface) && before !== undefined && before.pos === '名詞' && /^(?:[一-龠々]{2,4}|[ァ-ヶー]{2,})$/.test(before.surface);
}

const isContent = (token: Token | undefined): boolean => token !== undefined && /[一-龠々ァ-ヶ]/.test(token.surface);

/** What stands beside a word: 「<通行」 the word right before it, 「<通行の」 with a particle between, 「>する」「>区域」「>を図る」 what comes after. */
export function contextsOf(tokens: readonly Token[], at: number): string[] {
  const contexts: string[] = [];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isContent(before)) contexts.push(`<${before!.surface}`);
  else if (before?.pos === '助詞' && isContent(tokens[at - 2])) contexts.push(`<${tokens[at - 2]!.surface}${before.surface}`);
  if (isContent(after)) contexts.push(`>${after!.surface}`);
  else if (after?.pos === '助詞' && isContent(tokens[at + 2])) contexts.push(`>${after.surface}${tokens[at + 2]!.base}`);
  else if (after?.base === 'する') contexts.push('>する');
  return contexts;
}

function unpack(): WordUsage {
  const familiar = new Set(packedFamiliar.trim().split(/\s+/));
  const readings = new Map(packedReadings.trim().split(/\s+/).map((line) => line.split(':')).map(([reading = '', words = '']) => [reading, words.split(',')]));
  const contexts = new Map(packedContexts.trim().split('\n').map((line) => line.split(' ')).map(([word = '', ...all]) => [word, new Map(all.map((one) => [one.slice(0, -1), unpackCount(one.at(-1)!)]))]));
  return { isFamiliar: (word) => familiar.has(word), alike: (reading) => readings.get(reading) ?? [], count: (word, context) => contexts.get(word)?.get(context) ?? 0 };
}
