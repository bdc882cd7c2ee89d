import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { initiativesOf } from '../../domain/edition/reading.ts';
import { published, sampleBundle, smallBundle, textsOf } from '../csv/sample-edition.testing.ts';
import { UnwritableTextError } from '../csv/unwritable-text.ts';
import { unpackZip } from '../zip/repack-zip.ts';
import { sheetTables, writeReportXlsx } from './write-report-xlsx.ts';

const sample = published();
const { edition } = sample;
const bytes = await writeReportXlsx(sample);
const workbook = await readXlsx(bytes, { readStyles: true });
const sheet = (name: string, of = workbook) => of.sheets.find((candidate) => candidate.name === name)!;
const records = (name: string, of = workbook) => {
  const [header = [], ...rows] = sheet(name, of).rows;
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [String(column), row[index] ?? null])));
};

describe('the workbook of the sample', () => {
  test('has its sheets in order, the explanations first and last', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'この資料について', '体系', '取組項目', '取組状況', '前文と説明', '指標', '指標と基本事業', '部署', '注', '列の説明',
    ]);
  });
  test('carries every paragraph, title, printed figure, sentence and note as typed', () => {
    const cells = new Set(workbook.sheets.flatMap(({ rows }) => rows.flat()));
    expect(textsOf(edition).filter((text) => !cells.has(text))).toEqual([]);
  });
  test('reads back cell for cell as it was made, numbers as numbers and texts as texts', () => {
    for (const table of sheetTables(sample)) {
      const [header, ...rows] = sheet(table.title).rows;
      expect(header).toEqual(table.columns.map(({ name }) => name));
      expect(rows.map((row) => table.columns.map((_, index) => row[index] ?? null))).toEqual(table.records.map((record) => [...record]));
    }
  });
  test('has one row a paragraph of the report, in printed order', () => {
    expect(records('取組状況').map((row) => [row['番号'], row['段落ID'], row['本文']])).toEqual(
      initiativesOf(edition).flatMap(({ number, report }) => (report?.paragraphs ?? []).map(({ id, text }) => [number, id, text])),
    );
  });
  test('keeps the number 01 a text and the value 37.0 a number', () => {
    expect(records('取組項目')[0]!['番号']).toBe('01');
    expect(records('指標')[0]).toMatchObject({ '現状値：掲載': '37.0（60.3）※１', '現状値：値': 37, '現状値：括弧内の値': 60.3, '現状値：年度（西暦）': 2020, '現状値：注': '※１' });
  });
  test('tells the year of a reference value from the year that it is printed for', () => {
    expect(records('指標')[2]).toMatchObject({ '現状値：年度（西暦）': 2020, '現状値：値の年度（西暦）': 2019, '現状値：確度': '参考値', '目標値：比較': '以下', 判定: '判定を保留', '達成割合（％）': null });
  });
  test('freezes, filters and repeats every header, merges nothing and prints on A4 landscape', () => {
    for (const { name, rows, merges, freezePane, autoFilter, pageSetup } of workbook.sheets) {
      expect([name, freezePane?.rows, pageSetup?.paperSize, pageSetup?.orientation, pageSetup?.printTitlesRow]).toEqual([name, 1, 'a4', 'landscape', '$1:$1']);
      expect(autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
      expect(merges ?? []).toEqual([]);
      expect(name.length).toBeLessThanOrEqual(31);
    }
  });
  test('holds no formula', () => {
    for (const [path, data] of unpackZip(bytes)) if (path.startsWith('xl/worksheets/')) expect(new TextDecoder().decode(data)).not.toMatch(/<f[ >]/);
  });
  test('explains every column of every sheet', () => {
    const explained = records('列の説明').map((row) => `${row['シート']} ${row['列名']}`);
    const columns = workbook.sheets.slice(1, -1).flatMap(({ name, rows }) => rows[0]!.map((column) => `${name} ${column}`));
    expect(explained).toEqual(columns);
  });
  test('says in its first sheet what it was made from, and no day or licence that the edition does not state', () => {
    const about = Object.fromEntries(records('この資料について').map((row) => [row['項目'], row['内容']]));
    expect(about).toMatchObject({ 計画名: edition.plan.title, 版: '第１版', '版のハッシュ値（SHA-256）': sample.hash, 取組項目の数: '65（うち再掲1。再掲を除くと64）' });
    expect(Object.keys(about)).not.toContain('公表日');
    expect(JSON.stringify(about)).not.toMatch(/ライセンス|CC BY|利用規約/);
  });
  test('gives the same bytes twice', async () => {
    expect(await writeReportXlsx(published())).toEqual(bytes);
  });
});

describe('other editions', () => {
  test('with one level, no indicators and no report for an item are whole', async () => {
    const small = await readXlsx(await writeReportXlsx(published(smallBundle())));
    expect(small.sheets.map(({ name }) => name)).toContain('事業');
    expect(records('指標', small)).toEqual([]);
    expect(records('事業', small).map((row) => row['段落数'])).toEqual([1, null]);
  });
  test('with a level of a name that Excel refuses or another sheet bears get another name', async () => {
    const bundle = smallBundle();
    bundle.plan.levels[0]!.name = '重点/事業：[とても長い名前の階層であるために三十一文字に収まらない階層]';
    const [long] = (await readXlsx(await writeReportXlsx(published(bundle)))).sheets.slice(2);
    expect(long!.name).toBe('重点・事業：・とても長い名前の階層であるために三十一文');
    bundle.plan.levels[0]!.name = '指標';
    expect((await readXlsx(await writeReportXlsx(published(bundle)))).sheets.map(({ name }) => name).filter((name) => name.startsWith('指標'))).toEqual(['指標（2）', '指標', '指標と体系']);
  });
  test('keep rare characters whole and defuse a formula, never a number', async () => {
    const { plan, report } = sampleBundle();
    const texts = ['髙橋と𠮷野が①㈱で<b>&amp;"10,000"円', '=HYPERLINK("http://example.jp")', '+81', '-5', '@SUM(A1)', '＝SUM(A1)'];
    report.reports[0]!.paragraphs = texts;
    report.measurements[1]!.printed = '-5';
    const written = await readXlsx(await writeReportXlsx(published({ plan, report })));
    expect(records('取組状況', written).slice(0, 6).map((row) => row['本文'])).toEqual([texts[0], ...texts.slice(1).map((text) => `'${text}`)]);
    expect(records('指標', written)[1]).toMatchObject({ '現状値：値': -5, '現状値：掲載': "'-5" });
  });
  test('take a text of 32,767 characters and refuse one more, naming the place and cutting nothing', async () => {
    const bundle = smallBundle();
    const paragraph = (length: number) => { bundle.report.reports[0]!.paragraphs = ['あ'.repeat(length)]; };
    paragraph(32_767);
    const written = await readXlsx(await writeReportXlsx(published(bundle)));
    expect(records('取組状況', written)[0]!['本文']).toHaveLength(32_767);
    paragraph(32_768);
    await expect(writeReportXlsx(published(bundle))).rejects.toThrow(UnwritableTextError);
    await expect(writeReportXlsx(published(bundle))).rejects.toThrow('事業1「一つ目の事業」の取組状況の段落p1が32,767文字を超えているため、Excelのセルに収まりません。段落を分けてください。');
  });
});
