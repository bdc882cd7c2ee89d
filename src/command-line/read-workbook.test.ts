import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeFolder } from '../../tests/bundle-folder.ts';
import { readBundle } from '../documents/bundle/read-bundle.ts';
import { minimalWorkbook } from '../documents/workbook/minimal-workbook.testing.ts';
import { encodeCp932 } from '../documents/workbook/cp932.testing.ts';
import { sampleWorkbook } from '../documents/workbook/sample-workbook.testing.ts';
import { type ReadWorkbookCommand, readForeignWorkbook } from './read-workbook.ts';

/** Runs the command on these bytes. `said` is what came on standard output, `complained` on standard error. */
async function run(bytes: Uint8Array, options: ReadWorkbookCommand = {}, name = '計画.xlsx') {
  const folder = makeFolder();
  writeFileSync(join(folder, name), bytes);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await readForeignWorkbook(join(folder, name), options);
  const text = (spy: typeof log) => spy.mock.calls.map(([line]) => String(line)).join('\n');
  const result = { code, said: text(log), complained: text(error), folder };
  log.mockRestore();
  error.mockClear();
  return result;
}

const facts = { code: '132195', plan: 'gyozaisei-6' };

test('writes a bundle that passes the check, with its mapping, and gives the same ids next year', async () => {
  const out = join(makeFolder(), '計画');
  const { code, said } = await run(sampleWorkbook(), { ...facts, out });
  expect(code).toBe(0);
  expect(said).toContain('シート「体系」A3:I69　狛江市第６次行財政改革推進計画');
  expect(said).toContain('「取組項目／名称」→ 取組項目の題名');
  expect(said).toContain('05　ICT人財の育成　［職員課］　（i05）');
  expect(said).toContain('体系!A71　表の外：「※１　再掲を含む。」');
  expect(readdirSync(out).toSorted()).toEqual(['mapping.json', 'plan.yaml']);
  const read = await readBundle(out);
  expect(read.ok && read.value.plan.nodes).toHaveLength(99);
  const again = join(makeFolder(), '翌年度');
  expect((await run(sampleWorkbook(), { mapping: join(out, 'mapping.json'), out: again })).code).toBe(0);
  expect(readFileSync(join(again, 'plan.yaml'), 'utf8')).toBe(readFileSync(join(out, 'plan.yaml'), 'utf8'));
});

test('writes last year\'s report too, where the workbook has one', async () => {
  const out = join(makeFolder(), '計画');
  const bytes = encodeCp932('施策,番号,取組項目,担当課,令和２年度の取組状況\r\n１ 行政運営,01,窓口の見直し,関係各課（政策室）,"予約制を始めた。\r\n・記載台を減らした。"\r\n');
  const { code, said } = await run(bytes, { ...facts, city: '見本市', title: '見本計画', out }, '計画.csv');
  expect([code, said.split('\n')[0]]).toEqual([0, expect.stringContaining('文字コードはShift_JIS（CP932）')]);
  const read = await readBundle(out);
  expect(read.ok && read.value.reports[0]).toMatchObject({ fiscalYear: 2020, reports: [{ nodeId: 'i01', responsiblePrinted: '関係各課（政策室）', paragraphs: [{ kind: 'text', text: '予約制を始めた。' }, { kind: 'item', text: '記載台を減らした。' }] }] });
});

test('names every problem with its sheet and cell, and writes nothing', async () => {
  const out = join(makeFolder(), '計画');
  const bytes = minimalWorkbook({ sheets: [{ name: '体系', rows: [['施策', '番号', '取組項目', '担当課'], ['１ 行政', '01', { error: '#REF!', formula: 'A9' }, '政策室'], [null, null, '新しい施策のない取組', '総務課']] }] });
  const { code, complained } = await run(bytes, { ...facts, city: '見本市', title: '見本計画', out });
  expect(code).toBe(1);
  expect(complained).toContain('体系!C2: セルがエラー（#REF!）です。 → Excelで数式を直すか、値を入力し直して保存してください。');
  expect(complained).toContain('計画は書き出していません。');
  expect(existsSync(out)).toBe(false);
});

test('asks for the facts that no table has, and saves the proposal so that they can be written into it', async () => {
  const mapping = join(makeFolder(), 'mapping.json');
  const { code, complained } = await run(sampleWorkbook(), { saveMapping: mapping });
  expect(code).toBe(1);
  expect(complained).toContain('全国地方公共団体コードが決まっていません。 → 対応表の municipality.code に書いてください（例："132195"）。');
  expect(complained).not.toContain('[');
  const saved = JSON.parse(readFileSync(mapping, 'utf8')) as { municipality: { code: string | null }; plan: { id: string | null } };
  saved.municipality.code = '132195';
  saved.plan.id = 'gyozaisei-6';
  writeFileSync(mapping, JSON.stringify(saved));
  expect((await run(sampleWorkbook(), { mapping })).code).toBe(0);
});

test('refuses a code whose check digit is wrong, in the words of the check', async () => {
  const { code, complained } = await run(sampleWorkbook(), { ...facts, code: '132194' });
  expect([code, complained]).toEqual([1, expect.stringContaining('「132194」は全国地方公共団体コードとして正しくありません。')]);
});

test('never writes over anything', async () => {
  const { code, complained, folder } = await run(sampleWorkbook(), facts);
  expect([code, complained]).toEqual([0, '']);
  expect(await run(sampleWorkbook(), { ...facts, out: folder })).toMatchObject({ code: 1, complained: expect.stringContaining('別のものが入っているため') });
  expect(await run(sampleWorkbook(), { ...facts, saveMapping: join(folder, '計画.xlsx') })).toMatchObject({ code: 1 });
});

test.each([
  ['no JSON', '{', '対応表をJSONとして読み取れません。'], ['another thing', '{"format":"ayumi-plan/1"}', '「format」の値（ayumi-plan/1）が正しくありません。'], ['a level that is not listed', JSON.stringify({ format: 'ayumi-mapping/1', municipality: { code: null, name: null, fiscalYearLabels: { firstReiwaYear: '令和元年度', digits: 'half-width' } }, plan: { id: null, title: null }, reportYear: null, levels: [], tables: [{ sheet: 'a', use: true, columns: [{ heading: 'b', nth: 1, role: 'level-title', level: 'x', reason: '' }] }], departments: [], nodes: [], indicators: [] }), '階層「x」は levels にありません。'],
])('refuses a mapping that is %s', async (_name, text, sentence) => {
  const mapping = join(makeFolder(), 'mapping.json');
  writeFileSync(mapping, text);
  expect(await run(sampleWorkbook(), { mapping })).toMatchObject({ code: 1, said: '', complained: expect.stringContaining(sentence) });
});

test('says which sheets there are when another is asked for', async () => {
  expect(await run(sampleWorkbook(), { sheet: ['Sheet9'] })).toMatchObject({ code: 1, complained: '指定されたシートがありません。このブックのシート：体系' });
});

test('says in one line why a file is not read', async () => {
  expect(await run(new TextEncoder().encode('%PDF-1.7'))).toMatchObject({ code: 1, complained: expect.stringMatching(/計画\.xlsx: PDFです。.* → PDFの元になったExcelブック/) });
});
