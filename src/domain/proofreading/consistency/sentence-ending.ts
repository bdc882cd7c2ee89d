import type { Reading, Sentence } from '../reading.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export type Ending = 'polite' | 'plain-past' | 'plain-present' | 'nominal';

export interface EndedSentence {
  readonly sentence: Sentence;
  readonly ending: Ending;
  /** The words that make the ending, from here to the full stop. */
  readonly from: number;
  readonly to: number;
}

/** How a sentence ends, where it is closed by a full stop and ends in something that can be judged. */
export function endingOf(sentence: Sentence): EndedSentence | null {
  if (!sentence.closed) return null;
  const stop = sentence.tokens.findLastIndex(({ surface }) => surface === '。');
  const last = sentence.tokens[stop - 1];
  if (!last) return null;
  const tail = sentence.tokens.slice(Math.max(0, stop - 4), stop);
  const at = (ending: Ending, first: Token): EndedSentence => ({ sentence, ending, from: first.start, to: last.end });
  const polite = tail.findLast(({ base, pos }) => pos === '助動詞' && ['です', 'ます'].includes(base));
  if (polite) return at('polite', polite);
  if (last.pos === '名詞' && (isVerbalNoun(last) || last.detail === '一般')) return at('nominal', last);
  if (last.pos === '助動詞' && (last.surface === 'た' || last.surface === 'だ')) {
    // 取り組んだ is past, 効果的だ is not: だ after a verb is た in another sound.
    const past = last.surface === 'た' || tail.at(-2)?.pos === '動詞';
    return at(past ? 'plain-past' : 'plain-present', tail.findLast(({ pos }) => pos === '動詞') ?? last);
  }
  const present = (last.pos === '動詞' && last.form === '基本形') || last.pos === '形容詞' || (last.pos === '助動詞' && ['ない', 'ある', 'べし', 'れる', 'られる'].includes(last.base));
  return present ? at('plain-present', tail.findLast(({ pos, detail }) => pos === '動詞' && detail === '自立') ?? last) : null;
}

/** The endings of all sentences, by the kind of text: each kind is a section of its own manner. */
export function endingsByKind({ sentences }: Reading): Map<string, EndedSentence[]> {
  return Map.groupBy(sentences.map(endingOf).filter((ending) => ending !== null), ({ sentence }) => sentence.text.kind);
}

/** Fewer sentences than this have no manner. */
export const fewest = 5;
