/** Failures in a row after which nobody can try for a while. */
export const failuresBeforeLock = 5;

const longestLock = 60;

/** Minutes without a try after so many failures in a row: none, then 1, 2, 4 … up to 60. */
export function lockMinutesAfter(failures: number): number {
  return failures < failuresBeforeLock ? 0 : Math.min(longestLock, 2 ** Math.min(failures - failuresBeforeLock, 10));
}
