import { isAPIError } from 'better-auth/api';
import type { Context } from 'hono';
import type { PeopleParts } from '../access/people-parts.ts';

/** A password that was right: with the token of a session, or with the cookie that waits for the second step. */
export interface CheckedPassword {
  /** Null while the second step is missing. */
  readonly token: string | null;
  readonly cookies: readonly string[];
}

/** Whether number and password belong together. Somebody who does not exist takes as long as a wrong password. */
export async function checkPassword({ authentication }: PeopleParts, _context: Context, username: string, password: string): Promise<CheckedPassword | null> {
  const answer = await refusedAsNull(() => authentication.api.signInUsername({ body: { username, password }, headers: new Headers(), returnHeaders: true }));
  if (!answer) return null;
  const { headers, response } = answer;
  return { token: response && 'token' in response && response.token ? response.token : null, cookies: headers.getSetCookie().filter((cookie) => !/Max-Age=0/i.test(cookie)) };
}

/** Checks a code for the sign-in that waits, and returns the token of the new session; null when the code is wrong. */
export async function checkCode({ authentication, cookies }: PeopleParts, context: Context, code: string, kind: 'app' | 'recovery'): Promise<string | null> {
  const headers = cookies.only(context, 'pending');
  const answer = await refusedAsNull(() => (kind === 'app'
    ? authentication.api.verifyTOTP({ body: { code }, headers })
    : authentication.api.verifyBackupCode({ body: { code }, headers })));
  return answer?.token ?? null;
}

/** Opens a session without a password, for a fictional person of the demonstration. */
export async function openSession({ authentication }: PeopleParts, authUserId: string): Promise<string> {
  const { internalAdapter } = await authentication.$context;
  return (await internalAdapter.createSession(authUserId)).token;
}

async function refusedAsNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
