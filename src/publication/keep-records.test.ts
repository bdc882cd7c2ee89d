import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePublished } from '../../tests/factories.ts';
import { correctingEdition } from '../domain/edition/build-edition.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { publishFolder } from './publish-folder.ts';
import { keepDocuments, keepRecords } from './published-files.ts';

let room: string;
beforeEach(() => { room = mkdtempSync(join(tmpdir(), 'ayumi-records-')); });
afterEach(() => rmSync(room, { recursive: true, force: true }));

const first = makePublished();
const second = sealEdition(correctingEdition(makePublished({ report: { edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '誤記の訂正' }, preface: [{ id: 'purpose', heading: '目的', paragraphs: ['訂正した本文'] }] } }).edition, first));
const hashOf = (...path: string[]) => createHash('sha256').update(readFileSync(join(room, ...path))).digest('hex');
const inRecord = 'plans/plan/2020/editions/1';

test('data and document of record stand at the edition’s address from the first day, and are the same bytes after a correction', async () => {
  const kept = join(room, 'kept');
  await publishFolder(await keepDocuments([first], kept), {}, join(room, 'before'));
  await publishFolder(await keepDocuments([second], kept), { superseded: [first], supersededRecords: await keepRecords([first], kept) }, join(room, 'after'));
  for (const name of ['edition.json', 'report-archive.pdf']) expect([name, hashOf('after', inRecord, name)]).toEqual([name, hashOf('before', inRecord, name)]);
  expect(hashOf('before', inRecord, 'edition.json')).toBe(first.hash);
  expect(hashOf('after', 'plans/plan/2020/editions/2/report-archive.pdf')).toBe(hashOf('after', 'plans/plan/2020/report-archive.pdf'));
});

test('a document of record is never made anew: another version of the program gives the one that was kept', async () => {
  const folder = join(room, 'kept', 'records', first.hash);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report-archive.pdf'), '%PDF-of-an-earlier-program');
  writeFileSync(join(folder, 'order.json'), '["report-archive.pdf"]');
  const [record] = await keepRecords([first], join(room, 'kept'));
  const [newest] = await keepDocuments([first], join(room, 'kept'));
  for (const documents of [record!.documents, newest!.documents]) {
    expect(new TextDecoder().decode(documents.find(({ path }) => path === 'report-archive.pdf')?.bytes)).toBe('%PDF-of-an-earlier-program');
  }
  expect(newest!.documents.length).toBeGreaterThan(record!.documents.length);
});
