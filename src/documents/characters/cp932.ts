/** Bytes of every character that CP932 (Shift_JIS as Windows has it) can carry. Read once out of the decoder, which follows the WHATWG table. */
let table: ReadonlyMap<string, readonly number[]> | null = null;

/**
 * The bytes of a character in CP932; undefined where it cannot be carried. Of several places for one character the first counts,
 * and none of NEC's doubles (leads ED and EE), as in the WHATWG encoder.
 */
export function cp932Bytes(character: string): readonly number[] | undefined {
  table ??= readTable();
  return table.get(character);
}

export function isInCp932(character: string): boolean {
  return cp932Bytes(character) !== undefined;
}

function readTable(): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) found.set(String.fromCharCode(byte), [byte]);
  const places: (readonly number[])[] = [];
  for (let byte = 0x80; byte < 0x100; byte += 1) places.push([byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1) {
    if (lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail < 0xfd; trail += 1) places.push([lead, trail]);
  }
  // All in one call, each with a space behind it: ten thousand calls take thirty times as long. No character has a space for its second byte.
  const space = 0x20;
  const decoded = new TextDecoder('shift_jis').decode(Uint8Array.from(places.flatMap((bytes) => [...bytes, space]))).split(' ');
  places.forEach((bytes, index) => {
    const character = decoded[index] ?? '';
    if (isOneCharacter(character) && !found.has(character)) found.set(character, bytes);
  });
  return found;
}

/** Not what stands for broken bytes, and not a place that is left to users. */
function isOneCharacter(text: string): boolean {
  return text.length === 1 && !/[\ufffd\p{Co}]/u.test(text);
}
