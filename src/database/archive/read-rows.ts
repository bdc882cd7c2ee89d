import { type RawBuilder, sql } from 'kysely';
import type { ReadTransaction } from '../transaction.ts';
import { columnsInFiles, executor, type StoredTable } from './stored-tables.ts';

/** Rows that are held at once. */
const rowsAtOnce = 200;

/** In an archive without the secrets of sign-in: the second step is gone with its key, so it is not asked for. */
const withoutSecrets: Readonly<Record<string, Readonly<Record<string, RawBuilder<unknown>>>>> = { 'auth.user': { two_factor_enabled: sql`false` } };

/** Makes times read alike wherever the server stands; for the rest of the transaction. */
export async function inUniversalTime(trx: ReadTransaction): Promise<void> {
  await sql`set local timezone to 'UTC'`.execute(executor(trx));
}

/**
 * The rows of a table as JSON texts in the order of its key, some at a time, so that a table of any size fits into memory.
 * Columns that stand in files of their own are left out.
 */
export async function* readRows(trx: ReadTransaction, table: StoredTable, { signIn }: { readonly signIn: boolean }): AsyncGenerator<string> {
  const replaced = (signIn ? undefined : withoutSecrets[table.name]) ?? {};
  const columns = table.columns.filter((column) => column !== columnsInFiles[table.name]);
  const selected = sql.join(columns.map((column) => (replaced[column] ? sql`${replaced[column]} as ${sql.ref(column)}` : sql.ref(column))));
  yield* lines(trx, sql`select row_to_json(r)::text as line from (select ${selected} from ${sql.id(table.schema, table.table)} order by ${inOrderOf(table)}) r`);
}

/** The entries of the audit log as they were hashed, in the order of the chain. */
export function readAuditTexts(trx: ReadTransaction): AsyncGenerator<string> {
  return lines(trx, sql`select entry as line from ayumi.audit_event order by sequence`);
}

/** A value that stands in a file of its own: text or bytes. */
export async function readFileColumn(trx: ReadTransaction, { name, schema, table }: StoredTable, id: number): Promise<Uint8Array> {
  const column = columnsInFiles[name]!;
  const { rows } = await sql<{ content: string | Buffer }>`select ${sql.ref(column)} as content from ${sql.id(schema, table)} where id = ${id}`.execute(executor(trx));
  const content = rows[0]!.content;
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** The numbers that the database has given last, by table; a table that has given none is not there. */
export async function lastNumbers(trx: ReadTransaction, tables: readonly StoredTable[]): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const { name, schema, table, numbered } of tables) {
    if (numbered === null) continue;
    const { rows } = await sql<{ last: number | null }>`select pg_sequence_last_value(pg_get_serial_sequence(${`${schema}.${table}`}, ${numbered})::regclass) as last`.execute(executor(trx));
    if (rows[0]?.last) numbers[name] = rows[0].last;
  }
  return numbers;
}

async function* lines(trx: ReadTransaction, query: RawBuilder<unknown>): AsyncGenerator<string> {
  const run = executor(trx);
  await sql`declare archived_rows no scroll cursor for ${query}`.execute(run);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from archived_rows`.execute(run);
    for (const { line } of rows) yield line;
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close archived_rows`.execute(run);
}

/** Texts by their bytes: the order must not hang on the language of the server. */
function inOrderOf({ key, columns, texts }: StoredTable): RawBuilder<unknown> {
  return sql.join((key.length > 0 ? key : columns).map((column) => (texts.includes(column) ? sql`${sql.ref(column)} collate "C"` : sql.ref(column))));
}
