import { sql } from 'kysely';
import type { WriteTransaction } from '../transaction.ts';
import { columnsInFiles, type StoredTable } from './stored-tables.ts';

/** The carried tables that have rows, with their number; an archive is restored only where there is none. */
export async function tablesInUse(trx: WriteTransaction, tables: readonly StoredTable[]): Promise<{ readonly table: StoredTable; readonly rows: number }[]> {
  const used = [];
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id(table.schema, table.table)}`.execute(trx);
    if (rows[0]!.count > 0) used.push({ table, rows: rows[0]!.count });
  }
  return used;
}

/**
 * Stores rows that `readRows` gave, with their numbers; what refers to a later row is checked at the end of the transaction.
 *
 * @param lines JSON texts, all with the same columns: those that the table has
 */
export async function restoreRows(trx: WriteTransaction, table: StoredTable, lines: readonly string[]): Promise<void> {
  const columns = sql.join(Object.keys(JSON.parse(lines[0]!) as object).map((column) => sql.ref(column)));
  const into = sql.id(table.schema, table.table);
  await sql`insert into ${into} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${into}, ${`[${lines.join(',')}]`}::json)`.execute(trx);
}

/** Stores a row of which one value came as a file of its own. */
export async function restoreRowWithFile(trx: WriteTransaction, table: StoredTable, line: string, content: Uint8Array): Promise<void> {
  const column = columnsInFiles[table.name]!;
  const others = sql.join(Object.keys(JSON.parse(line) as object).map((name) => sql.ref(name)));
  const into = sql.id(table.schema, table.table);
  const value = table.texts.includes(column) ? sql`${Buffer.from(content).toString()}` : sql`${Buffer.from(content)}::bytea`;
  await sql`insert into ${into} (${others}, ${sql.ref(column)}) overriding system value select ${others}, ${value} from json_populate_record(null::${into}, ${line}::json)`.execute(trx);
}

/** The audit log of the archive as it was hashed, in the order of its chain; the database refuses an entry that does not follow. */
export async function restoreAuditTexts(trx: WriteTransaction, texts: readonly string[]): Promise<void> {
  await sql`insert into ayumi.audit_event (entry, hash) select t, encode(sha256(convert_to(t, 'UTF8')), 'hex') from unnest(${texts}::text[]) with ordinality u (t, place) order by place`.execute(trx);
}

/** Goes on numbering where the archive stopped, so that the number of a row that is gone is never given to another. */
export async function restoreLastNumbers(trx: WriteTransaction, tables: readonly StoredTable[], lastNumbers: Readonly<Record<string, number>>): Promise<void> {
  for (const { name, schema, table, numbered } of tables) {
    const last = lastNumbers[name];
    if (numbered !== null && last !== undefined && last > 0) await sql`select setval(pg_get_serial_sequence(${`${schema}.${table}`}, ${numbered})::regclass, ${last})`.execute(trx);
  }
}

/** Checks now what would be checked at the end of the transaction, so that a fault is met while it can still be told. */
export async function checkReferences(trx: WriteTransaction): Promise<void> {
  await sql`set constraints all immediate`.execute(trx);
}
