import { isVerb, isVerbalNoun, type Token } from './token.ts';

/** What happens to the noun before a case particle: the verb that the particle belongs to. */
export interface Head {
  /** 応じる; 参加 for 参加する. */
  readonly word: string;
  /** Where the verb itself stands; する for a サ変名詞. */
  readonly verb: number;
  readonly first: number;
}

/** How far behind its particle a verb is looked for. Tokens. */
const reach = 6;

/**
 * The verb after the particle at the index. Only adverbs (積極的に, 更に, 円滑に) may stand between the two, so that the particle is
 * surely the verb's own; with `amounts` also 「２回」 and 「10人」.
 */
export function headAfter(tokens: readonly Token[], particle: number, amounts = false): Head | null {
  let at = particle + 1;
  const end = Math.min(tokens.length, particle + reach);
  while (at < end) {
    const token = tokens[at]!;
    if (isVerb(token)) return { word: token.base, verb: at, first: at };
    if (isVerbalNoun(token) && tokens[at + 1]?.base === 'する' && tokens[at + 1]!.pos === '動詞') return { word: token.surface, verb: at + 1, first: at };
    const next = adverbEnd(tokens, at) ?? (amounts && (isNumber(token) || token.detail2 === '助数詞') ? at + 1 : null);
    if (next === null) return null;
    at = next;
  }
  return null;
}

/** Where an adverb that begins at the index ends: 更に, 広く, 円滑に, 積極的に. */
export function adverbEnd(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.pos === '副詞') return index + 1;
  if (token.pos === '形容詞' && token.form.startsWith('連用')) return index + 1;
  // 「必要に応じて」 has a に of its own.
  if (token.detail === '形容動詞語幹' && token.surface !== '必要' && tokens[index + 1]?.surface === 'に') return index + 2;
  if (/^(?:早期|同時|一斉|一体|最優先|年度内)$/.test(token.surface) && tokens[index + 1]?.surface === 'に') return index + 2;
  return token.pos === '名詞' && tokens[index + 1]?.surface === '的' && tokens[index + 2]?.surface === 'に' ? index + 3 : null;
}

/** Whether the verb at the index is made passive, causative or potential: 行われる, 参加させる. */
export function isTurned(tokens: readonly Token[], verb: number): boolean {
  const after = tokens[verb + 1];
  return /^(?:さ|せ|させ)$/.test(tokens[verb]!.surface) || (after?.pos === '動詞' && after.detail === '接尾');
}

/** The tokens of the clause before the index: back to a comma, a full stop or a bracket. */
export function clauseBefore(tokens: readonly Token[], index: number): readonly Token[] {
  let start = index;
  while (start > 0 && !/^[、。「」『』（）()]$/.test(tokens[start - 1]!.surface)) start -= 1;
  return tokens.slice(start, index);
}

/** Digits, with or without the dictionary's knowledge of them. */
export function isNumber({ surface, detail }: Token): boolean {
  return detail === '数' || /^[0-9０-９.,，．]+$/.test(surface);
}

/**
 * Where an amount ends at the index (57人, 98.6％, ２割), the token after its unit excluded.
 * @returns the index of its first token, or null where there is none
 */
export function amountEndingAt(tokens: readonly Token[], last: number): number | null {
  const unit = tokens[last];
  if (!unit || !(unit.detail2 === '助数詞' || unit.detail === '接尾' || /^[%％円件倍割社校本台基園店㎡㎞トンLｔt]$|^(?:ポイント|団体|世帯|施設|か所|箇所|キロ|メートル|ヘクタール|リットル|kg|km|m|日間)$/.test(unit.surface))) return null;
  let first = last;
  while (first > 0 && (isNumber(tokens[first - 1]!) || /^(?:万|億|千|百|か|分)$/.test(tokens[first - 1]!.surface))) first -= 1;
  return first < last && isNumber(tokens[first]!) ? first : null;
}
