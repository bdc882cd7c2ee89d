import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packZip } from '../documents/zip/repack-zip.ts';
import { PlainRefusal } from '../domain/problem/plain-refusal.ts';
import { compareManifests, type Manifest, manifestName } from './manifest.ts';

/** A difference that no zip of ours can carry; the message is for the user. */
export class DifferenceTooLarge extends PlainRefusal {}

/** Limits of a zip without the extensions of ZIP64, with room to spare. Files and bytes. */
const mostFiles = 60_000;
const mostBytes = 2_000_000_000;

export interface WrittenDifference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Writes what changed in a folder since an earlier manifest as a zip: `public/` with the new and changed files and the manifest,
 * `削除するファイル.txt` with the paths that are no more, and a note on how the two are applied.
 */
export async function writeDifference(before: Manifest, after: Manifest, folder: string, zip: string): Promise<WrittenDifference> {
  const { added, changed, removed } = compareManifests(before, after);
  const carried = [...added, ...changed].toSorted();
  const bytes = carried.reduce((total, path) => total + (after.files[path]?.bytes ?? 0), 0);
  if (carried.length > mostFiles || bytes > mostBytes) {
    throw new DifferenceTooLarge(`差分が${carried.length.toLocaleString('ja-JP')}個（${(bytes / 1_000_000).toFixed(0)}MB）あり、一つのzipに収まりません。フォルダー全体を運んでください。`);
  }
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''));
  const files = new Map<string, Uint8Array>([['お読みください.txt', text(guide(added.length, changed.length, removed.length))], ['削除するファイル.txt', text(removed.toSorted())]]);
  for (const path of [...carried, manifestName]) files.set(`public/${path}`, await readFile(join(folder, path)));
  await writeFile(zip, packZip(files));
  return { added: added.length, changed: changed.length, removed: removed.length };
}

function guide(added: number, changed: number, removed: number): string[] {
  return [
    '公開フォルダーの差分',
    '',
    `追加 ${added}個、変更 ${changed}個、削除 ${removed}個`,
    '',
    '１　public フォルダーの中身を、公開しているフォルダーに上書きで複写してください。',
    '２　「削除するファイル.txt」にあるファイルを、公開しているフォルダーから削除してください。',
    '３　public/manifest.json に、全てのファイルのハッシュ値（SHA-256）があります。複写した後の確認に使えます。',
  ];
}
