import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFile } from './build-outputs.tsx';
import { namesKept, writeKept } from './kept-folder.ts';

/** A document of record as it lies on the disk. */
export interface RecordOnDisk {
  /** Of its edition. */
  readonly hash: string;
  /** report-archive.pdf */
  readonly name: string;
  readonly file: string;
}

/**
 * Where the documents of record of an edition lie, as they were first made.
 *
 * @param published the folder `published` of an installation
 */
export function recordFolder(published: string, hash: string): string {
  return join(published, 'records', hash);
}

/** Every document of record of an installation, by hash. */
export async function recordsOnDisk(published: string): Promise<RecordOnDisk[]> {
  const hashes = (await readdir(join(published, 'records')).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name)).toSorted();
  const records: RecordOnDisk[] = [];
  for (const hash of hashes) {
    for (const name of (await namesKept(recordFolder(published, hash))) ?? []) records.push({ hash, name, file: join(recordFolder(published, hash), name) });
  }
  return records;
}

/** Puts documents of record where this installation looks for them, in the place of what is there. */
export async function putRecord(published: string, hash: string, documents: readonly OutputFile[]): Promise<void> {
  await rm(recordFolder(published, hash), { recursive: true, force: true });
  await writeKept(documents, recordFolder(published, hash));
}
