import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archivedTables } from '../domain/archive/archived-tables.ts';
import { storedTables } from './archive/stored-tables.ts';
import { describeTables } from './describe-tables.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { readTransaction } from './transaction.ts';

let opened: OpenTestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

test('explains every table and every column', async () => {
  expect((await describeTables(opened.db)).unexplained).toEqual([]);
});

test('explains in tables.md what the database holds, no more and no less', async () => {
  await expect((await describeTables(opened.db)).markdown).toMatchFileSnapshot('./tables.md');
});

test('says for each table whether the archive of everything carries it (src/domain/archive/archived-tables.ts)', async () => {
  expect((await readTransaction(opened.db, storedTables)).map(({ name }) => name).toSorted()).toEqual(Object.keys(archivedTables).toSorted());
});

test('notices a table and a column that nobody has explained', async () => {
  const { db, close } = await openTestDatabase();
  await sql`create table ayumi.mystery (thing text); alter table ayumi.plan add column riddle text`.execute(db);
  expect((await describeTables(db)).unexplained.toSorted()).toEqual(['mystery', 'mystery.thing', 'plan.riddle']);
  await close();
});
