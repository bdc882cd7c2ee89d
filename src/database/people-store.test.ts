import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { actorOf, deletePost, endPost, findPersonByStaffNumber, insertPerson, insertPost, listPeople, type NewPerson } from './people-store.ts';
import { readTransaction, writeTransaction } from './transaction.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
  await sql`
    insert into ayumi.municipality values ('132195', '狛江市', '平成31年度', 'single-full-width');
    insert into ayumi.department values ('132195', 'seisaku'), ('132195', 'zaisei');
  `.execute(opened.db);
});
afterAll(() => opened.close());

const person: NewPerson = {
  id: 'p1', staffNumber: 'A0123', name: '髙﨑 𠮷子', email: null, authUserId: null, demo: false, mustChangePassword: false,
  posts: [
    { id: 'k2', role: 'section-head', municipality: '132195', department: 'zaisei', from: '2021-10-01', until: null },
    { id: 'k1', role: 'reporter', municipality: '132195', department: 'seisaku', from: '2020-04-01', until: '2021-09-30' },
  ],
};

test('gives somebody only the posts that are held on the day, both ends included', async () => {
  await writeTransaction(opened.db, (trx) => insertPerson(trx, person));
  const roles = (day: string) => readTransaction(opened.db, async (trx) => (await actorOf(trx, 'p1', day)).posts.map(({ role, department }) => [role, department]));
  expect(await roles('2020-03-31')).toEqual([]);
  expect(await roles('2020-04-01')).toEqual([['reporter', 'seisaku']]);
  expect(await roles('2021-09-30')).toEqual([['reporter', 'seisaku']]);
  expect(await roles('2021-10-01')).toEqual([['section-head', 'zaisei']]);
});

test('finds a staff number whether it is written in capital or small letters', async () => {
  expect(await readTransaction(opened.db, (trx) => findPersonByStaffNumber(trx, 'a0123'))).toMatchObject({ id: 'p1', name: '髙﨑 𠮷子' });
  expect(await readTransaction(opened.db, (trx) => findPersonByStaffNumber(trx, 'a012'))).toBeUndefined();
  await expect(writeTransaction(opened.db, (trx) => insertPerson(trx, { ...person, id: 'p2', staffNumber: 'a0123', posts: [] }))).rejects.toThrow('person_lower_idx');
});

test('ends a post with its day, and takes one back', async () => {
  await writeTransaction(opened.db, async (trx) => {
    await insertPost(trx, 'p1', { id: 'k3', role: 'secretariat', municipality: null, department: null, from: '2021-04-01', until: null });
    await endPost(trx, 'k2', '2022-03-31');
    await deletePost(trx, 'k1');
  });
  const [stored] = await readTransaction(opened.db, listPeople);
  expect(stored?.posts).toEqual([
    { id: 'k2', role: 'section-head', department: 'zaisei', from: '2021-10-01', until: '2022-03-31' },
    { id: 'k3', role: 'secretariat', department: null, from: '2021-04-01', until: null },
  ]);
});

test('refuses a post in a department that no plan has, one that ends before it begins, and one whose role does not fit', async () => {
  const refused = (change: object) => expect(writeTransaction(opened.db, (trx) => insertPost(trx, 'p1', { ...person.posts[0]!, id: 'k9', ...change }))).rejects;
  await refused({ department: 'nowhere' }).toThrow('foreign key');
  await refused({ from: '2021-04-02', until: '2021-04-01' }).toThrow('check');
  await refused({ role: 'secretariat' }).toThrow('check');
  await refused({ role: 'reporter', department: null }).toThrow('check');
});
