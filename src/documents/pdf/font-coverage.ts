import { closeSync, openSync, readSync } from 'node:fs';

/** What a font can print: single code points, and base characters with a variation selector (異体字). */
export interface Coverage {
  readonly has: (codePoint: number) => boolean;
  readonly hasVariation: (base: number, selector: number) => boolean;
}

/**
 * Reads the character map of a TrueType font: subtables of format 4 (BMP), 12 (all planes) and 14 (variation sequences).
 * Source: OpenType specification, cmap. Offsets in the file are bytes, big-endian.
 */
export function readCoverage(path: string): Coverage {
  const cmap = readTable(path, 'cmap');
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + index * 8 + 4));
  const single = new Set<number>();
  for (const subtable of subtables) {
    if (cmap.getUint16(subtable) === 4) readSegments(cmap, subtable, single);
    if (cmap.getUint16(subtable) === 12) readGroups(cmap, subtable, single);
  }
  // Tens of thousands of forms, which hardly a report asks for: they are read when one does.
  let variations: Set<string> | undefined;
  const variationsOf = () => {
    const read = new Set<string>();
    for (const subtable of subtables) if (cmap.getUint16(subtable) === 14) readVariations(cmap, subtable, read);
    return read;
  };
  return {
    has: (codePoint) => single.has(codePoint),
    hasVariation: (base, selector) => (variations ??= variationsOf()).has(`${base} ${selector}`),
  };
}

/** One table of the font, and not its megabytes of outlines. */
function readTable(path: string, tag: string): DataView {
  const file = openSync(path, 'r');
  const read = (start: number, length: number) => {
    const bytes = new DataView(new ArrayBuffer(length));
    if (readSync(file, bytes, 0, length, start) !== length) throw new Error(`The font ${path} ends too early.`);
    return bytes;
  };
  try {
    const tables = read(4, 2).getUint16(0);
    const directory = read(12, tables * 16);
    for (let record = 0; record < directory.byteLength; record += 16) {
      const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => directory.getUint8(record + byte)));
      if (name === tag) return read(directory.getUint32(record + 8), directory.getUint32(record + 12));
    }
    throw new Error(`The font has no table ${tag}.`);
  } finally {
    closeSync(file);
  }
}

function readSegments(file: DataView, start: number, into: Set<number>): void {
  const doubled = file.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let offset = 0; offset < doubled; offset += 2) {
    const last = file.getUint16(ends + offset);
    const first = file.getUint16(starts + offset);
    const range = file.getUint16(ranges + offset);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = range === 0 ? (code + file.getInt16(deltas + offset)) & 0xffff : file.getUint16(ranges + offset + range + (code - first) * 2);
      if (glyph !== 0) into.add(code);
    }
  }
}

function readGroups(file: DataView, start: number, into: Set<number>): void {
  for (let index = 0; index < file.getUint32(start + 12); index += 1) {
    const group = start + 16 + index * 12;
    const first = file.getUint32(group);
    const last = file.getUint32(group + 4);
    const glyph = file.getUint32(group + 8);
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) into.add(code);
  }
}

function readVariations(file: DataView, start: number, into: Set<string>): void {
  const uint24 = (at: number) => (file.getUint16(at) << 8) | file.getUint8(at + 2);
  for (let index = 0; index < file.getUint32(start + 6); index += 1) {
    const record = start + 10 + index * 11;
    const selector = uint24(record);
    const standard = file.getUint32(record + 3);
    const special = file.getUint32(record + 7);
    if (standard !== 0) {
      for (let range = 0; range < file.getUint32(start + standard); range += 1) {
        const at = start + standard + 4 + range * 4;
        for (let extra = 0; extra <= file.getUint8(at + 3); extra += 1) into.add(`${uint24(at) + extra} ${selector}`);
      }
    }
    if (special !== 0) {
      for (let entry = 0; entry < file.getUint32(start + special); entry += 1) into.add(`${uint24(start + special + 4 + entry * 5)} ${selector}`);
    }
  }
}
