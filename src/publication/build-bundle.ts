import type { Bundle } from '../documents/bundle/read-bundle.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import type { SetDocuments } from '../documents/pdf/set-documents.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { buildDocuments, type EditionWithDocuments, type OutputFile, type ReportProgress } from './build-outputs.tsx';
import type { SiteOptions } from './build-site.ts';
import type { ManifestEdition } from './manifest.ts';
import { OutputFolderRefused } from './output-folder.ts';
import { writeFolder } from './write-folder.ts';

export interface BuiltBundle {
  readonly files: number;
  readonly bytes: number;
  /** Hash of the newest edition. */
  readonly hash: string;
}

/** The editions of a bundle with their documents, oldest first. */
export async function editionsOfBundle(bundle: Bundle, progress: ReportProgress, set?: SetDocuments): Promise<EditionWithDocuments[]> {
  return withDocuments(sealBundle(bundle), progress, set);
}

function sealBundle({ plan, reports }: Bundle): PublishedEdition[] {
  if (reports.length === 0) throw new OutputFolderRefused('報告（report-年度.yaml）が一つもないため、作るものがありません。報告を加えてください。');
  return reports.map((report) => sealEdition(buildEdition(plan, report)));
}

async function withDocuments(sealed: readonly PublishedEdition[], progress: ReportProgress, set?: SetDocuments): Promise<EditionWithDocuments[]> {
  const editions: EditionWithDocuments[] = [];
  for (const published of sealed) editions.push({ published, documents: await buildDocuments(published, progress, set) });
  return editions;
}

/** What a manifest says of these editions, newest year first. */
export function manifestEditions(editions: readonly Pick<EditionWithDocuments, 'published'>[]): ManifestEdition[] {
  return editions
    .map(({ published: { edition, hash } }) => ({ plan: edition.plan.id, fiscalYear: edition.fiscalYear, number: edition.number, sha256: hash }))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || b.number - a.number || (a.plan < b.plan ? -1 : 1));
}

/**
 * Builds everything that a bundle gives, without a database or a server: the newest year's edition and documents at the top,
 * the site of all years in site/, and manifest.json with the SHA-256 of each file. The folder appears whole or not at all.
 *
 * @param set how documents are set as PDF; where it is left out, each edition starts a process of its own
 * @throws OutputFolderRefused when `out` exists and was not made by this command
 */
export async function buildBundle(bundle: Bundle, out: string, progress: ReportProgress, options: SiteOptions = {}, set?: SetDocuments): Promise<BuiltBundle> {
  const sealed = sealBundle(bundle);
  const making = withDocuments(sealed, progress, set);
  making.catch(() => {}); // Told where it is awaited.
  // The report is being set in its process: only now is the program of the site loaded.
  const { buildItems, buildSite } = await import('./build-site.ts');
  const inSite = (file: OutputFile): OutputFile => ({ ...file, path: `site/${file.path}` });
  const files = async function* (): AsyncGenerator<OutputFile> {
    const made: string[] = [];
    for (const file of buildItems(sealed, options)) {
      made.push(file.path);
      yield inSite(file);
    }
    const editions = await making;
    yield* editions.at(-1)!.documents;
    for (const file of buildSite(editions, options, undefined, made)) yield inSite(file);
    progress('公開ページ');
  };
  const { files: number, bytes } = await writeFolder(out, { files: files(), editions: manifestEditions(sealed.map((published) => ({ published }))), compressed: false });
  return { files: number, bytes, hash: sealed.at(-1)!.hash };
}
