/** Every character that CP932 (Shift_JIS as Windows has it) can carry. Read once out of the decoder, which follows the WHATWG table. */
let carried: Set<string> | null = null;

export function isInCp932(character: string): boolean {
  carried ??= readTable();
  return carried.has(character);
}

function readTable(): Set<string> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const characters = new Set<string>();
  const add = (bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      // User-defined characters are places in the table and not characters.
      if ([...character].length === 1 && !/\p{Co}/u.test(character)) characters.add(character);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x100; byte += 1) add([byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) add([lead, trail]);
  return characters;
}
