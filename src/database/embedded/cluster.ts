import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { explainServerLog } from './server-log.ts';
import type { ServerUser } from './server-user.ts';
import type { Transport } from './transport.ts';

/** The format of the data, which is the first number of the server's version. */
export const clusterVersion = '18';

/** The server's own name for its data folder: no folder above it needs to be entered, whatever its name. */
export function dataArgument(dataFolder: string): string {
  return process.platform === 'linux' && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : dataFolder;
}

/** The surroundings of every program of the server: its messages in English, for us to recognise. */
export function serverEnvironment(binaries: Binaries): Record<string, string | undefined> {
  const inherited = process.platform === 'win32' ? process.env : { PATH: process.env.PATH ?? '/usr/bin:/bin' };
  return { ...inherited, ...binaries.environment, LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Makes sure that `folder/data` holds a database of our version, owned by `user` and closed to others.
 * A new one is made beside it and renamed when it is whole, so that a start cut short leaves nothing half made.
 * @returns true when it was made just now
 * @throws EmbeddedPostgresError 'other version' | 'disk full' | 'did not start'
 */
export async function ensureCluster(folder: string, binaries: Binaries, user: ServerUser, transport: Transport): Promise<boolean> {
  const data = join(folder, 'data');
  for (const name of readdirSync(folder))
    if (name.startsWith('data.new-')) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  if (existsSync(join(data, 'PG_VERSION'))) {
    refuseOtherVersion(data);
    handOver(data, user);
    return false;
  }
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new EmbeddedPostgresError(
      'did not start',
      `データベースのフォルダー ${data} の中身が欠けています（PG_VERSION がありません）。写しから戻すか、このフォルダーを別の場所に移してから、もう一度起動してください。`,
    );
  }
  // A name of its own for each try: an initdb whose parent was killed may still be writing into the last one.
  const next = join(folder, `data.new-${process.pid}`);
  mkdirSync(next, { mode: 0o700 });
  handOver(next, user);
  try {
    await runInitdb(next, binaries, user, transport);
    rmSync(data, { recursive: true, force: true });
    renameSync(next, data);
  } catch (error) {
    rmSync(next, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
  flushFolder(folder);
  return true;
}

async function runInitdb(next: string, binaries: Binaries, user: ServerUser, transport: Transport): Promise<void> {
  const authentication =
    transport.passwordFile === undefined
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=../${basename(transport.passwordFile)}`];
  const options = [
    '--no-instructions',
    `--username=${transport.connection.user}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin', // sorts the same on every machine and after every upgrade of the system
    '--builtin-locale=C.UTF-8',
    ...authentication,
  ];
  const child = spawn(binaries.initdb, ['-D', dataArgument(next), ...options], {
    ...user.ids,
    cwd: next,
    env: serverEnvironment(binaries),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  if (code !== 0) throw explainServerLog(output);
}

function refuseOtherVersion(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === clusterVersion) return;
  throw new EmbeddedPostgresError(
    'other version',
    `データベースのフォルダー ${data} は PostgreSQL ${found} の形式です。このあゆみが使うのは PostgreSQL ${clusterVersion} です。データには手を付けていません。` +
      `このフォルダーを作ったときの版のあゆみで起動して全データを書き出し、新しい保存フォルダーに取り込んでください。`,
  );
}

/** After a copy by root or from a backup the owner or the permissions may be wrong, and the server would refuse. */
function handOver(data: string, user: ServerUser): void {
  if (process.platform === 'win32') return;
  chmodSync(data, 0o700);
  if (user.ids === undefined || statSync(data).uid === user.ids.uid) return;
  chownSync(data, user.ids.uid, user.ids.gid);
  for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' })) chownSync(join(data, name), user.ids.uid, user.ids.gid);
}

/** A rename is on disk only when the folder around it is. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
