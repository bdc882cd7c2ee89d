import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Database } from '../database/connection.ts';
import { findPersonByStaffNumber, listPeople } from '../database/people-store.ts';
import { lockPeople, readTransaction, writeTransaction } from '../database/transaction.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { storePerson } from './add-person.ts';
import { storeOneTimePassword } from './change-password.ts';
import { oneTimePassword } from './one-time-password.ts';

/** 職員番号 of the administrator of the first start. */
export const firstAdministrator = 'admin';

/** Makes one システム管理者 while there is nobody but fictional people, and returns the one-time password; otherwise null. */
export async function addFirstAdministrator(db: Database, today: CalendarDate, now: () => Date): Promise<string | null> {
  if ((await readTransaction(db, listPeople)).some(({ demo }) => !demo)) return null;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return writeTransaction(db, async (trx) => {
    await lockPeople(trx);
    if ((await listPeople(trx)).some(({ demo }) => !demo)) return null;
    await storePerson(trx, {
      staffNumber: firstAdministrator, name: 'システム管理者', email: null, passwordHash, demo: false, by: 'system', now,
      posts: [{ id: randomUUID(), role: 'administrator', municipality: null, department: null, from: today, until: null }],
    });
    return password;
  });
}

/** A one-time password from the shell, for when nobody can sign in who could give one; null when there is no such person. */
export async function resetPasswordAtShell(db: Database, staffNumber: string, by: string, now: () => Date): Promise<string | null> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  return writeTransaction(db, async (trx) => {
    const person = await findPersonByStaffNumber(trx, staffNumber);
    if (!person || person.demo || person.authUserId === null) return null;
    await storeOneTimePassword(trx, person, hash, by, now);
    return password;
  });
}
