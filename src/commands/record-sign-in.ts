import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { takeCodeOnce } from '../database/credential-store.ts';
import { beginTry, clearFailures, type SignInStep, type Try } from '../database/lock-out-store.ts';
import { findPersonByStaffNumber, type Person } from '../database/people-store.ts';
import { beginSession, deleteSessionsBefore } from '../database/session-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import type { AuditDetail } from '../domain/audit/audit-event.ts';
import type { SignInMethod } from '../domain/organization/sign-in-rules.ts';

/** From where somebody signs in. */
export interface SignInPlace {
  /** Other end of the connection. */
  readonly address: string;
  readonly browser: string;
  readonly now: () => Date;
}

/** What stands in the log for a staff number that nobody has: people type passwords into the wrong field. */
export const unknownActor = '不明な職員番号';

/** Counts a try, or refuses it while the staff number is locked; a refusal is a row in the audit log. */
export function takeTry(db: Database, step: SignInStep, staffNumber: string, place: SignInPlace): Promise<Try> {
  return writeTransaction(db, (trx) => countTry(trx, step, staffNumber, place));
}

/** Counts a try with a code of the second step, and takes the code once: `unused` is false for the same code again. */
export function takeCodeTry(db: Database, { staffNumber, authUserId, code }: { readonly staffNumber: string; readonly authUserId: string; readonly code: string }, place: SignInPlace): Promise<Try & { readonly unused: boolean }> {
  return writeTransaction(db, async (trx) => {
    const taken = await countTry(trx, 'second-step', staffNumber, place);
    return { ...taken, unused: taken.taken && (await takeCodeOnce(trx, authUserId, code, place.now())) };
  });
}

async function countTry(trx: WriteTransaction, step: SignInStep, staffNumber: string, { address, now }: SignInPlace): Promise<Try> {
  const taken = await beginTry(trx, step, staffNumber, now());
  if (!taken.taken) await audit(trx, 'sign-in-refused', staffNumber, { step, address, lockedUntil: taken.lockedUntil.toISOString() }, now);
  return taken;
}

/** Writes down that a try failed, and that the staff number is locked by it. */
export function recordFailure(db: Database, step: SignInStep, staffNumber: string, lockedUntil: Date | null, { address, now }: SignInPlace): Promise<void> {
  return writeTransaction(db, async (trx) => {
    await audit(trx, 'sign-in-failed', staffNumber, { step, address }, now);
    if (lockedUntil) await audit(trx, 'sign-in-locked', staffNumber, { step, address, lockedUntil: lockedUntil.toISOString() }, now);
  });
}

/** Writes down why the sign-in service of the city opened nothing. @param staffNumber as the service gave it, or null where it gave none */
export function recordOidcRefusal(db: Database, reason: string, staffNumber: string | null, { address, now }: SignInPlace): Promise<void> {
  return writeTransaction(db, (trx) => audit(trx, 'sign-in-failed', staffNumber ?? '', { step: 'oidc', reason, address, ...(staffNumber === null ? {} : { staffNumber }) }, now));
}

/** Forgets failures of a step that was passed. */
export function recordPassedStep(db: Database, step: SignInStep, staffNumber: string): Promise<void> {
  return writeTransaction(db, (trx) => clearFailures(trx, step, staffNumber));
}

/** Begins the session with its row in the audit log. Only then is the cookie handed out. @param more what else the log should know */
export function recordSignIn(
  db: Database, person: Pick<Person, 'staffNumber'>, token: string, method: SignInMethod, place: SignInPlace, more: Readonly<Record<string, AuditDetail>> = {},
): Promise<void> {
  return writeTransaction(db, async (trx) => {
    const now = place.now();
    await beginSession(trx, token, { now, address: place.address, browser: place.browser, method });
    // Who guesses a password gets no new tries because its owner came in another way.
    if (method !== 'oidc') await clearFailures(trx, 'password', person.staffNumber);
    if (method !== 'oidc' && method !== 'demonstration') await clearFailures(trx, 'second-step', person.staffNumber);
    await deleteSessionsBefore(trx, new Date(now.getTime() - 86_400_000));
    await appendAudit(trx, { actor: person.staffNumber, action: 'sign-in', planId: null, details: { method, address: place.address, ...more } }, place.now);
  });
}

async function audit(trx: WriteTransaction, action: string, staffNumber: string, details: Readonly<Record<string, string>>, now: () => Date): Promise<void> {
  const person = await findPersonByStaffNumber(trx, staffNumber);
  await appendAudit(trx, { actor: person?.staffNumber ?? unknownActor, action, planId: null, details }, now);
}
