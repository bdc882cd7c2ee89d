import { readConfig } from '../config.ts';
import { buildBundle } from '../publication/build-bundle.ts';
import { OutputFolderRefused } from '../publication/output-folder.ts';
import { readCheckedBundle } from './check.ts';
import { showProgress } from './progress.ts';

/** Documents and pages that report progress for one fiscal year, and the site once. */
const stepsPerYear = 3;

/** Makes every output of a bundle in a folder. Exit code 1, and nothing written, when the bundle has a problem. */
export async function build(path: string, { out }: { readonly out: string }): Promise<number> {
  const bundle = await readCheckedBundle(path);
  if (!bundle) return 1;
  const progress = showProgress(process.stderr, bundle.reports.length * stepsPerYear + 1);
  try {
    const { files, bytes, hash } = await buildBundle(bundle, out, progress.report, readConfig(process.env, []));
    progress.finish();
    console.log(`「${out}」に${files}個のファイル（${(bytes / 1_000_000).toFixed(1)}MB）を書き出しました。版のハッシュ値：${hash}`);
    return 0;
  } catch (error) {
    progress.finish();
    if (!(error instanceof OutputFolderRefused)) throw error;
    console.error(error.message);
    return 1;
  }
}
