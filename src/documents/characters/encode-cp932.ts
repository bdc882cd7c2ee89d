import { cp932Bytes } from './cp932.ts';

/** A text in CP932 (Shift_JIS as Windows has it), or every character that it cannot carry, each once. */
export type EncodedCp932 = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly missing: readonly string[] };

/** Nothing is replaced and nothing left out: a text with a character that has no place is not encoded. */
export function encodeCp932(text: string): EncodedCp932 {
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const encoded = cp932Bytes(character);
    if (encoded) bytes.push(...encoded);
    else missing.add(character);
  }
  return missing.size > 0 ? { ok: false, missing: [...missing] } : { ok: true, bytes: Uint8Array.from(bytes) };
}

/** Lead bytes of what makers added to JIS X 0208: NEC's row 13 (①, ㈱, Ⅰ) and IBM's additions (髙, 﨑). */
const makers: readonly number[] = [0x87, 0xfa, 0xfb, 0xfc];

/** Whether a character stands outside of ASCII, half-width kana and JIS X 0208, so that it may be shown wrongly elsewhere. */
export function isMachineDependent(character: string): boolean {
  const [lead] = cp932Bytes(character) ?? [];
  return lead === undefined || makers.includes(lead);
}
