import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';

/** What a running server writes down about itself in its data folder. */
export interface PostmasterPid {
  pid: number;
  port: number;
  /** as the server was told: may be relative to its data folder */
  socketFolder: string;
  ready: boolean;
}

/** A process id beyond the largest that any kernel gives out. */
const pidOfNobody = 2 ** 31 - 2;

/** Reads `postmaster.pid`; undefined when there is none, or none that is whole. */
export function readPostmasterPid(dataFolder: string): PostmasterPid | undefined {
  const lines = read(pidFile(dataFolder)).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || pid === pidOfNobody) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: (lines[7] ?? '').startsWith('ready') };
}

/**
 * Says whether the process in `postmaster.pid` is alive and really the server of this folder. After a crash or a restart
 * of the machine the number may belong to anything.
 */
export async function isServerOf(dataFolder: string, found: PostmasterPid, password: string | undefined): Promise<boolean> {
  if (!isAlive(found.pid)) return false;
  if (process.platform === 'linux') return worksIn(found.pid, dataFolder);
  return (await askForDataFolder(dataFolder, found, password)) === realOf(dataFolder);
}

/**
 * Makes a `postmaster.pid` harmless whose number belongs to a foreign process. The file is not deleted: its line about shared
 * memory is what keeps a new server from starting while a child of the dead one still writes.
 */
export function disownPostmasterPid(dataFolder: string): void {
  const [, ...rest] = read(pidFile(dataFolder)).split('\n');
  writeFileSync(pidFile(dataFolder), [pidOfNobody, ...rest].join('\n'));
}

/** A process that ended but was not waited for yet counts as gone. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && !/^\d+ \(.*\) [ZX]/s.test(read(`/proc/${pid}/stat`));
}

/** Whether the number belongs to any process, were it one that has ended but was not waited for. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Process ids of all servers, and children of servers, that work in this folder. Linux only; empty elsewhere. */
export function processesIn(dataFolder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && read(`/proc/${pid}/comm`).trim() === 'postgres' && worksIn(pid, dataFolder));
}

/** A server and all its children stay in the data folder for life. */
function worksIn(pid: number, dataFolder: string): boolean {
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const here = statSync(dataFolder);
    return there.ino === here.ino && there.dev === here.dev && read(`/proc/${pid}/comm`).trim() === 'postgres';
  } catch {
    return false; // gone, or another user's
  }
}

async function askForDataFolder(dataFolder: string, found: PostmasterPid, password: string | undefined): Promise<string | undefined> {
  const host = found.socketFolder === '' ? '127.0.0.1' : resolve(dataFolder, found.socketFolder);
  const client = new pg.Client({ host, port: found.port, user: 'ayumi', database: 'postgres', password, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0] === undefined ? undefined : realOf(rows[0].folder);
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function realOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev} ${ino}`;
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
