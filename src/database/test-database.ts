import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** Fits node-postgres as it is. */
export interface TestConnection {
  connectionString: string;
}

export interface TestDatabase {
  connection: TestConnection;
  /** the same as a connection string */
  url: string;
  /** Removes the database, ending what is still connected to it. */
  drop(): Promise<void>;
}

/** Any number that nothing else locks: tests of several processes prepare the template one after another. */
const lockOfTemplate = 7_286_015;

/**
 * Makes a database for one test by copying a template, which a `migrate` prepares once for the whole run. `migrate` must close
 * every connection that it opens: a database in use cannot be copied.
 * @throws Error when the global setup `src/database/embedded/test-server.ts` has not run
 */
export async function createTestDatabase(migrate: (connection: TestConnection) => Promise<unknown>): Promise<TestDatabase> {
  const { AYUMI_TEST_DATABASE: adminUrl, AYUMI_TEST_RUN: run } = process.env;
  if (adminUrl === undefined || run === undefined)
    throw new Error('no test server: name src/database/embedded/test-server.ts as globalSetup of vitest');
  const name = `${run}_${randomBytes(6).toString('hex')}`;
  // One template for each way of preparing it.
  const template = `${run}_${createHash('sha256').update(String(migrate)).digest('hex').slice(0, 12)}`;
  await asAdmin(adminUrl, async (admin) => {
    await ensureTemplate(admin, adminUrl, template, migrate);
    await admin.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(adminUrl, name);
  return {
    connection: { connectionString: url },
    url,
    drop: () => asAdmin(adminUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

async function ensureTemplate(
  admin: pg.Client,
  adminUrl: string,
  template: string,
  migrate: (connection: TestConnection) => Promise<unknown>,
): Promise<void> {
  if (await exists(admin, template)) return;
  await admin.query('select pg_advisory_lock($1)', [lockOfTemplate]);
  try {
    if (await exists(admin, template)) return;
    // It gets its name when it is whole: a failed migration must not leave a template behind.
    const unfinished = `${template}_unfinished`;
    await admin.query(`drop database if exists ${unfinished} with (force)`);
    await admin.query(`create database ${unfinished}`);
    await migrate({ connectionString: urlOf(adminUrl, unfinished) });
    await admin.query(`alter database ${unfinished} rename to ${template}`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [lockOfTemplate]);
  }
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1;
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The host of a socket stands in the query, not before the path: `postgres://ayumi@/postgres?host=…`. */
function urlOf(adminUrl: string, database: string): string {
  return adminUrl.replace(/^(\w+:\/\/[^/]*)(?:\/[^?]*)?/, `$1/${database}`);
}
