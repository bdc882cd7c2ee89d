import { join } from 'node:path';
import type { Config } from './config.ts';
import { checkServerVersion, type Database, openDatabase } from './database/connection.ts';
import { startEmbeddedPostgres } from './database/embedded/start-embedded-postgres.ts';
import { migrateToLatest } from './database/migrate.ts';

/** A database that is ready: right version, newest schema. */
export interface ReadyDatabase {
  readonly db: Database;
  /** Closes the pool, then the embedded server where there is one. */
  close(): Promise<void>;
}

/** Opens the database of this installation: the embedded PostgreSQL in the home folder, or the one of DATABASE_URL. */
export async function openReadyDatabase(config: Pick<Config, 'databaseUrl'>, home: string, report: (sentence: string) => void): Promise<ReadyDatabase> {
  const server = config.databaseUrl === null ? await startEmbeddedPostgres({ folder: join(home, 'postgres'), report }) : null;
  const db = openDatabase(server?.connection ?? { connectionString: config.databaseUrl ?? '' });
  const close = async () => {
    await db.destroy();
    await server?.stop();
  };
  try {
    await checkServerVersion(db);
    await migrateToLatest(db);
    return { db, close };
  } catch (error) {
    await close();
    throw error;
  }
}
