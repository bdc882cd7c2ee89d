import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The product as a person started it, in processes of its own. */
export interface RunningProduct {
  readonly child: ChildProcess;
  /** Everything that it has printed so far. */
  said(): string;
  /** The address of the public pages, once it is ready. */
  ready(): Promise<string>;
  /** Exit code, or the signal that ended it. */
  ended(): Promise<number | string | null>;
}

/** Starts the program on a folder, as `npm start` does, or with npm itself. A free port unless one is given. */
export function startProduct(home: string, { npm = false, parameters = [], environment = {} }: { npm?: boolean; parameters?: readonly string[]; environment?: NodeJS.ProcessEnv } = {}): RunningProduct {
  const { npm_lifecycle_event: _event, DATABASE_URL: _url, ...inherited } = process.env;
  const env = { ...inherited, AYUMI_HOME: home, HOST: '127.0.0.1', PORT: '0', ...environment };
  const child = npm
    ? spawn('npm', ['start', '--loglevel=error', '--', ...parameters], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn(process.execPath, ['--import', './scripts/jsx.mjs', 'src/main.ts', ...parameters], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += String(chunk); });
  const end = once(child, 'exit').then(([code, signal]: unknown[]) => (signal ?? code) as number | string | null);
  return {
    child,
    said: () => said,
    async ready() {
      for (let waited = 0; waited < 60_000; waited += 20) {
        const address = /公開ページ\s+(http:\S+)/.exec(said)?.[1];
        if (address) return address;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await sleep(20);
      }
      throw new Error(`The product did not start:\n${said}`);
    },
    ended: () => Promise.race([end, sleep(40_000, 'still running', { ref: false })]),
  };
}

/** Numbers of all processes that have something to do with this folder: the server, PostgreSQL with its children, the watchdog. Linux only. */
export function processesOf(home: string): number[] {
  const folder = realpathSync(home);
  const about = (pid: string) => {
    const read = (name: string) => { try { return readFileSync(`/proc/${pid}/${name}`, 'utf8'); } catch { return ''; } };
    const place = (() => { try { return realpathSync(`/proc/${pid}/cwd`); } catch { return ''; } })();
    return place.startsWith(folder) || read('cmdline').includes(folder) || read('environ').includes(`AYUMI_HOME=${home}`);
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && about(name)).map(Number);
}

/** Waits until no process has to do with the folder. */
export async function expectNobodyLeft(home: string, patience = 30_000): Promise<void> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (processesOf(home).length === 0) return;
    await sleep(50);
  }
  throw new Error(`Processes are left: ${processesOf(home).map((pid) => `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`).join('; ')}`);
}

/** The number of the database server in this folder. */
export function databasePid(home: string): number {
  return Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}
