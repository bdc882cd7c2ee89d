import { type ChildProcess, fork } from 'node:child_process';
import { childEnvironment } from '../documents/child-environment.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import type { Finding } from '../domain/proofreading/finding.ts';
import type { ProofreadingText } from '../domain/proofreading/manuscript.ts';
import { keepFindings, keyOfEdition, keyOfParagraph } from './kept-findings.ts';
import type { ProofreadingAnswer, ProofreadingOrder } from './proofreading-order.ts';

/** Proofreads in a process of its own. What it cannot do is null: nobody is kept waiting or stopped by it. */
export interface Proofreader {
  /** What can be said of one paragraph while it is written. */
  paragraph(text: ProofreadingText, dictionary: Dictionary): Promise<Finding[] | null>;
  /** What can be said of a whole report. */
  edition(edition: Edition, previous: Edition | null, dictionary: Dictionary): Promise<Finding[] | null>;
  /** Ends the process; what is asked from now on is null. */
  close(): Promise<void>;
}

export interface ProofreaderSettings {
  /** Longest time for one paragraph, one report, and the start of the process. Milliseconds. */
  readonly paragraphLimit?: number;
  readonly editionLimit?: number;
  readonly startLimit?: number;
  /** The process ends after so long without work and gives its 200 MB back. Milliseconds. */
  readonly idle?: number;
  /** Told why something was not proofread. */
  readonly fault?: (reason: string) => void;
  /** The program of the child; replaced in tests. */
  readonly entry?: URL;
}

interface Work {
  readonly order: ProofreadingOrder;
  readonly done: (findings: Finding[] | null) => void;
}

/** More than this would be answered too late to be of use to anybody. */
const longestQueue = 2_000;

export function openProofreader(settings: ProofreaderSettings = {}): Proofreader {
  const { paragraphLimit = 3_000, editionLimit = 30_000, startLimit = 20_000, idle = 300_000, fault = () => {}, entry = new URL('./proofreader-child.ts', import.meta.url) } = settings;
  const queue: Work[] = [];
  const paragraphs = keepFindings(5_000);
  const editions = keepFindings(8);
  let child: ChildProcess | null = null;
  let ready = false;
  let current: Work | null = null;
  let closed = false;
  /** The one clock that runs: for the start, for the work in hand, or for idleness. */
  let clock: NodeJS.Timeout | undefined;

  /** Lets go of the process; what it had in hand is given up. The next work starts another. */
  const end = (reason: string | null): void => {
    clearTimeout(clock);
    const [ended, given] = [child, current];
    // A process that never became ready would not the next time either: nobody waits for it in vain.
    const waiting = reason !== null && !ready ? queue.splice(0) : [];
    [child, ready, current] = [null, false, null];
    ended?.removeAllListeners();
    ended?.on('error', () => {});
    ended?.kill('SIGKILL');
    if (reason !== null) fault(reason);
    given?.done(null);
    for (const { done } of waiting) done(null);
  };

  const start = (): void => {
    ready = false;
    const started = fork(entry, [], { execPath: process.execPath, execArgv: ['--max-old-space-size=1024'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: childEnvironment() });
    child = started;
    const lost = (reason: string) => {
      if (child !== started) return;
      end(reason);
      next();
    };
    started.on('error', (error) => lost(error.message));
    started.on('exit', (code, signal) => lost(`The proofreading process ended by itself (${code ?? signal}).`));
    started.on('message', (answer: ProofreadingAnswer) => {
      if (child !== started) return;
      clearTimeout(clock);
      if (answer.kind === 'ready') ready = true;
      else {
        const work = current;
        current = null;
        if (answer.kind === 'failed') fault(answer.reason);
        work?.done(answer.kind === 'found' ? answer.findings : null);
      }
      next();
    });
    clock = setTimeout(() => lost('The proofreading process did not start in time.'), startLimit);
  };

  const next = (): void => {
    if (closed || current) return;
    if (queue.length === 0) return rest();
    if (!child) return start();
    if (!ready) return;
    clearTimeout(clock);
    const work = queue.shift()!;
    current = work;
    child.ref();
    child.channel?.ref();
    clock = setTimeout(() => {
      end(`Proofreading took too long (${work.order.kind}).`);
      next();
    }, work.order.kind === 'paragraph' ? paragraphLimit : editionLimit);
    child.send(work.order, (error) => {
      if (!error || current !== work) return;
      end(error.message);
      next();
    });
  };

  /** Nothing to do: the process may not keep the program alive, and goes when it stays so. */
  const rest = (): void => {
    child?.unref();
    child?.channel?.unref();
    clearTimeout(clock);
    if (child) clock = setTimeout(() => end(null), idle).unref();
  };

  const ask = (order: ProofreadingOrder): Promise<Finding[] | null> => {
    if (closed || queue.length >= longestQueue) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<Finding[] | null>();
    queue.push({ order, done: resolve });
    next();
    return promise;
  };

  return {
    async paragraph(text, dictionary) {
      const key = keyOfParagraph(text, dictionary);
      const findings = paragraphs.find(key) ?? await ask({ kind: 'paragraph', text, dictionary });
      if (findings) paragraphs.keep(key, findings);
      return findings?.map((finding) => ({ ...finding, places: finding.places.map((place) => ({ ...place, path: text.path })) })) ?? null;
    },
    async edition(edition, previous, dictionary) {
      const key = keyOfEdition(edition, previous, dictionary);
      const findings = editions.find(key) ?? await ask({ kind: 'edition', edition, previous, dictionary });
      if (findings) editions.keep(key, findings);
      return findings;
    },
    close() {
      closed = true;
      const ended = child;
      end(null);
      for (const { done } of queue.splice(0)) done(null);
      if (!ended || ended.exitCode !== null || ended.signalCode !== null) return Promise.resolve();
      ended.ref();
      return new Promise((resolve) => { ended.once('exit', () => resolve()); });
    },
  };
}
