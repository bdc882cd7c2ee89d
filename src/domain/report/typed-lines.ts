/** The paragraphs of a text that somebody of the secretariat typed: its lines that are not empty. A tab has no place in print. */
export function typedLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').map((line) => line.replaceAll('\t', ' '));
}
