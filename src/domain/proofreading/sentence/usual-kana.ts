import { fours, often, threes } from './kana-sequences.ts';

/** Sequences of marks (kana-run.ts) in the prose that kana-sequences.ts was counted in. */
export interface UsualKana {
  /** Every sequence of three. */
  readonly known: ReadonlySet<string>;
  /** Sequences of four that were met four times or more. */
  readonly usual: ReadonlySet<string>;
  /** Sequences of four that were met fifteen times or more. */
  readonly frequent: ReadonlySet<string>;
  /** Which kana were met between two marks. */
  readonly between: ReadonlyMap<string, readonly string[]>;
}

let read: UsualKana | null = null;

/** Unpacked at the first use and kept: who only wants the names of the rules does not pay for it. */
export function usualKana(): UsualKana {
  read ??= unpack();
  return read;
}

function unpack(): UsualKana {
  const known = new Set(unpacked(threes, 2));
  const between = new Map<string, string[]>();
  for (const three of known) {
    const [left, middle, right] = [...three];
    if (/[ぁ-ん]/.test(middle!)) between.getOrInsert(left! + right!, []).push(middle!);
  }
  return { known, usual: new Set(unpacked(fours, 3)), frequent: new Set(unpacked(often, 3)), between };
}

/** Kana that can stand between two marks. */
export function kanaBetween(left: string, right: string): readonly string[] {
  return usualKana().between.get(left + right) ?? [];
}

/** Whether marks in which the place at some index was changed have only usual sequences there: four that hold what was changed, or its joint. */
export function areUsualMarks(marks: readonly string[], changed: number, length: number): boolean {
  const { usual } = usualKana();
  for (let from = Math.max(0, changed - 3); from <= Math.min(changed + Math.max(length, 1) - 1, marks.length - 4); from += 1) {
    const four = marks.slice(from, from + 4).join('');
    // How sentences begin and end was counted too seldom.
    if (/[ぁ-ん]/.test(four) && !/[$^]/.test(four) && !usual.has(four)) return false;
  }
  return true;
}

/** 「するこた」 with a beginning of two to するこ and するた. */
function unpacked(packed: string, beginning: number): string[] {
  return packed.trim().split(/\s+/).flatMap((word) => {
    const letters = [...word];
    const start = letters.slice(0, beginning).join('');
    return letters.slice(beginning).map((letter) => start + letter);
  });
}
