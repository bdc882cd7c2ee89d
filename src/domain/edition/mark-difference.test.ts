import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markDifference } from './mark-difference.ts';

const joined = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly { readonly text: string; readonly marked: boolean }[]) => pieces.filter((piece) => piece.marked).map(({ text }) => text);

test('the words that were corrected are marked on both sides, and nothing else', () => {
  const { before, after } = markDifference('研修を12回実施し、延べ300人が参加した。', '研修を13回実施し、延べ320人が参加した。');
  expect([marked(before), marked(after)]).toEqual([['12', '300'], ['13', '320']]);
});

test('a word that was left out is marked where it is, and nothing on the other side', () => {
  const { before, after } = markDifference('窓口を見直した。', '総合窓口を見直した。');
  expect([marked(before), marked(after)]).toEqual([[], ['総合']]);
});

test('the pieces are the texts, and two texts that differ have a mark', () => {
  const text = fc.array(fc.constantFrom('研修', 'を', '12', '回', '実施', 'した', '。', '窓口', '𠮷', 'ア'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, (one, other) => {
    const { before, after } = markDifference(one, other);
    expect([joined(before), joined(after)]).toEqual([one, other]);
    expect(marked([...before, ...after]).length > 0).toBe(one !== other);
    expect(before.concat(after).every((piece) => piece.text !== '')).toBe(true);
  }));
});

test('texts of 20,000 characters take no long time, and lose nothing', () => {
  const [one, other] = ['窓口を見直した。'.repeat(2500), '相談を受け付けた。'.repeat(2300)];
  const { before, after } = markDifference(one, other);
  expect([joined(before), joined(after)]).toEqual([one, other]);
});
