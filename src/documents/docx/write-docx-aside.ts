import { Worker } from 'node:worker_threads';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { refuseUnwritable } from '../csv/unwritable-text.ts';

/**
 * The same as `writeReportDocx`, in a thread of its own: the library works for a quarter of a second at a stretch on the sample,
 * and for seconds on a plan of 400 initiatives, in which a server would answer nobody.
 *
 * @throws UnwritableTextError where a text holds a character that no document can carry
 */
export async function writeDocxAside(published: PublishedEdition): Promise<Uint8Array> {
  refuseUnwritable(published.edition); // An error that comes out of a thread has lost its class.
  const thread = new Worker(new URL('./docx-thread.ts', import.meta.url), { workerData: published, execArgv: [], stdout: false, stderr: false });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', (code) => reject(new Error(`The thread that writes the Word document ended with ${code} and without an answer.`)));
  return promise;
}
