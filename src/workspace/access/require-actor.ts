import type { Context, MiddlewareHandler } from 'hono';
import { expireSession } from '../../commands/end-sessions.ts';
import { findPerson, type Person, toActor } from '../../database/people-store.ts';
import { findSession, type Session, touchSession } from '../../database/session-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { needsSecondStep } from '../../domain/organization/sign-in-rules.ts';
import { longestSessionHours } from './authentication.ts';
import type { PeopleParts, SignedInEnv } from './people-parts.ts';
import { returnAddress } from './return-address.ts';
import { endedPage, noPostPage } from './signed-out-page.tsx';
import { dayInJapan } from '../workspace.ts';

/**
 * Lets only people through who are signed in, with the posts that they hold today, and puts them into the context. Somebody
 * with a one-time password, or without a second step that is required, gets no further than to mend that; who comes from the
 * sign-in service of the city has used neither.
 */
export function requireActor(parts: PeopleParts): MiddlewareHandler<SignedInEnv> {
  return async (context, next) => {
    const found = await signedIn(parts, context);
    if (!found) return turnAway(parts, context);
    const { session, person } = found;
    const actor = toActor(person, dayInJapan(parts.now()));
    context.set('actor', actor);
    context.set('session', session);
    context.set('person', person);
    const wanted = context.req.path;
    if (wanted === '/workspace/sign-out') return next();
    if (person.mustChangePassword && session.method !== 'oidc') return wanted === passwordPage ? next() : context.redirect(passwordPage, 303);
    if (!person.demo && !session.secondStep && needsSecondStep(actor, parts.settings.secondStep, session.method)) {
      return wanted.startsWith(secondStepPage) ? next() : context.redirect(secondStepPage, 303);
    }
    if (actor.posts.length === 0 && !wanted.startsWith('/workspace/account')) return context.html(noPostPage(parts, actor), 403);
    return next();
  };
}

const passwordPage = '/workspace/account/password';
const secondStepPage = '/workspace/account/second-step';

/** Who sends the request; nobody when the session is unknown, idle for too long, too old, or of a fictional person outside the demonstration. */
async function signedIn({ db, cookies, now, settings, demo }: PeopleParts, context: Context): Promise<{ readonly session: Session; readonly person: Person } | null> {
  const token = await cookies.readToken(context);
  if (token === null) return null;
  const found = await readTransaction(db, async (trx) => {
    const session = await findSession(trx, token);
    const person = session && (await findPerson(trx, session.personId));
    return session && person ? { session, person } : null;
  });
  if (!found) return null;
  const { session, person } = found;
  const at = now();
  const idle = at.getTime() - session.lastSeenAt.getTime() > settings.idleMinutes * 60_000;
  if (idle || at.getTime() - session.createdAt.getTime() > longestSessionHours * 3_600_000) {
    await expireSession(db, { staffNumber: person.staffNumber, sessionId: session.id, reason: idle ? 'idle' : 'age', now });
    return null;
  }
  if (person.demo && !demo) return null;
  if (at.getTime() - session.lastSeenAt.getTime() >= 60_000) await writeTransaction(db, (trx) => touchSession(trx, session.id, at));
  return found;
}

/** A page is asked for again after sign-in; a script is told; what a form carried is shown, so that no word is lost. */
async function turnAway(parts: PeopleParts, context: Context): Promise<Response> {
  const hadSession = (await parts.cookies.readToken(context)) !== null;
  const { method, path, url } = context.req;
  if (context.req.header('sec-fetch-dest') === 'empty' || context.req.header('content-type')?.startsWith('application/json')) {
    return Response.json({ reason: 'signed-out', message: 'サインインの期限が切れました。もう一度サインインしてください。' }, { status: 401 });
  }
  if (method === 'GET' || method === 'HEAD') {
    const wanted = returnAddress(path + new URL(url).search);
    const query = new URLSearchParams({ ...(hadSession ? { ended: '1' } : {}), ...(wanted === '/workspace/' ? {} : { return: wanted }) });
    return context.redirect(`/workspace/sign-in${query.size > 0 ? `?${query}` : ''}`, 303);
  }
  if (path === '/workspace/sign-out') return context.redirect('/workspace/sign-in', 303);
  return context.html(endedPage(parts, await typedTexts(context)), 401);
}

async function typedTexts(context: Context): Promise<string[]> {
  const body = await context.req.parseBody({ all: true }).catch(() => ({}));
  const secret = ['current', 'wanted', 'repeated', 'password', 'code'];
  return Object.entries(body).filter(([name]) => !secret.includes(name)).flatMap(([, value]) => value)
    .filter((value): value is string => typeof value === 'string' && value.trim().length > 20);
}
