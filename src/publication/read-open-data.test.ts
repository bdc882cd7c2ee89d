import { beforeAll, describe, expect, test } from 'vitest';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { published, sampleBundle } from '../documents/csv/sample-edition.testing.ts';
import { writeReportXlsx } from '../documents/xlsx/write-report-xlsx.ts';
import type { CsvTable, OpenData, Sheet } from '../domain/open-data/data-table.ts';
import { checkOpenData, rules } from '../domain/open-data/self-check.ts';
import { makePublished } from '../../tests/factories.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { readOpenData } from './read-open-data.ts';

async function documentsOf(edition: PublishedEdition) {
  return [
    ...writeCsvFiles(edition).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })),
    { path: 'report.xlsx', bytes: await writeReportXlsx(edition) }, { path: 'edition.json', bytes: new Uint8Array() },
  ];
}
let data: OpenData;
beforeAll(async () => { data = readOpenData(await documentsOf(published()), []); });
const outcomes = (given: OpenData) => Object.fromEntries(checkOpenData(given).map(({ id, outcome }) => [id, outcome]));
const failing = (given: OpenData) => checkOpenData(given).filter(({ outcome }) => outcome === 'fails');

test('there are thirty rules, numbered as the text numbers them', () => {
  const numbers = (level: number, count: number) => Array.from({ length: count }, (_, index) => `L${level}-${String(index + 1).padStart(2, '0')}`);
  expect(rules.map(({ id }) => id)).toEqual([...numbers(1, 15), ...numbers(2, 6), ...numbers(3, 9)]);
});

test('the open data of the sample keep every rule that applies; exceptions say why', () => {
  expect(failing(data)).toEqual([]);
  const found = outcomes(data);
  expect(Object.keys(found).filter((id) => found[id] === 'not-applicable')).toEqual(['L2-05', 'L3-03', 'L3-07']);
  expect(Object.keys(found).filter((id) => found[id] === 'exception').every((id) => ['L1-08', 'L3-04'].includes(id))).toBe(true);
  for (const { sentence } of checkOpenData(data)) expect(sentence).toMatch(/。$/);
});

test('so do those of a plan that looks nothing like it, and of two years', async () => {
  const small = await documentsOf(makePublished());
  expect(failing(readOpenData(small, [{ fiscalYear: 2019, documents: small }]))).toEqual([]);
  expect(outcomes(readOpenData(small, [{ fiscalYear: 2019, documents: small }]))['L3-07']).toBe('holds');
});

test('a character that the city prints and others may not have is named as an exception', async () => {
  const { plan, report } = sampleBundle();
  report.reports[0]!.paragraphs = ['①㈱髙橋に委託した。'];
  const found = checkOpenData(readOpenData(await documentsOf(published({ plan, report })), [])).find(({ id }) => id === 'L1-08');
  expect(found).toMatchObject({ outcome: 'exception', sentence: expect.stringContaining('「①」（paragraphs.csvの本文）、「㈱」（paragraphs.csvの本文）、「髙」') });
});

describe('each rule can be broken:', () => {
  const withTable = (name: string, change: (table: CsvTable) => Partial<CsvTable>): OpenData => ({ ...data, tables: data.tables.map((table) => (table.name === name ? { ...table, ...change(table) } : table)) });
  const withSheet = (change: (sheet: Sheet) => Partial<Sheet>): OpenData => ({ ...data, sheets: data.sheets!.map((sheet, index) => (index === 1 ? { ...sheet, ...change(sheet) } : sheet)) });
  const withCell = (name: string, column: string, text: string) => withTable(name, ({ header, records }) => ({ records: records.map((record, row) => (row === 0 ? record.map((cell, index) => (header[index] === column ? text : cell)) : record)) }));
  const withColumn = (name: string, column: string, other: string) => withTable(name, ({ header }) => ({ header: header.map((own) => (own === column ? other : own)) }));
  const broken: Readonly<Record<string, () => OpenData>> = {
    'L1-01': () => ({ ...data, files: data.files.filter((name) => name !== 'edition.json') }),
    'L1-02': () => withTable('nodes.csv', ({ header, records }) => ({ records: [...records, header] })),
    'L1-03': () => withTable('nodes.csv', ({ header, records }) => ({ records: [...records, header.map(() => '')] })),
    'L1-04': () => withTable('nodes.csv', ({ records }) => ({ records: records.map((record) => [...record, '作成者メモ']) })),
    'L1-05': () => withColumn('nodes.csv', '題名', '１'),
    'L1-06': () => withCell('nodes.csv', '題名', '氏　　名'),
    'L1-07': () => withCell('nodes.csv', '要素ID', 'm1、m2'),
    'L1-09': () => withCell('nodes.csv', '階層の深さ', ''),
    'L1-10': () => withSheet(() => ({ objects: 1 })),
    'L1-11': () => withSheet(() => ({ unevenColumns: ['題名'] })),
    'L1-12': () => withSheet(() => ({ merged: 1 })),
    'L1-13': () => withSheet(() => ({ hidden: 1 })),
    'L1-14': () => withTable('nodes.csv', ({ lines }) => ({ lines: lines + 1 })),
    'L1-15': () => withTable('nodes.csv', () => ({ commasQuoted: false })),
    'L2-01': () => withCell('measurements.csv', '値', '90.0以下'),
    'L2-02': () => withCell('nodes.csv', '地方公共団体名', '〃'),
    'L2-03': () => withColumn('nodes.csv', '題名', '番号'),
    'L2-04': () => withCell('measurements.csv', '役割', '現状'),
    'L2-05': () => withCell('measurements.csv', '役割', 'その他（推計値）'),
    'L2-06': () => withSheet(() => ({ formulas: 1 })),
    'L3-01': () => withTable('nodes.csv', () => ({ header: ['体系の一覧'] })),
    'L3-02': () => ({ ...data, dictionary: data.dictionary.map((fact) => (fact.column === '括弧内' ? { ...fact, description: '括弧内か。' } : fact)) }),
    'L3-03': () => withCell('measurements.csv', '値', 'x'),
    'L3-04': () => withColumn('measurements.csv', '単位', '備考'),
    'L3-05': () => withCell('nodes.csv', '年度（西暦）', 'R2'),
    'L3-06': () => withCell('nodes.csv', '全国地方公共団体コード', '132194'),
    'L3-07': () => ({ ...data, otherYears: [{ fiscalYear: 2019, headers: new Map([['nodes.csv', ['番号']]]) }] }),
    'L3-08': () => withTable('nodes.csv', () => ({ encoding: 'other' })),
    'L3-09': () => withColumn('nodes.csv', '題名', '令和２年度の題名'),
  };
  test('all but the one on characters, which allows exceptions', () => {
    expect(Object.keys(broken)).toEqual(rules.map(({ id }) => id).filter((id) => id !== 'L1-08'));
  });
  test.each(Object.keys(broken))('%s', (id) => {
    expect(outcomes(broken[id]!())[id]).toBe('fails');
  });
});
