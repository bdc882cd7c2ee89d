import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who holds a locked folder, as far as the holder could still write it down. */
export interface LockHolder {
  pid: number;
  /** ISO 8601, UTC */
  since: string;
}

/** Another living process has the folder. */
export class FolderLocked extends Error {
  readonly folder: string;
  readonly holder: LockHolder | undefined;

  constructor(folder: string, holder: LockHolder | undefined) {
    super(`${folder} is locked by process ${holder?.pid ?? '?'}`);
    this.folder = folder;
    this.holder = holder;
  }
}

export interface FolderLock {
  release(): void;
}

const sqliteBusy = 5;

/** A connection that nobody refers to is collected, and its lock goes with it. */
const heldByThisProcess = new Set<DatabaseSync>();

/**
 * Takes `folder` for this process alone, until `release()` or the end of the process, whichever way it ends.
 *
 * Node offers no file locks of its own, but its SQLite holds one of the kernel's (fcntl, LockFileEx) during an exclusive
 * transaction. A process id in a file would outlive `kill -9`, and means nothing to another container on the same volume.
 *
 * @throws FolderLocked when another process, or another part of this one, holds it
 * @throws Error of SQLite when the file system cannot lock at all (some network shares)
 */
export function lockFolder(folder: string): FolderLock {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) throw new FolderLocked(folder, readHolder(folder));
    throw error;
  }
  const holder: LockHolder = { pid: process.pid, since: new Date().toISOString() };
  writeFileSync(holderFile(folder), `${JSON.stringify(holder)}\n`); // only for the sentence that a second start prints
  heldByThisProcess.add(database);
  return {
    release() {
      if (heldByThisProcess.delete(database)) database.close();
    },
  };
}

function readHolder(folder: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function holderFile(folder: string): string {
  return join(folder, 'lock.json');
}
