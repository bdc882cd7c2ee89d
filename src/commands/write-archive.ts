import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { lastNumbers, inUniversalTime, readAuditTexts, readFileColumn, readRows } from '../database/archive/read-rows.ts';
import { columnsInFiles, isCarried, type StoredTable, storedTables } from '../database/archive/stored-tables.ts';
import { appendAudit, auditHead } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { describeTables } from '../database/describe-tables.ts';
import { schemaOf } from '../database/migrate.ts';
import { listPlans } from '../database/plan-store.ts';
import { type ReadTransaction, readTransaction, writeTransaction } from '../database/transaction.ts';
import { bundleFiles } from '../documents/bundle/write-bundle.ts';
import { type Pieces, ZipFileWriter } from '../documents/zip/write-zip-file.ts';
import { listEditions } from '../database/edition-store.ts';
import { type ArchivedFile, archiveFormat, type ArchiveManifest } from '../domain/archive/archive-manifest.ts';
import { type ArchivedRecord, auditPath, bundlePath, columnsPath, editionPath, evidencePath, manifestPath, readmePath, recordPath, tablePath } from '../domain/archive/archive-paths.ts';
import { archiveReadme } from '../domain/archive/archive-readme.ts';
import { planInBundle } from './export-plan.ts';
import type { Refusal } from './refusal.ts';

export interface WriteArchiveRequest {
  /** Where the zip goes; nothing may be there. */
  readonly path: string;
  /** Whether the secrets of sign-in go with it, for an archive to restore from. */
  readonly signIn: boolean;
  readonly actor: string;
  /** Documents of record that lie beside the database; those of editions that it does not hold are left where they are. */
  readonly records?: readonly (ArchivedRecord & { readonly file: string })[];
}

export type WriteArchiveOutcome =
  | { readonly outcome: 'written'; readonly files: number; readonly bytes: number; readonly sha256: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/**
 * Writes everything that Ayumi holds as one zip of open formats, as it stands at one moment, with a row in the audit log.
 * Nothing is held in memory but a piece at a time. The file is there whole or not at all. The same state gives the same
 * bytes; each writing is itself one more entry of the audit log.
 */
export async function writeArchive(db: Database, { path, signIn, actor, records = [] }: WriteArchiveRequest): Promise<WriteArchiveOutcome> {
  if (await access(path).then(() => true, () => false)) {
    return { outcome: 'refused', refusal: { code: 'file-exists', message: `「${path}」は既にあるため、書き出しませんでした。`, fix: '別の名前を指定してください。' } };
  }
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const files = await readTransaction(db, (trx) => writeSnapshot(trx, unfinished, { signIn, records }));
    const { bytes, sha256 } = await digestOf(unfinished);
    await writeTransaction(db, (trx) => appendAudit(trx, { actor, action: 'export-archive', planId: null, details: { sha256, bytes, files, signIn } }));
    await rename(unfinished, path);
    return { outcome: 'written', files, bytes, sha256 };
  } catch (error) {
    await rm(unfinished, { force: true });
    const reason = { ENOENT: '書き出す先のフォルダーがありません。', ENOTDIR: '書き出す先のフォルダーがありません。', EACCES: '書き出す先に書き込む権限がありません。', EROFS: '書き出す先に書き込めません。', ENOSPC: 'ディスクに空きがありません。' }[(error as { code?: string }).code ?? ''];
    if (reason === undefined) throw error;
    return { outcome: 'refused', refusal: { code: 'unwritable', message: `「${path}」に書き出せませんでした。${reason}`, fix: '書き出す先を確かめてください。' } };
  }
}

async function writeSnapshot(trx: ReadTransaction, path: string, { signIn, records }: Required<Pick<WriteArchiveRequest, 'signIn' | 'records'>>): Promise<number> {
  await inUniversalTime(trx);
  const tables = await storedTables(trx);
  const carried = tables.filter((table) => isCarried(table, { signIn }));
  const zip = await ZipFileWriter.create(path);
  const files: ArchivedFile[] = [];
  const add = async (name: string, pieces: Pieces): Promise<void> => {
    const hash = createHash('sha256');
    let bytes = 0;
    await zip.add(name, counted(pieces, (piece) => { hash.update(piece); bytes += piece.length; }));
    files.push({ path: name, bytes, sha256: hash.digest('hex') });
  };
  try {
    await add(readmePath, [Buffer.from(archiveReadme({ tables: carried.map(({ name }) => name), signIn }))]);
    for (const { id } of await listPlans(trx)) {
      for (const [name, text] of bundleFiles((await planInBundle(trx, id))!)) await add(bundlePath(id, name), [Buffer.from(text)]);
    }
    await add(auditPath, asLines(readAuditTexts(trx)));
    for (const table of carried) {
      if (table.name === 'audit_event') continue;
      await add(tablePath(table.name), asLines(columnsInFiles[table.name] ? await withFiles(trx, table, signIn, add) : readRows(trx, table, { signIn })));
    }
    const published = new Set((await listEditions(trx)).map(({ hash }) => hash));
    for (const record of records) if (published.has(record.hash)) await add(recordPath(record), createReadStream(record.file));
    await add(columnsPath, [Buffer.from((await describeTables(trx)).markdown)]);
    const manifest: ArchiveManifest = { format: archiveFormat, schema: await schemaOf(trx), signIn, auditHead: await auditHead(trx), lastNumbers: await lastNumbers(trx, carried), files };
    await zip.add(manifestPath, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
    await zip.finish();
    return files.length + 1;
  } catch (error) {
    await zip.abandon();
    throw error;
  }
}

/** The rows of a table whose documents have been written as files of their own; each row says which. */
async function withFiles(trx: ReadTransaction, table: StoredTable, signIn: boolean, add: (name: string, pieces: Pieces) => Promise<void>): Promise<string[]> {
  const rows = await Array.fromAsync(readRows(trx, table, { signIn }), (line) => JSON.parse(line) as { id: number; name: string });
  const lines = [];
  for (const row of rows) {
    const content = await readFileColumn(trx, table, row.id);
    const file = table.name === 'edition' ? editionPath(editionOf(content)) : evidencePath(row);
    await add(file, [content]);
    lines.push(JSON.stringify({ ...row, file }));
  }
  return lines;
}

function editionOf(canonical: Uint8Array): Parameters<typeof editionPath>[0] {
  const { plan, fiscalYear, number } = JSON.parse(Buffer.from(canonical).toString()) as { plan: { id: string }; fiscalYear: number; number: number };
  return { plan_id: plan.id, fiscal_year: fiscalYear, number };
}

async function* asLines(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(`${text}\n`);
}

async function* counted(pieces: Pieces, count: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece);
    yield piece;
  }
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
