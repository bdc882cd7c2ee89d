import { lockMinutesAfter } from '../domain/organization/lock-out.ts';
import { sha256 } from './audit-store.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The step of sign-in whose failures are counted; each for itself, or the first would clear the count of the second. */
export type SignInStep = 'password' | 'second-step';

export type Try =
  /** Go on. If it fails, no try is taken before `lockedUntil`. */
  | { readonly taken: true; readonly failures: number; readonly lockedUntil: Date | null }
  | { readonly taken: false; readonly lockedUntil: Date };

/**
 * Counts a try before it is made, as if it had failed; a success takes it back (`clearFailures`). So a hundred tries at
 * once are no more than five. A staff number that nobody has is counted alike.
 */
export async function beginTry(trx: WriteTransaction, step: SignInStep, staffNumber: string, now: Date): Promise<Try> {
  const subject = subjectOf(step, staffNumber);
  await trx.deleteFrom('auth.sign_in_failure').where('last_failed_at', '<', new Date(now.getTime() - 86_400_000).toISOString()).execute();
  // The insert makes others who begin the same wait; they then see what this one has written.
  const { failures, locked_until: before } = await trx.insertInto('auth.sign_in_failure')
    .values({ subject, failures: 1, last_failed_at: now, locked_until: null })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet((eb) => ({ failures: eb('auth.sign_in_failure.failures', '+', 1) })))
    .returning(['failures', 'locked_until']).executeTakeFirstOrThrow();
  if (before !== null && new Date(before) > now) {
    await trx.updateTable('auth.sign_in_failure').set({ failures: failures - 1 }).where('subject', '=', subject).execute();
    return { taken: false, lockedUntil: new Date(before) };
  }
  const minutes = lockMinutesAfter(failures);
  const lockedUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000);
  await trx.updateTable('auth.sign_in_failure').set({ last_failed_at: now, locked_until: lockedUntil }).where('subject', '=', subject).execute();
  return { taken: true, failures, lockedUntil };
}

/** Forgets the failures: after a success, or when an administrator has given a new password. */
export async function clearFailures(trx: WriteTransaction, step: SignInStep, staffNumber: string): Promise<void> {
  await trx.deleteFrom('auth.sign_in_failure').where('subject', '=', subjectOf(step, staffNumber)).execute();
}

/** Until when the person can make no try, or null; for the page of people. */
export async function lockedUntil(trx: ReadTransaction, staffNumber: string, now: Date): Promise<Date | null> {
  const rows = await trx.selectFrom('auth.sign_in_failure').select('locked_until')
    .where('subject', 'in', [subjectOf('password', staffNumber), subjectOf('second-step', staffNumber)]).execute();
  const latest = Math.max(0, ...rows.map(({ locked_until: until }) => (until === null ? 0 : Date.parse(until))));
  return latest > now.getTime() ? new Date(latest) : null;
}

/** Hashed, because people type their password into the field for the number. */
function subjectOf(step: SignInStep, staffNumber: string): string {
  return `${step}:${sha256(staffNumber.toLowerCase())}`;
}
