import { crc32, deflateRawSync } from 'node:zlib';

/** What the directory of a zip says that is not so. */
export interface Lies {
  readonly centralName?: string;
  readonly overlap?: boolean;
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A zip whose directory can be made to lie; `claimed` is the size that a packed part claims to have. */
export function lyingZip(parts: Readonly<Record<string, string | Uint8Array | { packed: Uint8Array; claimed: number }>>, lies: Lies = {}): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  let firstOffset = 0;
  for (const [index, [name, part]] of Object.entries(parts).entries()) {
    const data = typeof part === 'string' ? Buffer.from(part) : part instanceof Uint8Array ? part : null;
    const packed = data ? deflateRawSync(data) : (part as { packed: Uint8Array }).packed;
    const size = data ? data.length : (part as { claimed: number }).claimed;
    const last = index === Object.keys(parts).length - 1;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((last ? lies.flags : 0) ?? 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE((last ? lies.crc : undefined) ?? (data ? crc32(data) : 0), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    const localName = Buffer.from(name);
    const centralName = Buffer.from((last ? lies.centralName : undefined) ?? name);
    shared.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, localName]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    shared.copy(central, 6);
    central.writeUInt16LE(centralName.length, 28);
    central.writeUInt32LE(last && lies.overlap ? firstOffset : offset, 42);
    if (index === 0) firstOffset = offset;
    centrals.push(central, lies.overlap && last ? Buffer.from(Object.keys(parts)[0]!.padEnd(centralName.length)) : centralName);
    locals.push(local, Buffer.from(packed));
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = lies.count ?? Object.keys(parts).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(centrals.reduce((sum, { length }) => sum + length, 0), 12);
  end.writeUInt32LE(lies.directoryOffset ?? offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...centrals, end]));
}
