/** A share with its 95 % interval after Wilson, as printed: 「49 %、40〜58 %」. */
export function wilson(found: number, all: number): string {
  if (all === 0) return '―';
  const z = 1.96;
  const share = found / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  return `${(100 * share).toFixed(0)} %、${(100 * (middle - half)).toFixed(0)}〜${(100 * (middle + half)).toFixed(0)} %`;
}
