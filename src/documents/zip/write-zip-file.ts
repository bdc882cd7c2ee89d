import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { centralSignature, end64Signature, endSignature, full16, full32, localSignature, locator64Signature } from './zip-records.ts';

/** 1980-01-01, the first day that a zip can name: the same files give the same bytes. */
const fixedDate = (1 << 5) | 1;
const utf8Names = 0x0800;

/** Bytes in pieces; the whole is never held. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

interface Entry { readonly name: Buffer; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number }

/**
 * Writes a zip to disk entry by entry with no more in memory than a piece. An entry may have up to 4 GiB, the whole any size
 * (zip64). Close it with `finish`, or with `abandon` when something went wrong.
 */
export class ZipFileWriter {
  private readonly file: FileHandle;
  private readonly entries: Entry[] = [];
  private readonly countOfPlainForm: number;
  private at = 0;

  private constructor(file: FileHandle, countOfPlainForm: number) {
    this.file = file;
    this.countOfPlainForm = countOfPlainForm;
  }

  /**
   * @param countOfPlainForm with so many entries the directory takes the wide form
   * @throws an error with code EEXIST when there is a file already; it is readable by its owner alone
   */
  static async create(path: string, countOfPlainForm = full16): Promise<ZipFileWriter> {
    return new ZipFileWriter(await open(path, 'wx', 0o600), countOfPlainForm);
  }

  async add(path: string, pieces: Pieces): Promise<void> {
    const name = Buffer.from(path);
    const offset = this.at;
    const header = Buffer.alloc(30 + name.length);
    this.at += header.length;
    let crc = 0;
    let size = 0;
    const deflater = createDeflateRaw({ level: 6 });
    const feeding = feed(deflater, pieces, (piece) => {
      crc = crc32(piece, crc);
      size += piece.length;
    });
    for await (const packed of deflater as AsyncIterable<Buffer>) await this.write(packed);
    await feeding;
    const packed = this.at - offset - header.length;
    if (size >= full32 || packed >= full32) throw new RangeError(`${path} has more than 4 GiB.`);
    header.writeUInt32LE(localSignature, 0);
    writeCommon(header, 4, { name, crc, packed, size });
    name.copy(header, 30);
    // Sizes are known only now.
    await this.file.write(header, 0, header.length, offset);
    this.entries.push({ name, crc, packed, size, offset });
  }

  /** Writes the directory and makes sure that all of it is on the disk. @returns the size of the zip in bytes */
  async finish(): Promise<number> {
    const start = this.at;
    for (const entry of this.entries) await this.write(centralHeader(entry));
    await this.write(endOf({ count: this.entries.length, start, size: this.at - start }, this.countOfPlainForm));
    await this.file.sync();
    await this.file.close();
    return this.at;
  }

  async abandon(): Promise<void> {
    await this.file.close();
  }

  private async write(bytes: Buffer): Promise<void> {
    await this.file.write(bytes, 0, bytes.length, this.at);
    this.at += bytes.length;
  }
}

async function feed(deflater: ReturnType<typeof createDeflateRaw>, pieces: Pieces, count: (piece: Uint8Array) => void): Promise<void> {
  try {
    for await (const piece of pieces) {
      count(piece);
      if (!deflater.write(piece)) await new Promise((resolve) => { deflater.once('drain', resolve); });
    }
    deflater.end();
  } catch (error) {
    deflater.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The 26 bytes that a local and a central header share. */
function writeCommon(header: Buffer, at: number, { name, crc, packed, size }: Omit<Entry, 'offset'>): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(utf8Names, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt16LE(fixedDate, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function centralHeader(entry: Entry): Buffer {
  const { name, offset } = entry;
  const beyond = offset >= full32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(centralSignature, 0);
  header.writeUInt16LE(45, 4);
  writeCommon(header, 6, entry);
  header.writeUInt16LE(beyond ? 12 : 0, 30);
  header.writeUInt32LE(beyond ? full32 : offset, 42);
  if (!beyond) return Buffer.concat([header, name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return Buffer.concat([header, name, extra]);
}

/** The end of the directory; the zip64 form before it where the plain one is too narrow. */
function endOf({ count, start, size }: { readonly count: number; readonly start: number; readonly size: number }, countOfPlainForm: number): Buffer {
  const narrow = count < countOfPlainForm;
  const plain = Buffer.alloc(22);
  plain.writeUInt32LE(endSignature, 0);
  plain.writeUInt16LE(narrow ? count : full16, 8);
  plain.writeUInt16LE(narrow ? count : full16, 10);
  plain.writeUInt32LE(narrow ? Math.min(size, full32) : full32, 12);
  plain.writeUInt32LE(narrow ? Math.min(start, full32) : full32, 16);
  if (narrow && size < full32 && start < full32) return plain;
  const wide = Buffer.alloc(76);
  wide.writeUInt32LE(end64Signature, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(start), 48);
  wide.writeUInt32LE(locator64Signature, 56);
  wide.writeBigUInt64LE(BigInt(start + size), 64);
  wide.writeUInt32LE(1, 72);
  return Buffer.concat([wide, plain]);
}
