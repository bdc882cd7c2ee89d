import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePublished } from '../../tests/factories.ts';
import { ReportPdfError } from '../documents/pdf/report-pdf-error.ts';
import { longestRun } from '../documents/pdf/typst-process.ts';
import { buildDocuments } from './build-outputs.tsx';
import { keepDocuments } from './published-files.ts';

let room: string;
beforeEach(() => { room = mkdtempSync(join(tmpdir(), 'ayumi-without-pdf-')); });
afterEach(() => rmSync(room, { recursive: true, force: true }));

const published = makePublished();
const refuse = () => Promise.reject(new ReportPdfError('PDFの作成が終わりませんでした。'));
const namesOf = (documents: readonly { readonly path: string }[] = []) => documents.map(({ path }) => path);

test('what is published is shown also where its PDFs cannot be made; that is said, logged, and tried again at the next start', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const said: string[] = [];
  const [entry] = await keepDocuments([published], room, (made) => said.push(made), refuse);
  expect(namesOf(entry?.documents)).toEqual(expect.arrayContaining(['report.docx', 'report.xlsx', 'edition.json']));
  expect(namesOf(entry?.documents).filter((path) => path.endsWith('.pdf'))).toEqual([]);
  expect(said).toContain('PDF以外の資料（PDFの作成が終わりませんでした。）');
  expect(log.mock.calls[0]?.[0]).toBeInstanceOf(ReportPdfError);
  log.mockRestore();
  expect(readdirSync(room)).toEqual([]);
  const [again] = await keepDocuments([published], room);
  expect(namesOf(again?.documents)).toContain('report.pdf');
});

test('at a shell a PDF that cannot be made is an error: nothing is made that lacks it', async () => {
  await expect(buildDocuments(published, () => {}, refuse)).rejects.toThrow(ReportPdfError);
});

test('a run may take longer the more there is to set', () => {
  const order = (characters: number) => ({ documents: [{ main: 'report.typ', data: 'あ'.repeat(characters), date: '2021-03-31', standards: ['ua-1'] as const }] });
  expect(longestRun(order(0))).toBe(60_000);
  expect(longestRun(order(5_000_000))).toBe(660_000);
});
