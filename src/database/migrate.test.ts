import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkServerVersion, openDatabase, refuseUnsuitable, UnsuitableDatabaseError } from './connection.ts';
import { migrateToLatest } from './migrate.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { createTestDatabase } from './test-database.ts';

let opened: OpenTestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

test('lets one of two programs that start at once migrate, and the other find nothing to do', async () => {
  const room = await createTestDatabase(async () => {});
  const programs = [openDatabase(room.connection), openDatabase(room.connection)];
  const steps = await Promise.all(programs.map(migrateToLatest));
  expect(steps.filter(({ length }) => length > 0)).toHaveLength(1);
  await Promise.all(programs.map((db) => db.destroy()));
  await room.drop();
});

test('takes no step twice', async () => {
  expect(await migrateToLatest(opened.db)).toEqual([]);
});

test('refuses a database that a newer program has changed, with its steps named', async () => {
  const { db, close } = await openTestDatabase();
  await sql`insert into ayumi.migration (name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`.execute(db);
  const refusal = await migrateToLatest(db).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnsuitableDatabaseError);
  expect(String(refusal)).toContain('より新しい版の「あゆみ」で更新されています（9999-from-the-future）');
  await close();
});

test('accepts the server of the tests, which is PostgreSQL 15 or newer in UTF-8', async () => {
  await expect(checkServerVersion(opened.db)).resolves.toBeUndefined();
});

test('refuses a server older than PostgreSQL 15, with its version named', () => {
  expect(() => refuseUnsuitable({ number: 140_012, name: '14.12', encoding: 'UTF8' })).toThrow('PostgreSQL 15以上が必要ですが、接続先は14.12です');
  expect(() => refuseUnsuitable({ number: 150_000, name: '15.0', encoding: 'UTF8' })).not.toThrow();
});

test('refuses a database whose encoding loses characters', async () => {
  const name = `${process.env['AYUMI_TEST_RUN']}_ascii`;
  await sql`create database ${sql.id(name)} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`.execute(opened.db);
  const db = openDatabase({ connectionString: opened.connection.connectionString.replace(/ayumi_test_[^?]*/, name) });
  await expect(checkServerVersion(db)).rejects.toThrow('文字コードは UTF8 である必要がありますが、接続先はSQL_ASCIIです');
  await db.destroy();
  await sql`drop database ${sql.id(name)} with (force)`.execute(opened.db);
});

test('reads counts as numbers, days as text and instants as ISO text', async () => {
  const { rows } = await sql`select count(*) as count, date '2021-03-31' as day, timestamptz '2021-04-01 00:00:00.5+09' as instant`.execute(opened.db);
  expect(rows).toEqual([{ count: 1, day: '2021-03-31', instant: '2021-03-31T15:00:00.500Z' }]);
});

test('refuses a bigint that a number does not hold exactly', async () => {
  await expect(sql`select 9007199254740993::bigint as big`.execute(opened.db)).rejects.toThrow(RangeError);
});
