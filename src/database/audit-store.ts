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

/** Every fault of the stored chain; none when it is whole. */
export async function verifyAudit(trx: ReadTransaction, knownHead: KnownHead | null = null): Promise<ChainFault[]> {
  const rows = await trx.selectFrom('audit_event').select(['sequence', 'entry as text', 'hash']).orderBy('sequence').execute();
  return verifyChain(rows, sha256, knownHead);
}
