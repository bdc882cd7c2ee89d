import { type Database, openDatabase } from './connection.ts';
import { migrateToLatest } from './migrate.ts';
import { createTestDatabase, type TestConnection } from './test-database.ts';

/** A database for a test, with the newest schema and nothing in it. */
export interface OpenTestDatabase {
  readonly db: Database;
  readonly connection: TestConnection;
  /** Closes the pool and removes the database. */
  readonly close: () => Promise<void>;
}

export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const room = await createTestDatabase(migrate);
  const { connection } = room;
  const db = openDatabase(connection);
  return {
    db, connection,
    close: async () => {
      await db.destroy();
      await room.drop();
    },
  };
}

async function migrate(connection: TestConnection): Promise<void> {
  const db = openDatabase(connection);
  await migrateToLatest(db);
  await db.destroy();
}
