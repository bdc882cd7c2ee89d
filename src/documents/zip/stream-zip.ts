import { crc32 } from 'node:zlib';
import { centralSignature, endSignature, localSignature } from './zip-records.ts';

/** 1980-01-01 00:00, the first moment that a zip can name. */
const fixedDate = (0 << 9) | (1 << 5) | 1;
const utf8Names = 0x0800;

export interface StreamedFile { readonly name: string; readonly data: Uint8Array }

/**
 * A zip piece by piece, while its files are still being made: only one of them is held at a time. They are stored as they are, for
 * files that are packed already (workbooks).
 */
export async function* streamZip(files: AsyncIterable<StreamedFile> | Iterable<StreamedFile>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for await (const { name, data } of files) {
    const path = new TextEncoder().encode(name);
    const shared = new Uint8Array(26);
    const view = new DataView(shared.buffer);
    view.setUint16(0, 20, true);
    view.setUint16(2, utf8Names, true);
    view.setUint16(8, fixedDate, true);
    view.setUint32(10, crc32(data), true);
    view.setUint32(14, data.length, true);
    view.setUint32(18, data.length, true);
    view.setUint16(22, path.length, true);
    const local = new Uint8Array(30 + path.length);
    new DataView(local.buffer).setUint32(0, localSignature, true);
    local.set(shared, 4);
    local.set(path, 30);
    const central = new Uint8Array(46 + path.length);
    const centralView = new DataView(central.buffer);
    centralView.setUint32(0, centralSignature, true);
    centralView.setUint16(4, 20, true);
    central.set(shared, 6);
    centralView.setUint32(42, offset, true);
    central.set(path, 46);
    directory.push(central);
    offset += local.length + data.length;
    yield local;
    yield data;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, endSignature, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(12, directory.reduce((sum, { length }) => sum + length, 0), true);
  view.setUint32(16, offset, true);
  yield* directory;
  yield end;
}

/** The same as the body of an answer. A browser that goes away stops the making. */
export function zipStream(files: AsyncIterable<StreamedFile> | Iterable<StreamedFile>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = streamZip(files);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: async () => { await pieces.return(undefined); },
  });
}
