import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { recordOidcRefusal, recordSignIn, type SignInPlace } from '../../commands/record-sign-in.ts';
import { findPersonByStaffNumber } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { parseStaffNumber } from '../../domain/organization/staff-number.ts';
import { type OidcAttempt, type OidcProvider, OidcUnreachable, openOidcProvider } from '../access/oidc-provider.ts';
import { addressOf, browserOf, type PeopleParts } from '../access/people-parts.ts';
import { returnAddress } from '../access/return-address.ts';
import type { AddressLimit } from './address-limit.ts';
import { openSession } from './credentials.ts';

const start = '/workspace/sign-in/oidc';
const callback = `${start}/callback`;
/** How long somebody may take at the service. Milliseconds. */
const patience = 600_000;

/** Why the service of the city opened nothing: the name for the log, and the words for the person. */
const refusals = {
  'oidc-unreachable': (name: string) => `${name}に接続できません。しばらくしてからやり直すか、システム管理者に連絡してください。`,
  'oidc-cancelled': (name: string) => `${name}でのサインインが完了しませんでした。はじめからやり直してください。`,
  'oidc-attempt-lost': () => 'サインインの手続きが途中で切れました（開始から10分が過ぎたか、別のブラウザーで続けました）。はじめからやり直してください。',
  'oidc-not-verified': (name: string) => `${name}からの回答を確かめられませんでした。やり直しても同じときは、システム管理者に連絡してください。`,
  'oidc-no-staff-number': (name: string) => `${name}から職員番号が届きませんでした。システム管理者に連絡してください。`,
  'oidc-unknown-person': (name: string) => `${name}で確かめた職員番号は、あゆみの利用者として登録されていません。システム管理者に登録を依頼してください。`,
} as const;

export type OidcRefusal = keyof typeof refusals;

/** The words of a refusal; undefined for a name that is none. */
export function oidcRefusalInWords(code: string | undefined, name: string): string | undefined {
  return code !== undefined && Object.hasOwn(refusals, code) ? refusals[code as OidcRefusal](name) : undefined;
}

/** Sign-in at the service of the city: the way there, and the way back with its answer. Nobody is ever made known by it. */
export function oidcRoutes(app: Hono, parts: PeopleParts, limit: AddressLimit): void {
  const { settings: { oidc, workspaceUrl }, secretKey } = parts;
  if (!oidc || workspaceUrl === null) return;
  const provider = openOidcProvider(oidc, secretKey, workspaceUrl + callback);

  app.get(start, async (context) => {
    const attempt: OidcAttempt = { state: randomText(), nonce: randomText(), verifier: randomText() };
    const address = await orUnreachable(() => provider.addressFor(attempt));
    if (address === unreachable) return refuse(parts, limit, context, 'oidc-unreachable');
    await parts.cookies.writeAttempt(context, JSON.stringify({ ...attempt, begun: parts.now().getTime(), returnTo: returnAddress(context.req.query('return')) }));
    return context.redirect(address.href, 303);
  });

  app.get(callback, async (context) => {
    if (limit.waitUntil(addressOf(context), parts.now())) return context.redirect('/workspace/sign-in?many=1', 303);
    const attempt = readAttempt(await parts.cookies.takeAttempt(context));
    const { code, state, error } = context.req.query();
    if (!attempt || state !== attempt.state || parts.now().getTime() - attempt.begun > patience) return refuse(parts, limit, context, 'oidc-attempt-lost');
    if (error !== undefined || !code) return refuse(parts, limit, context, 'oidc-cancelled');
    return take(parts, provider, limit, context, attempt, code);
  });
}

/** The answer of the service: who it is, and whether Ayumi knows that person. */
async function take(parts: PeopleParts, provider: OidcProvider, limit: AddressLimit, context: Context, attempt: KeptAttempt, code: string): Promise<Response> {
  const claims = await orUnreachable(() => provider.claimsFor(attempt, code));
  if (claims === unreachable) return refuse(parts, limit, context, 'oidc-unreachable');
  if (claims === null) return refuse(parts, limit, context, 'oidc-not-verified');
  const claimed = claims[parts.settings.oidc?.staffNumberClaim ?? ''];
  const staffNumber = typeof claimed === 'string' ? parseStaffNumber(claimed) : null;
  if (staffNumber === null) return refuse(parts, limit, context, 'oidc-no-staff-number');
  const person = await readTransaction(parts.db, (trx) => findPersonByStaffNumber(trx, staffNumber));
  if (!person || person.demo || person.authUserId === null) return refuse(parts, limit, context, 'oidc-unknown-person', staffNumber);
  const token = await openSession(parts, person.authUserId);
  // What the service says of the means (mfa, otp, pwd …) is kept for who reads the log. Source: RFC 8176.
  const means = Array.isArray(claims['amr']) ? claims['amr'].filter((mean) => typeof mean === 'string').slice(0, 10).map((mean) => mean.slice(0, 20)) : [];
  await recordSignIn(parts.db, person, token, 'oidc', placeOf(parts, context), means.length > 0 ? { authentication: means } : {});
  parts.cookies.clear(context);
  await parts.cookies.writeToken(context, token);
  return context.redirect(returnAddress(attempt.returnTo), 303);
}

async function refuse(parts: PeopleParts, limit: AddressLimit, context: Context, reason: OidcRefusal, staffNumber: string | null = null): Promise<Response> {
  limit.fail(addressOf(context), parts.now());
  await recordOidcRefusal(parts.db, reason, staffNumber, placeOf(parts, context));
  return context.redirect(`/workspace/sign-in?refused=${reason}`, 303);
}

const unreachable = Symbol('unreachable');

async function orUnreachable<T>(ask: () => Promise<T>): Promise<T | typeof unreachable> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof OidcUnreachable || error instanceof TypeError) return unreachable;
    throw error;
  }
}

interface KeptAttempt extends OidcAttempt {
  readonly returnTo: string;
  /** When it began; milliseconds since 1970. */
  readonly begun: number;
}

/** Ours, or it would not have our signature; a cookie of an older version may lack a part. */
function readAttempt(kept: string | null): KeptAttempt | null {
  if (kept === null) return null;
  const { state, nonce, verifier, returnTo, begun } = JSON.parse(kept) as Partial<KeptAttempt>;
  return state && nonce && verifier ? { state, nonce, verifier, returnTo: returnTo ?? '', begun: begun ?? 0 } : null;
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function placeOf({ now }: PeopleParts, context: Context): SignInPlace {
  return { address: addressOf(context), browser: browserOf(context), now };
}
