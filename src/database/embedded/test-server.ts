import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { makeTestFolder, removeAbandonedTestFolders } from './test-folder.ts';
import type { ServerConnection } from './transport.ts';

const prefix = 'ayumi-test-server-';

/**
 * Global setup of vitest: one server for the whole run, in a folder that is removed afterwards; with `DATABASE_URL` set, that
 * server instead (its user must be allowed to create databases). Tests find it in `AYUMI_TEST_DATABASE`, a connection
 * string of an administrator, and the prefix of this run's databases in `AYUMI_TEST_RUN`.
 */
export default async function setup(_project?: TestProject): Promise<() => Promise<void>> {
  if (process.env.AYUMI_TEST_RUN !== undefined) return async () => {}; // another project of the same run has set it up
  const run = `ayumi_test_${randomBytes(4).toString('hex')}`;
  removeAbandonedTestFolders(prefix);
  const given = process.env.DATABASE_URL;
  const folder = given === undefined ? makeTestFolder(prefix) : undefined;
  // Nothing of a test run has to survive a power cut.
  const server = folder === undefined ? undefined : await startEmbeddedPostgres({ folder, settings: ['fsync=off', 'max_connections=200'] });
  const url = server === undefined ? given! : adminUrlOf(server.connection);
  process.env.AYUMI_TEST_DATABASE = url;
  process.env.AYUMI_TEST_RUN = run;
  return async () => {
    delete process.env.AYUMI_TEST_RUN;
    if (server === undefined) await dropDatabasesOf(url, run);
    await server?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
}

function adminUrlOf({ host, port, user, password }: ServerConnection): string {
  if (password === undefined) return `postgres://${user}@/postgres?host=${encodeURIComponent(host)}&port=${port}`; // a socket
  return `postgres://${user}:${password}@${host}:${port}/postgres`;
}

async function dropDatabasesOf(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [run]);
  for (const { name } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}
