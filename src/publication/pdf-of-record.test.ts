import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allTags, type Bookmark, readTaggedPdf, type Tag, type TaggedPdf } from '../documents/pdf/tagged-pdf.testing.ts';
import { published } from '../documents/csv/sample-edition.testing.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { statusWords } from '../domain/indicator/evaluation.ts';
import { targetText, valueText } from '../domain/indicator/explanation.ts';
import { explainPlainly, plainStatusWords } from '../domain/indicator/plain-words.ts';
import { buildDocuments } from './build-outputs.tsx';

// What PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask for, as far as a program can see it, checked by a reader of our own:
// the validators of others (veraPDF, PAC) are not on every machine. Whether a text makes sense aloud, no program can say.

const sample = sealEdition(published().edition);
const names = ['report.pdf', 'report-archive.pdf', 'summary.pdf', 'leaflet.pdf'] as const;
/** How many tables and drawings each has for an edition with so many indicators. */
const holds = { 'report.pdf': [7, 7], 'report-archive.pdf': [7, 7], 'summary.pdf': [1, 0], 'leaflet.pdf': [0, 7] } as const;
const files = new Map<string, Uint8Array>();
const read = new Map<string, TaggedPdf>();
const pdf = (name: string) => read.get(name)!;

beforeAll(async () => {
  for (const { path, bytes } of await buildDocuments(sample)) {
    if (!path.endsWith('.pdf')) continue;
    files.set(path, bytes);
    read.set(path, readTaggedPdf(bytes));
  }
});

const of = (name: string, type: RegExp): Tag[] => allTags(pdf(name).document).filter((tag) => type.test(tag.type));
const level = ({ type }: Tag) => Number(type.slice(1));

test('says which standard it keeps: PDF/UA-1 for reading, PDF/A-2a for keeping', () => {
  expect([...files.keys()].toSorted()).toEqual(names.toSorted());
  for (const name of ['report.pdf', 'summary.pdf', 'leaflet.pdf']) expect(pdf(name).metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf('report-archive.pdf').metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
});

describe.each(names.map((name) => [name]))('%s', (name) => {
  test('is tagged, in Japanese, and shows its title where PDF/UA asks for it; every font is embedded', () => {
    const { marked, language, title, displaysTitle, fontsElsewhere, metadata } = pdf(name);
    expect({ marked, language, displaysTitle, fontsElsewhere }).toEqual({ marked: true, language: 'ja-JP', displaysTitle: name !== 'report-archive.pdf', fontsElsewhere: [] });
    expect(title).toContain(sample.edition.plan.title);
    expect(metadata).toContain(title);
  });

  test('leaves no text outside of the tags, and no glyph without its character', () => {
    expect(pdf(name).untagged).toBe('');
    expect(pdf(name).document.text).not.toMatch(/\ufffd|[\ue000-\uf8ff]/);
    expect(pdf(name).document.text.length).toBeGreaterThan(name.startsWith('report') ? 10_000 : 400);
  });

  test('has no tag that is none of ISO 32000-1', () => {
    const standard = /^(Document|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|Code|Link|Annot|Figure|Formula|Form)$/;
    expect([...new Set(allTags(pdf(name).document).map(({ type }) => type))].filter((type) => !standard.test(type))).toEqual([]);
  });

  test('begins with a heading of the first level and never leaves one out', () => {
    const levels = of(name, /^H\d$/).map(level);
    expect(levels[0]).toBe(1);
    expect(levels.filter((at, index) => index > 0 && at > levels[index - 1]! + 1)).toEqual([]);
    expect(of(name, /^H\d$/).filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  test('has a bookmark for each heading, in the same order and as deep', () => {
    const flat = (bookmarks: readonly Bookmark[], depth = 1): [number, string][] => bookmarks.flatMap(({ title, children }) => [[depth, title] as [number, string], ...flat(children, depth + 1)]);
    expect(flat(pdf(name).bookmarks)).toEqual(of(name, /^H\d$/).map((tag) => [level(tag), tag.text]));
  });

  test('names a header for every cell of a table', () => {
    const tables = of(name, /^Table$/);
    expect(tables).toHaveLength(holds[name][0]);
    for (const table of tables) {
      const rows = allTags(table).filter(({ type }) => type === 'TR');
      expect(new Set(rows.map(({ children }) => children.length)).size).toBe(1);
      const headers = allTags(table).filter(({ type }) => type === 'TH');
      expect(headers.length).toBeGreaterThan(0);
      expect(headers.every(({ attributes }) => attributes.has('Scope'))).toBe(true);
      expect(allTags(table).filter(({ type }) => type === 'TD').filter(({ attributes }) => !Array.isArray(attributes.get('Headers')) || (attributes.get('Headers') as unknown[]).length === 0)).toEqual([]);
    }
  });

  test('says in words what a drawing shows: title, figures and judgement', () => {
    const figures = of(name, /^Figure$/);
    expect(figures).toHaveLength(holds[name][1]);
    for (const [index, figure] of figures.entries()) {
      const { title, baseline, measurement, target, evaluation } = sample.edition.indicators[index]!;
      const facts = name === 'leaflet.pdf'
        ? [title, valueText(evaluation.inputs.current!.value, measurement!.printed), targetText(sample.edition.indicators[index]!), plainStatusWords[evaluation.status], explainPlainly(sample.edition.indicators[index]!)]
        : [title, baseline.printed, measurement!.printed, target.printed, statusWords[evaluation.status], evaluation.sentence];
      for (const fact of facts) expect(figure.alternative).toContain(fact);
    }
  });

  test('reads lists as lists, each line with its text', () => {
    for (const list of of(name, /^L$/)) expect(list.children.filter(({ type }) => type === 'LI').length).toBe(list.children.length);
    for (const line of of(name, /^LI$/)) expect(line.children.filter(({ type, text }) => type === 'LBody' && text.trim() !== '')).toHaveLength(1);
  });
});

describe('programs of the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** Exit code and what was said; null where the host does not have the program, which is then said. */
  const run = (program: string, parameters: readonly string[]) => {
    const { error, status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
    if (!error) return { status, said: stdout + stderr };
    console.info(`${program} is not installed here; the reader of our own decides alone.`);
    return null;
  };

  test('where they are installed, find nothing to say against the files', () => {
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      expect([name, run('qpdf', ['--check', path])?.status ?? 0]).toEqual([name, 0]);
      expect(run('pdfinfo', [path])?.said ?? 'Tagged: yes').toMatch(/Tagged:\s+yes/);
    }
  });
});
