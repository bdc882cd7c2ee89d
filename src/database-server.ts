import { join } from 'node:path';
import type { Config } from './config.ts';
import { checkServerVersion, type ConnectionConfig, type Database, openDatabase } from './database/connection.ts';
import { startEmbeddedPostgres } from './database/embedded/start-embedded-postgres.ts';
import { migrateToLatest } from './database/migrate.ts';

/** A database that is ready: right version, newest schema. */
export interface ReadyDatabase {
  readonly db: Database;
  /** Where it is, for whoever needs a connection of its own. */
  readonly connection: ConnectionConfig;
  /** Settles with a sentence when the embedded server has gone without being asked; never settles otherwise. */
  readonly lost: Promise<string>;
  /** Closes the pool, then the embedded server where there is one. */
  close(): Promise<void>;
}

/** Opens the database of this installation: the embedded PostgreSQL in the home folder, or the one of DATABASE_URL. */
export async function openReadyDatabase(config: Pick<Config, 'databaseUrl'>, home: string, report: (sentence: string) => void): Promise<ReadyDatabase> {
  const server = config.databaseUrl === null ? await startEmbeddedPostgres({ folder: join(home, 'postgres'), report }) : null;
  const connection: ConnectionConfig = server?.connection ?? { connectionString: config.databaseUrl ?? '' };
  const db = openDatabase(connection);
  const lost = new Promise<string>((resolve) => {
    void server?.ended.then(({ expected, sentence }) => { if (!expected) resolve(sentence ?? 'データベースが停止しました。もう一度起動してください。'); });
  });
  const close = async () => {
    await db.destroy();
    await server?.stop();
  };
  try {
    await checkServerVersion(db);
    await migrateToLatest(db);
    return { db, connection, lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}
