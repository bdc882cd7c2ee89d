/** A line of a text with where it begins. Offset in UTF-16 code units. */
export interface WrittenLine {
  readonly start: number;
  readonly text: string;
}

/** The lines that `paragraphsOf` makes paragraphs of, in the same order, with their places in the text. */
export function writtenLines(text: string): WrittenLine[] {
  return [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.trim() !== '').map((match) => ({ start: match.index, text: match[0] }));
}
