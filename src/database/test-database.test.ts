import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, type TestConnection } from './test-database.ts';

async function migrate(connection: TestConnection): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('create table things (name text)');
  await client.end();
}

async function inside<T>(connection: TestConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('gives every caller a migrated database of its own, also when many ask at once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => createTestDatabase(migrate)));
  await inside(all[0]!.connection, (client) => client.query(`insert into things values ('one')`));
  const counts = await Promise.all(
    all.map(({ connection }) => inside(connection, async (client) => (await client.query('select * from things')).rowCount)),
  );
  expect(counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  await Promise.all(all.map((database) => database.drop()));
});

test('drops a database that somebody is still connected to', async () => {
  const database = await createTestDatabase(migrate);
  const client = new pg.Client(database.connection);
  client.on('error', () => {});
  await client.connect();
  await database.drop();
  await expect(inside(database.connection, (again) => again.query('select 1'))).rejects.toThrow(/does not exist/);
  await client.end().catch(() => {});
});
