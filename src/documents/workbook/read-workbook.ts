import { type ChildProcess, fork } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/**
 * Reads a workbook from outside (.xlsx, .csv, .tsv) in a child process with limits of memory and time, without writing anything
 * and without following anything that it names. Never throws for what is in the file.
 */
export async function readWorkbook(source: string | Uint8Array, { name = 'CSV', limits: given }: ReadWorkbookOptions = {}): Promise<ReadWorkbook> {
  const limits = { ...workbookLimits, ...given };
  if (typeof source !== 'string') return source.length > limits.fileBytes ? refused('file-too-large', megabytes(source.length)) : readInChild({ bytes: source, name, limits });
  const entry = await stat(source).catch(() => null);
  if (!entry) return refused('not-found');
  if (!entry.isFile()) return refused('not-a-file');
  if (entry.size > limits.fileBytes) return refused('file-too-large', megabytes(entry.size));
  const bytes = await readFile(source).catch(() => null);
  return bytes ? readInChild({ bytes, name: basename(source, extname(source)), limits }) : refused('unreadable-file');
}

function readInChild(order: ReadOrder): Promise<ReadWorkbook> {
  const { limits } = order;
  const { promise, resolve } = Promise.withResolvers<ReadWorkbook>();
  const child = fork(new URL('./workbook-child.ts', import.meta.url), [], {
    execPath: process.execPath, execArgv: ['--permission', `--allow-fs-read=${program}`, `--max-old-space-size=${Math.floor(limits.memory / 1_048_576 * 0.6)}`],
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: environment(),
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000); });
  const stop = (code: RefusalCode, detail: string) => {
    resolve(refused(code, detail));
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => stop('out-of-time', String(limits.time / 1000)), limits.time);
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => { if (bytes > limits.memory) stop('out-of-memory', megabytes(limits.memory)); });
  }, watchInterval);
  child.once('error', () => resolve(refused('reader-failed')));
  child.once('message', (read: ReadWorkbook) => resolve(read));
  child.once('close', () => {
    clearTimeout(timer);
    clearInterval(watch);
    // Without effect when an answer came first.
    resolve(/heap out of memory|Array buffer allocation failed|Invalid string length/.test(said) ? refused('out-of-memory', megabytes(limits.memory)) : refused('reader-failed'));
  });
  send(child, order, () => resolve(refused('reader-failed')));
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

/** The child needs no settings and no secrets; Windows needs these to start a process at all. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
