/** An amount as reports write it: 1,234.5, 98万, 3億4,812万. Bounded, so that a text of nothing but digits is read in linear time. */
export const amountPattern = '(?:[0-9０-９]{1,6}億(?:[0-9０-９,，]{1,6}万)?(?:[0-9０-９,，]{1,6})?|[0-9０-９,，.．]{1,9}万(?:[0-9０-９,，]{1,6})?|[0-9０-９][0-9０-９,，.．]{0,12})';

/** @returns the number that an amount stands for, or null where it is none */
export function amountValue(text: string): number | null {
  const match = /^(?:(\d+)億)?(?:([\d,.]+)万)?([\d,.]*)$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const number = (part: string | undefined): number => Number((part ?? '').replaceAll(',', '') || 0);
  const value = number(match[1]) * 1e8 + number(match[2]) * 1e4 + number(match[3]);
  return Number.isFinite(value) ? value : null;
}
