import { markDifference } from '../../domain/edition/mark-difference.ts';
import { paired } from '../../domain/edition/paired.ts';
import type { Paragraph } from '../../domain/report/paragraph.ts';
import { Beside } from '../beside.tsx';
import { PlainText } from '../reported-text.tsx';

/** A text of which more than this share is new is read beside the old one; marks on every other word would only be in the way. */
const mostMarked = 0.5;

/** Two years' texts of one item: paragraph by paragraph with marks where most of it stayed, else the one text beside the other. */
export function ChangedText({ before, after, sides }: { before: readonly Paragraph[]; after: readonly Paragraph[]; sides: readonly [string, string] }) {
  const pairs = paired(before, after).map(([old, now]) => ({ old, now, marked: markDifference(old?.text ?? '', now?.text ?? '') }));
  const length = (pieces: readonly { readonly text: string; readonly marked: boolean }[]) => pieces.reduce((sum, { text, marked }) => sum + (marked ? text.length : 0), 0);
  const all = [...before, ...after].reduce((sum, { text }) => sum + text.length, 0);
  const share = pairs.reduce((sum, { marked }) => sum + length(marked.before) + length(marked.after), 0) / Math.max(1, all);
  if (share > mostMarked) {
    return (
      <div class="beside">
        {[before, after].map((paragraphs, index) => <div><p class="side">{sides[index]}</p>{paragraphs.length > 0 ? <PlainText paragraphs={paragraphs} /> : <p>報告はありません。</p>}</div>)}
      </div>
    );
  }
  return (
    <>
      {pairs.map(({ old, now, marked }, index) => (
        <Beside more={index > 0} left={{ name: sides[0], pieces: old ? marked.before : null, tag: 'del' }} right={{ name: sides[1], pieces: now ? marked.after : null, tag: 'ins' }} />
      ))}
    </>
  );
}
