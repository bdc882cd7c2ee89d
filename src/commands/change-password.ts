import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { passwordHashOf, setMustChangePassword, setPasswordHash } from '../database/credential-store.ts';
import { clearFailures } from '../database/lock-out-store.ts';
import { findPerson, type Person } from '../database/people-store.ts';
import { deleteSessionsOf } from '../database/session-store.ts';
import { readTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { passwordProblems } from '../domain/organization/password-rules.ts';
import type { Actor } from '../domain/organization/post.ts';
import { oneTimePassword } from './one-time-password.ts';
import { noSuchPerson, type PeopleOutcome, problem, refuseOthers } from './people-problem.ts';

export interface ChangePasswordRequest {
  readonly personId: string;
  /** The session that goes on; all others of the person end. */
  readonly sessionId: string;
  readonly current: string;
  readonly wanted: string;
  readonly repeated: string;
  readonly now: () => Date;
}

/** Changes the own password, ends the other sessions and writes it down. Hashing is slow on purpose, so it stands outside the transaction. */
export async function changePassword(db: Database, { personId, sessionId, current, wanted, repeated, now }: ChangePasswordRequest): Promise<PeopleOutcome<{ readonly endedSessions: number }>> {
  const { person, hash } = await readTransaction(db, async (trx) => {
    const found = await findPerson(trx, personId);
    return { person: found, hash: found?.authUserId ? await passwordHashOf(trx, found.authUserId) : null };
  });
  const authUserId = person?.authUserId;
  if (!person || !authUserId || hash === null) return { done: false, problems: [noSuchPerson] };
  const right = await verifyPassword({ hash, password: current });
  const problems = [
    ...(right ? [] : [problem('current', 'current-wrong', '今のパスワードが違います。', '今のパスワードを入力し直してください。')]),
    ...passwordProblems(wanted, person).map((message) => problem('wanted', 'password-unfit', message, '別のパスワードにしてください。')),
    ...(right && wanted === current ? [problem('wanted', 'password-same', '今と同じパスワードは使えません。', '別のパスワードにしてください。')] : []),
    ...(wanted === repeated ? [] : [problem('repeated', 'password-differs', '確認用のパスワードが、新しいパスワードと違います。', '同じものを入力してください。')]),
  ];
  if (problems.length > 0) return { done: false, problems };
  const wantedHash = await hashPassword(wanted);
  return writeTransaction(db, async (trx): Promise<PeopleOutcome<{ readonly endedSessions: number }>> => {
    await setPasswordHash(trx, authUserId, wantedHash);
    await setMustChangePassword(trx, personId, false);
    const endedSessions = await deleteSessionsOf(trx, authUserId, sessionId);
    await appendAudit(trx, { actor: person.staffNumber, action: 'change-password', planId: null, details: { endedSessions } }, now);
    return { done: true, endedSessions };
  });
}

export interface ResetPasswordRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly now: () => Date;
}

/** Gives somebody a one-time password in place of the old one and ends all sessions; for a forgotten password. */
export async function resetPassword(db: Database, { actor, personId, now }: ResetPasswordRequest): Promise<PeopleOutcome<{ readonly oneTimePassword: string; readonly staffNumber: string; readonly name: string }>> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  return writeTransaction(db, async (trx): Promise<PeopleOutcome<{ readonly oneTimePassword: string; readonly staffNumber: string; readonly name: string }>> => {
    const person = await findPerson(trx, personId);
    const problems = [...refuseOthers(actor), ...(person && !person.demo ? [] : [noSuchPerson])];
    if (problems.length > 0 || !person) return { done: false, problems };
    await storeOneTimePassword(trx, person, hash, actor.staffNumber, now);
    return { done: true, oneTimePassword: password, staffNumber: person.staffNumber, name: person.name };
  });
}

/** Stores the hash of a one-time password with everything that goes with it. */
export async function storeOneTimePassword(trx: WriteTransaction, { id, authUserId, staffNumber }: Person, hash: string, by: string, now: () => Date): Promise<void> {
  if (authUserId === null) throw new Error(`The person ${id} has no row for sign-in.`);
  await setPasswordHash(trx, authUserId, hash);
  await setMustChangePassword(trx, id, true);
  await deleteSessionsOf(trx, authUserId);
  await clearFailures(trx, 'password', staffNumber);
  await clearFailures(trx, 'second-step', staffNumber);
  await appendAudit(trx, { actor: by, action: 'reset-password', planId: null, details: { staffNumber } }, now);
}
