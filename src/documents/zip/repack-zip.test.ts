import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { writeCsvFiles } from '../csv/write-csv-files.ts';
import { published } from '../csv/sample-edition.testing.ts';
import { writeReportDocx } from '../docx/write-report-docx.ts';
import { writeReportXlsx } from '../xlsx/write-report-xlsx.ts';
import { packZip, unpackZip } from './repack-zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a zip', () => {
  test('gives back its files in their order, whatever their names', () => {
    const files = new Map([['[Content_Types].xml', bytes('<a/>')], ['空', new Uint8Array()], ['word/本文.xml', bytes('あ'.repeat(5000))]]);
    const read = unpackZip(packZip(files));
    expect([...read.keys()]).toEqual([...files.keys()]);
    for (const [name, data] of files) expect(new Uint8Array(read.get(name)!)).toEqual(data);
  });
  test('carries 1980-01-01 and no other date', () => {
    const view = new DataView(packZip(new Map([['a', bytes('b')]])).buffer);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
  });
});

describe('the files of an edition', () => {
  test('are the same bytes in another process, on another day, in another part of the world', async () => {
    const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
    const script = `
      const Clock = Date;
      globalThis.Date = class extends Clock { constructor(...given) { given.length === 0 ? super('2031-05-06T07:08:09Z') : super(...given); } static now() { return new Clock('2031-05-06T07:08:09Z').getTime(); } };
      const [{ published }, { writeReportDocx }, { writeReportXlsx }, { writeCsvFiles }, { createHash }] = await Promise.all([
        import('./csv/sample-edition.testing.ts'), import('./docx/write-report-docx.ts'), import('./xlsx/write-report-xlsx.ts'), import('./csv/write-csv-files.ts'), import('node:crypto'),
      ]);
      const edition = published();
      for (const data of [await writeReportDocx(edition), await writeReportXlsx(edition), ...writeCsvFiles(edition).map(({ bytes }) => bytes)]) console.log(createHash('sha256').update(data).digest('hex'));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: new URL('..', import.meta.url), env: { ...process.env, TZ: 'America/New_York', LANG: 'C' },
    });
    const edition = published();
    const here = [await writeReportDocx(edition), await writeReportXlsx(edition), ...writeCsvFiles(edition).map((file) => file.bytes)].map(hash);
    expect(stdout.trim().split('\n')).toEqual(here);
  });
});
