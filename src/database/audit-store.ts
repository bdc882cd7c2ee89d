import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent, SealedEntry } from '../domain/audit/audit-event.ts';
import { sealEntry } from '../domain/audit/seal-entry.ts';
import { type ChainFault, type KnownHead, verifyChain } from '../domain/audit/verify-chain.ts';
import { lockAuditChain, type ReadTransaction, type WriteTransaction } from './transaction.ts';

/** SHA-256 of the text in UTF-8, as hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Appends what was done to the log, in the transaction that does it. Make it the last step: everybody else who appends
 * waits until this transaction ends, which is what keeps the chain without gaps.
 *
 * @param now the clock, read after the wait, so that times run in the order of the chain
 */
export async function appendAudit(trx: WriteTransaction, event: Omit<AuditEvent, 'occurredAt'>, now: () => Date = () => new Date()): Promise<SealedEntry> {
  await lockAuditChain(trx);
  const last = await trx.selectFrom('audit_event').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  const sealed = sealEntry({ ...event, occurredAt: now().toISOString() }, last ?? null, sha256);
  await trx.insertInto('audit_event').values({ entry: sealed.text, hash: sealed.hash }).execute();
  return sealed;
}

export interface AuditQuery {
  readonly planId?: string;
  /** Entries after this one only. */
  readonly after?: number;
  readonly limit?: number;
}

/** Entries of the log, oldest first. */
export async function readAudit(trx: ReadTransaction, { planId, after = 0, limit }: AuditQuery = {}): Promise<AuditEntry[]> {
  let query = trx.selectFrom('audit_event').select('entry').where('sequence', '>', after);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.orderBy('sequence').execute();
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
}

/** What is looked for in the log; every part that is given must fit. */
export interface AuditSearch {
  /** Staff number, as it stands in the log. */
  readonly actor?: string;
  readonly action?: string;
  readonly planId?: string;
  /** First and last moment, ISO 8601 in UTC; the second is not included. */
  readonly since?: string;
  readonly before?: string;
}

export interface AuditPage {
  readonly total: number;
  readonly entries: readonly AuditEntry[];
}

/** A page of what was found, newest first. */
export async function searchAudit(trx: ReadTransaction, { actor, action, planId, since, before }: AuditSearch, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<AuditPage> {
  let query = trx.selectFrom('audit_event');
  if (actor !== undefined) query = query.where((eb) => eb(eb.fn('lower', ['actor']), '=', actor.toLowerCase()));
  if (action !== undefined) query = query.where('action', '=', action);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (since !== undefined) query = query.where('occurred_at', '>=', since);
  if (before !== undefined) query = query.where('occurred_at', '<', before);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.select('entry').orderBy('sequence', 'desc').offset(offset).limit(limit).execute();
  return { total, entries: rows.map(({ entry }) => JSON.parse(entry) as AuditEntry) };
}

/** The actions and plans that occur in the log, to choose from. */
export async function auditChoices(trx: ReadTransaction): Promise<{ readonly actions: readonly string[]; readonly plans: readonly string[] }> {
  const actions = await trx.selectFrom('audit_event').select('action').distinct().orderBy('action').execute();
  const plans = await trx.selectFrom('audit_event').select('plan_id').where('plan_id', 'is not', null).distinct().orderBy('plan_id').execute();
  return { actions: actions.map(({ action }) => action), plans: plans.flatMap(({ plan_id: id }) => (id === null ? [] : [id])) };
}

/** How many entries there are, and the hash of the last one: to be noted outside, so that a cut end is found. */
export async function auditHead(trx: ReadTransaction): Promise<KnownHead | null> {
  return (await trx.selectFrom('audit_event').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Every fault of the stored chain; none when it is whole. */
export async function verifyAudit(trx: ReadTransaction, knownHead: KnownHead | null = null): Promise<ChainFault[]> {
  const rows = await trx.selectFrom('audit_event').select(['sequence', 'entry as text', 'hash']).orderBy('sequence').execute();
  return verifyChain(rows, sha256, knownHead);
}
