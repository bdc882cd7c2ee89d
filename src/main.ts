import { createAdaptorServer } from '@hono/node-server';
import { sql } from 'kysely';
import { createApp } from './app.ts';
import { type Config, readConfig, UnusableConfig } from './config.ts';
import { UnsuitableDatabaseError } from './database/connection.ts';
import { EmbeddedPostgresError } from './database/embedded/embedded-postgres-error.ts';
import { openReadyDatabase } from './database-server.ts';
import { HomeInUse, HomeUnusable, openHome } from './home/home.ts';
import { PortRefused, listen, whenAskedToStop } from './listen.ts';
import { loadPublishedFiles } from './published-state.ts';
import { loadSampleIfNew } from './sample.ts';

/** Starts everything in order, says where it can be reached, and stops everything in the opposite order. */
async function start(config: Config): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const stop = whenAskedToStop();
  const home = await openHome(config.home);
  try {
    const ready = await openReadyDatabase(config, home.folder, say);
    try {
      if (!config.empty) await loadSampleIfNew(ready.db, say);
      const published = await loadPublishedFiles(ready.db, home.folder, say);
      const app = createApp({
        published: () => published,
        pingDatabase: async () => { await sql`select 1`.execute(ready.db); },
        logFault: (error, path) => console.error(`${new Date().toISOString()} ${path}`, error),
      });
      const server = await listen(createAdaptorServer({ fetch: app.fetch }), config);
      say(`\nあゆみを起動しました。\n  公開ページ　${server.url}\n  保存フォルダー　${home.folder}\n終了するには、Ctrl-C を押してください。`);
      await stop.asked;
      say('\n終了しています。');
      await server.close();
    } finally {
      await ready.close();
    }
  } finally {
    await home.release();
  }
}

const known = [UnusableConfig, HomeInUse, HomeUnusable, EmbeddedPostgresError, UnsuitableDatabaseError, PortRefused];
try {
  await start(readConfig(process.env, process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(known.some((kind) => error instanceof kind) ? (error as Error).message : error);
  process.exit(1);
}
