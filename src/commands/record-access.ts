import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { AuditDetail } from '../domain/audit/audit-event.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { Actor } from '../domain/organization/post.ts';

/** A file that leaves the staff side without being part of an edition. */
export type ExportedDocument = 'unanswered-list' | 'papers' | 'minutes';

/** Writes down that somebody takes a file out. Only then is it handed over. */
export function recordExport(db: Database, actor: Pick<Actor, 'staffNumber'>, document: ExportedDocument, planId: string, details: Readonly<Record<string, AuditDetail>>): Promise<void> {
  return writeTransaction(db, async (trx) => { await appendAudit(trx, { actor: actor.staffNumber, action: 'export-document', planId, details: { document, ...details } }); });
}

/** Writes down that somebody asked for what is not theirs to see or do. @param attempted method and path as they came */
export function recordForbidden(db: Database, actor: Pick<Actor, 'staffNumber'>, attempted: string): Promise<void> {
  return writeTransaction(db, async (trx) => {
    await appendAudit(trx, { actor: actor.staffNumber, action: 'refusal', planId: null, details: { attempted: storableText(attempted.slice(0, 200)), code: 'forbidden' } });
  });
}
