import { sql, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Database } from './connection.ts';
import type { Tables } from './tables.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** One consistent view of the data. What takes this only reads; a write transaction may be handed to it. */
export type ReadTransaction = Pick<ReadonlyKysely<Tables>, 'selectFrom' | 'fn' | 'case'> & { readonly [reads]: true };

/** What takes this changes data, and all of it stands or none. */
export type WriteTransaction = Transaction<Tables> & { readonly [reads]: true; readonly [writes]: true };

/** Reads in one snapshot; the server refuses any write in it. */
export function readTransaction<T>(db: Database, work: (trx: ReadTransaction) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => work(trx as unknown as ReadTransaction));
}

/**
 * Writes: everything is kept when `work` ends, nothing when it throws or the process dies.
 *
 * READ COMMITTED on purpose: after waiting for a lock (`lockPlan`, `lockAuditChain`) the next query sees what the holder
 * before has written. A snapshot taken before the lock would not.
 */
export function writeTransaction<T>(db: Database, work: (trx: WriteTransaction) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute((trx) => work(trx as unknown as WriteTransaction));
}

/** First key of our advisory locks, to be told apart from those of other programs on the database. */
const lockSpace = 0x6179756d;

/** Waits until nobody else writes to the plan, until the end of the transaction. Works before the plan exists. */
export async function lockPlan(trx: WriteTransaction, planId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockSpace)}, hashtext(${`plan ${planId}`}))`.execute(trx);
}

/** Waits until nobody else changes posts, until the end of the transaction. */
export async function lockPeople(trx: WriteTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockSpace)}, hashtext('people'))`.execute(trx);
}

/** Waits until nobody else appends to the audit log, until the end of the transaction: take it last. */
export async function lockAuditChain(trx: WriteTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockSpace)}, hashtext('audit'))`.execute(trx);
}
