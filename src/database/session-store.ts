import type { SignInMethod } from '../domain/organization/sign-in-rules.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A sign-in that is still going on. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly browser: string | null;
  /** Whether the person has a second step that works. */
  readonly secondStep: boolean;
  readonly method: SignInMethod | null;
}

/** How a session began: better-auth knows neither our clock nor the address of the connection. */
export interface SessionBeginning {
  readonly now: Date;
  readonly address: string;
  readonly browser: string;
  readonly method: SignInMethod;
}

/** The session of a cookie, or nothing: it ended, was revoked, or never was. */
export async function findSession(trx: ReadTransaction, token: string): Promise<Session | undefined> {
  return (await sessions(trx, (query) => query.where('auth.session.token', '=', token)))[0];
}

/** The sessions of a person, the newest first. */
export function listSessions(trx: ReadTransaction, personId: string): Promise<Session[]> {
  return sessions(trx, (query) => query.where('person.id', '=', personId));
}

async function sessions(trx: ReadTransaction, narrow: (query: SessionQuery) => SessionQuery): Promise<Session[]> {
  const rows = await narrow(sessionQuery(trx)).orderBy('auth.session.created_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id, token: row.token, personId: row.personId, createdAt: new Date(row.created_at), lastSeenAt: new Date(row.last_seen_at), address: row.ip_address,
    browser: row.user_agent, secondStep: row.two_factor_enabled, method: row.method,
  }));
}

type SessionQuery = ReturnType<typeof sessionQuery>;

function sessionQuery(trx: ReadTransaction) {
  return trx.selectFrom('auth.session')
    .innerJoin('person', 'person.auth_user_id', 'auth.session.user_id')
    .innerJoin('auth.user', 'auth.user.id', 'auth.session.user_id')
    .select([
      'auth.session.id', 'auth.session.token', 'person.id as personId', 'auth.session.created_at', 'auth.session.last_seen_at', 'auth.session.ip_address',
      'auth.session.user_agent', 'auth.session.method', 'auth.user.two_factor_enabled',
    ]);
}

/** Notes that somebody is there. */
export async function touchSession(trx: WriteTransaction, id: string, now: Date): Promise<void> {
  await trx.updateTable('auth.session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** Notes how a session began. */
export async function beginSession(trx: WriteTransaction, token: string, { now, address, browser, method }: SessionBeginning): Promise<void> {
  await trx.updateTable('auth.session').set({ created_at: now, last_seen_at: now, ip_address: address, user_agent: browser.slice(0, 300), method }).where('token', '=', token).execute();
}

export async function deleteSession(trx: WriteTransaction, id: string): Promise<void> {
  await trx.deleteFrom('auth.session').where('id', '=', id).execute();
}

/** Ends every session of a user but the one to be kept, and says how many. */
export async function deleteSessionsOf(trx: WriteTransaction, authUserId: string, keptId: string | null = null): Promise<number> {
  let query = trx.deleteFrom('auth.session').where('user_id', '=', authUserId);
  if (keptId !== null) query = query.where('id', '!=', keptId);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Removes what ended long ago and was not signed out of. */
export async function deleteSessionsBefore(trx: WriteTransaction, lastSeen: Date): Promise<void> {
  await trx.deleteFrom('auth.session').where('last_seen_at', '<', lastSeen.toISOString()).execute();
  await trx.deleteFrom('auth.verification').where('expires_at', '<', lastSeen.toISOString()).execute();
}
