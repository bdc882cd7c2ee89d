import type { AnswerVersion } from './answer-store.ts';

/** What the secretariat has changed in an answer since somebody of the department wrote it last. */
export interface SecretariatCorrection {
  /** As the department had handed it in. */
  readonly before: AnswerVersion;
  /** Every correction since, oldest first; each with who and why. The last one counts now. */
  readonly steps: readonly AnswerVersion[];
}

/** The corrections that lead to the version, from the department's own words on; null when it is no correction of anything. */
export function correctionIn(versions: readonly AnswerVersion[], current: number): SecretariatCorrection | null {
  const counted = versions.filter(({ parked, number }) => !parked && number <= current).toSorted((a, b) => a.number - b.number);
  const own = counted.findLastIndex(({ cause }) => cause !== 'correct');
  const [before, steps] = [counted[own], counted.slice(own + 1)];
  return before && steps.length > 0 ? { before, steps } : null;
}
