import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { Licence } from './licence.ts';

/** The city that owns the plan. */
export interface Municipality {
  /** 全国地方公共団体コード: six digits with the check digit, a string (狛江市 is 132195). */
  readonly code: string;
  readonly name: string;
  readonly fiscalYearLabels: FiscalYearLabelling;
  /** Terms on which the published data may be used; left out where the city has not said. */
  readonly licence?: Licence;
}

/**
 * Whether the code's sixth digit is right. Source: 総務省 全国地方公共団体コード仕様: the first five digits are weighted
 * 6,5,4,3,2, summed, and the sum taken modulo 11; the check digit is the last digit of 11 minus that.
 */
export function isMunicipalityCode(code: string): boolean {
  return /^\d{6}$/.test(code) && checkDigitOf(code.slice(0, 5)) === code[5];
}

/** The sixth digit that belongs to the first five. */
export function checkDigitOf(firstFive: string): string {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(firstFive[index]), 0);
  return String((11 - (sum % 11)) % 10);
}
