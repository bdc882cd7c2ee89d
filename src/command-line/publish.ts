import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { editionsOfBundle } from '../publication/build-bundle.ts';
import type { EditionWithDocuments } from '../publication/build-outputs.tsx';
import { withCp932 } from '../publication/csv-in-cp932.ts';
import { writeDifference } from '../publication/difference-zip.ts';
import { type Manifest, readManifest } from '../publication/manifest.ts';
import { publishFolder } from '../publication/publish-folder.ts';
import { keepDocuments, keepRecords } from '../publication/published-files.ts';
import type { WrittenFolder } from '../publication/write-folder.ts';
import { loadPublishedState } from '../published-state.ts';
import { readCheckedBundle } from './check.ts';
import { showProgress } from './progress.ts';
import { withReadableDatabase } from './reading-database.ts';

export interface PublishOptions {
  readonly out: string;
  /** A manifest of an earlier folder: what changed since goes into a zip. */
  readonly since?: string;
  readonly zip?: string;
  /** Whether the CSV files are written in CP932 too. */
  readonly cp932?: boolean;
}

/**
 * Writes the whole public side as a folder for any web server: of everything that the database has published, or of a bundle
 * without a database. Exit code 1, and the folder as it was, when that cannot be done.
 */
export async function publish(path: string | undefined, options: PublishOptions): Promise<number> {
  // Read first: it may be the one of the folder that is replaced.
  const before = options.since === undefined ? null : await readManifest(options.since);
  const started = performance.now();
  const written = path === undefined ? await fromDatabase(options) : await fromBundle(path, options);
  if (written === null) return 1;
  const { files, bytes, unchanged } = written;
  console.log(`「${options.out}」に${files}個のファイル（${(bytes / 1_000_000).toFixed(1)}MB）を書き出しました（前と同じもの${unchanged}個、${((performance.now() - started) / 1000).toFixed(1)}秒）。`);
  if (before) await difference(before, written.manifest, options);
  return 0;
}

async function fromDatabase({ out, cp932 = false }: PublishOptions): Promise<WrittenFolder | null> {
  return withReadableDatabase(async ({ db, home, config }) => {
    const { editions, ...rest } = await loadPublishedState(db);
    if (editions.length === 0) {
      console.error('公表した版が一つもないため、書き出しませんでした。先に公表してください。');
      return null;
    }
    sayWhatIsLeftOut(config.publicUrl);
    const documents = join(home, 'published');
    const supersededRecords = await keepRecords(rest.superseded, documents);
    return publishFolder(encoded(await keepDocuments(editions, documents), cp932), { ...rest, supersededRecords, publicUrl: config.publicUrl }, out);
  });
}

async function fromBundle(path: string, { out, cp932 = false }: PublishOptions): Promise<WrittenFolder | null> {
  const { publicUrl } = readConfig(process.env, []);
  const bundle = await readCheckedBundle(path);
  if (!bundle) return null;
  const progress = showProgress(process.stderr, bundle.reports.length * 3);
  const editions = await editionsOfBundle(bundle, progress.report).finally(() => progress.finish());
  sayWhatIsLeftOut(publicUrl);
  return publishFolder(encoded(editions, cp932), { publicUrl }, out);
}

function encoded(editions: readonly EditionWithDocuments[], cp932: boolean): readonly EditionWithDocuments[] {
  return cp932 ? withCp932(editions, (sentence) => console.error(sentence)) : editions;
}

function sayWhatIsLeftOut(publicUrl: string | null): void {
  if (publicUrl === null) console.error('サイトマップ（sitemap.xml）は作りません。公開する場所の番地が必要なため、作るときは環境変数 AYUMI_PUBLIC_URL に指定してください（例：https://www.city.example.lg.jp/plans）。');
}

async function difference(before: Manifest, after: Manifest, { out, zip = `${out.replace(/[/\\]+$/, '')}-difference.zip` }: PublishOptions): Promise<void> {
  const { added, changed, removed } = await writeDifference(before, after, out, zip);
  console.log(`「${zip}」に差分（追加${added}個、変更${changed}個、削除${removed}個）を書き出しました。`);
}
