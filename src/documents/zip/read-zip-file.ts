import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

// Signatures and offsets: PKWARE APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14–16 and 4.5.3.
const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const full32 = 0xffff_ffff;
const largestComment = 65_535;
/** A directory of 200,000 entries with long names; a larger one is an attack. Bytes. */
const largestDirectory = 64 * 1024 * 1024;
const pieceLength = 65_536;

/** An entry as the directory tells of it. */
export interface ZipFileEntry { readonly name: string; readonly size: number; readonly packed: number; readonly stored: boolean; readonly crc: number; readonly offset: number }

/** A file that is no zip, or one that lies. The message is a Japanese sentence. */
export class ZipFileRefused extends Error {
  override readonly name = 'ZipFileRefused';
}

const broken = (detail: string) => new ZipFileRefused(`zipとして読み取れません（${detail}）。`);

/** A zip on the disk from outside, read entry by entry with no more in memory than its directory and a piece. */
export class ZipFileReader {
  /** Every entry that is a file, in the order of the directory. Names are as they stand: whoever uses one as a path checks it. */
  readonly entries: readonly ZipFileEntry[];
  private readonly file: FileHandle;

  private constructor(file: FileHandle, entries: readonly ZipFileEntry[]) {
    this.file = file;
    this.entries = entries;
  }

  /** @throws ZipFileRefused for what is no zip, is cut off, encrypted, has an entry twice or entries that share bytes */
  static async open(path: string): Promise<ZipFileReader> {
    const file = await open(path, 'r');
    try {
      return new ZipFileReader(file, await readDirectory(file));
    } catch (error) {
      await file.close();
      if (error instanceof RangeError) throw broken('目次が実際の内容と合いません');
      throw error;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /**
   * The bytes of an entry piece by piece, never more than the directory says.
   *
   * @throws ZipFileRefused at the latest at the end, when the bytes are not what the directory says
   */
  async* read({ name, size, packed, stored, crc, offset }: ZipFileEntry): AsyncGenerator<Uint8Array> {
    const header = await bytesAt(this.file, offset, 30);
    const from = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const raw = stretch(this.file, from, packed);
    let sum = 0;
    let length = 0;
    try {
      for await (const piece of stored ? raw : inflated(raw)) {
        length += piece.length;
        if (length > size) throw broken(`「${name}」が目次より大きく展開されます`);
        sum = crc32(piece, sum);
        yield piece;
      }
    } catch (error) {
      if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw broken(`「${name}」を展開できません`);
      throw error;
    }
    if (length !== size || sum !== crc) throw broken(`「${name}」の内容が目次と合いません`);
  }
}

/** Bytes of the file from a position on. @throws RangeError where the file ends before */
async function* stretch(file: FileHandle, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceLength) yield bytesAt(file, from + at, Math.min(pieceLength, length - at));
}

async function* inflated(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw();
  // What goes wrong on the way ends the inflater, and so the reading below.
  pipeline(Readable.from(raw), inflater, () => {});
  try {
    yield* inflater as AsyncIterable<Uint8Array>;
  } finally {
    inflater.destroy();
  }
}

async function readDirectory(file: FileHandle): Promise<ZipFileEntry[]> {
  const { size } = await file.stat();
  const { count, start, length } = await findDirectory(file, size);
  if (length > largestDirectory) throw broken('目次が大きすぎます');
  const directory = await bytesAt(file, start, length);
  const entries: ZipFileEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== centralSignature) throw broken('目次が途中で切れています');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const method = directory.readUInt16LE(at + 10);
    if ((directory.readUInt16LE(at + 8) & 1) !== 0) throw new ZipFileRefused('パスワードで保護されたzipは読み取れません。');
    if (method !== 0 && method !== 8) throw broken(`「${name}」の圧縮の方式が分かりません`);
    if (!name.endsWith('/')) entries.push({ name, stored: method === 0, crc: directory.readUInt32LE(at + 16), ...sizesOf(directory, at, at + 46 + nameLength, extraLength) });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  await refuseLies(file, entries);
  return entries;
}

async function findDirectory(file: FileHandle, size: number): Promise<{ count: number; start: number; length: number }> {
  const from = Math.max(0, size - 22 - largestComment - 20);
  const tail = await bytesAt(file, from, size - from);
  for (let end = tail.length - 22; end >= 0; end -= 1) {
    if (tail.readUInt32LE(end) !== endSignature) continue;
    const plain = { count: tail.readUInt16LE(end + 10), length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) };
    if (end < 20 || tail.readUInt32LE(end - 20) !== locator64Signature) return plain;
    const wide = await bytesAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (wide.readUInt32LE(0) !== end64Signature) throw broken('目次が見つかりません');
    return { count: Number(wide.readBigUInt64LE(32)), length: Number(wide.readBigUInt64LE(40)), start: Number(wide.readBigUInt64LE(48)) };
  }
  throw broken('途中で切れているか、zipではありません');
}

/** Sizes and offset of an entry; in the zip64 field of the header where the plain ones are full. */
function sizesOf(directory: Buffer, at: number, extra: number, extraLength: number): { size: number; packed: number; offset: number } {
  const sizes = { size: directory.readUInt32LE(at + 24), packed: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) };
  for (let field = extra, last = extra + extraLength; field + 4 <= last; field += 4 + directory.readUInt16LE(field + 2)) {
    if (directory.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== full32) continue;
      sizes[key] = Number(directory.readBigUInt64LE(value));
      value += 8;
    }
  }
  return sizes;
}

/** Two entries of a name, or two that share bytes, are how a small file claims to be another or to be huge. */
async function refuseLies(file: FileHandle, entries: readonly ZipFileEntry[]): Promise<void> {
  const names = new Set<string>();
  let reached = 0;
  for (const { name, offset, packed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (names.has(name)) throw broken(`「${name}」が二つあります`);
    names.add(name);
    const header = await bytesAt(file, offset, 30);
    const end = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28) + packed;
    if (header.readUInt32LE(0) !== localSignature || offset < reached) throw broken('中のファイルが重なっているか、目次と合いません');
    reached = end;
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position) || position < 0 || length < 0 || length > largestDirectory) throw new RangeError('Outside the file.');
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new RangeError('Outside the file.');
  return buffer;
}
