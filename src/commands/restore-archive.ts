import { checkReferences, restoreAuditTexts, restoreLastNumbers, restoreRows, restoreRowWithFile, tablesInUse } from '../database/archive/restore-rows.ts';
import { columnsInFiles, type StoredTable, storedTables } from '../database/archive/stored-tables.ts';
import { appendAudit, sha256 as hashOf } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { migrateToLatest, recreateSchema, schemaSteps } from '../database/migrate.ts';
import { listPlans } from '../database/plan-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { bundleFiles } from '../documents/bundle/write-bundle.ts';
import { listEditions } from '../database/edition-store.ts';
import { auditPath, bundlePath, readRecordPath, tablePath } from '../domain/archive/archive-paths.ts';
import type { ArchiveManifest } from '../domain/archive/archive-manifest.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { planInBundle } from './export-plan.ts';
import type { OpenArchive } from './open-archive.ts';

export type RestoreOutcome =
  | { readonly outcome: 'restored'; readonly rows: number; readonly editions: number }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** Lines of a table that are stored at once: so many, or so many characters. */
const linesAtOnce = 500;
const charactersAtOnce = 1_000_000;

/** Ends the transaction, so that nothing of the archive stays. */
class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('The archive cannot be restored.');
    this.problems = problems;
  }
}

/**
 * Makes an Ayumi that holds nothing hold what the archive does: the same rows and numbers, the same editions by hash, the
 * same audit log with one more entry, that of the restoring. All of it or nothing.
 */
export async function restoreArchive(db: Database, archive: OpenArchive, { actor, sha256 }: { readonly actor: string; readonly sha256: string }): Promise<RestoreOutcome> {
  const { schema } = archive.manifest;
  const newer = schema.filter((step) => !schemaSteps.includes(step));
  if (newer.length > 0) return { outcome: 'refused', problems: [problem('newer-schema', `この書出しは、より新しい版の「あゆみ」のものです（${newer.join('、')}）。`, '新しい版の「あゆみ」で取り込んでください。')] };
  const inUse = await writeTransaction(db, async (trx) => tablesInUse(trx, (await storedTables(trx)).filter(({ treatment }) => treatment.kind !== 'left-out')));
  if (inUse.length > 0) return { outcome: 'refused', problems: [notEmpty(inUse)] };
  // Rows fit the schema of their time; the steps since then take them along.
  const older = schema.length < schemaSteps.length ? schema.at(-1) : undefined;
  if (older !== undefined) await recreateSchema(db, older);
  try {
    return await writeTransaction(db, (trx) => restore(trx, archive, { actor, sha256, comparable: older === undefined }));
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', problems: error.problems };
    throw error;
  } finally {
    await migrateToLatest(db);
  }
}

async function restore(trx: WriteTransaction, archive: OpenArchive, { actor, sha256, comparable }: { readonly actor: string; readonly sha256: string; readonly comparable: boolean }): Promise<RestoreOutcome> {
  const { manifest } = archive;
  const tables = await storedTables(trx);
  const unknown = manifest.files.map(({ path }) => path).filter((path) => /^tables\/.+\.ndjson$/.test(path) && !tables.some(({ name }) => tablePath(name) === path));
  if (unknown.length > 0) throw new Refused(unknown.map((path) => problem('unknown-table', `「${path}」に当たる表がありません。`, 'このファイルは使わず、書き出し直してください。')));
  const broken = await linesThatDoNotFit(tables, archive);
  if (broken.length > 0) throw new Refused(broken);
  let rows = 0;
  for (const table of tables) {
    if (archive.has(tablePath(table.name))) rows += await located(tablePath(table.name), () => restoreTable(trx, table, archive));
  }
  await located(auditPath, async () => { for await (const texts of inBatches(archive.lines(auditPath))) await restoreAuditTexts(trx, texts); });
  await located('tables', () => checkReferences(trx));
  await restoreLastNumbers(trx, tables, manifest.lastNumbers);
  const strange = await recordsWithoutEdition(trx, manifest);
  if (strange.length > 0) throw new Refused(strange);
  const different = comparable ? await bundlesThatDiffer(trx, manifest) : [];
  if (different.length > 0) throw new Refused(different);
  const editions = manifest.files.filter(({ path }) => path.startsWith('editions/')).length;
  await appendAudit(trx, { actor, action: 'import-archive', planId: null, details: { sha256, rows, editions, auditEntries: manifest.auditHead?.sequence ?? 0 } });
  return { outcome: 'restored', rows, editions };
}

