import { sql } from 'kysely';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { listenToRounds } from './database/round-changes.ts';
import { openReadyDatabase } from './database-server.ts';
import { PlainRefusal } from './domain/problem/plain-refusal.ts';
import { openHome } from './home/home.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { createHttpServer } from './http-server.ts';
import { listen, whenAskedToStop } from './listen.ts';
import { prepareStaff } from './prepare-staff.ts';
import { loadPublishedFiles } from './published-state.ts';
import { openProofreader } from './proofreader/open-proofreader.ts';
import { loadSampleIfNew } from './sample.ts';
import { createWorkspaceApp } from './workspace/workspace-app.ts';
import { workspaceAssets } from './workspace/workspace-assets.ts';

/** Starts everything in order, says where it can be reached, and stops everything in the opposite order. */
async function start(config: Config): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const stop = whenAskedToStop();
  const home = await openHome(config.home);
  try {
    const ready = await openReadyDatabase(config, home.folder, say);
    const changes = listenToRounds(ready.connection);
    const proofreader = openProofreader({ fault: (reason) => console.error(`${new Date().toISOString()} proofreader`, reason) });
    try {
      if (!config.empty) await loadSampleIfNew(ready.db, say);
      let published = await loadPublishedFiles(ready.db, home.folder, say, config.publicUrl);
      const staff = await prepareStaff({ db: ready.db, home: home.folder, production: process.env['NODE_ENV'] === 'production' });
      const workspace = await createWorkspaceApp({
        ...workspaceAssets(), db: ready.db, changes, proofreader, demo: staff.demo, settings: config.signIn, mail: config.mail, secretKey: staff.secretKey,
        now: () => new Date(),
        publicSide: () => published,
        published: async (progress) => {
          published = await loadPublishedFiles(ready.db, home.folder, () => {}, config.publicUrl, progress);
          giveBackMemory();
        },
      });
      const app = createApp({
        published: () => published, workspace,
        pingDatabase: async () => { await sql`select 1`.execute(ready.db); },
        logFault: (error, path) => console.error(`${new Date().toISOString()} ${path}`, error),
      });
      const server = await listen(createHttpServer(app, () => published), config);
      say(`\nあゆみを起動しました。\n  公開ページ　${server.url}\n${staff.announce(server.url)}\n  保存フォルダー　${home.folder}\n終了するには、Ctrl-C を押してください。`);
      giveBackMemory();
      const lost = await Promise.race([stop.asked, ready.lost]);
      say(lost ?? '\n終了しています。');
      // Streams to open boards end first; otherwise the server would wait for them.
      await changes.close();
      await server.close();
      if (lost) process.exitCode = 1;
    } finally {
      await proofreader.close();
      await changes.close();
      await ready.close();
    }
  } finally {
    await home.release();
  }
}

// Whoever read what we print may be gone (a closed terminal, `| head`): no reason to end without stopping the database.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await start(readConfig(process.env, process.argv.slice(2)));
  process.exit();
} catch (error) {
  console.error(error instanceof PlainRefusal ? error.message : error);
  process.exit(1);
}
