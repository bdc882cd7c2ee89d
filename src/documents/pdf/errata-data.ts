import type { Edition } from '../../domain/edition/edition.ts';
import { markDifference, type MarkedPiece } from '../../domain/edition/mark-difference.ts';
import { editionLabel } from '../../domain/edition/reading.ts';

/** The 正誤表 as the template prints it. */
export interface ErrataData {
  readonly reason: string | null;
  /** 第１版, with its hash. */
  readonly corrected: string;
  readonly correctedHash: string;
  readonly rows: readonly { readonly place: string; readonly before: readonly MarkedPiece[] | null; readonly after: readonly MarkedPiece[] | null }[];
}

/** Null where the edition corrects nothing. */
export function errataData({ corrects, correctionReason }: Edition): ErrataData | null {
  if (!corrects) return null;
  return {
    reason: correctionReason, corrected: editionLabel(corrects), correctedHash: corrects.hash,
    rows: corrects.changes.map(({ place, before, after }) => {
      const marked = markDifference(before ?? '', after ?? '');
      return { place, before: before === null ? null : marked.before, after: after === null ? null : marked.after };
    }),
  };
}
