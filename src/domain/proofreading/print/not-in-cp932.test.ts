import { expect, test } from 'vitest';
import { isInCp932 } from '../../../documents/characters/cp932.ts';
import { slipsOf } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { notInCp932 } from './not-in-cp932.ts';

test('finds what CP932 cannot carry', () => {
  expect(slipsOf(notInCp932, ['𠮷野家の損失を補塡した。１〜３年'], 'report', { exchangeable: isInCp932 })).toEqual(['𠮷', '塡', '〜']);
});

test('lets pass what CP932 carries: 髙 﨑 ① ㈱ ～ ☆', () => {
  expect(slipsOf(notInCp932, ['髙﨑①㈱～☆'], 'report', { exchangeable: isInCp932 })).toEqual([]);
});
