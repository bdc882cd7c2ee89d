import { fours, often, threes } from './kana-sequences.ts';

/** Sequences of marks (kana-run.ts) in the prose that kana-sequences.ts was counted in: every three, fours met four times, fours met fifteen times. */
export const knownKana: ReadonlySet<string> = new Set(unpacked(threes, 2));
export const usualKana: ReadonlySet<string> = new Set(unpacked(fours, 3));
export const frequentKana: ReadonlySet<string> = new Set(unpacked(often, 3));

/** Which kana were met between two marks. */
const between = new Map<string, string[]>();
for (const three of knownKana) {
  const [left, middle, right] = [...three];
  if (/[ぁ-ん]/.test(middle!)) between.getOrInsert(left! + right!, []).push(middle!);
}

/** Kana that can stand between two marks. */
export function kanaBetween(left: string, right: string): readonly string[] {
  return between.get(left + right) ?? [];
}

/** Whether marks in which the place at some index was changed have only usual sequences there: four that hold what was changed, or its joint. */
export function areUsualMarks(marks: readonly string[], changed: number, length: number): boolean {
  for (let from = Math.max(0, changed - 3); from <= Math.min(changed + Math.max(length, 1) - 1, marks.length - 4); from += 1) {
    const four = marks.slice(from, from + 4).join('');
    // How sentences begin and end was counted too seldom.
    if (/[ぁ-ん]/.test(four) && !/[$^]/.test(four) && !usualKana.has(four)) return false;
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
