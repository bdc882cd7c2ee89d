import { sql } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import { type Database, UnsuitableDatabaseError } from './connection.ts';
import { migrations } from './migrations/migrations.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The steps of the schema that this program knows, in order. */
export const schemaSteps: readonly string[] = Object.keys(migrations);
const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) };

/**
 * Brings the database to the state that this program knows, in one transaction: all steps are taken or none. Two programs
 * that start at once wait for each other (the migrator holds an advisory lock).
 *
 * @returns the names of the steps taken now
 */
export async function migrateToLatest(db: Database): Promise<string[]> {
  await refuseNewerDatabase(db);
  const { error, results } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The steps that a database has taken, in order. */
export async function schemaOf(trx: ReadTransaction | WriteTransaction): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ayumi.migration order by name collate "C"`.execute(trx as WriteTransaction);
  return rows.map(({ name }) => name);
}

/**
 * Makes the schema anew as it was after a step, without any row, so that rows of that time can be stored and then taken along
 * by the steps after it. Only for a database that holds nothing.
 */
export async function recreateSchema(db: Database, lastStep: string): Promise<void> {
  await sql`drop schema ayumi cascade`.execute(db);
  await sql`drop schema if exists auth cascade`.execute(db);
  const { error } = await migratorOf(db).migrateTo(lastStep);
  if (error) throw error;
}

function migratorOf(db: Database): Migrator {
  return new Migrator({ db, provider, migrationTableSchema: 'ayumi', migrationTableName: 'migration', migrationLockTableName: 'migration_lock' });
}

/** A database that a newer program has changed is not touched: this one would not know what it breaks. */
async function refuseNewerDatabase(db: Database): Promise<void> {
  const {
    rows: [table],
  } = await sql<{ exists: boolean }>`select to_regclass('ayumi.migration') is not null as exists`.execute(db);
  if (!table?.exists) return;
  const { rows } = await sql<{ name: string }>`select name from ayumi.migration order by name`.execute(db);
  const unknown = rows.filter(({ name }) => !schemaSteps.includes(name));
  if (unknown.length === 0) return;
  throw new UnsuitableDatabaseError(
    `このデータベースは、より新しい版の「あゆみ」で更新されています（${unknown.map(({ name }) => name).join('、')}）。新しい版のプログラムで起動してください。`,
  );
}
