import { sql } from 'kysely';
import type { Row, Tables } from './tables.ts';
import type { WriteTransaction } from './transaction.ts';

/** How many rows of a table were added, changed and removed. */
export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What was changed, by table; a table without changes is not in it. */
export type Changes = { readonly [Table in keyof Tables]?: RowChanges };

/** A text that the database cannot keep as typed. The message is a Japanese sentence. */
export class UnstorableTextError extends Error {
  override readonly name = 'UnstorableTextError';
}

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;

/** PostgreSQL takes 65,535 parameters in one statement; the widest table has 16 columns. */
const rowsAtOnce = 1_000;

/**
 * Makes the rows of a table within a scope be exactly `rows`, touching only those that differ: what refers to a row that
 * stays is not disturbed, and a second run with the same rows changes nothing.
 *
 * @param scope columns that all the rows share: the plan, the fiscal year
 * @param key columns of the primary key, which tell one row from another
 */
export async function replaceRows<Table extends keyof Tables>(
  trx: WriteTransaction, table: Table, scope: Partial<Row<Table>>, rows: readonly Row<Table>[], key: readonly (keyof Row<Table> & string)[],
): Promise<RowChanges> {
  const name = sql.id('ayumi', table);
  const inScope = sql.join(Object.entries(scope).map(([column, value]) => sql`${sql.ref(column)} = ${value}`), sql` and `);
  const stored = (await sql<Values>`select * from ${name} where ${inScope}`.execute(trx)).rows;
  const keyOf = (row: Values): string => JSON.stringify(key.map((column) => row[column]));
  const storedByKey = new Map(stored.map((row) => [keyOf(row), row]));
  const wanted = rows as readonly Values[];
  const wantedKeys = new Set(wanted.map(keyOf));
  wanted.forEach((row) => refuseUnstorable(table, row));

  const removed = stored.filter((row) => !wantedKeys.has(keyOf(row)));
  const added = wanted.filter((row) => !storedByKey.has(keyOf(row)));
  const changed = wanted.filter((row) => differs(row, storedByKey.get(keyOf(row))));
  for (const some of chunks(removed)) {
    const keys = some.map((row) => sql`(${sql.join(key.map((column) => row[column]))})`);
    await sql`delete from ${name} where (${sql.join(key.map((column) => sql.ref(column)))}) in (${sql.join(keys)})`.execute(trx);
  }
  const columns = Object.keys(wanted[0] ?? {});
  const others = columns.filter((column) => !(key as readonly string[]).includes(column));
  for (const some of chunks([...added, ...changed])) {
    const tuples = some.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    const settings = others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
    await sql`
      insert into ${name} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(tuples)}
      on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do ${settings.length > 0 ? sql`update set ${sql.join(settings)}` : sql`nothing`}
    `.execute(trx);
  }
  return { added: added.length, changed: changed.length, removed: removed.length };
}

/** The changes of several tables as one, without those that are none. */
export function collectChanges(entries: readonly (readonly [keyof Tables, RowChanges])[]): Changes {
  return Object.fromEntries(entries.filter(([, { added, changed, removed }]) => added + changed + removed > 0));
}

/** Only the columns that the program writes are compared: a later step of the schema may have added others. */
function differs(row: Values, stored: Values | undefined): boolean {
  return stored !== undefined && Object.entries(row).some(([column, value]) => stored[column] !== value);
}

/** The server refuses NUL, and half a surrogate pair would be stored as U+FFFD in silence. The parsers let neither in. */
function refuseUnstorable(table: string, row: Values): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      throw new UnstorableTextError(`保存できない文字（U+0000、または対になっていないサロゲート）が含まれています（${table}.${column}）。その文字を削除してください。`);
    }
  }
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += rowsAtOnce) yield items.slice(start, start + rowsAtOnce);
}
