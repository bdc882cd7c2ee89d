import { readConfig } from '../config.ts';
import type { Database } from '../database/connection.ts';
import { openReadyDatabase } from '../database-server.ts';
import { openHome } from '../home/home.ts';

/** Works on the installation's database and its folder while no server runs on it; everything is closed again whatever happens. */
export async function withHomeDatabase(work: (db: Database, home: string) => Promise<number>): Promise<number> {
  const config = readConfig(process.env, []);
  const home = await openHome(config.home);
  try {
    const ready = await openReadyDatabase(config, home.folder, (sentence) => console.error(sentence));
    try {
      return await work(ready.db, home.folder);
    } finally {
      await ready.close();
    }
  } finally {
    await home.release();
  }
}
