import { createHash } from 'node:crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { appendEvidence, appendRemoval, listEvidence } from '../database/evidence-store.ts';
import { changeRequest, type LockedRequest, lockRequest } from '../database/locked-request.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { permissionFor } from '../domain/approval/request-policy.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { evidenceProblems, mediaTypeOf, type OfferedFile } from '../domain/round/evidence.ts';
import { actorOn } from './answer-steps.ts';
import { auditRequestRefusal, refuseRequest, type RequestRefusal, unknownRequest } from './request-refusal.ts';

export interface EvidenceRequest {
  readonly requestId: string;
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** Files to be added: all of them, or none when one does not fit. */
  readonly files?: readonly OfferedFile[];
  /** Ids of files to be removed. They are removed first, so that there is room. */
  readonly remove?: readonly string[];
}

export type EvidenceOutcome =
  | { readonly outcome: 'changed'; readonly added: number; readonly removed: number }
  | (RequestRefusal & { readonly problems?: readonly Problem[] });

/** Adds evidence to an answer and removes it. May be done by whoever may write the answer, as long as it may be written. */
export async function changeEvidence(db: Database, asked: EvidenceRequest): Promise<EvidenceOutcome> {
  const outcome = await writeTransaction(db, (trx) => change(trx, asked));
  if (outcome.outcome === 'refused') await auditRequestRefusal(db, asked.actor, asked.files?.length ? 'add-evidence' : 'remove-evidence', asked.requestId, outcome);
  return outcome;
}

async function change(trx: WriteTransaction, { requestId, actor, today, files = [], remove = [] }: EvidenceRequest): Promise<EvidenceOutcome> {
  const request = await lockRequest(trx, requestId);
  if (!request) return unknownRequest;
  const acting = actorOn(actor, today);
  const permission = permissionFor(acting, request, 'save', today);
  if (!permission.allowed) return refuseRequest(permission.code, permission.reason);
  if (request.subject.kind !== 'node' || request.round.asked.evidence === 'not-asked') return refuseRequest('evidence-not-asked', 'この照会では、証拠資料を求めていません。');
  const present = await listEvidence(trx, requestId);
  const gone = present.filter(({ id }) => remove.includes(id));
  const kept = present.filter(({ id }) => !remove.includes(id));
  const named = files.map(({ name, bytes }) => ({ name: storableText(name).replace(/^.*[\\/]/s, ''), bytes, hash: sha256(bytes) }));
  // The same file twice, as a second press of the button sends it, is one.
  const fresh = named.filter(({ hash, name }, index) => ![...kept.map((file) => ({ hash: file.sha256, name: file.name })), ...named.slice(0, index)].some((other) => other.hash === hash && other.name === name));
  const problems = evidenceProblems(fresh, kept);
  if (problems.length > 0) return { ...refuseRequest('evidence-unfit', problems.map(({ message, fix }) => `${message}${fix}`).join('')), problems };

  for (const { id } of gone) await appendRemoval(trx, id, acting.personId);
  const added: { readonly id: string; readonly name: string; readonly size: number; readonly hash: string }[] = [];
  for (const { name, bytes, hash } of fresh) {
    const id = await appendEvidence(trx, {
      request_id: request.key, name, media_type: mediaTypeOf({ name, bytes }) ?? 'application/octet-stream', size: bytes.length, sha256: hash, content: Buffer.from(bytes), person_id: acting.personId,
    });
    added.push({ id, name, size: bytes.length, hash });
  }
  if (gone.length + added.length > 0) await changeRequest(trx, request, {});
  for (const { id, name, sha256: hash } of gone) await audit(trx, request, acting, 'remove-evidence', { evidence: id, name, hash });
  for (const { id, name, size, hash } of added) await audit(trx, request, acting, 'add-evidence', { evidence: id, name, size, hash });
  return { outcome: 'changed', added: added.length, removed: gone.length };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function audit(trx: WriteTransaction, { key, round, department, subject }: LockedRequest, actor: Actor, action: string, file: Readonly<Record<string, string | number>>): Promise<void> {
  await appendAudit(trx, {
    actor: actor.staffNumber, action, planId: round.planId,
    details: { fiscalYear: round.fiscalYear, request: String(key), subject: `${subject.kind} ${subject.id}`, department, ...file },
  });
}
