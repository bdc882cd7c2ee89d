import { join } from 'node:path';
import { type Database, openDatabase } from '../src/database/connection.ts';
import { startEmbeddedPostgres } from '../src/database/embedded/start-embedded-postgres.ts';

/** The database of a data folder while the product does not run. */
export async function withHomeDatabase<T>(home: string, work: (db: Database) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ folder: join(home, 'postgres') });
  const db = openDatabase(server.connection);
  try {
    return await work(db);
  } finally {
    await db.destroy();
    await server.stop();
  }
}
