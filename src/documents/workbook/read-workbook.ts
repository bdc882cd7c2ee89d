import { type ChildProcess, fork } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../child-environment.ts';
import { type WorkbookLimits, workbookLimits } from './limits.ts';
import type { ReadWorkbook } from './parse-workbook.ts';
import { residentBytes } from './resident-bytes.ts';
import { type RefusalCode, WorkbookRefused } from './refusal.ts';

export type { ReadWorkbook } from './parse-workbook.ts';

/** What the child process is told to read. */
export interface ReadOrder { readonly bytes: Uint8Array; readonly name: string; readonly limits: WorkbookLimits }

export interface ReadWorkbookOptions {
  /** Name of the file where bytes are given; it names the sheet of a text file and decides nothing else. */
  readonly name?: string;
  readonly limits?: Partial<WorkbookLimits>;
}

/** How often the memory of the child is looked at. Milliseconds. */
const watchInterval = 25;
const program = fileURLToPath(new URL('../../..', import.meta.url));

/** A child process that reads workbooks one after the other; it is started for the first, and anew after one that it did not survive. */
export interface WorkbookReader {
  /** Never throws for what is in the file. One at a time. @param name names the sheet of a text file */
  read(bytes: Uint8Array, name: string): Promise<ReadWorkbook>;
  close(): void;
}

/**
 * Reads a workbook from outside (.xlsx, .csv, .tsv) in a child process with limits of memory and time, without writing anything
 * and without following anything that it names. Never throws for what is in the file.
 */
export async function readWorkbook(source: string | Uint8Array, { name = 'CSV', limits: given }: ReadWorkbookOptions = {}): Promise<ReadWorkbook> {
  const reader = openWorkbookReader(given);
  try {
    if (typeof source !== 'string') return await reader.read(source, name);
    const entry = await stat(source).catch(() => null);
    if (!entry) return refused('not-found');
    if (!entry.isFile()) return refused('not-a-file');
    if (entry.size > { ...workbookLimits, ...given }.fileBytes) return refused('file-too-large', megabytes(entry.size));
    const bytes = await readFile(source).catch(() => null);
    return bytes ? await reader.read(bytes, basename(source, extname(source))) : refused('unreadable-file');
  } finally {
    reader.close();
  }
}

/** The same for many files: starting a process takes longer than reading a small workbook. */
export function openWorkbookReader(given: Partial<WorkbookLimits> = {}): WorkbookReader {
  const limits = { ...workbookLimits, ...given };
  let child: ChildProcess | null = null;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  return {
    close,
    read: async (bytes, name) => {
      if (bytes.length > limits.fileBytes) return refused('file-too-large', megabytes(bytes.length));
      if (child?.connected === false) close();
      child ??= startChild(limits);
      const { read, alive } = await readInChild(child, { bytes, name, limits });
      // What a large file has left behind is not taken from the next one's memory.
      if (!alive || (await residentBytes(child.pid)) > limits.memory / 2) close();
      return read;
    },
  };
}

function startChild({ memory }: WorkbookLimits): ChildProcess {
  const child = fork(new URL('./workbook-child.ts', import.meta.url), [], {
    execPath: process.execPath, execArgv: ['--permission', `--allow-fs-read=${program}`, `--max-old-space-size=${Math.floor(memory / 1_048_576 * 0.6)}`],
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: childEnvironment(),
  });
  // While it reads nothing, that it ends is no fault of this process.
  return child.on('error', () => {});
}

/** One file in a child that reads nothing else meanwhile. `alive`: whether it can be given the next one. */
function readInChild(child: ChildProcess, order: ReadOrder): Promise<{ readonly read: ReadWorkbook; readonly alive: boolean }> {
  const { limits } = order;
  const { promise, resolve } = Promise.withResolvers<{ readonly read: ReadWorkbook; readonly alive: boolean }>();
  let said = '';
  const hear = (text: Buffer): void => { said = (said + text.toString()).slice(-4000); };
  const end = (read: ReadWorkbook, alive: boolean): void => {
    clearTimeout(timer);
    clearInterval(watch);
    child.stderr?.off('data', hear);
    child.off('error', failed).off('message', answered).off('close', closed);
    resolve({ read, alive });
  };
  const stop = (code: RefusalCode, detail: string): void => {
    child.kill('SIGKILL');
    end(refused(code, detail), false);
  };
  const failed = (): void => end(refused('reader-failed'), false);
  const answered = (read: ReadWorkbook): void => end(read, true);
  const closed = (): void => end(/heap out of memory|Array buffer allocation failed|Invalid string length/.test(said) ? refused('out-of-memory', megabytes(limits.memory)) : refused('reader-failed'), false);
  const timer = setTimeout(() => stop('out-of-time', String(limits.time / 1000)), limits.time);
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => { if (bytes > limits.memory) stop('out-of-memory', megabytes(limits.memory)); });
  }, watchInterval);
  child.stderr?.on('data', hear);
  child.on('error', failed).on('message', answered).on('close', closed);
  send(child, order, failed);
  return promise;
}

function send(child: ChildProcess, order: ReadOrder, failed: () => void): void {
  child.send(order, (cause) => { if (cause) failed(); });
}

function refused(code: RefusalCode, detail?: string): ReadWorkbook {
  return { ok: false, problems: [new WorkbookRefused(code, detail).problem] };
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1_048_576));
}
