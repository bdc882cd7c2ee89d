import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { processesIn } from './postmaster-pid.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { makeTestFolder } from './test-folder.ts';
import type { ServerConnection } from './transport.ts';

/** Another process that tried to start the server, and stays if it could. */
export interface Other {
  child: ChildProcess;
  /** of its server; NaN when it was refused */
  pid: number;
  /** the number of the server, or the refusal */
  said: string;
}

/** Where a test of the embedded server works; everything started here is gone after the test. */
export interface TestRoom {
  /** new for each test, and may be entered by every user */
  readonly path: string;
  /** the server's folder; a test may choose another */
  folder: string;
  /** Other processes started so far in this test. */
  readonly children: ChildProcess[];
  start(options?: Partial<EmbeddedPostgresOptions>): Promise<EmbeddedPostgres>;
  startInAnotherProcess(user?: { uid: number; gid: number }): Promise<Other>;
}

/** @param shared begin each test with the folder of the one before instead of an empty one, which saves a second each */
export function useTestRoom({ shared }: { shared: boolean }): TestRoom {
  const running: EmbeddedPostgres[] = [];
  const room = {
    path: '',
    folder: '',
    children: [] as ChildProcess[],
    async start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
      const server = await startEmbeddedPostgres({ folder: room.folder, ...options });
      running.push(server);
      return server;
    },
    startInAnotherProcess: (user?: { uid: number; gid: number }) => startInAnotherProcess(room, user),
  };
  const make = (): void => {
    room.path = makeTestFolder('ayumi-embedded-');
    chmodSync(room.path, 0o755);
  };
  const remove = (): void => rmSync(room.path, { recursive: true, force: true });
  if (shared) {
    beforeAll(make);
    afterAll(remove);
  } else {
    beforeEach(make);
    afterEach(remove);
  }
  beforeEach(() => {
    room.folder = join(room.path, 'postgres');
  });
  afterEach(async () => {
    for (const child of room.children.splice(0)) child.kill('SIGKILL');
    for (const server of running.splice(0)) await server.stop();
    await serversGone(room.folder);
  });
  return room;
}

async function startInAnotherProcess(room: TestRoom, user: { uid?: number; gid?: number } = {}): Promise<Other> {
  const source = `import(${JSON.stringify(new URL('./start-embedded-postgres.ts', import.meta.url).href)})
    .then((m) => m.startEmbeddedPostgres({ folder: ${JSON.stringify(room.folder)} }))
    .then((s) => { console.log(s.pid); setInterval(() => {}, 1000) }, (error) => console.log(error.message))`;
  const child = spawn(process.execPath, ['-e', source], { ...user, stdio: ['ignore', 'pipe', 'inherit'] });
  room.children.push(child);
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, pid: Number(chunk), said: String(chunk).trim() };
}

/** Ends the process as a power cut or the kernel would: it gets no chance to tidy up. */
export async function kill9(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Waits until no server works in the folder. */
export async function serversGone(folder: string): Promise<void> {
  const data = join(folder, 'data');
  for (let tries = 0; existsSync(data) && processesIn(data).length > 0; tries += 1) {
    if (tries > 500) throw new Error(`servers are left in ${folder}`);
    await sleep(10);
  }
}

/** The first value of the first row. */
export async function ask(connection: ServerConnection, sql: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

/** Process ids of the watchdogs of the server `pid`. Linux only. */
export function watchdogsOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLineOf(name).includes(`\0ayumi-watchdog\0${pid}\0`))
    .map(Number);
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
