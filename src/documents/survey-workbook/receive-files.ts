import { createHash } from 'node:crypto';
import type { SheetProblem } from '../../domain/plan-import/understood.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { ReceivedFile } from '../../domain/survey/returned.ts';
import { inflateEntry, InflationBudget } from '../workbook/inflate-entry.ts';
import { type WorkbookLimits, workbookLimits } from '../workbook/limits.ts';
import { openWorkbookReader, type WorkbookReader } from '../workbook/read-workbook.ts';
import { WorkbookRefused } from '../workbook/refusal.ts';
import { readZipDirectory, type ZipEntry } from '../workbook/zip-directory.ts';
import { readSurveySheets } from './read-survey-sheets.ts';

export interface OfferedWorkbook { readonly name: string; readonly bytes: Uint8Array }

/** How much may be handed in at once; characters of all answers together, which are kept until they are taken in. A city of sixty departments sends sixty files of 50 kB. */
export const receivingLimits = { files: 300, inflatedBytes: 300 * 1024 * 1024, characters: 20_000_000 } as const;

/** A survey workbook is small; what is larger was not made from ours. */
const surveyLimits: Partial<WorkbookLimits> = { inflatedBytes: 100 * 1024 * 1024, writtenCells: 500_000, filledCells: 60_000, sharedStrings: 100_000, characters: 6_000_000, sheets: 40 };
/** Children that read at the same time, each file after file. */
const atOnce = 2;

/** What computers put into a zip on their own. */
const byTheWay = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

interface Waiting { readonly name: string; readonly load: () => Promise<Uint8Array> }

/**
 * Reads the files that were handed in, workbooks or zips of workbooks, each in a child process with limits. A file that cannot be read
 * stands in the answer with the reason; it disturbs no other. Zips inside zips are not opened.
 */
export async function receiveFiles(offered: readonly OfferedWorkbook[], { characters: mostCharacters }: { readonly characters: number } = receivingLimits): Promise<ReceivedFile[]> {
  const budget = new InflationBudget({ ...workbookLimits, inflatedBytes: receivingLimits.inflatedBytes, memory: Number.POSITIVE_INFINITY });
  const received: ReceivedFile[] = [];
  const waiting: Waiting[] = [];
  for (const file of offered) {
    const inside = workbooksIn(file, budget);
    if (inside === null) waiting.push({ name: file.name, load: () => Promise.resolve(file.bytes) });
    else if ('refused' in inside) received.push(inside.refused);
    else waiting.push(...inside.files);
  }
  if (waiting.length > receivingLimits.files) return [unreadable(`${offered.length}個のファイル`, '', [{ code: 'too-many-files', path: [], message: `一度に取り込めるファイルは${receivingLimits.files}個までです（${waiting.length}個）。`, fix: '何回かに分けて取り込んでください。' }])];
  const results: ReceivedFile[] = [];
  let next = 0;
  let characters = 0;
  const work = async (): Promise<void> => {
    const reader = openWorkbookReader(surveyLimits);
    try {
      for (let index = next++; index < waiting.length; index = next++) {
        const one = await receive(waiting[index]!, reader);
        characters += lengthOf(one);
        results[index] = characters <= mostCharacters ? one : unreadable(one.name, one.hash, [tooMuchText]);
      }
    } finally {
      reader.close();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...received, ...results];
}

/** The files in a zip, or null where the file is to be read as it is: a workbook, or nothing that is known. */
function workbooksIn({ name, bytes }: OfferedWorkbook, budget: InflationBudget): { readonly files: Waiting[] } | { readonly refused: ReceivedFile } | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  let entries: Map<string, ZipEntry>;
  try {
    entries = readZipDirectory(bytes, { ...workbookLimits, inflatedBytes: receivingLimits.inflatedBytes });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    // Whether it was to be a workbook or a zip cannot be told; the reader says what is wrong with it.
    return null;
  }
  if (entries.has('[content_types].xml') || entries.has('mimetype')) return null;
  const files = [...entries.values()].filter((entry) => !byTheWay.test(entry.name));
  if (files.length === 0) return { refused: unreadable(name, hashOf(bytes), [{ code: 'empty-zip', path: [], message: 'zipの中にファイルがありません。', fix: '記入したExcelを入れたzipを選んでください。' }]) };
  return { files: files.map((entry) => ({ name: `${name}の${entry.name}`, load: () => inflated(entry, budget) })) };
}

async function inflated(entry: ZipEntry, budget: InflationBudget): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of inflateEntry(entry, budget)) {
    size += piece.length;
    if (size > workbookLimits.fileBytes) throw new WorkbookRefused('file-too-large', String(Math.ceil(entry.declaredSize / 1_048_576)));
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function receive({ name, load }: Waiting, reader: WorkbookReader): Promise<ReceivedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await load();
  } catch (error) {
    if (error instanceof WorkbookRefused) return unreadable(name, '', [error.problem]);
    throw error;
  }
  const hash = hashOf(bytes);
  const read = await reader.read(bytes, name);
  if (!read.ok) return unreadable(name, hash, read.problems);
  return { name, hash, workbook: readSurveySheets(read.sheets), problems: read.notices.filter(({ code }) => code === 'external-links').map((notice) => located(notice, 'warning')) };
}

const tooMuchText: Problem = { code: 'too-much-text', path: [], message: `回答の文字が、一度に取り込める量（${receivingLimits.characters.toLocaleString('ja-JP')}文字）を超えました。`, fix: '何回かに分けて取り込んでください。' };

function lengthOf({ workbook }: ReceivedFile): number {
  return (workbook?.rows ?? []).reduce((sum, { cells, key }) => sum + (key?.length ?? 0) + Object.values(cells).reduce((texts, { text }) => texts + text.length, 0), 0);
}

function unreadable(name: string, hash: string, problems: readonly Problem[]): ReceivedFile {
  return { name, hash, workbook: null, problems: problems.map((problem) => located(problem, 'blocking')) };
}

function located(problem: Problem, severity: SheetProblem['severity']): SheetProblem {
  return { ...problem, sheet: null, cell: null, severity };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
