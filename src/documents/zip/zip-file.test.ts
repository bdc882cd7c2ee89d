import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFileReader, ZipFileRefused } from './read-zip-file.ts';
import { unpackZip } from './repack-zip.ts';
import { ZipFileWriter } from './write-zip-file.ts';

let folder: string;
let made = 0;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ayumi-zip-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function write(files: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const path = join(folder, `${(made += 1)}.zip`);
  const writer = await ZipFileWriter.create(path);
  for (const [name, pieces] of Object.entries(files)) await writer.add(name, pieces.map((piece) => Buffer.from(piece)));
  expect(await writer.finish()).toBe(readFileSync(path).length);
  return path;
}

async function read(path: string): Promise<Record<string, string>> {
  const reader = await ZipFileReader.open(path);
  try {
    const files: Record<string, string> = {};
    for (const entry of reader.entries) files[entry.name] = Buffer.concat(await Array.fromAsync(reader.read(entry))).toString();
    return files;
  } finally {
    await reader.close();
  }
}

/** The names in a zip as another program lists them after testing its content. */
function inPython(path: string) {
  return spawnSync('python3', ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))', path], { encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' } });
}

describe('a zip on the disk', () => {
  test('gives back what was written piece by piece, in its order, and the same bytes each time', async () => {
    const files = { 'README.txt': ['これは', '目次です'], '空': [], 'tables/計画.ndjson': Array.from({ length: 50 }, (_, index) => `{"行":${index}}\n`.repeat(900)) };
    const path = await write(files);
    expect(Object.entries(await read(path))).toEqual(Object.entries(files).map(([name, pieces]) => [name, pieces.join('')]));
    expect(readFileSync(await write(files))).toEqual(readFileSync(path));
    expect([...unpackZip(readFileSync(path)).keys()]).toEqual(Object.keys(files));
  });

  test('is a zip to another program too', async ({ skip }) => {
    const path = await write({ 'あ/い.txt': ['う'.repeat(9000)], 'b': [] });
    const tested = inPython(path);
    if (tested.error) return skip('no python3 here');
    expect(tested.stdout.trim().split('\n')).toEqual(['あ/い.txt', 'b']);
  });

  test('never writes over a file, and passes on what went wrong in the middle', async () => {
    const path = await write({ a: ['b'] });
    await expect(ZipFileWriter.create(path)).rejects.toMatchObject({ code: 'EEXIST' });
    const writer = await ZipFileWriter.create(join(folder, 'broken.zip'));
    await expect(writer.add('a', (async function* () { yield Buffer.from('x'); throw new Error('the source broke'); })())).rejects.toThrow('the source broke');
    await writer.abandon();
  });

  test('in the wide form of zip64 is read whole, here and by another program', async () => {
    const path = join(folder, 'wide.zip');
    const writer = await ZipFileWriter.create(path, 2);
    for (const name of ['a', 'b', 'c']) await writer.add(name, [Buffer.from(name)]);
    await writer.finish();
    expect(await read(path)).toEqual({ a: 'a', b: 'b', c: 'c' });
    const { error, stdout } = inPython(path);
    if (!error) expect(stdout.trim().split('\n')).toEqual(['a', 'b', 'c']);
  });
});

describe('a foreign zip', () => {
  const refused = async (bytes: Buffer) => {
    const path = join(folder, `${(made += 1)}.zip`);
    writeFileSync(path, bytes);
    return read(path);
  };

  test.each([
    ['nothing', () => Buffer.alloc(0), '途中で切れているか'],
    ['a text', () => Buffer.from('plan.yaml'.repeat(9)), 'zipではありません'],
    ['its first half', (zip: Buffer) => zip.subarray(0, zip.length / 2), '途中で切れているか'],
    ['one that is encrypted', (zip: Buffer) => { zip.writeUInt16LE(0x0801, zip.indexOf('PK\u0001\u0002') + 8); return zip; }, 'パスワードで保護'],
    ['an entry that is longer than it says', (zip: Buffer) => { zip.writeUInt32LE(3, zip.indexOf('PK\u0001\u0002') + 24); return zip; }, '目次より大きく'],
    ['two entries on the same bytes', (zip: Buffer) => { zip.writeUInt32LE(0, zip.lastIndexOf('PK\u0001\u0002') + 42); return zip; }, '重なっている'],
  ])('is refused with a sentence: %s', async (_name, spoil, sentence) => {
    const zip = readFileSync(await write({ 'a.txt': ['長い文章。'.repeat(99)], 'b.txt': ['b'] }));
    await expect(refused(spoil(zip))).rejects.toThrow(sentence);
  });

  test('gives its right content or is refused, whatever byte of it was changed', async () => {
    const files = { 'a.txt': ['長い文章。'.repeat(20)], 'b.txt': ['b'] };
    const zip = readFileSync(await write(files));
    await fc.assert(fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const spoilt = Buffer.from(zip);
      spoilt[at] = spoilt[at]! ^ change;
      try {
        const contents = Object.values(await refused(spoilt));
        for (const content of contents) expect(Object.values(files).map((pieces) => pieces.join(''))).toContain(content);
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFileRefused);
      }
    }), { numRuns: 150 });
  });
});
