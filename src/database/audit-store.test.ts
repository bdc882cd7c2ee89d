import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAudit, readAudit, verifyAudit } from './audit-store.ts';
import { openDatabase } from './connection.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { readTransaction, writeTransaction } from './transaction.ts';

let opened: OpenTestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

test('gives an entry back as it was told, oldest first, for one plan or for all', async () => {
  const now = () => new Date('2021-08-01T09:00:00.123Z');
  const event = { actor: '髙﨑𠮷', action: 'import-plan', planId: 'a', details: { text: '㈱①※', 10: [1.5, null, true], 9: { nested: 'か\u3099' } } };
  await writeTransaction(opened.db, (trx) => appendAudit(trx, event, now));
  await writeTransaction(opened.db, (trx) => appendAudit(trx, { ...event, planId: null, details: {} }, now));
  const all = await readTransaction(opened.db, (trx) => readAudit(trx));
  expect(all.map(({ sequence, planId }) => [sequence, planId])).toEqual([[1, 'a'], [2, null]]);
  expect(all[0]).toMatchObject({ ...event, occurredAt: '2021-08-01T09:00:00.123Z' });
  expect(await readTransaction(opened.db, (trx) => readAudit(trx, { planId: 'a' }))).toEqual([all[0]]);
  expect(await readTransaction(opened.db, (trx) => readAudit(trx, { after: 1, limit: 5 }))).toEqual([all[1]]);
});

test('leaves no entry and no gap when the transaction that appends fails', async () => {
  const before = await readTransaction(opened.db, (trx) => readAudit(trx));
  await expect(writeTransaction(opened.db, async (trx) => {
    await appendAudit(trx, { actor: 'a', action: 'fails', planId: null, details: {} });
    throw new Error('on purpose');
  })).rejects.toThrow('on purpose');
  expect(await readTransaction(opened.db, (trx) => readAudit(trx))).toEqual(before);
  await writeTransaction(opened.db, (trx) => appendAudit(trx, { actor: 'a', action: 'goes on', planId: null, details: {} }));
  expect(await readTransaction(opened.db, (trx) => verifyAudit(trx))).toEqual([]);
});

test('keeps one chain while several programs append at once', async () => {
  const programs = Array.from({ length: 4 }, () => openDatabase(opened.connection));
  await Promise.all(programs.flatMap((db, program) => Array.from({ length: 25 }, (_, index) =>
    writeTransaction(db, (trx) => appendAudit(trx, { actor: `${program}`, action: 'append', planId: 'crowd', details: { index } })))));
  const { entries, faults } = await readTransaction(opened.db, async (trx) => ({ entries: await readAudit(trx, { planId: 'crowd' }), faults: await verifyAudit(trx) }));
  expect(faults).toEqual([]);
  expect(new Set(entries.map(({ actor, details }) => `${actor} ${String(details['index'])}`)).size).toBe(100);
  expect(entries.map(({ occurredAt }) => occurredAt), 'times run in the order of the chain').toEqual(entries.map(({ occurredAt }) => occurredAt).toSorted());
  await Promise.all(programs.map((db) => db.destroy()));
});
