import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { longestPassword, shortestPassword } from '../../domain/organization/password-rules.ts';

/** Hours after which a sign-in ends, whatever happens. */
export const longestSessionHours = 12;

export interface AuthenticationSettings {
  readonly secretKey: string;
  /** Where staff reach the workspace: https makes cookies secure. */
  readonly workspaceUrl: string | null;
}

/**
 * better-auth on our pool and our tables. Its own addresses are not mounted: our pages call it, after the lock-out that it
 * lacks. It checks passwords, keeps the sign-in between the two steps, checks codes, makes sessions and signs cookies.
 */
export function createAuthentication(db: Database, { secretKey, workspaceUrl }: AuthenticationSettings) {
  return betterAuth({
    appName: 'あゆみ',
    secret: secretKey,
    baseURL: workspaceUrl ?? 'http://localhost',
    basePath: '/workspace/better-auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: { db: db.withoutPlugins().withSchema('auth').withPlugin(instantsAsDates), type: 'postgres' },
    advanced: { cookiePrefix: 'ayumi', useSecureCookies: workspaceUrl?.startsWith('https://') ?? false, ipAddress: { disableIpTracking: true } },
    user: { fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      expiresIn: longestSessionHours * 3600, disableSessionRefresh: true,
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at', ipAddress: 'ip_address', userAgent: 'user_agent', userId: 'user_id' },
    },
    account: {
      fields: {
        accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', createdAt: 'created_at', updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword * 2 },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 1, maxUsernameLength: 30, usernameValidator: () => true }),
      twoFactor({
        issuer: 'あゆみ',
        accountLockout: { enabled: false },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: { backupCodes: 'backup_codes', userId: 'user_id', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until' },
          },
        },
      }),
    ],
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;

/** better-auth compares instants as Date; our pool reads them as ISO text. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => Promise.resolve({
    ...result,
    rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) =>
      [column, typeof value === 'string' && /_(at|until)$/.test(column) ? new Date(value) : value]))),
  }),
};
