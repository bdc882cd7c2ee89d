import { type Kysely, sql } from 'kysely';

/** How a session began decides whether Ayumi asks for a second step and a new password: a sign-in service has asked for its own. */
export async function addSessionMethod(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth.session add column method text check (method in ('password', 'password-and-code', 'password-and-recovery-code', 'demonstration', 'oidc'))`.execute(db);
  await sql`comment on column auth.session.method is ${sql.lit('How the person came in: password, with or without a code of the second step, demonstration, or oidc (the sign-in service of the city). Null in the moment before it is noted.')}`.execute(db);
}
