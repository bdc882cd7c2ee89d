// The records of a zip, for its readers and writers. Signatures and offsets: PKWARE APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14–16 and
// 4.5.3. What of it is believed, and what is refused, is said by who reads: an archive of our own on the disk (read-zip-file.ts), or a
// workbook from outside within its limits (workbook/zip-directory.ts).

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
export const endSignature = 0x06054b50;
export const end64Signature = 0x06064b50;
export const locator64Signature = 0x07064b50;
/** Where it stands, the true value is in the field of zip64. */
export const full32 = 0xffff_ffff;
export const full16 = 0xffff;

const end = { bytes: 22, largestComment: 65_535 } as const;
const locatorBytes = 20;
export const end64Bytes = 56;
export const localBytes = 30;
/** So much of the end of a zip holds the place of its directory. Bytes. */
export const tailBytes = end.bytes + end.largestComment + locatorBytes;

/** Where the directory lies, by the end of the zip. */
export interface DirectoryPlace {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

/** An entry as the directory tells of it: only what the zip says of itself. */
export interface CentralRecord {
  readonly rawName: Uint8Array;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  /** Of its local header. */
  readonly offset: number;
  /** Where the next record begins. */
  readonly next: number;
}

/**
 * What the last record says, and where that of zip64 lies if one is named; null where there is none.
 *
 * @param view the end of a zip, or all of it
 */
export function endOfZip(view: DataView): (DirectoryPlace & { readonly end64: number | null }) | null {
  for (let at = view.byteLength - end.bytes; at >= Math.max(0, view.byteLength - end.bytes - end.largestComment); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const wide = at >= locatorBytes && view.getUint32(at - locatorBytes, true) === locator64Signature;
    return { count: view.getUint16(at + 10, true), length: view.getUint32(at + 12, true), start: view.getUint32(at + 16, true), end64: wide ? Number(view.getBigUint64(at - 12, true)) : null };
  }
  return null;
}

/** What the record of zip64 says; null where none is. @throws RangeError outside the file */
export function end64At(view: DataView, at: number): DirectoryPlace | null {
  if (view.getUint32(at, true) !== end64Signature) return null;
  return { count: Number(view.getBigUint64(at + 32, true)), length: Number(view.getBigUint64(at + 40, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

/** The record of an entry; null where none is. @throws RangeError outside the file */
export function centralRecordAt(view: DataView, at: number): CentralRecord | null {
  if (view.getUint32(at, true) !== centralSignature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extra = at + 46 + nameLength;
  return {
    rawName: bytesOf(view, at + 46, nameLength), encrypted: (view.getUint16(at + 8, true) & 1) !== 0, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
    ...sizesOf(view, at, extra, extraLength), next: extra + extraLength + view.getUint16(at + 32, true),
  };
}

/** Lengths of what stands between a local header and the bytes of the entry; null where no such header is. @throws RangeError outside the file */
export function localHeaderAt(view: DataView, at: number): { readonly nameLength: number; readonly extraLength: number } | null {
  if (view.getUint32(at, true) !== localSignature) return null;
  return { nameLength: view.getUint16(at + 26, true), extraLength: view.getUint16(at + 28, true) };
}

/** @throws RangeError outside the file */
export function bytesOf(view: DataView, from: number, length: number): Uint8Array {
  if (from < 0 || from + length > view.byteLength) throw new RangeError('Outside the file.');
  return new Uint8Array(view.buffer, view.byteOffset + from, length);
}

/** Sizes and offset of an entry; in the zip64 field of the header where the plain ones are full. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number): Pick<CentralRecord, 'size' | 'packed' | 'offset'> {
  const sizes = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
  if (!Object.values(sizes).includes(full32)) return sizes;
  for (let field = extra, last = extra + extraLength; field + 4 <= last; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== full32) continue;
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}
