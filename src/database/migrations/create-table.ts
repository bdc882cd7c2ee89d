import { type Kysely, sql } from 'kysely';

/** A column: its type and constraints in SQL, and what it means. */
export type Column = readonly [definition: string, meaning: string];

/**
 * Creates a table with a comment on it and on every column, so that a table cannot be added without saying what it is.
 * `tables.md` is written from these comments.
 *
 * @param name with its schema (`auth.session`), or a table of schema `ayumi`
 * @param constraints table constraints in SQL
 */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  meaning: string,
  columns: Readonly<Record<string, Column>>,
  constraints: readonly string[] = [],
): Promise<void> {
  const [schema, table] = name.includes('.') ? name.split('.') as [string, string] : ['ayumi', name] as const;
  const lines = [...Object.entries(columns).map(([column, [definition]]) => `"${column}" ${definition}`), ...constraints];
  await sql.raw(`create table "${schema}"."${table}" (\n  ${lines.join(',\n  ')}\n)`).execute(db);
  await sql`comment on table ${sql.id(schema, table)} is ${sql.lit(meaning)}`.execute(db);
  for (const [column, [, columnMeaning]] of Object.entries(columns)) {
    await sql`comment on column ${sql.id(schema, table, column)} is ${sql.lit(columnMeaning)}`.execute(db);
  }
}
