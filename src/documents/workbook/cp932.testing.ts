let table: Map<string, number[]> | null = null;

/** Bytes of CP932, by the decoder's own table read backwards. @throws on a character that CP932 does not have */
export function encodeCp932(text: string): Uint8Array {
  table ??= readTable();
  return Uint8Array.from([...text].flatMap((character) => {
    const bytes = table!.get(character);
    if (!bytes) throw new Error(`Not in CP932: ${character}`);
    return bytes;
  }));
}

export function isEncodable(text: string): boolean {
  table ??= readTable();
  return [...text].every((character) => table!.has(character));
}

function readTable(): Map<string, number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !found.has(character)) found.set(character, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x100; byte += 1) add([byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) add([lead, trail]);
  return found;
}
