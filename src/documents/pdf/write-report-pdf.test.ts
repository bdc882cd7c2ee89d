import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildEdition } from '../../domain/edition/build-edition.ts';
import type { Edition, PublishedEdition } from '../../domain/edition/edition.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { NodeRow, PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';
import { parseYearReport } from '../../domain/report/parse-year-report.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { readPdfText } from './read-pdf-text.ts';
import { reportData } from './report-data.ts';
import { reportFontFolders } from './report-fonts.ts';
import { setDocuments } from './set-documents.ts';
import { startTypst } from './typst-process.ts';
import { reportOrder, writeReportPdf } from './write-report-pdf.ts';

const hash = 'ab'.repeat(32);
const sampleFile = (name: string): unknown => parse(readFileSync(new URL(`../../../samples/komae-2020/${name}`, import.meta.url), 'utf8'));
const sample = editionOf(sampleFile('plan.yaml') as PlanBundle, sampleFile('report-2020.yaml') as ReportBundle);
const drawing = '<svg viewBox="0 0 320 84" width="320" height="84"><line x1="48" x2="272" y1="40" y2="40" stroke="#333"/><text x="48" y="68" font-family="serif">55.6</text></svg>';
const charts = new Map(sample.indicators.map(({ id }) => [id, drawing]));

/** As a report is made: one setting for both standards. */
async function writeReportPdfs(published: PublishedEdition, drawings: ReadonlyMap<string, string>): Promise<{ report: Uint8Array; archive: Uint8Array }> {
  const [files] = await setDocuments([reportOrder(published, drawings, ['ua-1', 'a-2a'])]);
  return { report: files![0]!, archive: files![1]! };
}

// Made once: every run starts a process.
const written = writeReportPdfs({ edition: sample, hash }, charts);

function editionOf(planBundle: PlanBundle, reportBundle: ReportBundle): Edition {
  const plan = parsePlan(planBundle);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport(reportBundle, plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return buildEdition(plan.value, report.value);
}

/** A plan without preface and indicators, with so many levels and so many children at each; the first initiative says `says`. */
function constructed(widths: readonly number[], says: readonly string[], title = '取組の名称'): Edition {
  let initiatives = 0;
  const first = widths.map(() => 'n').join('-');
  const rows = (depth: number, path: string): NodeRow[] => Array.from({ length: widths[depth]! }, (_, index) => {
    const id = `${path}${index === 0 ? 'n' : index}`;
    const last = depth === widths.length - 1;
    return { id, number: last ? String((initiatives += 1)) : String(index + 1), title, ...(last ? {} : { children: rows(depth + 1, `${id}-`) }) };
  });
  return editionOf(
    {
      format: 'ayumi-plan/1', municipality: { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '令和元年度', digits: 'half-width' } },
      plan: { id: 'p', title: '総合戦略' }, levels: widths.map((_, index) => ({ id: `l${index}`, name: `第${index + 1}階層` })),
      departments: [{ id: 'kikaku', name: '企画課' }], tree: rows(0, ''), indicators: [],
    },
    {
      format: 'ayumi-report/1', plan: 'p', fiscalYear: 2023, edition: { number: 2, issuedOn: '2024-09-01', correctionReason: '誤記の訂正' }, measurements: [],
      reports: [{ initiative: first, responsiblePrinted: '企画課', paragraphs: [...says] }],
    },
  );
}

const latin1 = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const pagesOf = (file: Uint8Array) => Number(/<xmpTPg:NPages>(\d+)</.exec(latin1(file))?.[1]);

