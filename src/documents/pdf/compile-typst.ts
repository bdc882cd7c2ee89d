import { fork } from 'node:child_process';
import { ReportPdfError } from './report-pdf-error.ts';

export type PdfStandard = 'ua-1' | 'a-2a';

/** What the child process is told to make. */
export interface CompileOrder {
  /** Folder of the templates, the only one that they may read from. */
  readonly folder: string;
  readonly main: string;
  /** JSON that the templates read as data.json; never markup. */
  readonly data: string;
  readonly fontFolders: readonly string[];
  /** `date`: YYYY-MM-DD as the document's date, or null for none. */
  readonly outputs: readonly { readonly standard: PdfStandard; readonly date: string | null }[];
}

export type CompileAnswer = { readonly ok: true; readonly files: readonly Uint8Array[] } | { readonly ok: false; readonly reason: string };

/** A report of 400 initiatives takes some seconds; a run that takes longer than this will not end well. Milliseconds. */
const longestRun = 60_000;

/** Runs the compiler in a child process that ends with the run, and gives the files in the order asked for. */
export function compileTypst(order: CompileOrder, limit = longestRun): Promise<readonly Uint8Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Uint8Array[]>();
  const child = fork(new URL('./typst-child.ts', import.meta.url), [], {
    execPath: process.execPath, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: environment(),
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000); });
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new ReportPdfError(`PDFの作成が${Math.round(limit / 1000)}秒以内に終わらなかったため、中止しました。もう一度お試しください。`));
  }, limit);
  child.once('error', (cause) => reject(failed(cause)));
  child.once('message', (answer: CompileAnswer) => (answer.ok ? resolve(answer.files) : reject(failed(answer.reason))));
  child.once('close', () => {
    clearTimeout(timer);
    reject(failed(said)); // Without effect when an answer came first.
  });
  child.send(order, (cause) => { if (cause) reject(failed(cause)); });
  return promise;
}

function failed(cause: unknown): ReportPdfError {
  return new ReportPdfError('PDFを作成できませんでした。記録を残していますので、システムの担当者に連絡してください。', { cause });
}

/** The child needs no settings and no secrets; Windows needs these to start a process at all. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
