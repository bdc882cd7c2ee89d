import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defuse, encodeCsv, plainNumber, restore } from './csv-text.ts';
import { readCsv } from './read-csv.testing.ts';
import type { CellValue } from './tables/column.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('"', ',', "'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', '－', '𠮷', '髙', '①', '㈱', ' ', '1'), { maxLength: 8 }).map((parts) => parts.join('')),
);

describe('a CSV', () => {
  test('begins with a BOM and ends every record with CRLF', () => {
    expect([...encodeCsv([['a'], [1]])]).toEqual([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x31, 0x0d, 0x0a]);
  });
  test('gives back every field, whatever stands in it', () => {
    fc.assert(fc.property(fc.array(fc.array(hostile, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (records) => {
      const read = readCsv(encodeCsv(records)).map((record) => record.map(restore));
      expect(read).toEqual(records);
    }));
  });
  test("never turns a person's comma or quote into a column", () => {
    expect(readCsv(encodeCsv([['政策室,「一部」,"引用"', '次']]))).toEqual([['政策室,「一部」,"引用"', '次']]);
  });
  test('writes numbers without separators or exponents, and nothing where there is nothing', () => {
    const records: CellValue[][] = [[-5, 1234567.25, 0, null], [1e21, 1e-7, 0.1, 195]];
    expect(readCsv(encodeCsv(records))).toEqual([['-5', '1234567.25', '0', ''], ['1000000000000000000000', '0.0000001', '0.1', '195']]);
  });
  test('writes any number so that it reads back as the same number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((value) => value === 0 || Math.abs(value) > 1e-6), (value) => {
      expect(Number(plainNumber(value))).toBe(value === 0 ? 0 : value);
      expect(plainNumber(value)).toMatch(/^-?\d+(\.\d+)?$/);
    }));
  });
});

describe('defusing', () => {
  test.each(['=1+1', '+81', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝HYPERLINK("x")', '－5', "'=1"])('puts an apostrophe before %j, which a spreadsheet would run', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });
  test.each(['', 'ー', '－', '△1,234', '※１', "'引用'", '90.0以下', '1=1', '①', '𠮷'])('leaves %j as typed', (text) => {
    expect(defuse(text)).toBe(text);
  });
  test('leaves no text that begins with a formula sign, and is undone by taking one apostrophe away', () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(defuse(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(restore(defuse(text))).toBe(text);
    }));
  });
});
