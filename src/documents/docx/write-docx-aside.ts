import { fork } from 'node:child_process';
import { childEnvironment } from '../child-environment.ts';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { refuseUnwritable } from '../csv/unwritable-text.ts';

/**
 * The same as `writeReportDocx`, in a process of its own: the library works for a quarter of a second at a stretch on the sample,
 * and for seconds on a plan of 400 initiatives, in which a server would answer nobody. A thread would do as well, but leaves 35 MB
 * behind in a server.
 *
 * @throws UnwritableTextError where a text holds a character that no document can carry
 */
export async function writeDocxAside(published: PublishedEdition): Promise<Uint8Array> {
  refuseUnwritable(published.edition); // An error that comes out of a process has lost its class.
  const child = fork(new URL('./docx-child.ts', import.meta.url), [], {
    execPath: process.execPath, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: childEnvironment(),
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000); });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  child.once('message', (bytes) => resolve(bytes as Uint8Array));
  child.once('error', reject);
  child.once('close', (code) => reject(new Error(`The process that writes the Word document ended with ${code} and without an answer: ${said}`)));
  child.send(published, (cause) => { if (cause) reject(cause); });
  return promise;
}
