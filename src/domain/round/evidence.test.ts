import { expect, test } from 'vitest';
import { evidenceLimits, evidenceProblems, inMegabytes, mediaTypeOf } from './evidence.ts';

const bytesOf = (text: string, length = text.length) => { const bytes = new Uint8Array(length); bytes.set(Buffer.from(text, 'latin1')); return bytes; };
const pdf = (name: string, length = 100) => ({ name, bytes: bytesOf('%PDF-1.7\n', length) });
const codes = (...parameters: Parameters<typeof evidenceProblems>) => evidenceProblems(...parameters).map(({ code }) => code);

test('takes documents, pictures and tables by their name and how they begin', () => {
  expect(mediaTypeOf(pdf('報告.PDF'))).toBe('application/pdf');
  expect(mediaTypeOf({ name: '集計.xlsx', bytes: bytesOf('PK\u0003\u0004') })).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(mediaTypeOf({ name: '一覧.csv', bytes: Buffer.from('番号,値\n') })).toBe('text/csv');
});

test('takes nothing that a computer would run, whatever it says it is', () => {
  for (const name of ['a.html', 'a.svg', 'a.exe', 'a.xlsm', 'a.js', 'a.pdf.exe', 'pdf', 'a.constructor', '']) expect(mediaTypeOf({ ...pdf(name) }), name).toBeNull();
  expect(codes([{ name: '写真.png', bytes: bytesOf('<html>') }], [])).toEqual(['content-differs']);
  expect(codes([{ name: '一覧.csv', bytes: bytesOf('MZ\u0000\u0000') }], [])).toEqual(['content-differs']);
});

test('says every reason at once: too large, empty, too many, too much, too long a name', () => {
  const { fileBytes, files, answerBytes } = evidenceLimits;
  expect(codes([pdf('大.pdf', fileBytes)], [])).toEqual([]);
  expect(codes([pdf('大.pdf', fileBytes + 1), { name: '空.pdf', bytes: new Uint8Array() }, pdf('a.exe')], [])).toEqual(['file-too-large', 'empty-file', 'kind-not-taken']);
  expect(codes([pdf('あ.pdf')], Array.from({ length: files }, () => ({ size: 1 })))).toEqual(['too-many']);
  expect(codes([pdf('あ.pdf')], [{ size: answerBytes - 99 }])).toEqual(['too-much']);
  expect(codes([pdf(`${'長'.repeat(200)}.pdf`)], [])).toEqual(['name-too-long']);
});

test('says a size as a person reads it', () => {
  expect([1, 1024, 1_500_000, 10 * 1024 * 1024].map(inMegabytes)).toEqual(['1KB', '1KB', '1.5MB', '10.0MB']);
});