test('makes the report as PDF/UA-1 and the archive as PDF/A-2a, tagged and in Japanese', async () => {
  const { report, archive } = await written;
  expect(latin1(report)).toMatch(/^%PDF-1\.7/);
  expect(latin1(report)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(latin1(report)).toMatch(/\/Marked true/);
  expect(latin1(report)).toMatch(/\/Lang \(ja-JP\)/);
  expect(latin1(archive)).toMatch(/^%PDF/);
  expect(latin1(archive)).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
  expect(latin1(archive)).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  expect(pagesOf(report)).toBe(pagesOf(archive));
  expect(pagesOf(report)).toBeGreaterThan(24);
  expect(pagesOf(report)).toBeLessThan(36);
});

test('gives the same bytes in another process', async () => {
  const first = await written;
  const second = await writeReportPdfs({ edition: sample, hash }, charts);
  expect(Buffer.compare(first.report, second.report)).toBe(0);
  expect(Buffer.compare(first.archive, second.archive)).toBe(0);
});

test('never asks the clock: carries the last day of the fiscal year where no day is stated', async () => {
  const { report, archive } = await written;
  for (const file of [report, archive]) expect(latin1(file)).toContain('/CreationDate (D:20210331');
  const stated = await writeReportPdf({ edition: constructed([1], ['行った。']), hash }, { standard: 'ua-1', charts: new Map() });
  expect(latin1(stated)).toContain('/CreationDate (D:20240901');
});

test('prints every paragraph of the sample from its beginning to its end', async () => {
  const { report } = await written;
  const texts = readPdfText(report);
  const paragraphs = sample.nodes.flatMap((node) => [...node.description, ...(node.report?.paragraphs ?? [])]).map(({ text }) => text.replace(/\s/g, ''));
  // Header and footer stand in the midst of a paragraph that runs over a page, but never within its first or last two lines.
  const lost = paragraphs.filter((text) => ![text.slice(0, 40), text.slice(-20)].every((part) => texts.some((printed) => printed.includes(part))));
  expect(paragraphs.length).toBeGreaterThan(170);
  expect(lost).toEqual([]);
});

test('prints markup of any kind as it was typed', async () => {
  const hostile = '<script>alert(1)</script>#panic("x")$x^2$*太字*_斜体_`raw`\\//コメント/*中*/@ref<label>=見出し[x]{y}~---...&amp;${a}%00';
  const report = await writeReportPdf({ edition: constructed([1, 1], [hostile]), hash }, { standard: 'ua-1', charts: new Map() });
  expect(readPdfText(report).some((text) => text.includes(hostile))).toBe(true);
});

test('refuses a character that the font lacks, and names it with its place', async () => {
  const edition = constructed([1, 2], ['笑顔😀で対応した。', '𠮷野町の髙﨑さんと〜①㈱で行った。']);
  expect(missingGlyphs(edition)).toEqual([{ character: '😀', codePoint: 'U+1F600', places: ['第2階層1「取組の名称」（n-n）'] }]);
  await expect(writeReportPdf({ edition, hash }, { standard: 'ua-1', charts: new Map() })).rejects.toThrow('「😀」（U+1F600、第2階層1「取組の名称」（n-n）');
});

test('finds no missing character in the sample', () => {
  expect(missingGlyphs(sample)).toEqual([]);
});

test('refuses a drawing with a character that the font lacks', async () => {
  const drawn = new Map([[sample.indicators[0]!.id, drawing.replace('55.6', '55.6👍')]]);
  await expect(writeReportPdf({ edition: sample, hash }, { standard: 'ua-1', charts: drawn })).rejects.toThrow('の図');
});

test.each([[[400]], [[8, 50]], [[2, 2, 2, 2, 2, 3]]])('sets a plan of any depth and size: %j', async (widths) => {
  const edition = constructed(widths, ['長い段落です。'.repeat(290)], widths.length === 6 ? '多様な主体との連携による地域づくり'.repeat(11) : '取組の名称');
  const { report } = await writeReportPdfs({ edition, hash }, new Map());
  expect(pagesOf(report)).toBeGreaterThan(10);
});

test('marks a relisting and points to its original', () => {
  const relisted = reportData({ edition: sample, hash }, new Map()).nodes.flatMap(function all(node): (typeof node)[] { return [node, ...node.children.flatMap(all)]; })
    .filter(({ relistingOf }) => relistingOf !== null);
  expect(relisted.map(({ title, relistingOf }) => [title, relistingOf?.label])).toEqual([['ICT人財の育成（再掲）', '取組項目05']]);
});

test('says in Japanese that a run took too long, and ends it', async () => {
  await expect(startTypst({ limit: 1 }).run({ documents: [] })).rejects.toThrow('中止しました');
});

test('never shows the raw diagnostics of the compiler', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  writeFileSync(join(folder, 'broken.typ'), '#panic("secret")');
  const order = { main: 'broken.typ', data: '{}', date: '2021-03-31', standards: ['ua-1'] } as const;
  const error = await startTypst({ tools: { folder, fontFolders: reportFontFolders } }).run({ documents: [order] }).catch((reason: unknown) => reason);
  expect((error as Error).message).not.toContain('secret');
  expect(String((error as Error).cause)).toContain('secret');
});
