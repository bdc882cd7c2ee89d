import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PlainRefusal } from '../domain/problem/plain-refusal.ts';

export const manifestName = 'manifest.json';

/** What a folder holds, file by file. */
export interface Manifest {
  readonly format: 'ayumi-manifest/1';
  /** Hashes of the editions that the folder was made from, newest year first. */
  readonly editions: readonly ManifestEdition[];
  /** By path below the folder, sorted; the manifest itself is not among them. */
  readonly files: Readonly<Record<string, ManifestFile>>;
}

export interface ManifestEdition {
  readonly plan: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly sha256: string;
}

export interface ManifestFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** A manifest that cannot be read; the message is for the user. */
export class UnreadableManifest extends PlainRefusal {}

export function describeFile(bytes: Uint8Array): ManifestFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
}

/** The manifest as a text: the same files give the same text in whatever order they were made. */
export function manifestText(manifest: Manifest): string {
  const files = Object.fromEntries(Object.entries(manifest.files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, files }, null, 2)}\n`;
}

/** @throws UnreadableManifest when there is none, or something else */
export async function readManifest(path: string): Promise<Manifest> {
  const refuse = (reason: string) => new UnreadableManifest(`「${path}」を読み取れません。${reason}`);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw refuse('前に書き出したフォルダーの manifest.json を指定してください。');
  let value: Partial<Manifest> | null;
  try {
    value = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw refuse('JSONとして壊れています。');
  }
  if (value?.format !== 'ayumi-manifest/1' || typeof value.files !== 'object' || value.files === null) throw refuse('あゆみが書き出した manifest.json ではありません。');
  return { format: value.format, editions: value.editions ?? [], files: value.files };
}

/** What must be carried from one folder to the next. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export function compareManifests(before: Manifest, after: Manifest): Difference {
  const paths = Object.keys(after.files);
  return {
    added: paths.filter((path) => !before.files[path]),
    changed: paths.filter((path) => before.files[path] && before.files[path].sha256 !== after.files[path]?.sha256),
    removed: Object.keys(before.files).filter((path) => !after.files[path]),
  };
}
