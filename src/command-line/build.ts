import { canWritePdf } from '../documents/pdf/pdf-support.ts';
import { type SetDocuments, setDocumentsAhead } from '../documents/pdf/set-documents.ts';

/** Documents and pages that report progress for one fiscal year, and the site once. */
const stepsPerYear = 3;

/** Makes every output of a bundle in a folder. Exit code 1, and nothing written, when the bundle has a problem. */
export async function build(path: string, { out }: { readonly out: string }): Promise<number> {
  // Setting the report takes longest: its process starts while this one still loads its program and reads the bundle.
  const ahead = canWritePdf() ? setDocumentsAhead() : undefined;
  try {
    return await buildWith(path, out, ahead?.set);
  } finally {
    ahead?.end();
  }
}

async function buildWith(path: string, out: string, set: SetDocuments | undefined): Promise<number> {
  const { readCheckedBundle } = await import('./check.ts');
  const bundle = await readCheckedBundle(path);
  if (!bundle) return 1;
  const [{ readConfig }, { buildBundle }, { showProgress }] = await Promise.all([import('../config.ts'), import('../publication/build-bundle.ts'), import('./progress.ts')]);
  const progress = showProgress(process.stderr, bundle.reports.length * stepsPerYear + 1);
  const { files, bytes, hash } = await buildBundle(bundle, out, progress.report, readConfig(process.env, []), set).finally(() => progress.finish());
  console.log(`「${out}」に${files}個のファイル（${(bytes / 1_000_000).toFixed(1)}MB）を書き出しました。版のハッシュ値：${hash}`);
  return 0;
}
