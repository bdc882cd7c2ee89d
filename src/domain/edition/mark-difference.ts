const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** A stretch of a text; marked where the other text does not have it. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** More cells than this are not compared word by word; the whole stretch between equal ends is marked. Half a second at most. */
const mostCells = 4_000_000;

/** Both texts with the words marked that the other one does not have: 誤 and 正 as a reader sees them. Joined, the pieces are the texts. */
export function markDifference(before: string, after: string): { readonly before: MarkedPiece[]; readonly after: MarkedPiece[] } {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const common = commonWords(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const kept = (length: number, middle: readonly boolean[]) => [...Array<boolean>(start).fill(true), ...middle, ...Array<boolean>(length - start - middle.length).fill(true)];
  return { before: pieces(old, kept(old.length, common.old)), after: pieces(now, kept(now.length, common.now)) };
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Which words of both sides belong to the longest sequence that both have. */
function commonWords(old: readonly string[], now: readonly string[]): { readonly old: boolean[]; readonly now: boolean[] } {
  const kept = { old: Array<boolean>(old.length).fill(false), now: Array<boolean>(now.length).fill(false) };
  const width = now.length + 1;
  if (old.length * now.length > mostCells) return kept;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] = old[row] === now[column]
        ? longest[(row + 1) * width + column + 1]! + 1
        : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
    }
  }
  for (let row = 0, column = 0; row < old.length && column < now.length;) {
    if (old[row] === now[column]) {
      kept.old[row] = true;
      kept.now[column] = true;
      row += 1;
      column += 1;
    } else if (longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  return kept;
}

function pieces(list: readonly string[], kept: readonly boolean[]): MarkedPiece[] {
  const made: { text: string; marked: boolean }[] = [];
  list.forEach((text, index) => {
    // A single character between two marked words would only tear the mark into pieces.
    const island = kept[index] === true && text.length === 1 && kept[index - 1] === false && kept[index + 1] === false;
    const marked = kept[index] !== true || island;
    const last = made.at(-1);
    if (last && last.marked === marked) last.text += text;
    else made.push({ text, marked });
  });
  return made;
}
