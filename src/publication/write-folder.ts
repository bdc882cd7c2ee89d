import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputFile } from './build-outputs.tsx';
import { compress, isCompressible } from './compressed.ts';
import { describeFile, type Manifest, type ManifestEdition, type ManifestFile, manifestName, manifestText, readManifest } from './manifest.ts';
import { beginFolder, putFile, takeOver } from './output-folder.ts';

/** How many files are written at once; more would only hold memory. */
const atOnce = 8;

/** After so many files whoever waits for this process has a turn: a server goes on to answer while it publishes. */
const betweenTurns = 4;

export interface WrittenFolder {
  readonly manifest: Manifest;
  /** Paths that were taken over from the folder before, with their bytes and times. */
  readonly unchanged: number;
  readonly files: number;
  readonly bytes: number;
}

export interface FolderPlan {
  readonly files: Iterable<OutputFile> | AsyncIterable<OutputFile>;
  readonly editions: readonly ManifestEdition[];
  /** Whether texts get their compressed forms beside them, for a web server; true where nothing is said. */
  readonly compressed?: boolean;
}

/**
 * Writes a whole folder with its manifest. It appears whole or not at all; files whose content did not change keep their bytes
 * and times. Files are taken one after the other from `files`, so that a large site needs no more memory than a small one.
 *
 * @throws OutputFolderRefused when `out` exists and was not made by us
 */
export async function writeFolder(out: string, { files, editions, compressed = true }: FolderPlan): Promise<WrittenFolder> {
  const unfinished = await beginFolder(out);
  const before = await readManifest(join(unfinished.out, manifestName)).catch(() => null);
  const described: Record<string, ManifestFile> = {};
  const paths = new Set<string>();
  const running = new Set<Promise<void>>();
  let unchanged = 0;

  /** Takes the file over where the folder before holds it, else writes it. */
  const put = async (path: string, bytes: Uint8Array) => {
    const file = describeFile(bytes);
    const known = before?.files[path]?.sha256 === file.sha256 && (await takeOver(unfinished.out, unfinished.folder, path, (old) => describeFile(old).sha256 === file.sha256));
    if (known) unchanged += 1;
    else putFile(unfinished.folder, path, bytes);
    described[path] = file;
    return known;
  };
  /** The compressed forms of a text that did not change are not made again. */
  const keepCompressed = async (path: string) => {
    for (const ending of ['.br', '.gz']) {
      const file = before?.files[path + ending];
      if (!file || !(await takeOver(unfinished.out, unfinished.folder, path + ending, (old) => describeFile(old).sha256 === file.sha256))) return false;
      described[path + ending] = file;
      unchanged += 1;
    }
    return true;
  };
  const write = async ({ path, bytes }: OutputFile) => {
    if (path.startsWith('/') || path.split('/').includes('..') || paths.has(path)) throw new Error(`A file of the public side has no place of its own: ${path}`);
    paths.add(path);
    const known = await put(path, bytes);
    if (!compressed || !isCompressible(path) || (known && (await keepCompressed(path)))) return;
    for (const { ending, bytes: smaller } of compress(bytes)) await put(path + ending, smaller);
  };

  try {
    for await (const file of files) {
      const writing = write(file).finally(() => running.delete(writing));
      running.add(writing);
      if (running.size >= atOnce) await Promise.race(running);
      if (paths.size % betweenTurns === 0) await nextTurn();
    }
    await Promise.all(running);
    const manifest: Manifest = { format: 'ayumi-manifest/1', editions, files: described };
    putFile(unfinished.folder, manifestName, new TextEncoder().encode(manifestText(manifest)));
    await unfinished.finish();
    const sizes = Object.values(described);
    return { manifest, unchanged, files: sizes.length, bytes: sizes.reduce((total, { bytes }) => total + bytes, 0) };
  } finally {
    await Promise.allSettled(running);
    await unfinished.discard();
  }
}
