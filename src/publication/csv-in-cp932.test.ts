import { expect, test } from 'vitest';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { published, sampleBundle } from '../documents/csv/sample-edition.testing.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { csvInCp932, missingInWords, withCp932 } from './csv-in-cp932.ts';

const documentsOf = (edition: PublishedEdition) => [{ published: edition, documents: writeCsvFiles(edition).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })) }];

test('every CSV of the sample comes back from CP932 as it went in, without a BOM', () => {
  for (const { name, bytes } of writeCsvFiles(published())) {
    const encoded = csvInCp932(bytes);
    if (!encoded.ok) throw new Error(`${name}: ${missingInWords(encoded.missing)}`);
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(encoded.bytes)).toBe(new TextDecoder().decode(bytes));
    expect(encoded.bytes[0]).not.toBe(0xef);
  }
});

test('a file with characters that CP932 cannot carry is left out, and each of them is named with its lines', () => {
  const { plan, report } = sampleBundle();
  report.reports[0]!.paragraphs = ['𠮷野〜髙橋', '𠮷田'];
  const sentences: string[] = [];
  const [{ documents }] = withCp932(documentsOf(published({ plan, report })), (sentence) => sentences.push(sentence)) as [ReturnType<typeof withCp932>[number]];
  expect(documents.some(({ path }) => path === 'data/cp932/nodes.csv')).toBe(true);
  expect(documents.some(({ path }) => path === 'data/cp932/paragraphs.csv')).toBe(false);
  expect(sentences).toEqual([expect.stringMatching(/^2020年度の paragraphs\.csv は、.*「𠮷」（U\+20BB7、\d+行目、\d+行目）、「〜」（U\+301C、\d+行目）$/)]);
});
