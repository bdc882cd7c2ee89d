import { bytesOf, centralRecordAt, type DirectoryPlace, end64At, endOfZip, full16, full32, localBytes, localHeaderAt } from '../zip/zip-records.ts';
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

/** How an entry may be packed. */
const methods = { stored: 0, deflated: 8 } as const;

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
    const record = centralRecordAt(view, at);
    if (!record) throw new WorkbookRefused('broken-zip', '目次が途中で切れています');
    const { rawName, encrypted, method, crc, size, offset } = record;
    const name = safeName(decodeName(rawName));
    if (encrypted) throw new WorkbookRefused('encrypted');
    if (method !== methods.stored && method !== methods.deflated) throw new WorkbookRefused('broken-zip', 'Excelが使わない圧縮の方式です');
    const local = localHeaderAt(view, offset);
    if (!local) throw new WorkbookRefused('broken-zip', '目次が実際の内容と合いません');
    if (!sameBytes(rawName, bytesOf(view, offset + localBytes, local.nameLength))) throw new WorkbookRefused('broken-zip', '目次と中の名前が異なります');
    const from = offset + localBytes + local.nameLength + local.extraLength;
    const packed = bytesOf(view, from, record.packed);
    stretches.push({ from: offset, to: from + record.packed });
    declared += size;
    if (declared > limits.inflatedBytes) throw new WorkbookRefused('inflates-too-large', String(limits.inflatedBytes / 1_048_576));
    const key = name.toLowerCase();
    if (entries.has(key)) throw new WorkbookRefused('broken-zip', `「${shortened(name)}」が二つあります`);
    if (!name.endsWith('/')) entries.set(key, { name, packed, stored: method === methods.stored, crc, declaredSize: size });
    at = record.next;
  }
  refuseOverlaps(stretches);
  return entries;
}

function findDirectory(view: DataView): Pick<DirectoryPlace, 'count' | 'start'> {
  const end = endOfZip(view);
  if (!end) throw new WorkbookRefused('broken-zip', '途中で切れているか、目次がありません');
  if ((end.count !== full16 && end.start !== full32) || end.end64 === null) return end;
  const wide = end64At(view, end.end64);
  if (!wide) throw new WorkbookRefused('broken-zip', '目次が見つかりません');
  return wide;
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

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
