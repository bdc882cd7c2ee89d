import type { MarkedPiece } from '../domain/edition/mark-difference.ts';

/**
 * Two texts beside each other, one above the other where there is no room.
 *
 * @param more whether the same two names stand above already: they are seen again only where the texts are not beside each other
 */
export function Beside({ left, right, more = false }: { left: Side; right: Side; more?: boolean }) {
  return (
    <div class={more ? 'beside more' : 'beside'}>
      {[left, right].map(({ name, pieces, tag }) => (
        <div>
          <p class="side">{name}</p>
          <p>{pieces === null ? <span class="note">（記載なし）</span> : pieces.map(({ text, marked }) => (marked ? <Mark tag={tag}>{text}</Mark> : text))}</p>
        </div>
      ))}
    </div>
  );
}

export interface Side {
  readonly name: string;
  /** Null where nothing was printed. */
  readonly pieces: readonly MarkedPiece[] | null;
  readonly tag: 'del' | 'ins';
}

function Mark({ tag, children }: { tag: Side['tag']; children: string }) {
  return tag === 'del' ? <del>{children}</del> : <ins>{children}</ins>;
}
