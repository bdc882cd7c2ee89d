import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { disownPostmasterPid, isAlive, isServerOf, isTaken, processesIn, readPostmasterPid } from './postmaster-pid.ts';

/** SIGINT ends connections and writes everything out, SIGQUIT ends at once and replays the log on the next start. */
const steps: { signal: NodeJS.Signals; patience: number }[] = [
  { signal: 'SIGINT', patience: 30_000 }, // milliseconds
  { signal: 'SIGQUIT', patience: 10_000 },
  { signal: 'SIGKILL', patience: 5_000 },
];

/** Ends the server that we started ourselves, in order if it lets us. */
export async function endServer(pid: number, dataFolder: string, binaries: Binaries, ended: Promise<unknown>): Promise<void> {
  let gone = false;
  void ended.then(() => (gone = true));
  await Promise.resolve();
  for (const { signal, patience } of steps) {
    if (gone) return;
    const timeout = new AbortController();
    if (process.platform === 'win32' && signal === 'SIGINT') await stopOnWindows(dataFolder, binaries);
    else send(pid, signal);
    await Promise.race([ended, sleep(patience, undefined, { signal: timeout.signal }).catch(() => {})]);
    timeout.abort();
  }
}

/**
 * Clears the way for a new server on this folder: ends one that a killed process left behind, waits for the children of one
 * that was killed itself, and sees through a `postmaster.pid` whose number belongs to another process now.
 * The caller holds the folder's lock, so nobody who is alive needs these processes.
 * @throws EmbeddedPostgresError 'did not stop'
 */
export async function takeOverFrom(dataFolder: string, password: string | undefined, report: (sentence: string) => void): Promise<void> {
  const found = readPostmasterPid(dataFolder);
  if (found === undefined) return;
  if (await isServerOf(dataFolder, found, password)) {
    report('前回の起動が残したデータベースを止めてから、起動し直します。');
    await endForeign([found.pid], dataFolder);
  }
  const children = processesIn(dataFolder);
  if (children.length > 0 && !(await goneWithin(children, 3000))) await endForeign(children, dataFolder);
  // A number given out anew, or one that init has not collected yet: the server would believe that its predecessor still runs.
  if (isTaken(found.pid)) disownPostmasterPid(dataFolder);
}

async function endForeign(pids: number[], dataFolder: string): Promise<void> {
  for (const { signal, patience } of steps) {
    for (const pid of pids) send(pid, signal);
    if (await goneWithin(pids, patience)) return;
  }
  throw new EmbeddedPostgresError(
    'did not stop',
    `前回の起動が残したデータベース（プロセス番号 ${pids.join('、')}、フォルダー ${dataFolder}）を止められませんでした。そのプロセスを終わらせてから、もう一度起動してください。`,
  );
}

async function goneWithin(pids: number[], milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (pids.some(isAlive)) {
    if (Date.now() > until) return false;
    await sleep(5);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, or not ours: the wait that follows shows which.
  }
}

async function stopOnWindows(dataFolder: string, binaries: Binaries): Promise<void> {
  await promisify(execFile)(binaries.pgCtl, ['stop', '-D', dataFolder, '-m', 'fast', '-W'], { windowsHide: true }).catch(() => {});
}
