import { diffArrays } from 'diff';

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** A stretch of text that both versions have, or only one of them. */
export interface DifferencePiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are compared line by line: word by word would take longer than a person waits. Characters. */
const longestByWord = 20_000;

/** What changed from one text to another, word by word as Japanese is read. */
export function differenceOf(before: string, after: string): DifferencePiece[] {
  const split = before.length + after.length > longestByWord ? (text: string) => text.split(/(?<=\n)/) : (text: string) => [...words.segment(text)].map(({ segment }) => segment);
  return diffArrays(split(before), split(after)).map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }));
}

/** The differences marked in the running text: words apart from colour, so that print and screen readers have them too. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <div class="difference">
      {differenceOf(before, after).map(({ kind, text }) => {
        if (kind === 'added') return <ins><span class="visually-hidden">（追加）</span>{text}<span class="visually-hidden">（追加終わり）</span></ins>;
        if (kind === 'removed') return <del><span class="visually-hidden">（削除）</span>{text}<span class="visually-hidden">（削除終わり）</span></del>;
        return text;
      })}
    </div>
  );
}
