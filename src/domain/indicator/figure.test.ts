import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, readFigure } from './figure.ts';

const none = { value: null, upper: null, alternative: null, comparator: null, unit: null, notes: [] };

describe('a printed figure', () => {
  test.each([
    ['37.0（60.3）※１', { ...none, value: 37, alternative: 60.3, notes: ['※１'] }],
    ['37.0 （ 60.3） ※１', { ...none, value: 37, alternative: 60.3, notes: ['※１'] }],
    ['90.0以下 ※３', { ...none, value: 90, comparator: 'at-most', notes: ['※３'] }],
    ['０％ ※2', { ...none, value: 0, unit: '％', notes: ['※2'] }],
    ['83.6%', { ...none, value: 83.6, unit: '%' }],
    ['80％以上', { ...none, value: 80, unit: '％', comparator: 'at-least' }],
    ['１，２３４億円', { ...none, value: 1234, unit: '億円' }],
    ['△1,234.5', { ...none, value: -1234.5 }],
    ['80～90', { ...none, value: 80, upper: 90 }],
    ['約300人', { ...none, value: 300, unit: '人', comparator: 'about' }],
    ['0', { ...none, value: 0 }],
  ])('%s is read with value, alternative, comparator, unit and notes apart', (printed, read) => {
    expect(readFigure(printed)).toEqual(read);
  });

  test.each(['－', 'ー', '未確定', '集計中'])('%s says that there is no figure yet, which is not zero', (printed) => {
    expect(readFigure(printed)).toEqual(none);
  });

  test.each(['', '調整中かもしれない', '1.2.3', '12 34', '１２月'.repeat(3), '1,23'])('%j is not one figure', (printed) => {
    expect(readFigure(printed)).toBeNull();
  });

  test('of any size is read back as it was printed, whatever its width', () => {
    const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
    fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.boolean(), (tenths, full) => {
      const text = (tenths / 10).toFixed(1);
      expect(readFigure(full ? wide(text) : text)?.value).toBeCloseTo(tenths / 10, 6);
    }));
  });

  test('never throws, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => { readFigure(text); }));
  });
});

test('a figure counted on 1 April keeps that day; others stand for the last day of their fiscal year', () => {
  expect(dayOf({ fiscalYear: 2024, asOf: '2025-04-01' })).toBe('2025-04-01');
  expect(dayOf({ fiscalYear: 2024, asOf: null })).toBe('2025-03-31');
});
