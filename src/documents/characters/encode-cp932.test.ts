import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInCp932 } from './cp932.ts';
import { encodeCp932, isMachineDependent } from './encode-cp932.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

test('every character of CP932 comes back as it went in', () => {
  let count = 0;
  // From 0x80: the decoder of the run time exchanges three controls of ASCII, as IBM's code page does.
  for (let code = 0x80; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    if (!isInCp932(character)) continue;
    const encoded = encodeCp932(character);
    expect([character, encoded.ok && decode(encoded.bytes)]).toEqual([character, character]);
    count += 1;
  }
  // 7,300 and some: half-width kana, JIS X 0208, NEC's row 13 and IBM's additions.
  expect(count).toBeGreaterThan(7_300);
});

test('ASCII and its controls are written as they are', () => {
  const ascii = String.fromCharCode(...Array.from({ length: 0x80 }, (_, code) => code));
  expect(encodeCp932(ascii)).toEqual({ ok: true, bytes: Uint8Array.from(ascii, (character) => character.charCodeAt(0)) });
});

test('where a character has several places, the usual one is taken', () => {
  const bytes = (text: string) => { const encoded = encodeCp932(text); return encoded.ok ? [...encoded.bytes] : []; };
  expect([bytes('Ⅰ'), bytes('∵'), bytes('￢'), bytes('髙'), bytes('①')]).toEqual([[0x87, 0x54], [0x81, 0xe6], [0x81, 0xca], [0xfb, 0xfc], [0x87, 0x40]]);
});

test('a text with characters that it cannot carry is not written, and each of them is named once', () => {
  expect(encodeCp932('𠮷野〜𠮷田、髙橋')).toEqual({ ok: false, missing: ['𠮷', '〜'] });
});

test('any text either comes back whole or is refused with what is missing', () => {
  fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('あ', '髙', '①', '〜', '～', '𠮷', 'ｱ', '\r\n', ','), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })) }), (text) => {
    const encoded = encodeCp932(text);
    if (encoded.ok) expect(decode(encoded.bytes)).toBe(text);
    else expect(encoded.missing.every((character) => text.includes(character) && !isInCp932(character))).toBe(true);
  }));
});

test('tells characters that may be shown wrongly elsewhere', () => {
  expect(['①', '㈱', 'Ⅰ', '髙', '﨑', '𠮷', '〜', '😀'].filter((character) => !isMachineDependent(character))).toEqual([]);
  expect(['※', '１', 'あ', '高', '～', '－', 'ｱ', 'A', '△', '◀'].filter(isMachineDependent)).toEqual(['◀']);
});
