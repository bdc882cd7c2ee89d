import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { OidcSettings } from './oidc-settings.ts';

/** What a sign-in at the service must bring back; kept in a signed cookie of the browser that began it. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OidcProvider {
  /** Where the browser goes to sign in. @throws OidcUnreachable */
  addressFor(attempt: OidcAttempt): Promise<URL>;
  /** The claims of the ID token, whose signature, issuer, audience, times and nonce are right; null when they are not. @throws OidcUnreachable */
  claimsFor(attempt: OidcAttempt, code: string): Promise<Readonly<Record<string, unknown>> | null>;
}

/** The service gave no answer in time, or none that can be used. */
export class OidcUnreachable extends Error {}

/** How long the service may take for one answer. Milliseconds. */
const patience = 10_000;

/**
 * The city's sign-in service by better-auth's genericOAuth: discovery, PKCE, exchange of the code, and verification of the ID
 * token. It is asked at the first sign-in and not at the start, so that Ayumi starts while the service is away. None of
 * better-auth's own addresses take part: they would make people who are not known, and no audit row.
 *
 * @param redirectUri address of our page to which the service sends the browser back
 */
export function openOidcProvider(settings: OidcSettings, secretKey: string, redirectUri: string): OidcProvider {
  let known: ReturnType<typeof discover> | null = null;
  const provider = async () => {
    known ??= discover(settings, secretKey);
    try {
      return await inTime(known);
    } catch (error) {
      known = null;
      throw error;
    }
  };
  return {
    async addressFor({ state, nonce, verifier }) {
      return await (await provider()).createAuthorizationURL({ state, codeVerifier: verifier, idTokenNonce: nonce, redirectURI: redirectUri });
    },
    async claimsFor({ nonce, verifier }, code) {
      const service = await provider();
      // A refusal of the service (a code that was used, another verifier) comes as an error like any other.
      const tokens = await inTime(service.validateAuthorizationCode({ code, codeVerifier: verifier, redirectURI: redirectUri })).catch((error: unknown) => {
        if (error instanceof OidcUnreachable || error instanceof TypeError) throw error;
        return null;
      });
      if (!tokens?.idToken) return null;
      const found = await inTime(service.getUserInfo({ ...tokens, expectedIdTokenNonce: nonce }));
      return found === null ? null : { ...found.data };
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings, secret: string) {
  const { socialProviders } = await betterAuth({
    secret, baseURL: 'http://localhost', telemetry: { enabled: false }, logger: { disabled: true }, rateLimit: { enabled: false },
    plugins: [genericOAuth({ config: [{
      providerId: 'oidc', discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, clientId, clientSecret, scopes: ['openid', 'profile'], pkce: true,
      requireIdTokenVerification: true, getUserInfo: ({ idToken }) => Promise.resolve(claimsIn(idToken)),
    }] })],
  }).$context;
  const [provider] = socialProviders;
  if (!provider?.idToken || !('issuer' in provider.idToken)) throw new OidcUnreachable('The sign-in service did not describe itself.');
  // A description that names another service than the one that was configured is not believed. Source: OpenID Connect Discovery 1.0, 4.3.
  if (provider.idToken.issuer !== issuer) throw new OidcUnreachable(`The sign-in service calls itself ${String(provider.idToken.issuer)}.`);
  return provider;
}

/** The claims of a token that better-auth has verified before it asks for them. */
function claimsIn(idToken: string | undefined): { id: string; email: string; emailVerified: boolean } | null {
  if (idToken === undefined) return null;
  const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sub: string };
  return { email: '', emailVerified: false, ...claims, id: claims.sub };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OidcUnreachable('The sign-in service gave no answer in time.')), patience);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
