import { randomUUID } from 'node:crypto';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** What is stored of the second step; both texts are encrypted. */
export interface StoredSecondStep {
  readonly secret: string;
  readonly recoveryCodes: string;
  /** False until a code was given once. */
  readonly confirmed: boolean;
}

/** Makes the row with which a person can sign in, and returns its id. Without a hash there is no password yet. */
export async function insertCredential(trx: WriteTransaction, { staffNumber, name, passwordHash }: { readonly staffNumber: string; readonly name: string; readonly passwordHash: string | null }): Promise<string> {
  const id = randomUUID();
  await trx.insertInto('auth.user').values({ id, name, email: staffNumber, username: staffNumber.toLowerCase() }).execute();
  if (passwordHash !== null) await setPasswordHash(trx, id, passwordHash);
  return id;
}

export async function passwordHashOf(trx: ReadTransaction, authUserId: string): Promise<string | null> {
  const row = await trx.selectFrom('auth.account').select('password').where('user_id', '=', authUserId).where('provider_id', '=', 'credential').executeTakeFirst();
  return row?.password ?? null;
}

export async function setPasswordHash(trx: WriteTransaction, authUserId: string, password: string): Promise<void> {
  await trx.insertInto('auth.account')
    .values({ id: randomUUID(), account_id: authUserId, provider_id: 'credential', user_id: authUserId, password })
    .onConflict((conflict) => conflict.columns(['provider_id', 'user_id']).doUpdateSet({ password, updated_at: new Date() })).execute();
}

export async function setMustChangePassword(trx: WriteTransaction, personId: string, must: boolean): Promise<void> {
  await trx.updateTable('person').set({ must_change_password: must }).where('id', '=', personId).execute();
}

export async function secondStepOf(trx: ReadTransaction, authUserId: string): Promise<StoredSecondStep | undefined> {
  const row = await trx.selectFrom('auth.two_factor').selectAll().where('user_id', '=', authUserId).executeTakeFirst();
  return row && { secret: row.secret, recoveryCodes: row.backup_codes, confirmed: row.verified };
}

/** Stores a second step that is yet to be confirmed, or new recovery codes of one that was. */
export async function saveSecondStep(trx: WriteTransaction, authUserId: string, { secret, recoveryCodes, confirmed }: StoredSecondStep): Promise<void> {
  const values = { secret, backup_codes: recoveryCodes, verified: confirmed };
  await trx.insertInto('auth.two_factor').values({ id: randomUUID(), user_id: authUserId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values)).execute();
}

export async function deleteSecondStep(trx: WriteTransaction, authUserId: string): Promise<void> {
  await trx.deleteFrom('auth.two_factor').where('user_id', '=', authUserId).execute();
  await trx.updateTable('auth.user').set({ two_factor_enabled: false }).where('id', '=', authUserId).execute();
}

/** For whom a sign-in waits for its second step; nothing when it took too long. */
export async function userOfPendingSignIn(trx: ReadTransaction, identifier: string, now: Date): Promise<string | undefined> {
  const row = await trx.selectFrom('auth.verification').select('value').where('identifier', '=', identifier).where('expires_at', '>', now.toISOString()).executeTakeFirst();
  return row?.value;
}

/**
 * Takes a code of the second step once: the same code again is refused, even while it is still valid. Call it while the
 * count of tries is locked (`beginTry`), or two at once slip through. Source: RFC 6238, 5.2.
 */
export async function takeCodeOnce(trx: WriteTransaction, authUserId: string, code: string, now: Date): Promise<boolean> {
  const identifier = `used-code ${authUserId} ${code}`;
  const used = await trx.selectFrom('auth.verification').select('id').where('identifier', '=', identifier).where('expires_at', '>', now.toISOString()).executeTakeFirst();
  if (used) return false;
  await trx.insertInto('auth.verification').values({ id: randomUUID(), identifier, value: 'used', expires_at: new Date(now.getTime() + 120_000) }).execute();
  return true;
}
