/** A text in CP932 (Shift_JIS as Windows has it), or every character that it cannot carry, each once. */
export type EncodedCp932 = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly missing: readonly string[] };

/** Bytes by character. Of several places for one character the first counts, and none of NEC's doubles (leads ED and EE), as in the WHATWG encoder. */
let table: Map<string, readonly number[]> | null = null;

function readTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      // User-defined places hold no character.
      if ([...character].length === 1 && !/\p{Co}/u.test(character) && !found.has(character)) found.set(character, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x100; byte += 1) add([byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1) {
    if (lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail < 0xfd; trail += 1) add([lead, trail]);
  }
  return found;
}

function bytesOf(character: string): readonly number[] | undefined {
  table ??= readTable();
  return table.get(character);
}

/** Nothing is replaced and nothing left out: a text with a character that has no place is not encoded. */
export function encodeCp932(text: string): EncodedCp932 {
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const encoded = bytesOf(character);
    if (encoded) bytes.push(...encoded);
    else missing.add(character);
  }
  return missing.size > 0 ? { ok: false, missing: [...missing] } : { ok: true, bytes: Uint8Array.from(bytes) };
}

/** Lead bytes of what makers added to JIS X 0208: NEC's row 13 (①, ㈱, Ⅰ) and IBM's additions (髙, 﨑). */
const makers: readonly number[] = [0x87, 0xfa, 0xfb, 0xfc];

/** Whether a character stands outside of ASCII, half-width kana and JIS X 0208, so that it may be shown wrongly elsewhere. */
export function isMachineDependent(character: string): boolean {
  const [lead] = bytesOf(character) ?? [];
  return lead === undefined || makers.includes(lead);
}
