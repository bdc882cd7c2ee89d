import { isAPIError } from 'better-auth/api';
import type { Context } from 'hono';
import { beginSession } from '../../database/session-store.ts';
import { writeTransaction } from '../../database/transaction.ts';
import { addressOf, browserOf, type PeopleParts } from '../access/people-parts.ts';

/** The first code of a second step: when it is right, better-auth switches it on and replaces the session, whose token this is. */
export async function confirmCode({ authentication, cookies, db, now }: PeopleParts, context: Context, code: string): Promise<string | null> {
  try {
    const { headers } = await authentication.api.verifyTOTP({ body: { code }, headers: cookies.only(context, 'session'), returnHeaders: true });
    const token = decodeURIComponent(headers.getSetCookie().find((cookie) => cookie.includes('session_token='))?.split(/[=;]/)[1] ?? '').split('.')[0] ?? '';
    if (token === '') throw new Error('better-auth gave no session after the second step was set up.');
    await writeTransaction(db, (trx) => beginSession(trx, token, { now: now(), address: addressOf(context), browser: browserOf(context), method: 'password-and-code' }));
    return token;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
