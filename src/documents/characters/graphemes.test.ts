import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphemesOf } from './graphemes.ts';

const segmented = (text: string) => new Set(Array.from(new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment));

it('counts a letter and what combines with it as one', () => {
  expect([...graphemesOf('葛\u{e0100}飾区')]).toEqual(['葛\u{e0100}', '飾', '区']);
  expect([...graphemesOf('か\u3099く')]).toEqual(['か\u3099', 'く']);
  expect([...graphemesOf('はい\r\nいいえ')]).toEqual(['は', 'い', '\r\n', 'え']);
});

it('gives for every text what the segmenter gives', () => {
  // Of the Basic Multilingual Plane nearly all characters stand between two ordinary ones, so that the short way is taken where it can be.
  const character = fc.oneof(fc.constantFrom(...'狛江市々〇、。，「」（）ぁんゔゝヿー・A1%~＆ﾊﾞ가힣', '\u3099', '\ufe0f', '\u200d', '\r', '\n'), fc.integer({ min: 0x20, max: 0xfffd }).map((code) => String.fromCharCode(code)));
  fc.assert(fc.property(fc.array(character, { maxLength: 12 }).map((characters) => characters.join('')), (text) => {
    expect(graphemesOf(text)).toEqual(segmented(text));
  }), { numRuns: 2000 });
});

it('knows of every character that is taken the short way that it joins with no neighbour', () => {
  for (let code = 0x20; code < 0xffff; code += 1) {
    const text = `狛${String.fromCharCode(code)}江`;
    expect([code.toString(16), [...graphemesOf(text)]]).toEqual([code.toString(16), [...segmented(text)]]);
  }
});