/** Whoever opens an installation's folder of records must find nothing there but what belongs to its editions. */
async function recordsWithoutEdition(trx: WriteTransaction, { files }: ArchiveManifest): Promise<Problem[]> {
  const published = new Set((await listEditions(trx)).map(({ hash }) => hash));
  return files.map(({ path }) => path).filter((path) => path.startsWith('records/') && !published.has(readRecordPath(path)?.hash ?? ''))
    .map((path) => problem('record-without-edition', `「${path}」に当たる公表した版がありません。`, 'このファイルは使わず、書き出し直してください。'));
}

async function restoreTable(trx: WriteTransaction, table: StoredTable, archive: OpenArchive): Promise<number> {
  let rows = 0;
  const inFile = columnsInFiles[table.name] !== undefined;
  for await (const lines of inBatches(archive.lines(tablePath(table.name)))) {
    rows += lines.length;
    if (!inFile) await restoreRows(trx, table, lines);
    else for (const line of lines) {
      const { file, ...row } = JSON.parse(line) as { file: string };
      await restoreRowWithFile(trx, table, JSON.stringify(row), await archive.bytes(file));
    }
  }
  return rows;
}

/** Every line that is no row of its table, before any is stored. */
async function linesThatDoNotFit(tables: readonly StoredTable[], archive: OpenArchive): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const table of tables) {
    const path = tablePath(table.name);
    if (!archive.has(path)) continue;
    const inFile = columnsInFiles[table.name];
    const wanted = table.columns.map((column) => (column === inFile ? 'file' : column)).toSorted().join();
    let number = 0;
    for await (const line of archive.lines(path)) {
      number += 1;
      const row = readRow(line);
      const fits = row !== null && Object.keys(row).toSorted().join() === wanted && (inFile === undefined || (typeof row['file'] === 'string' && archive.has(row['file'])));
      if (!fits) problems.push(problem('broken-row', `「${path}」の${number}行目が、表の形と合いません。`, 'このファイルは使わず、書き出し直してください。'));
    }
  }
  return problems;
}

function readRow(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** The readable copies of the plans, made again from the rows: where they differ, one of the two was changed. */
async function bundlesThatDiffer(trx: WriteTransaction, { files }: ArchiveManifest): Promise<Problem[]> {
  const expected = new Map(files.filter(({ path }) => path.startsWith('plans/')).map(({ path, sha256 }) => [path, sha256]));
  const found = new Map<string, string>();
  for (const { id } of await listPlans(trx)) {
    for (const [name, text] of bundleFiles((await planInBundle(trx, id))!)) found.set(bundlePath(id, name), hashOf(text));
  }
  return [...new Set([...expected.keys(), ...found.keys()])].filter((path) => expected.get(path) !== found.get(path))
    .map((path) => problem('bundle-differs', `「${path}」が、tables の内容と合いません。`, 'このファイルは使わず、書き出し直してください。'));
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line.length;
    if (batch.length < linesAtOnce && characters < charactersAtOnce) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** What the database refuses is a fault of the archive: its hashes were made to fit, but its rows do not fit each other. */
async function located<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    // Classes 22 (wrong data) and 23 (broken rules) of PostgreSQL.
    if (code === undefined || !/^2[23]/.test(code)) throw error;
    throw new Refused([problem('unfit-rows', `「${path}」の内容を取り込めません（${message}）。`, 'このファイルは使わず、書き出し直してください。')]);
  }
}

/** What tells best what is there; named first. */
const telling = ['plan', 'edition', 'person', 'answer_version', 'audit_event'];
const mostNamed = 5;

function notEmpty(used: readonly { readonly table: StoredTable; readonly rows: number }[]): Problem {
  const named = used.toSorted((a, b) => Number(telling.includes(b.table.name)) - Number(telling.includes(a.table.name))).slice(0, mostNamed)
    .map(({ table, rows }) => `${'meaning' in table.treatment ? table.treatment.meaning.replace(/。.*$/s, '') : table.name}${rows.toLocaleString('ja-JP')}件`);
  const more = used.length > named.length ? `、ほか${used.length - named.length}の表` : '';
  return problem('not-empty', `この「あゆみ」には、既に記録があります（${named.join('、')}${more}）。`, '環境変数 AYUMI_HOME（または DATABASE_URL）に、何も入っていない場所を指定してください。');
}

function problem(code: string, message: string, fix: string): Problem {
  return { code, message, fix, path: [] };
}
