import { mkdirSync, writeFileSync } from 'node:fs';
import { link, mkdir, readdir, readFile, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PlainRefusal } from '../domain/problem/plain-refusal.ts';
import { manifestName, readManifest } from './manifest.ts';

/** The output folder holds something that is not ours to replace, or cannot be replaced. The message is for the user. */
export class OutputFolderRefused extends PlainRefusal {}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: '途中にファイルがあります。', EEXIST: '途中にファイルがあります。', EACCES: '書き込む権限がありません。', EPERM: '書き込む権限がありません。',
  EROFS: '読み取り専用の場所です。', ENOSPC: 'ディスクに空きがありません。', ENAMETOOLONG: '名前が長すぎます。',
};

/** A folder that is being written beside the one that it will replace. */
export interface UnfinishedFolder {
  /** Where it is written. */
  readonly folder: string;
  /** The folder that it will replace, absolute and without links; it need not exist. */
  readonly out: string;
  /** Puts it in the place of the old one. */
  finish(): Promise<void>;
  /** Takes it away; does nothing after `finish`. */
  discard(): Promise<void>;
}

/**
 * Begins to write a folder anew. The old one stands untouched until `finish`, which swaps the two in two renames: a process
 * that is killed before leaves the old folder, one that is killed between the two is put right by the next call here.
 *
 * @throws OutputFolderRefused when `out` exists and was not made by us
 */
export async function beginFolder(out: string): Promise<UnfinishedFolder> {
  const whole = await realpath(out).catch(() => resolve(out));
  const beside = (what: string) => join(dirname(whole), `.${basename(whole)}.${process.pid}.${what}`);
  const folder = beside('unfinished');
  try {
    await mkdir(dirname(whole), { recursive: true });
    await clearLeftovers(whole);
    await refuseForeignFolder(whole, out);
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason ? new OutputFolderRefused(`「${out}」に書き出せません。${reason}書き出すフォルダーを確かめてください。`) : error;
  }
  return {
    folder,
    out: whole,
    finish: () => swap(folder, whole, beside('replaced'), out),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

async function swap(folder: string, whole: string, replaced: string, named: string): Promise<void> {
  const there = await stat(whole).then(() => true, () => false);
  try {
    if (there) await rename(whole, replaced);
    await rename(folder, whole);
  } catch (error) {
    if (there) await rename(replaced, whole).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EBUSY' && code !== 'EPERM' && code !== 'EACCES') throw error;
    throw new OutputFolderRefused(`「${named}」を新しいフォルダーと入れ替えられませんでした。ほかのプログラムが使っていないか、ディスクの接続先そのものではないかを確かめ、その中のフォルダーを指定してください。前の内容は残っています。`);
  }
  await rm(replaced, { recursive: true, force: true });
}

/** What killed processes left beside the folder: half-written ones go, a replaced one comes back if nothing took its place. */
async function clearLeftovers(whole: string): Promise<void> {
  const parent = dirname(whole);
  const start = `.${basename(whole)}.`;
  for (const name of await readdir(parent)) {
    const match = name.startsWith(start) ? /^(\d+)\.(unfinished|replaced)$/.exec(name.slice(start.length)) : null;
    if (!match || isAlive(Number(match[1]))) continue;
    const gone = match[2] === 'replaced' && !(await stat(whole).then(() => true, () => false));
    if (gone) await rename(join(parent, name), whole);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function refuseForeignFolder(whole: string, named: string): Promise<void> {
  const names = await readdir(whole).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new OutputFolderRefused(`「${named}」はファイルです。書き出すフォルダーを指定してください。`);
    throw error;
  });
  const ours = names.includes(manifestName) && (await readManifest(join(whole, manifestName)).then(() => true, () => false));
  if (names.length > 0 && !ours) {
    throw new OutputFolderRefused(`「${named}」には別のものが入っているため、書き出しませんでした。空のフォルダーか、まだないフォルダーを指定してください。`);
  }
}

/**
 * Writes a file into a folder, making the folders on the way. Each is a small one: to hand it to another thread and wait for it takes
 * longer than to write it here.
 */
export function putFile(folder: string, path: string, bytes: Uint8Array): void {
  const place = join(folder, path);
  try {
    writeFileSync(place, bytes);
  } catch (error) {
    // The folder is there already for all but the first of its files.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

/**
 * Takes a file over from the folder before with its bytes and its time, so that only differences need to be carried.
 * The bytes are compared: a file that somebody changed in the old folder is not taken over.
 *
 * @returns false when the old folder does not hold these bytes
 */
export async function takeOver(from: string, to: string, path: string, isSame: (bytes: Uint8Array) => boolean): Promise<boolean> {
  const old = await readFile(join(from, path)).catch(() => null);
  if (!old || !isSame(old)) return false;
  const place = join(to, path);
  await mkdir(dirname(place), { recursive: true });
  const linked = await link(join(from, path), place).then(() => true, () => false);
  // Not every file system has links.
  if (!linked) {
    const { atime, mtime } = await stat(join(from, path));
    await writeFile(place, old);
    await utimes(place, atime, mtime);
  }
  return true;
}
