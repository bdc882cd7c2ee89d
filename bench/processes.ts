import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Taken {
  readonly milliseconds: number;
  /** Of the processor, user and system, with all processes that were started; NaN on Windows. */
  readonly cpuSeconds: number;
}

/** Runs a program to its end and gives what it took. */
export async function timeOf(parameters: readonly string[]): Promise<Taken> {
  const started = performance.now();
  const windows = process.platform === 'win32';
  const child = windows
    ? spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', process.execPath, ...parameters], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => { said += String(chunk); });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${parameters.join(' ')} ended with ${code}: ${said}`);
  // The second line of `times` is of the children: 0m1.250000s 0m0.260000s.
  const [user = Number.NaN, system = Number.NaN] = [...(said.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return { milliseconds: performance.now() - started, cpuSeconds: user + system };
}

/** A server that prints a line with its address when it is ready. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function startServer(parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const url = await firstAddress(child);
  return {
    url, pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const address = /http:\/\/[^\s/]+:\d+\//.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`A server ended before it was ready: ${said}`)));
  });
}

/** Resident memory of a process and, unless `alone`, of all below it, in megabytes; a page that several share is counted once. Linux only. */
export function residentMegabytes(pid: number, alone = false): number {
  const children = alone ? new Map<number, number[]>() : childrenOfAll();
  const count = (process: number): number => shareOf(process) + (children.get(process) ?? []).reduce((sum, child) => sum + count(child), 0);
  return count(pid) / 1_000_000;
}

/** The largest resident memory of a program and everything that it starts, looked at every few milliseconds. */
export async function peakMegabytesOf(parameters: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: 'ignore' });
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, residentMegabytes(child.pid ?? 0));
    await sleep(10);
  }
  return peak;
}

function shareOf(pid: number): number {
  try {
    // Pss: a page that n processes share counts as 1/n in each.
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function childrenOfAll(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  return children;
}
