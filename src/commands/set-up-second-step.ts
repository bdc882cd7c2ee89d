import { randomBytes, randomInt } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { deleteSecondStep, saveSecondStep, secondStepOf } from '../database/credential-store.ts';
import { findPerson } from '../database/people-store.ts';
import { deleteSessionsOf } from '../database/session-store.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { noSuchPerson, type PeopleOutcome, refuseOthers } from './people-problem.ts';

const recoveryCodeCount = 10;
const recoveryCharacters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The secret of a second step that is being set up, as text; the same one until it is confirmed, so that a page that is
 * loaded again fits the app. Null when the second step was set up already.
 *
 * @param key the key of the installation, which encrypts what is stored; better-auth reads it with the same key
 */
export function beginSecondStep(db: Database, authUserId: string, key: string): Promise<string | null> {
  return writeTransaction(db, async (trx) => {
    const stored = await secondStepOf(trx, authUserId);
    if (stored) return stored.confirmed ? null : symmetricDecrypt({ key, data: stored.secret });
    const secret = randomBytes(16).toString('base64url');
    await saveSecondStep(trx, authUserId, { secret: await symmetricEncrypt({ key, data: secret }), recoveryCodes: await encryptedCodes(newCodes(), key), confirmed: false });
    return secret;
  });
}

/** Makes new recovery codes, which replace the old ones, and writes it down. They are shown once. */
export function renewRecoveryCodes(db: Database, { staffNumber, authUserId, key, now, confirmed }: {
  readonly staffNumber: string; readonly authUserId: string; readonly key: string; readonly now: () => Date;
  /** Whether this ends the set-up of the second step. */
  readonly confirmed: boolean;
}): Promise<string[]> {
  return writeTransaction(db, async (trx) => {
    const stored = await secondStepOf(trx, authUserId);
    if (!stored?.confirmed) throw new Error(`The second step of ${staffNumber} was not confirmed.`);
    const codes = newCodes();
    await saveSecondStep(trx, authUserId, { ...stored, recoveryCodes: await encryptedCodes(codes, key) });
    await appendAudit(trx, { actor: staffNumber, action: confirmed ? 'set-up-second-step' : 'renew-recovery-codes', planId: null, details: {} }, now);
    return codes;
  });
}

/** Takes away the second step of somebody who has lost it, and ends all sessions; it is asked for anew at the next sign-in. */
export function removeSecondStep(db: Database, { actor, personId, now }: { readonly actor: Actor; readonly personId: string; readonly now: () => Date }): Promise<PeopleOutcome> {
  return writeTransaction(db, async (trx): Promise<PeopleOutcome> => {
    const person = await findPerson(trx, personId);
    const problems = [...refuseOthers(actor), ...(person?.authUserId ? [] : [noSuchPerson])];
    if (problems.length > 0 || !person?.authUserId) return { done: false, problems };
    await deleteSecondStep(trx, person.authUserId);
    await deleteSessionsOf(trx, person.authUserId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'remove-second-step', planId: null, details: { staffNumber: person.staffNumber } }, now);
    return { done: true };
  });
}

function encryptedCodes(codes: readonly string[], key: string): Promise<string> {
  return symmetricEncrypt({ key, data: JSON.stringify(codes) });
}

function newCodes(): string[] {
  const piece = (): string => Array.from({ length: 5 }, () => recoveryCharacters[randomInt(recoveryCharacters.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${piece()}-${piece()}`);
}
