import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from './audit-store.ts';
import type { Database } from './connection.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { readTransaction, writeTransaction } from './transaction.ts';

// The connection of these tests is that of the owner of the tables, on the embedded server even a superuser's; another user
// may not even take the role of a replica.

let opened: OpenTestDatabase;
let db: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  db = opened.db;
  await sql`
    insert into ayumi.municipality values ('132195', '狛江市', '平成31年度', 'single-full-width');
    insert into ayumi.plan (id, municipality_code, title) values ('p', '132195', '計画');
  `.execute(db);
  await db.insertInto('edition').values(sealed({ plan: { id: 'p' }, fiscalYear: 2020, number: 1 })).execute();
  await writeTransaction(db, (trx) => appendAudit(trx, { actor: '事務局', action: 'publish-edition', planId: 'p', details: {} }));
});
afterAll(() => opened.close());

function sealed(content: unknown): { canonical: string; hash: string } {
  const canonical = JSON.stringify(content);
  return { canonical, hash: createHash('sha256').update(canonical).digest('hex') };
}

const tables = [
  { table: 'edition', text: 'canonical' },
  { table: 'audit_event', text: 'entry' },
];

describe.each(tables)('the database itself refuses, on $table,', ({ table, text }) => {
  const row = `select ${text}, hash from ayumi.${table}`;
  test.each([
    ['UPDATE', `update ayumi.${table} set hash = hash`],
    ['UPDATE that meets no row', `update ayumi.${table} set hash = hash where false`],
    ['DELETE', `delete from ayumi.${table}`],
    ['DELETE that meets no row', `delete from ayumi.${table} where false`],
    ['TRUNCATE', `truncate ayumi.${table}`],
    ['TRUNCATE with CASCADE', `truncate ayumi.${table} cascade`],
    ['INSERT … ON CONFLICT DO UPDATE', `insert into ayumi.${table} (${text}, hash) ${row} on conflict (hash) do update set hash = excluded.hash`],
    ['MERGE', `merge into ayumi.${table} t using (${row}) s on t.hash = s.hash when matched then update set hash = s.hash`],
    ['a change in the role of a replica', `set local session_replication_role = replica; delete from ayumi.${table}`],
    ['a change of a generated column', `update ayumi.${table} set plan_id = 'q'`],
  ])('%s', async (_name, statement) => {
    const before = await rows(table);
    await expect(writeTransaction(db, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/append-only|can only be updated to DEFAULT|permission denied to set parameter/);
    expect(await rows(table)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('a hash that is not of the text', async () => {
    const { hash: previousHash } = await db.selectFrom('audit_event').select('hash').executeTakeFirstOrThrow();
    const ofBoth = { plan: { id: 'p' }, fiscalYear: 2021, number: 1, sequence: 2, previousHash, actor: 'a', action: 'b', occurredAt: 'c' };
    const insert = (content: string, hash: string) => sql`insert into ${sql.id('ayumi', table)} (${sql.ref(text)}, hash) values (${content}, ${hash})`.execute(db);
    await expect(insert(sealed(ofBoth).canonical, 'f'.repeat(64))).rejects.toThrow('violates check constraint');
  });
});

test('refuses to truncate a plan with its editions by CASCADE', async () => {
  await expect(sql`truncate ayumi.plan cascade`.execute(db)).rejects.toThrow('edition is append-only: TRUNCATE is refused');
});

test('refuses to delete a plan that has an edition', async () => {
  await expect(sql`delete from ayumi.plan`.execute(db)).rejects.toThrow('violates foreign key constraint');
});

test('refuses a second edition of the same plan, year and number, and an edition of a plan that is not there', async () => {
  const again = sealed({ plan: { id: 'p' }, fiscalYear: 2020, number: 1, other: true });
  await expect(db.insertInto('edition').values(again).execute()).rejects.toThrow('duplicate key');
  await expect(db.insertInto('edition').values(sealed({ plan: { id: 'q' }, fiscalYear: 2020, number: 1 })).execute()).rejects.toThrow('violates foreign key');
  await expect(db.insertInto('edition').values(sealed({ fiscalYear: 2020, number: 1 })).execute()).rejects.toThrow('not-null');
});

describe('the audit log', () => {
  test('refuses an entry that does not follow the last one', async () => {
    const content = { sequence: 7, previousHash: '0'.repeat(64), actor: 'a', action: 'b', occurredAt: 'c', planId: null };
    const forged = sealed(content);
    await expect(db.insertInto('audit_event').values({ entry: forged.canonical, hash: forged.hash }).execute()).rejects.toThrow('audit entry 7 does not follow entry 1');
    const other = sealed({ ...content, sequence: 2 });
    await expect(db.insertInto('audit_event').values({ entry: other.canonical, hash: other.hash }).execute()).rejects.toThrow('audit entry 2 does not follow entry 1');
  });

  test('is still told from a forged one when somebody takes the triggers away', async () => {
    const room = await openTestDatabase();
    for (const action of ['one', 'two', 'three', 'four']) await writeTransaction(room.db, (trx) => appendAudit(trx, { actor: '職員', action, planId: null, details: {} }));
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
    await sql`
      alter table ayumi.audit_event disable trigger append_only;
      update ayumi.audit_event set entry = replace(entry, '職員', '他人'), hash = encode(sha256(convert_to(replace(entry, '職員', '他人'), 'UTF8')), 'hex') where sequence = 2;
    `.execute(room.db);
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([{ kind: 'altered', sequence: 2 }]);
    await sql`delete from ayumi.audit_event where sequence = 2`.execute(room.db);
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([{ kind: 'missing', sequence: 2, to: 2 }]);
    await room.close();
  });
});

async function rows(table: string): Promise<unknown[]> {
  return (await sql`select * from ${sql.id('ayumi', table)}`.execute(db)).rows;
}
