import { type ChildProcess, fork } from 'node:child_process';
import { dirname } from 'node:path';
import { childEnvironment } from '../child-environment.ts';
import { reportFontFolders } from './report-fonts.ts';
import { ReportPdfError } from './report-pdf-error.ts';
import type { SetAnswer, SetOrder, TypstTools } from './typst-order.ts';

/**
 * How long a run may take, in milliseconds. A report of 400 initiatives takes some seconds; one of a million characters (700
 * pages) takes half a minute on an idle machine, and the time grows with the characters.
 */
export function longestRun({ documents }: SetOrder): number {
  return 60_000 + 0.12 * documents.reduce((sum, { data }) => sum + data.length, 0);
}

/** The folder of all documents: their templates share furniture. */
const ownTools: TypstTools = { folder: dirname(import.meta.dirname), fontFolders: reportFontFolders };

/** A process that holds the compiler and its fonts, and waits for one order. */
export interface TypstProcess {
  /** Sets the documents and ends. `onTaken` is told when the process has got the whole order. */
  run(order: SetOrder, onTaken?: () => void): Promise<readonly (readonly Uint8Array[])[]>;
  /** Ends it without an order. */
  end(): void;
}

/** @param limit milliseconds that a run may take; what there is to set decides where nothing is said */
export function startTypst({ tools = ownTools, limit }: { readonly tools?: TypstTools; readonly limit?: number } = {}): TypstProcess {
  const child = fork(new URL('./typst-child.ts', import.meta.url), [], {
    execPath: process.execPath, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: childEnvironment(),
  });
  let said = '';
  let lost: unknown;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000); });
  child.on('error', (cause) => { lost = cause; });
  // Waiting for an order keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  child.send(tools, (cause) => { lost ??= cause ?? undefined; });
  return {
    run: (order, onTaken) => (lost === undefined ? answerOf(child, order, limit ?? longestRun(order), () => said, onTaken) : Promise.reject(failed(lost))),
    end: () => { child.kill('SIGKILL'); },
  };
}

async function answerOf(child: ChildProcess, order: SetOrder, limit: number, said: () => string, onTaken?: () => void): ReturnType<TypstProcess['run']> {
  const { promise, resolve, reject } = Promise.withResolvers<SetAnswer>();
  child.ref();
  child.channel?.ref();
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new ReportPdfError(`PDFの作成が${Math.round(limit / 1000)}秒以内に終わらなかったため、中止しました。もう一度お試しください。`));
  }, limit);
  child.once('error', (cause) => reject(failed(cause)));
  child.once('message', resolve);
  child.once('close', () => reject(failed(said()))); // Without effect when an answer came first.
  child.send(order, (cause) => {
    if (cause) reject(failed(cause));
    else onTaken?.();
  });
  try {
    const answer = await promise;
    if (!answer.ok) throw failed(answer.reason);
    return answer.documents;
  } finally {
    clearTimeout(timer);
  }
}

function failed(cause: unknown): ReportPdfError {
  return new ReportPdfError('PDFを作成できませんでした。記録を残していますので、システムの担当者に連絡してください。', { cause });
}
