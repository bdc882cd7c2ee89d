import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Authentication } from './authentication.ts';

/** Where the cookie of a sign-in at the service of the city goes, and nowhere else. */
const attemptPath = '/workspace/sign-in/oidc';

/** The cookies of sign-in, as better-auth names and signs them. */
export interface SessionCookies {
  /** The token of a session, when its signature is ours. */
  readToken(context: Context): Promise<string | null>;
  writeToken(context: Context, token: string): Promise<void>;
  /** What waits for its second step, when the signature is ours. */
  readPending(context: Context): Promise<string | null>;
  /** What was remembered of a sign-in at the service of the city while the browser is there; taken once. */
  takeAttempt(context: Context): Promise<string | null>;
  writeAttempt(context: Context, attempt: string): Promise<void>;
  clear(context: Context): void;
  /** Headers with this one cookie and no other, to be given to better-auth. */
  only(context: Context, which: 'session' | 'pending'): Headers;
}

export async function openSessionCookies(authentication: Authentication, key: string): Promise<SessionCookies> {
  const { authCookies, createAuthCookie } = await authentication.$context;
  const session = authCookies.sessionToken;
  const pending = createAuthCookie('two_factor', { maxAge: 600 });
  const attempt = createAuthCookie('oidc', { maxAge: 600 });
  const read = async (context: Context, name: string): Promise<string | null> => (await getSignedCookie(context, key, name)) || null;
  return {
    readToken: (context) => read(context, session.name),
    readPending: (context) => read(context, pending.name),
    async writeToken(context, token) {
      await setSignedCookie(context, session.name, token, key, { httpOnly: true, sameSite: 'Lax', path: '/', secure: session.attributes.secure ?? false, maxAge: session.attributes.maxAge ?? 0 });
    },
    async takeAttempt(context) {
      const kept = await read(context, attempt.name);
      deleteCookie(context, attempt.name, { path: attemptPath, secure: attempt.attributes.secure ?? false });
      return kept;
    },
    async writeAttempt(context, kept) {
      await setSignedCookie(context, attempt.name, kept, key, { httpOnly: true, sameSite: 'Lax', path: attemptPath, secure: attempt.attributes.secure ?? false, maxAge: 600 });
    },
    clear(context) {
      for (const { name, attributes } of [session, pending]) deleteCookie(context, name, { path: '/', secure: attributes.secure ?? false });
    },
    only(context, which) {
      const { name } = which === 'session' ? session : pending;
      const pair = (context.req.header('cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
      return new Headers(pair ? { cookie: pair } : {});
    },
  };
}
