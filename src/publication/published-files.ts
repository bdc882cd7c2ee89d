import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDocuments, type EditionWithDocuments, type OutputFile, type ReportProgress } from './build-outputs.tsx';
import { buildSite, ofRecord, sharedAssets, type SiteOptions, sitesOf } from './build-site.ts';
import { readKept, writeKept } from './kept-folder.ts';
import { recordFolder } from './record-folders.ts';
import type { SetDocuments } from '../documents/pdf/set-documents.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { isCard } from '../site/address.ts';
import type { EditionSite, SharedAssets } from '../site/site-page.tsx';

/** A file of the public site, ready to be sent. */
export interface PublishedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Strong validator, quoted. */
  readonly etag: string;
  /** Whether other sites may show it in a frame. */
  readonly framable: boolean;
  /** Whether its name holds a hash of its content, so that it may be kept for ever. */
  readonly immutable: boolean;
}

/** The whole public side as it stands, held in memory: the very bytes of the published folder. */
export interface PublishedFiles {
  readonly files: ReadonlyMap<string, PublishedFile>;
  readonly sites: readonly EditionSite[];
  /** Editions that a later one of the same year corrects. */
  readonly superseded: readonly PublishedEdition[];
  readonly assets: SharedAssets;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface MakingDocuments {
  readonly progress: ReportProgress;
  /** How documents are set as PDF; in a process of their own where nothing is said. */
  readonly set: SetDocuments | undefined;
}

/** The documents of stored editions. They are made once and kept in `folder` (below the home folder). */
export async function keepDocuments(editions: readonly PublishedEdition[], folder: string, progress: ReportProgress = () => {}, set?: SetDocuments): Promise<EditionWithDocuments[]> {
  const program = await fingerprintOfWriters();
  const withDocuments: EditionWithDocuments[] = [];
  for (const published of editions) {
    const documents = await documentsOf(published, join(folder, program, published.hash), { progress, set });
    const kept = await keepRecord(documents, recordFolder(folder, published.hash));
    withDocuments.push({ published, documents: documents.map((document) => kept.find(({ path }) => path === document.path) ?? document) });
  }
  return withDocuments;
}

/** The documents of record of editions that were corrected; made only where they are not kept. */
export async function keepRecords(superseded: readonly PublishedEdition[], folder: string): Promise<EditionWithDocuments[]> {
  const records: EditionWithDocuments[] = [];
  for (const published of superseded) {
    const kept = await readKept(recordFolder(folder, published.hash));
    records.push({ published, documents: kept ?? ofRecord((await keepDocuments([published], folder))[0]?.documents ?? []) });
  }
  return records;
}

/** A document of record as it was first made: an upgrade of the program makes the others anew, and never this one. */
async function keepRecord(documents: readonly OutputFile[], folder: string): Promise<readonly OutputFile[]> {
  const kept = await readKept(folder);
  if (kept) return kept;
  const record = ofRecord(documents);
  if (record.length > 0) await writeKept(record, folder);
  return record;
}

/** Makes the public side from the stored editions. */
export async function publishFiles(editions: readonly PublishedEdition[], options: SiteOptions, folder: string, progress: ReportProgress = () => {}): Promise<PublishedFiles> {
  const withDocuments = await keepDocuments(editions, folder, progress);
  const whole = { ...options, supersededRecords: await keepRecords(options.superseded ?? [], folder) };
  const sites = sitesOf(withDocuments, whole);
  const files = new Map<string, PublishedFile>();
  // A document that stands at two addresses is held once.
  const held = new Map<Uint8Array, PublishedFile>();
  for (const file of buildSite(withDocuments, whole, sites)) {
    const known = held.get(file.bytes) ?? asPublished(file);
    if (file.path.endsWith('.pdf')) held.set(file.bytes, known);
    files.set(file.path, known);
  }
  return { files, sites, superseded: options.superseded ?? [], assets: sharedAssets().assets };
}

/** The file at a request's path: `plans/x/` is its index.html. */
export function fileAt({ files }: Pick<PublishedFiles, 'files'>, path: string): PublishedFile | undefined {
  return files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

function asPublished({ path, bytes }: OutputFile): PublishedFile {
  return {
    bytes: new Uint8Array(bytes), type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    framable: isCard(path),
    immutable: path.startsWith('assets/'),
  };
}

/**
 * From the kept folder, or made now and kept. An edition that is published is shown also where its PDFs cannot be made: the others
 * are made without them and not kept, so that the next start tries again.
 */
async function documentsOf(published: PublishedEdition, folder: string, { progress, set }: MakingDocuments): Promise<readonly OutputFile[]> {
  const kept = await readKept(folder);
  if (kept) return kept;
  let whole = true;
  const documents = await buildDocuments(published, progress, set, (reason) => {
    whole = false;
    console.error(reason);
    progress(`PDF以外の資料（${reason.message}）`);
  });
  if (whole) await writeKept(documents, folder);
  return documents;
}

/** Changes with the programs that write documents, so that an upgrade makes them anew. */
async function fingerprintOfWriters(): Promise<string> {
  const root = fileURLToPath(new URL('../documents', import.meta.url));
  const names = (await readdir(root, { recursive: true })).toSorted();
  const hash = createHash('sha256');
  for (const name of names) {
    const { size, mtimeMs } = await stat(join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
