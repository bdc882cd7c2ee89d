import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type FolderLock, FolderLocked, lockFolder } from '../../home/folder-lock.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { dataArgument, ensureCluster, serverEnvironment } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { readPostmasterPid } from './postmaster-pid.ts';
import { explainServerLog, openServerLog, type ServerLog } from './server-log.ts';
import { chooseServerUser, type ServerUser } from './server-user.ts';
import { endServer, takeOverFrom } from './stop-server.ts';
import { clearSocket, prepareTransport, type ServerConnection, type Transport } from './transport.ts';
import { setWatchdog } from './watchdog.ts';

export interface EmbeddedPostgresOptions {
  /** the server's own folder inside the home: data, log, socket. Made when it is not there. */
  folder: string;
  /** hears Japanese sentences about what takes long */
  report?: (sentence: string) => void;
  /** @default 'socket', on Windows 'tcp' (127.0.0.1 with a password) */
  transport?: 'socket' | 'tcp';
  /** further `name=value` of postgresql.conf, for tests */
  settings?: string[];
}

/** How the server ended. `sentence` is there when nobody asked it to. */
export interface EndOfServer {
  expected: boolean;
  sentence?: string;
}

export interface EmbeddedPostgres {
  /** for node-postgres */
  connection: ServerConnection;
  pid: number;
  /** Settles when the server is gone, whether stopped or not; never rejects. */
  ended: Promise<EndOfServer>;
  /** Ends all connections and shuts down in order; close the pools first. Calling it twice does no harm. */
  stop(): Promise<void>;
}

/** For a small install; the rest of the memory is the operating system's cache. */
const baseSettings = [
  'shared_buffers=64MB',
  'max_connections=40',
  'timezone=Asia/Tokyo',
  'log_timezone=Asia/Tokyo',
  'log_line_prefix=%m [%p] ',
  'log_checkpoints=off',
];
const longestStart = 15 * 60 * 1000; // milliseconds: replaying the log after a crash may take minutes
const patienceWithLeftovers = 15 * 1000; // milliseconds

/**
 * Starts the PostgreSQL that lives in `folder`, making it on the first start. A server that a killed process left behind is
 * stopped and started anew. The server dies with our process, however that ends, and never keeps our process alive.
 * @throws EmbeddedPostgresError with a sentence for the person
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const report = options.report ?? (() => {});
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const folder = realpathSync(options.folder);
  const lock = takeFolder(folder);
  try {
    const data = join(folder, 'data');
    const user = chooseServerUser(data);
    chmodSync(folder, 0o700);
    if (user.ids !== undefined) chownSync(folder, user.ids.uid, user.ids.gid);
    const binaries = findBinaries(join(folder, 'lib'), user);
    const transport = await prepareTransport(folder, user, options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket'));
    await takeOverFrom(data, transport.connection.password, report);
    clearSocket(transport.connection);
    const slow = setTimeout(report, 300, 'データベースを用意しています。初回は数秒かかります。');
    await ensureCluster(folder, binaries, user, transport).finally(() => clearTimeout(slow));
    return await startServer({ data, user, binaries, transport, lock, report, settings: options.settings ?? [], log: openServerLog(folder) });
  } catch (error) {
    lock.release();
    throw (error as { code?: string }).code === 'ENOSPC' ? explainServerLog('ENOSPC') : error;
  }
}

function takeFolder(folder: string): FolderLock {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderLocked)) throw error;
    const sentence = `データベースのフォルダー ${folder} は、別のプロセス（番号 ${error.holder?.pid ?? '不明'}）が使っています。そちらを止めてから、もう一度起動してください。`;
    throw new EmbeddedPostgresError('in use', sentence, error);
  }
}

interface Start {
  data: string;
  user: ServerUser;
  binaries: Binaries;
  transport: Transport;
  lock: FolderLock;
  log: ServerLog;
  report: (sentence: string) => void;
  settings: string[];
}

async function startServer(start: Start): Promise<EmbeddedPostgres> {
  const child = await spawnUntilReady(start).catch((error: unknown) => {
    start.log.close();
    throw error;
  });
  const pid = child.pid!;
  const watchdog = setWatchdog(pid, start.data, start.binaries, start.user);
  let asked = false;
  const ended = new Promise<EndOfServer>((resolve) => {
    const settle = (): void => {
      watchdog.dismiss();
      const end: EndOfServer = asked ? { expected: true } : { expected: false, sentence: explainServerLog(start.log.tail()).message };
      start.log.close();
      if (start.transport.temporaryFolder !== undefined) rmSync(start.transport.temporaryFolder, { recursive: true, force: true });
      start.lock.release();
      resolve(end);
    };
    if (child.exitCode !== null || child.signalCode !== null) settle();
    else child.once('exit', settle);
  });
  const stop = async (): Promise<void> => {
    asked = true;
    child.ref(); // or a process with nothing else to do would be over before the server is
    await endServer(pid, start.data, start.binaries, ended);
    child.unref();
  };
  try {
    await ensureDatabase(start.transport.connection);
  } catch (error) {
    await stop();
    throw error;
  }
  child.unref();
  return { connection: start.transport.connection, pid, ended, stop };
}

/** A child of a killed server may hold on to its memory for a moment; the new server refuses to start until it is gone. */
async function spawnUntilReady(start: Start): Promise<ChildProcess> {
  const since = Date.now();
  while (true) {
    const child = spawnServer(start);
    if (await isReady(child, start)) return child;
    const said = start.log.tail();
    if (!/pre-existing shared memory block/.test(said) || Date.now() - since > patienceWithLeftovers) throw explainServerLog(said);
    await sleep(200);
  }
}

function spawnServer({ data, user, binaries, transport, settings, log }: Start): ChildProcess {
  const all = [...baseSettings, ...transport.settings, ...settings].flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', dataArgument(data), ...all], {
    ...user.ids,
    cwd: data,
    env: serverEnvironment(binaries),
    stdio: ['ignore', log.descriptor, log.descriptor],
    detached: true, // Ctrl+C is for us: we end the server after the requests under way
    windowsHide: true,
  });
  child.once('error', () => {}); // seen as an exit below
  return child;
}

/** Waits until the server says in its `postmaster.pid` that it takes connections; false when it ended before. */
async function isReady(child: ChildProcess, { data, log, report }: Start): Promise<boolean> {
  const since = Date.now();
  let nextWord = 5000;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const found = readPostmasterPid(data);
    if (found?.pid === child.pid && found.ready) return true;
    const passed = Date.now() - since;
    if (passed > longestStart) {
      child.kill('SIGQUIT');
      throw explainServerLog(log.tail());
    }
    if (passed > nextWord) {
      report(`データベースを確かめています（${Math.round(passed / 1000)} 秒経過）。前回の終わり方によっては数分かかります。`);
      nextWord += 10_000;
    }
    await sleep(5);
  }
  return false;
}

/** Asked on every start, as the first one may have been cut short between `initdb` and here. */
async function ensureDatabase(connection: ServerConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}
