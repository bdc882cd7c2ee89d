import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The TrueType file that the PDF is set in. */
const pdfFont = '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf';

let ofPdf: ((character: string) => boolean) | null = null;

/** Whether the font of the PDF has a glyph for the character. */
export function isInPdfFont(character: string): boolean {
  ofPdf ??= charactersOfFont(readFileSync(createRequire(import.meta.url).resolve(pdfFont)));
  return ofPdf(character);
}

/** Reads the table `cmap` of a TrueType font (formats 4 and 12): which characters it has. Source: OpenType 1.9, chapter cmap. */
export function charactersOfFont(font: Uint8Array): (character: string) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => view.getUint32(at) === 0x636d6170);
  if (entry === undefined) throw new Error('The font has no table cmap.');
  const cmap = view.getUint32(entry + 8);
  const known = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(subtable);
    if (format === 12) readGroups(view, subtable, known);
    if (format === 4) readSegments(view, subtable, known);
  }
  return (character) => known.has(character.codePointAt(0) ?? -1);
}

function readGroups(view: DataView, subtable: number, known: Set<number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group += 1) {
    const at = subtable + 16 + 12 * group;
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code += 1) known.add(code);
  }
}

function readSegments(view: DataView, subtable: number, known: Set<number>): void {
  const twice = view.getUint16(subtable + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = view.getUint16(subtable + 14 + segment);
    const start = view.getUint16(subtable + 16 + twice + segment);
    const delta = view.getUint16(subtable + 16 + 2 * twice + segment);
    const rangeAt = subtable + 16 + 3 * twice + segment;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : view.getUint16(rangeAt + range + 2 * (code - start));
      if (glyph !== 0) known.add(code);
    }
  }
}
