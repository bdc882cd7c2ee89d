import type { CellValue } from './tables/column.ts';

// What a spreadsheet runs when it opens a CSV: also in full width, which Japanese spreadsheets take for a formula.
const runnable = /^'*(?:[=+\-@\t\r\n]|[＝＋－＠].)/su;

/**
 * A text that a spreadsheet would run gets an apostrophe before it; every other text stays as typed.
 * Texts that begin with apostrophes before such a character get one more, so that taking one away always restores the text.
 */
export function defuse(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

/** Undoes `defuse`. */
export function restore(text: string): string {
  return text.startsWith("'") && runnable.test(text) ? text.slice(1) : text;
}

/** A number with all its digits, a point, no thousands separators and no exponent. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('A figure that is not finite was let in by its parser.');
  const text = String(value);
  return /e/.test(text) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** Records to a CSV with BOM, CRLF and the quoting of RFC 4180. */
export function encodeCsv(records: readonly (readonly CellValue[])[]): Uint8Array {
  const lines = records.map((record) => `${record.map(field).join(',')}\r\n`);
  return new TextEncoder().encode(`\u{feff}${lines.join('')}`);
}

function field(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return plainNumber(value);
  const text = defuse(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
