import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { centralRecordAt, type DirectoryPlace, end64At, end64Bytes, endOfZip, localBytes, localHeaderAt, tailBytes } from './zip-records.ts';

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
    const raw = stretch(this.file, await contentAt(this.file, offset), packed);
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
  const directory = await viewAt(file, start, length);
  const entries: ZipFileEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const record = centralRecordAt(directory, at);
    if (!record) throw broken('目次が途中で切れています');
    const { rawName, encrypted, method, next, ...rest } = record;
    const name = Buffer.from(rawName).toString('utf8');
    if (encrypted) throw new ZipFileRefused('パスワードで保護されたzipは読み取れません。');
    if (method !== 0 && method !== 8) throw broken(`「${name}」の圧縮の方式が分かりません`);
    if (!name.endsWith('/')) entries.push({ ...rest, name, stored: method === 0 });
    at = next;
  }
  await refuseLies(file, entries);
  return entries;
}

async function findDirectory(file: FileHandle, size: number): Promise<DirectoryPlace> {
  const from = Math.max(0, size - tailBytes);
  const end = endOfZip(await viewAt(file, from, size - from));
  if (!end) throw broken('途中で切れているか、zipではありません');
  if (end.end64 === null) return end;
  const wide = end64At(await viewAt(file, end.end64, end64Bytes), 0);
  if (!wide) throw broken('目次が見つかりません');
  return wide;
}

/** Two entries of a name, or two that share bytes, are how a small file claims to be another or to be huge. */
async function refuseLies(file: FileHandle, entries: readonly ZipFileEntry[]): Promise<void> {
  const names = new Set<string>();
  let reached = 0;
  for (const { name, offset, packed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (names.has(name)) throw broken(`「${name}」が二つあります`);
    names.add(name);
    const from = await contentAt(file, offset);
    if (offset < reached) throw broken('中のファイルが重なっているか、目次と合いません');
    reached = from + packed;
  }
}

/** Where the bytes of an entry begin, by its local header. */
async function contentAt(file: FileHandle, offset: number): Promise<number> {
  const local = localHeaderAt(await viewAt(file, offset, localBytes), 0);
  if (!local) throw broken('中のファイルが重なっているか、目次と合いません');
  return offset + localBytes + local.nameLength + local.extraLength;
}

async function viewAt(file: FileHandle, position: number, length: number): Promise<DataView> {
  const bytes = await bytesAt(file, position, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position) || position < 0 || length < 0 || length > largestDirectory) throw new RangeError('Outside the file.');
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new RangeError('Outside the file.');
  return buffer;
}
