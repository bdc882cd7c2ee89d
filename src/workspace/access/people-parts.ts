import type { Context } from 'hono';
import type { Session } from '../../database/session-store.ts';
import type { Person } from '../../database/people-store.ts';
import { type Authentication, createAuthentication } from './authentication.ts';
import { openSessionCookies, type SessionCookies } from './session-cookie.ts';
import type { SignInSettings } from './sign-in-settings.ts';
import type { WorkspaceEnv, WorkspaceParts } from '../workspace.ts';

/** What sign-in and the pages about people are given beside the parts of every task. */
export interface PeopleSetup extends WorkspaceParts {
  readonly settings: SignInSettings;
  /** The key of the installation: `loadSecretKey`. */
  readonly secretKey: string;
}

export interface PeopleParts extends PeopleSetup {
  readonly authentication: Authentication;
  readonly cookies: SessionCookies;
}

export async function openPeopleParts(setup: PeopleSetup): Promise<PeopleParts> {
  const authentication = createAuthentication(setup.db, { secretKey: setup.secretKey, workspaceUrl: setup.settings.workspaceUrl });
  return { ...setup, authentication, cookies: await openSessionCookies(authentication, setup.secretKey) };
}

/** What the guard knows of a request beside the actor. */
export interface SignedInEnv {
  Variables: WorkspaceEnv['Variables'] & { session: Session; person: Person };
}

/** The other end of the connection itself. What a header says of it (X-Forwarded-For) anybody can write. */
export function addressOf(context: Context): string {
  const bindings = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? '不明';
}

/** The browser's name for itself, cut to a length that fits a table. */
export function browserOf(context: Context): string {
  return (context.req.header('user-agent') ?? '').slice(0, 300);
}
