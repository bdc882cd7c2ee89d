import { expect, test } from 'vitest';
import { unpackZip } from './repack-zip.ts';
import { streamZip } from './stream-zip.ts';
import { readZipDirectory } from '../workbook/zip-directory.ts';
import { workbookLimits } from '../workbook/limits.ts';

test('asks for a file only when the one before has been sent, and is a whole zip', async () => {
  const made: string[] = [];
  function* files() {
    for (const name of ['照会_政策室.xlsx', '照会_職員課.xlsx']) {
      made.push(name);
      yield { name, data: new TextEncoder().encode(name.repeat(10)) };
    }
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of streamZip(files())) {
    if (pieces.length === 0) expect(made).toEqual(['照会_政策室.xlsx']);
    pieces.push(piece);
  }
  const zip = new Uint8Array(Buffer.concat(pieces));
  expect([...unpackZip(zip)].map(([name, data]) => [name, new TextDecoder().decode(data)])).toEqual(made.map((name) => [name, name.repeat(10)]));
  expect([...readZipDirectory(zip, workbookLimits).values()].map(({ name }) => name)).toEqual(made);
});

test('an empty one is a zip too', async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamZip([])) pieces.push(piece);
  expect(unpackZip(new Uint8Array(Buffer.concat(pieces))).size).toBe(0);
});
