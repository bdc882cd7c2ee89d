import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServerUser } from './server-user.ts';

/** How to reach the server; fits node-postgres as it is. */
export interface ServerConnection {
  /** a folder with a Unix socket, or 127.0.0.1 */
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

export interface Transport {
  connection: ServerConnection;
  /** for the command line of the server */
  settings: string[];
  /** for `initdb`, when the server asks for a password; lies beside the data folder */
  passwordFile?: string;
  /** outside of the server's folder: to be removed with the server */
  temporaryFolder?: string;
}

/** The names inside the server are the same everywhere. */
const names = { user: 'ayumi', database: 'ayumi' };
const socketPort = 5432;
const longestSocketPath = process.platform === 'linux' ? 107 : 103; // bytes

/**
 * A Unix socket in a folder that nobody else can enter, which makes a password needless and keeps the server off the network;
 * on Windows a free port of 127.0.0.1 with a password.
 * @throws EmbeddedPostgresError 'did not start' when somebody else holds the folder for the socket
 */
export async function prepareTransport(folder: string, user: ServerUser, kind: 'socket' | 'tcp'): Promise<Transport> {
  return kind === 'socket' ? socketTransport(folder, user) : await tcpTransport(folder, user);
}

/** The folder for the socket: in the server's own folder, or where that path is too long for a socket, in the temporary folder. */
function socketFolder(folder: string): { readonly host: string; readonly fits: boolean } {
  const own = join(folder, 'run');
  const fits = Buffer.byteLength(join(own, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;
  return { fits, host: fits ? own : join(tmpdir(), `ayumi-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`) };
}

/** How to reach the server that another process of ours runs in `folder`; null where it has no socket (Windows). */
export function runningServer(folder: string): ServerConnection | null {
  const { host } = socketFolder(folder);
  return existsSync(join(host, `.s.PGSQL.${socketPort}`)) ? { host, port: socketPort, ...names } : null;
}

function socketTransport(folder: string, user: ServerUser): Transport {
  const { host, fits } = socketFolder(folder);
  makeClosedFolder(host, user);
  // The server may be unable to enter the folders above its own: it sees the socket's folder as a neighbour of its data.
  const seenByServer = fits ? '../run' : `"${host.replaceAll('"', '""')}"`;
  return {
    connection: { host, port: socketPort, ...names },
    settings: ['listen_addresses=', `unix_socket_directories=${seenByServer}`, 'unix_socket_permissions=0700', `port=${socketPort}`],
    ...(fits ? {} : { temporaryFolder: host }),
  };
}

/**
 * Removes the socket of a server that is gone. The lock file beside it names a process, and the server believes in it even
 * when the number is another's now. To be called with the folder locked and the old server stopped.
 */
export function clearSocket({ host, port }: ServerConnection): void {
  for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(join(host, name), { force: true });
}

function makeClosedFolder(folder: string, user: ServerUser): void {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const there = lstatSync(folder);
  const owners = [process.getuid?.(), user.ids?.uid];
  // In the temporary folder of the machine anybody could have made it before us.
  if (!there.isDirectory() || !owners.includes(there.uid)) {
    throw new EmbeddedPostgresError(
      'did not start',
      `データベースとの通信に使うフォルダー ${folder} を、別の利用者が先に作っています。そのフォルダーを消すか、AYUMI_HOME をもっと短い名前のフォルダーにしてください。`,
    );
  }
  if (user.ids !== undefined) chownSync(folder, user.ids.uid, user.ids.gid);
  chmodSync(folder, 0o700);
}

async function tcpTransport(folder: string, user: ServerUser): Promise<Transport> {
  const passwordFile = join(folder, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user.ids !== undefined) chownSync(passwordFile, user.ids.uid, user.ids.gid);
  const port = await freePort();
  return {
    connection: { host: '127.0.0.1', port, ...names, password: readFileSync(passwordFile, 'utf8') },
    settings: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`],
    passwordFile,
  };
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
