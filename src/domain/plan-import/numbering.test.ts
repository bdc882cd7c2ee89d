import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldNumber, isNumber, numberFormOf, splitNumber } from './numbering.ts';

describe('a number in a cell of its own', () => {
  test.each([
    ['1', '1'], ['０５', '05'], ['①', '1'], ['⑳', '20'], ['㉑', '21'], ['（１）', '1'], ['(12)', '12'], ['⑵', '2'], ['１－１', '1-1'], ['1-1-3', '1-1-3'], ['1.2', '1-2'], ['１．', '1'],
    ['Ⅱ', '2'], ['第３章', '3'], ['第二', '2'], ['十二', '12'], ['No.7', '7'], ['No. 7', '7'], ['№８', '8'], ['ア', '1'], ['A-1', 'A-1'], ['【3】', '3'], ['1)', '1'],
  ])('%s is %s', (text, folded) => { expect(foldNumber(text)).toBe(folded); expect(isNumber(text)).toBe(true); });
  test.each(['窓口の見直し', '', '５レスの推進', '令和３年', '－'])('%s is none', (text) => { expect(isNumber(text)).toBe(false); });
});

describe('a number in front of a title', () => {
  test.each([
    ['１　行政運営', '', '１', '行政運営'], ['施策１　行政運営', '施策', '１', '行政運営'], ['①業務の改善', '', '①', '業務の改善'], ['(1) 業務の改善', '', '(1)', '業務の改善'], ['（ア）業務', '', '（ア）', '業務'],
    ['1-1 業務', '', '1-1', '業務'], ['1-1-2業務', '', '1-1-2', '業務'], ['第１章　行政', '', '第１章', '行政'], ['Ⅲ 財政', '', 'Ⅲ', '財政'], ['05．使用料', '', '05', '使用料'], ['No.3 研修', '', 'No.3', '研修'], ['基本目標2 財政', '基本目標', '2', '財政'],
  ])('「%s」', (text, level, number, title) => { expect(splitNumber(text, level)).toMatchObject({ number: { printed: number }, title }); });
  test.each(['５レスの推進', '24時間対応', '３Ｒの推進', '行政運営', '１人１台端末', '2025年問題への対応'])('「%s」 is a title', (text) => { expect(splitNumber(text, '')).toBeNull(); });

  test('is found by the column: a few titles that begin with a digit are titles', () => {
    expect(numberFormOf(['24 時間の対応', '窓口の見直し', '研修の充実'], '')).toBeNull();
    expect(numberFormOf(['24 時間の対応'], '')).toBeNull();
    expect(numberFormOf(['１ 行政運営'], '')).toBe('plain');
    expect(numberFormOf(['1．窓口', '2．５レスの推進', '3．研修'], '')).toBe('plain');
    expect(splitNumber('2．５レスの推進', '', 'plain')).toMatchObject({ number: { folded: '2' }, title: '５レスの推進' });
    expect(numberFormOf(['1-1 窓口', '1-2 研修'], '')).toBe('chained');
  });

  test('never loses a character of the title', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.constantFrom('　', ' ', '．', '、'), fc.stringMatching(/^[ぁ-ん一-鿋]{1,10}$/), (number, gap, title) => {
      expect(splitNumber(`${number}${gap}${title}`, '', 'plain')).toMatchObject({ number: { printed: String(number) }, title });
      expect(splitNumber(`${String.fromCodePoint(0x245f + number)}${title}`, '')).toMatchObject({ number: { folded: String(number) }, title });
    }));
  });
});
