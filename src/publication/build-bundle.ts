import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Bundle } from '../documents/bundle/read-bundle.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';
import { buildDocuments, buildSite, type EditionWithDocuments, type OutputFile, type ReportProgress } from './build-outputs.tsx';

/** The output folder holds something that is not ours to replace. The message is for the user. */
export class OutputFolderRefused extends Error {}

export interface BuiltBundle {
  readonly files: number;
  readonly bytes: number;
  /** Hash of the newest edition. */
  readonly hash: string;
}

/**
 * Builds everything that a bundle gives, without a database or a server: the newest year's edition and documents at the top,
 * the site of all years in site/, and manifest.json with the SHA-256 of each file. The folder appears whole or not at all.
 *
 * @throws OutputFolderRefused when `out` exists and was not made by this command
 */
export async function buildBundle(bundle: Bundle, out: string, progress: ReportProgress): Promise<BuiltBundle> {
  await refuseForeignFolder(out);
  const editions: EditionWithDocuments[] = [];
  for (const report of bundle.reports) {
    const published = sealEdition(buildEdition(bundle.plan, report));
    editions.push({ published, documents: await buildDocuments(published, progress) });
  }
  const newest = editions.at(-1);
  if (!newest) throw new OutputFolderRefused('報告（report-年度.yaml）が一つもないため、作るものがありません。報告を加えてください。');
  const unfinished = join(dirname(resolve(out)), `.${basename(resolve(out))}.${process.pid}.unfinished`);
  const manifest: Record<string, { sha256: string; bytes: number }> = {};
  try {
    const write = async ({ path, bytes }: OutputFile) => {
      await mkdir(dirname(join(unfinished, path)), { recursive: true });
      await writeFile(join(unfinished, path), bytes);
      manifest[path] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
    };
    for (const document of newest.documents) await write(document);
    for (const file of buildSite(editions)) await write({ ...file, path: `site/${file.path}` });
    progress('公開ページ');
    const sorted = Object.fromEntries(Object.entries(manifest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify({ format: 'ayumi-manifest/1', edition: newest.published.hash, files: sorted }, null, 2)}\n`);
    await rm(out, { recursive: true, force: true });
    await rename(unfinished, out);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  const sizes = Object.values(manifest).map(({ bytes }) => bytes);
  return { files: sizes.length, bytes: sizes.reduce((total, size) => total + size, 0), hash: newest.published.hash };
}

async function refuseForeignFolder(out: string): Promise<void> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new OutputFolderRefused(`「${out}」はファイルです。書き出すフォルダーを指定してください。`);
    throw error;
  });
  if (names.length > 0 && !names.includes('manifest.json')) {
    throw new OutputFolderRefused(`「${out}」には別のものが入っているため、書き出しませんでした。空のフォルダーか、まだないフォルダーを指定してください。`);
  }
}
