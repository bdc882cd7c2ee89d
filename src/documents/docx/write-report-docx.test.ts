import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeRow } from '../../domain/plan/plan-bundle.ts';
import { published, smallBundle, textsOf, withDefinition } from '../csv/sample-edition.testing.ts';
import { UnwritableTextError } from '../csv/unwritable-text.ts';
import { unpackZip } from '../zip/repack-zip.ts';
import { readParagraphs, readPart } from './read-docx.testing.ts';
import { writeReportDocx } from './write-report-docx.ts';

const sample = published();
const bytes = await writeReportDocx(sample);
const paragraphs = readParagraphs(bytes);
const { edition } = sample;
const headings = (level: number, of = paragraphs) => of.filter(({ style }) => style === `Heading${level}`).map(({ text }) => text);

describe('the Word document of the sample', () => {
  test('carries every paragraph, title, printed figure, sentence and note as typed', () => {
    const whole = paragraphs.map(({ text }) => text);
    expect(textsOf(edition).filter((text) => !whole.some((line) => line.includes(text)))).toEqual([]);
  });
  test('keeps the paragraphs of the report in printed order', () => {
    const expected = edition.nodes.flatMap(({ description, report }) => [...description, ...(report?.paragraphs ?? [])]).map(({ text }) => text);
    const start = paragraphs.findIndex(({ style, text }) => style === 'Heading1' && text.startsWith('６．'));
    const written = paragraphs.slice(start).filter(({ style }) => ['BodyText', 'ListBullet', 'ListOwnMark'].includes(style)).map(({ text }) => text);
    expect(written).toEqual(expected);
  });
  test('has the chapters of the printed report', () => {
    expect(headings(1)).toEqual(['１．計画の目的', '２．進捗管理と公表', '３．体系', '４．取組項目一覧', '５．指標', '６．令和２年度の主な取組状況']);
  });
  test('puts every element of the tree under a heading of its depth', () => {
    expect([2, 3, 4, 5].map((level) => headings(level).length)).toEqual([3 + 7, 8, 23, 65]);
    expect(headings(5)[0]).toBe('取組項目01　客観的データを活用した事業の実施と検証');
    expect(headings(5)[44]).toBe('取組項目45　ICT人財の育成（再掲）');
  });
  test('writes the contents beforehand, with pages, and lets Word open it without a question', () => {
    const contents = paragraphs.filter(({ style }) => style.startsWith('TOC')).map(({ text }) => text.split('\t'));
    expect(contents.map(([title]) => title)).toEqual(paragraphs.filter(({ style }) => /^Heading[123]$/.test(style)).map(({ text }) => text));
    for (const [, page] of contents) expect(page).toMatch(/^\d+$/);
    expect(readPart(bytes, 'word/document.xml')).not.toMatch(/w:dirty/);
    expect(readPart(bytes, 'word/settings.xml')).not.toMatch(/updateFields/);
  });
  test('names the page of each initiative in the list', () => {
    const references = [...readPart(bytes, 'word/document.xml').matchAll(/PAGEREF (item_\d+)[^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>(\d+)</g)];
    expect(references).toHaveLength(65);
    const pages = references.map(([, , page]) => Number(page));
    expect(pages).toEqual(pages.toSorted((first, second) => first - second));
    const names = new Set([...readPart(bytes, 'word/document.xml').matchAll(/<w:bookmarkStart w:name="([^"]*)"/g)].map(([, name]) => name));
    expect(references.every(([, name]) => names.has(name))).toBe(true);
  });
  test('repeats the header rows of tables and gives no row to two pages', () => {
    const xml = readPart(bytes, 'word/document.xml');
    const tables = xml.match(/<w:tbl>/g) ?? [];
    expect(tables).toHaveLength(1 + 1 + 7);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
  });
  test('does not put a second bullet before a line that was typed with its own', () => {
    expect(paragraphs.filter(({ style }) => style === 'ListOwnMark').map(({ text }) => text[0])).toEqual(['・', '・']);
  });
  test('is Japanese in its language, its fonts and its title', () => {
    expect(readPart(bytes, 'word/styles.xml')).toMatch(/<w:lang (?=[^>]*w:val="ja-JP")(?=[^>]*w:eastAsia="ja-JP")/);
    expect(readPart(bytes, 'word/styles.xml')).toMatch(/w:eastAsia="游明朝"/);
    expect(readPart(bytes, 'docProps/core.xml')).toContain('<dc:title>狛江市第６次行財政改革推進計画　令和２年度の進捗状況</dc:title>');
  });
  test('states no day of publication that the source does not state', () => {
    expect(paragraphs.filter(({ style }) => style.startsWith('Cover')).map(({ text }) => text)).toEqual(['令和２年度', '進捗状況', '第１版', '狛江市']);
  });
  test('gives the same bytes twice, with the last day of the fiscal year for its date', async () => {
    expect(await writeReportDocx(published())).toEqual(bytes);
    expect(readPart(bytes, 'docProps/core.xml').match(/\d{4}-\d\d-\d\dT00:00:00Z/g)).toEqual(['2021-03-31T00:00:00Z', '2021-03-31T00:00:00Z']);
  });
  test('is of parts that are all balanced XML', () => {
    for (const path of unpackZip(bytes).keys()) expect(() => readPart(bytes, path)).not.toThrow();
  });
});

describe('other editions', () => {
  test('without indicators, preface or a report are whole, and say that there is none', async () => {
    const small = readParagraphs(await writeReportDocx(published(smallBundle())));
    expect(headings(1, small)).toEqual(['１．体系', '２．事業一覧', '３．令和6年度の主な取組状況']);
    expect(small.map(({ text }) => text)).toContain('この年度の報告はありません。');
    expect(small.map(({ text }) => text)).toContain('令和7年8月1日');
    expect(small.map(({ text }) => text)).toContain('検討を行っておらず、見合わせた。（総務課）');
  });
  test('of eight levels have headings down to 9', async () => {
    const bundle = smallBundle();
    bundle.plan.levels = Array.from({ length: 8 }, (_, depth) => ({ id: `l${depth}`, name: `階層${depth}` }));
    const nested = (depth: number): NodeRow => ({ id: depth === 7 ? 'x1' : `n${depth}`, number: '1', title: `題${depth}`, ...(depth < 7 ? { children: [nested(depth + 1)] } : {}) });
    bundle.plan.tree = [nested(0)];
    const deep = await writeReportDocx(published(bundle));
    expect(headings(9, readParagraphs(deep))).toEqual(['階層71　題7']);
    for (const level of [1, 5, 6, 7, 8, 9]) expect(readPart(deep, 'word/styles.xml')).toContain(`w:styleId="Heading${level}"`);
  });
  test('keep any text whole, whatever markup it looks like', async () => {
    const text = fc.array(fc.constantFrom('<', '>', '&', '"', "'", ']]>', '&amp;', '_Toc12', '𠮷', '髙', '①', '㈱', '※１', ' ', '　', 'w:id="3"', '{{a}}', '%'), { minLength: 1, maxLength: 12 })
      .map((parts) => `文${parts.join('')}末`);
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
      const bundle = smallBundle();
      bundle.report.reports[0]!.paragraphs = texts;
      const written = readParagraphs(await writeReportDocx(published(bundle))).filter(({ style }) => style === 'BodyText').map((paragraph) => paragraph.text);
      expect(written.slice(0, texts.length)).toEqual(texts);
    }), { numRuns: 15 });
  });
  test('with a control character are refused at the place where it stands', async () => {
    const broken = withDefinition(0, '市民\u0007アンケート');
    await expect(writeReportDocx(broken)).rejects.toThrow(UnwritableTextError);
    await expect(writeReportDocx(broken)).rejects.toThrow('指標1「質の高い行政運営が行われていると感じている市民の割合」の説明に制御文字（U+0007）があるため');
  });
});
