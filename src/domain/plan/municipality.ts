import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';

/** The city that owns the plan. */
export interface Municipality {
  /** 全国地方公共団体コード: six digits with the check digit, a string (狛江市 is 132195). */
  readonly code: string;
  readonly name: string;
  readonly fiscalYearLabels: FiscalYearLabelling;
}

/**
 * Whether the code's sixth digit is right. Source: 総務省 全国地方公共団体コード仕様: the first five digits are weighted
 * 6,5,4,3,2, summed, and the sum taken modulo 11; the check digit is the last digit of 11 minus that.
 */
export function isMunicipalityCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return (11 - (sum % 11)) % 10 === Number(code[5]);
}
