import type { Dictionary } from './dictionary.ts';
import { type Manuscript, type ProofreadingText, runningKinds } from './manuscript.ts';
import type { Token, Tokenize } from './token.ts';

/** What the checker is given from outside: the domain does no I/O. */
export interface Tools {
  readonly tokenize: Tokenize;
  /** The city's own words; they win over every rule. */
  readonly dictionary?: Dictionary;
  /** Whether the font of the PDF has the character; without it nothing is said of the font. */
  readonly printable?: (character: string) => boolean;
  /** Whether CP932 (Shift_JIS of Windows) can carry the character. */
  readonly exchangeable?: (character: string) => boolean;
}

/** One sentence of a running text, with its tokens. Offsets are those of the text. */
export interface Sentence {
  readonly text: ProofreadingText;
  readonly start: number;
  readonly end: number;
  readonly body: string;
  readonly tokens: readonly Token[];
  /** Whether it is closed by a full stop, not cut by the end of the text or by the length limit. */
  readonly closed: boolean;
}

/** A manuscript as the rules read it. */
export interface Reading {
  readonly manuscript: Manuscript;
  readonly tools: Tools;
  readonly texts: readonly ProofreadingText[];
  /** Sentences of running texts. */
  readonly sentences: readonly Sentence[];
}

/** A sentence is read in pieces of this length at most, so that no rule needs more than linear time. Characters. */
const longestPiece = 1000;

export function readManuscript(manuscript: Manuscript, tools: Tools): Reading {
  const texts = manuscript.texts.filter(({ text }) => text !== '');
  const sentences = texts.filter(({ kind }) => runningKinds.has(kind)).flatMap((text) => sentencesOf(text, tools.tokenize));
  return { manuscript, tools, texts, sentences };
}

export function sentencesOf(text: ProofreadingText, tokenize: Tokenize): Sentence[] {
  return pieces(text.text).map(({ start, end, closed }) => {
    const body = text.text.slice(start, end);
    const tokens = tokenize(body).map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
    return { text, start, end, body, tokens, closed };
  });
}

/** Cuts after 。！？ unless a closing bracket follows: 「（以下「計画」という。）を」 is one sentence. */
function pieces(text: string): { start: number; end: number; closed: boolean }[] {
  const found: { start: number; end: number; closed: boolean }[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const stop = /[。！？]/.test(text[index]!) && !/[」』）)。！？]/.test(text[index + 1] ?? '');
    const bracketed = /[」』）)]/.test(text[index]!) && text[index - 1] === '。' && !/[ぁ-ん、。」』）)]/.test(text[index + 1] ?? '');
    const tooLong = index - start + 1 >= longestPiece && !/[\ud800-\udbff]/.test(text[index]!);
    if (!stop && !bracketed && !tooLong) continue;
    found.push({ start, end: index + 1, closed: stop || bracketed });
    start = index + 1;
  }
  if (start < text.length) found.push({ start, end: text.length, closed: false });
  return found;
}
