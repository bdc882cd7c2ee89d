import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { checkServerVersion, type Database, openDatabase } from '../database/connection.ts';
import { runningServer } from '../database/embedded/transport.ts';
import { openReadyDatabase } from '../database-server.ts';
import { HomeInUse, openHome } from '../home/home.ts';

/** A database that is only read, and the folder in which this installation keeps what it has made. */
export interface Reading {
  readonly db: Database;
  readonly home: string;
  readonly config: Config;
}

/**
 * Reads this installation's database, also while the server runs on it: then the running database is asked, and nothing is
 * migrated or locked. What is handed in must only read, but for the row in the audit log that says so.
 *
 * @throws HomeInUse when a server runs on the folder and its database cannot be reached from here
 */
export async function withReadableDatabase<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, []);
  let home;
  try {
    home = await openHome(config.home);
  } catch (error) {
    if (!(error instanceof HomeInUse)) throw error;
    const connection = config.databaseUrl === null ? runningServer(join(error.folder, 'postgres')) : { connectionString: config.databaseUrl };
    if (!connection) throw error;
    const db = openDatabase(connection);
    try {
      await checkServerVersion(db);
      return await work({ db, home: error.folder, config });
    } finally {
      await db.destroy();
    }
  }
  try {
    const ready = await openReadyDatabase(config, home.folder, (sentence) => console.error(sentence));
    try {
      return await work({ db: ready.db, home: home.folder, config });
    } finally {
      await ready.close();
    }
  } finally {
    await home.release();
  }
}
