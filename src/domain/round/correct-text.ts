/** A correction of some words in a text: where they stood when they were read, and what takes their place. */
export interface Correction {
  readonly quote: string;
  readonly suggestion: string;
  /** Offsets in UTF-16 code units, ascending. */
  readonly starts: readonly number[];
}

/**
 * The text with the words replaced at each place. Where they no longer stand at any of the places, they are looked for: if they stand
 * in the text just once, that place is meant. Null when nothing could be replaced.
 */
export function correctText(text: string, { quote, suggestion, starts }: Correction): string | null {
  if (quote === '') return null;
  const there = starts.filter((start, index) => text.startsWith(quote, start) && (index === 0 || start >= starts[index - 1]! + quote.length));
  const only = text.indexOf(quote);
  const places = there.length > 0 ? there : only !== -1 && text.indexOf(quote, only + 1) === -1 ? [only] : [];
  if (places.length === 0) return null;
  return places.toReversed().reduce((result, start) => result.slice(0, start) + suggestion + result.slice(start + quote.length), text);
}
