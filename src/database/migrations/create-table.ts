import { type Kysely, sql } from 'kysely';

/** A column: its type and constraints in SQL, and what it means. */
export type Column = readonly [definition: string, meaning: string];

/**
 * Creates a table of schema `ayumi` with a comment on it and on every column, so that a table cannot be added without
 * saying what it is. `tables.md` is written from these comments.
 *
 * @param constraints table constraints in SQL
 */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  meaning: string,
  columns: Readonly<Record<string, Column>>,
  constraints: readonly string[] = [],
): Promise<void> {
  const lines = [...Object.entries(columns).map(([column, [definition]]) => `"${column}" ${definition}`), ...constraints];
  await sql.raw(`create table ayumi."${name}" (\n  ${lines.join(',\n  ')}\n)`).execute(db);
  await sql`comment on table ${sql.id('ayumi', name)} is ${sql.lit(meaning)}`.execute(db);
  for (const [column, [, columnMeaning]] of Object.entries(columns)) {
    await sql`comment on column ${sql.id('ayumi', name, column)} is ${sql.lit(columnMeaning)}`.execute(db);
  }
}
