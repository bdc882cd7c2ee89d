import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { deleteSession, deleteSessionsOf, findSession, listSessions } from '../database/session-store.ts';
import { findPerson } from '../database/people-store.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';

/** Ends the session of a cookie because its person wants it (sign-out). A cookie without a session is no fault. */
export function signOut(db: Database, token: string, now: () => Date): Promise<void> {
  return writeTransaction(db, async (trx) => {
    const session = await findSession(trx, token);
    if (!session) return;
    const person = await findPerson(trx, session.personId);
    await deleteSession(trx, session.id);
    await appendAudit(trx, { actor: person?.staffNumber ?? session.personId, action: 'sign-out', planId: null, details: {} }, now);
  });
}

/** Ends a session that was idle for too long, or too long altogether. */
export function expireSession(db: Database, { staffNumber, sessionId, reason, now }: { readonly staffNumber: string; readonly sessionId: string; readonly reason: 'idle' | 'age'; readonly now: () => Date }): Promise<void> {
  return writeTransaction(db, async (trx) => {
    await deleteSession(trx, sessionId);
    await appendAudit(trx, { actor: staffNumber, action: 'session-expired', planId: null, details: { reason } }, now);
  });
}

/** Ends another session of the same person, with a row in the audit log. False when it is not (or no longer) theirs. */
export function revokeSession(db: Database, actor: Actor, sessionId: string, now: () => Date): Promise<boolean> {
  return writeTransaction(db, async (trx) => {
    const session = (await listSessions(trx, actor.personId)).find(({ id }) => id === sessionId);
    if (!session) return false;
    await deleteSession(trx, sessionId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'revoke-session', planId: null, details: { address: session.address, begun: session.createdAt.toISOString() } }, now);
    return true;
  });
}

/** Ends every session of the person but this one, and says how many. */
export function revokeOtherSessions(db: Database, actor: Actor, keptId: string, now: () => Date): Promise<number> {
  return writeTransaction(db, async (trx) => {
    const person = await findPerson(trx, actor.personId);
    const ended = person?.authUserId ? await deleteSessionsOf(trx, person.authUserId, keptId) : 0;
    if (ended > 0) await appendAudit(trx, { actor: actor.staffNumber, action: 'revoke-session', planId: null, details: { sessions: ended } }, now);
    return ended;
  });
}
