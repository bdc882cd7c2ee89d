import { describe, expect, test } from 'vitest';
import { initiativesOf } from '../../domain/edition/reading.ts';
import { readCsv, readRecords } from './read-csv.testing.ts';
import { published, sampleBundle, smallBundle, textsOf, withDefinition } from './sample-edition.testing.ts';
import { UnwritableTextError } from './unwritable-text.ts';
import { writeCsvFiles } from './write-csv-files.ts';

const sample = published();
const files = new Map(writeCsvFiles(sample).map(({ name, bytes }) => [name, bytes]));
const records = (name: string) => readRecords(files.get(name)!);
const { edition } = sample;

describe('the open data of the sample', () => {
  test('is thirteen files, the explanation of the columns among them', () => {
    expect([...files.keys()]).toEqual([
      'plan.csv', 'parents.csv', 'nodes.csv', 'initiatives.csv', 'paragraphs.csv', 'indicators.csv', 'measurements.csv', 'measurement-notes.csv',
      'indicator-links.csv', 'departments.csv', 'responsibilities.csv', 'notes.csv', 'columns.csv',
    ]);
  });
  test('opens every record with the city, the plan and the year in both calendars', () => {
    for (const bytes of files.values()) {
      for (const record of readCsv(bytes).slice(1)) expect(record.slice(0, 5)).toEqual(['132195', '狛江市', 'gyozaisei-6', '2020', '令和２年度']);
    }
  });
  test('writes one record a line', () => {
    for (const bytes of files.values()) {
      expect(new TextDecoder().decode(bytes).split('\r\n').length - 1).toBe(readCsv(bytes).length);
      expect(new TextDecoder().decode(bytes)).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    }
  });
  test('carries every paragraph, title, printed figure, sentence and note as typed', () => {
    const cells = new Set([...files.values()].flatMap((bytes) => readCsv(bytes).flat()));
    expect(textsOf(edition).filter((text) => !cells.has(text))).toEqual([]);
  });
  test('keeps the paragraphs in printed order beside their element', () => {
    const reports = records('paragraphs.csv').filter(({ 区分 }) => 区分 === '取組状況').map(({ 要素ID, 段落ID, 本文 }) => [要素ID, 段落ID, 本文]);
    expect(reports).toEqual(initiativesOf(edition).flatMap((node) => (node.report?.paragraphs ?? []).map(({ id, text }) => [node.id, id, text])));
  });
  test('keeps 65 initiatives, one of them relisting item 05', () => {
    const rows = records('initiatives.csv');
    expect(rows).toHaveLength(65);
    expect(rows.filter((row) => row['再掲の元'] !== '').map((row) => [row['番号'], row['再掲の元']])).toEqual([['45', '05']]);
  });
  test('puts the value in brackets in a row of its own series', () => {
    const rows = records('measurements.csv').filter((row) => row['指標番号'] === '1' && row['役割'] === '現状値');
    expect(rows.map((row) => [row['値'], row['括弧内'], row['系列ID'], row['掲載']])).toEqual([
      ['37', '0', 'all-answers', '37.0（60.3）※１'], ['60.3', '1', 'without-dont-know', '37.0（60.3）※１'],
    ]);
  });
  test('tells the year of a reference value from the year that it is printed for', () => {
    const [row] = records('measurements.csv').filter((candidate) => candidate['指標番号'] === '3' && candidate['役割'] === '現状値');
    expect(row).toMatchObject({ '掲載年度（西暦）': '2020', '値の年度（西暦）': '2019', '値の年度（和暦）': '平成31年度', 確度: '参考値', 単位: '％', 値: '91.5' });
  });
  test('joins a note that is printed in another width to the list of notes', () => {
    const marks = new Set(records('notes.csv').map((row) => row['注']));
    const used = records('measurement-notes.csv').map((row) => row['注']);
    expect(used).toContain('※２');
    expect(used.every((mark) => marks.has(mark))).toBe(true);
  });
  test('gives figures and shares as the edition has them, and no share where one would mislead', () => {
    for (const row of records('indicators.csv')) {
      const indicator = edition.indicators.find(({ id }) => id === row['指標ID'])!;
      const { achieved } = indicator.evaluation.inputs;
      expect(row['達成割合（％）']).toBe(achieved === null ? '' : String(Math.round(achieved * 1000) / 10));
    }
    expect(records('indicators.csv').map((row) => row['達成割合（％）'])).toEqual(['87', '22.7', '', '', '55', '41.5', '']);
  });
  test('tells owners in the plan from reporters of the year', () => {
    const rows = records('responsibilities.csv').filter((row) => row['番号'] === '03').map((row) => [row['役割'], row['種類'], row['部署名']]);
    expect(rows).toEqual([['推進部署', '総称', '関係各課'], ['報告部署', '部署', '高齢障がい課'], ['報告部署', '部署', '健康推進課']]);
  });
  test('explains every column of every file', () => {
    const explained = records('columns.csv').map((row) => `${row['ファイル名']} ${row['列名']}`);
    const columns = [...files].filter(([name]) => name !== 'columns.csv').flatMap(([name, bytes]) => readCsv(bytes)[0]!.map((column) => `${name} ${column.replace('\u{feff}', '')}`));
    expect(explained).toEqual(columns);
    expect(records('columns.csv').every((row) => row['列の説明'] !== '')).toBe(true);
  });
  test('has no two columns of one name', () => {
    for (const bytes of files.values()) expect(new Set(readCsv(bytes)[0]).size).toBe(readCsv(bytes)[0]!.length);
  });
});

describe('other editions', () => {
  test('with one level, no indicators and no report for an item give whole files', () => {
    const small = new Map(writeCsvFiles(published(smallBundle())).map(({ name, bytes }) => [name, readRecords(bytes)]));
    expect(small.get('indicators.csv')).toEqual([]);
    expect(small.get('initiatives.csv')!.map((row) => [row['番号'], row['推進部署（掲載）'], row['段落数']])).toEqual([['1', '総務課', '1'], ['2', '', '']]);
    expect(small.get('paragraphs.csv')!.map((row) => row['執筆部署（空欄は記載なし）'])).toEqual(['総務課']);
  });
  test('keep rare characters, quotes and commas, and defuse a formula', () => {
    const { plan, report } = sampleBundle();
    const texts = ['髙橋、𠮷野と﨑が①㈱で"10,000"円', '=HYPERLINK("http://example.jp")', '-5ポイント', '　＝SUM(A1)', '＝SUM(A1)'];
    report.reports[0]!.paragraphs = texts;
    const bytes = writeCsvFiles(published({ plan, report })).find(({ name }) => name === 'paragraphs.csv')!.bytes;
    const written = readRecords(bytes).filter((row) => row['要素ID'] === 'i01').map((row) => row['本文']);
    expect(written).toEqual([texts[0], `'${texts[1]}`, `'${texts[2]}`, texts[3], `'${texts[4]}`]);
  });
  test('with a line break are refused at the place where it stands', () => {
    const broken = withDefinition(1, '上の行\n下の行');
    expect(() => writeCsvFiles(broken)).toThrow(UnwritableTextError);
    expect(() => writeCsvFiles(broken)).toThrow('指標2「公共施設整備計画による改修等の事業の進捗率」の説明に改行があるため、ファイルに書き出せません。');
  });
  test('with a level that bears the name of a column keep both columns', () => {
    const { plan, report } = sampleBundle();
    plan.levels[0]!.name = '題名';
    const [header] = readCsv(writeCsvFiles(published({ plan, report })).find(({ name }) => name === 'initiatives.csv')!.bytes);
    expect(header).toContain('題名（2）');
  });
});
