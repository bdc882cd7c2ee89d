import { beforeAll, expect, test } from 'vitest';
import { makeMeasurement, makeNodeReport, makePublished } from '../../tests/factories.ts';
import { readSheets } from '../documents/xlsx/read-sheets.ts';
import { readParagraphs } from '../documents/docx/read-docx.testing.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { readTaggedPdf } from '../documents/pdf/tagged-pdf.testing.ts';
import { correctingEdition } from '../domain/edition/build-edition.ts';
import type { Correction, Edition, PublishedEdition } from '../domain/edition/edition.ts';
import { buildDocuments } from './build-outputs.tsx';

// The 正誤表 is part of the edition: every document of a correction says the same.

const first = makePublished({ report: { reports: [makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: ['延べ300人が研修に参加した。'] })] } });
const reports = [makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: ['延べ320人が研修に参加した。', '=SUM(1)を加えた。'] })];
const second = makePublished({ report: { edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '参加者数の数え方に誤りがあったため' }, measurements: [makeMeasurement({ printed: '54.0' })], reports } });
const corrected: PublishedEdition = sealEdition(correctingEdition(second.edition, first));
const { changes } = corrected.edition.corrects as Correction;
let files: Map<string, Uint8Array>;
beforeAll(async () => { files = new Map((await buildDocuments(corrected)).map(({ path, bytes }) => [path, bytes])); });

const texts = changes.flatMap(({ place, before, after }) => [place, before, after]).filter((text) => text !== null);
const squeezed = (text: string) => text.replace(/[\s\u200b\u2060]+/g, '');
const missingIn = (whole: string) => texts.filter((text) => !squeezed(whole).includes(squeezed(text)));

test('the correction has what the test is about: a changed paragraph, an added one, a figure and its judgement', () => {
  expect(changes.map(({ kind, before }) => [kind, before === null])).toEqual([['paragraph', false], ['paragraph', true], ['figure', false], ['judgement', false]]);
});

test.each([['report.pdf'], ['report-archive.pdf']])('%s has it as a chapter of its own, with the reason and both hashes', (name) => {
  const { text } = readTaggedPdf(files.get(name)!).document;
  expect(missingIn(text)).toEqual([]);
  for (const fact of ['正誤表', '参加者数の数え方に誤りがあったため', first.hash, corrected.hash]) expect(squeezed(text)).toContain(fact);
});

test('the Word file has it under a heading before the chapters', () => {
  const paragraphs = readParagraphs(files.get('report.docx')!);
  expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)[0]).toBe('正誤表');
  expect(missingIn(paragraphs.map(({ text }) => text).join('\n'))).toEqual([]);
});

test('the workbook and the CSV have a row for each', () => {
  const sheet = readSheets(files.get('report.xlsx')!).find(({ name }) => name === '正誤表');
  expect(sheet?.records.map((record) => record[2])).toEqual(changes.map(({ place }) => place));
  const lines = new TextDecoder().decode(files.get('data/errata.csv')).split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(changes.length + 1);
  expect(missingIn(lines.join('\n'))).toEqual([]);
  expect(lines[2]).toContain(`'=SUM(1)を加えた。`);
});

test('edition.json has it, and a first edition has none of all this', async () => {
  expect((JSON.parse(new TextDecoder().decode(files.get('edition.json'))) as Edition).corrects).toEqual(corrected.edition.corrects);
  const before = await buildDocuments(first);
  expect(before.map(({ path }) => path)).not.toContain('data/errata.csv');
  expect(new TextDecoder().decode(before.find(({ path }) => path === 'edition.json')!.bytes)).not.toContain('corrects');
});
