import type { WorkbookLimits } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';

/** An entry of a foreign zip: where its packed bytes lie. Sizes are only what the file says of itself. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly stored: boolean;
  readonly crc: number;
  readonly declaredSize: number;
}

// Signatures and offsets: PKWARE APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14–16 and 4.5.3.
const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const largestComment = 65_535;
const encryptedFlag = 1;
const full32 = 0xffffffff;

/** The entries of a zip by name, or a refusal. Nothing is inflated here. */
export function readZipDirectory(bytes: Uint8Array, limits: WorkbookLimits): Map<string, ZipEntry> {
  try {
    return entriesOf(bytes, limits);
  } catch (error) {
    // An offset outside the file.
    if (error instanceof RangeError) throw new WorkbookRefused('broken-zip', '目次が実際の内容と合いません');
    throw error;
  }
}

function entriesOf(bytes: Uint8Array, limits: WorkbookLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > limits.entries) throw new WorkbookRefused('too-many-entries', limits.entries.toLocaleString('ja-JP'));
  const entries = new Map<string, ZipEntry>();
  const stretches: { from: number; to: number }[] = [];
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== centralSignature) throw new WorkbookRefused('broken-zip', '目次が途中で切れています');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const rawName = slice(bytes, at + 46, nameLength);
    const name = safeName(decodeName(rawName));
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const sizes = sizesOf(view, at, nameLength, extraLength);
    if ((flags & encryptedFlag) !== 0) throw new WorkbookRefused('encrypted');
    if (method !== 0 && method !== 8) throw new WorkbookRefused('broken-zip', 'Excelが使わない圧縮の方式です');
    if (view.getUint32(sizes.offset, true) !== localSignature) throw new WorkbookRefused('broken-zip', '目次が実際の内容と合いません');
    const localName = slice(bytes, sizes.offset + 30, view.getUint16(sizes.offset + 26, true));
    if (!sameBytes(rawName, localName)) throw new WorkbookRefused('broken-zip', '目次と中の名前が異なります');
    const from = sizes.offset + 30 + localName.length + view.getUint16(sizes.offset + 28, true);
    const packed = slice(bytes, from, sizes.packed);
    stretches.push({ from: sizes.offset, to: from + sizes.packed });
    declared += sizes.whole;
    if (declared > limits.inflatedBytes) throw new WorkbookRefused('inflates-too-large', String(limits.inflatedBytes / 1_048_576));
    const key = name.toLowerCase();
    if (entries.has(key)) throw new WorkbookRefused('broken-zip', `「${shortened(name)}」が二つあります`);
    if (!name.endsWith('/')) entries.set(key, { name, packed, stored: method === 0, crc: view.getUint32(at + 16, true), declaredSize: sizes.whole });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  refuseOverlaps(stretches);
  return entries;
}

function findDirectory(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - largestComment);
  for (let end = view.byteLength - 22; end >= lowest; end -= 1) {
    if (view.getUint32(end, true) !== endSignature) continue;
    const count = view.getUint16(end + 10, true);
    const start = view.getUint32(end + 16, true);
    if (count !== 0xffff && start !== full32) return { count, start };
    if (end < 20 || view.getUint32(end - 20, true) !== locator64Signature) return { count, start };
    const end64 = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(end64, true) !== end64Signature) throw new WorkbookRefused('broken-zip', '目次が見つかりません');
    return { count: Number(view.getBigUint64(end64 + 32, true)), start: Number(view.getBigUint64(end64 + 48, true)) };
  }
  throw new WorkbookRefused('broken-zip', '途中で切れているか、目次がありません');
}

/** Sizes and offset of an entry; in the zip64 field of the header where the plain ones are full. */
function sizesOf(view: DataView, at: number, nameLength: number, extraLength: number): { packed: number; whole: number; offset: number } {
  const sizes = { whole: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
  if (![sizes.whole, sizes.packed, sizes.offset].includes(full32)) return sizes;
  for (let field = at + 46 + nameLength, last = field + extraLength; field + 4 <= last; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ['whole', 'packed', 'offset'] as const) {
      if (sizes[key] !== full32) continue;
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}

/** Two entries that share bytes are how a small file claims to be huge. */
function refuseOverlaps(stretches: { from: number; to: number }[]): void {
  let reached = 0;
  for (const { from, to } of stretches.sort((a, b) => a.from - b.from)) {
    if (from < reached) throw new WorkbookRefused('broken-zip', '中の部品が重なっています');
    reached = to;
  }
}

/** Names are UTF-8 or, in a zip that a Japanese Windows has made, CP932. A broken name is only shown, never followed. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** Some programs write folders with a backslash; a name that leads out of the file is an attack. */
function safeName(name: string): string {
  const plain = name.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..') || /[\u0000-\u001f]/.test(plain)) {
    throw new WorkbookRefused('unsafe-name', shortened(name.replace(/[\u0000-\u001f]/g, '?')));
  }
  return plain;
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (from < 0 || from + length > bytes.length) throw new RangeError('Outside the file.');
  return bytes.subarray(from, from + length);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
