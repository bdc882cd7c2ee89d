import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { accountRoutes } from './account/account.ts';
import { auditLogRoutes } from './audit-log/audit-log.ts';
import { openPeopleParts, type PeopleSetup, type SignedInEnv } from './access/people-parts.ts';
import { importRoutes } from './people/people-import.tsx';
import { peopleRoutes } from './people/people.ts';
import { requireActor } from './access/require-actor.ts';
import { createShield } from './access/shield.ts';
import { signInRoutes } from './sign-in/sign-in.ts';
import type { WorkspaceEnv } from './workspace.ts';

const largestForm = 64 * 1024;
/** A list of 50,000 people. */
const largestList = 16 * 1024 * 1024;

/**
 * Puts sign-in before everything below /workspace and adds the pages about people. Call it first: what is mounted on the
 * same app afterwards is reached only by people who are signed in, and finds `actor` in its context.
 */
export async function mountPeople(app: Hono<WorkspaceEnv>, setup: PeopleSetup): Promise<void> {
  const parts = await openPeopleParts(setup);
  const staff = app as unknown as Hono<SignedInEnv>;
  const small = bodyLimit({ maxSize: largestForm, onError: (context) => context.text('送信された内容が大きすぎます。', 413) });
  staff.use('/workspace/*', createShield(setup.settings.workspaceUrl));
  const large = bodyLimit({ maxSize: largestList, onError: (context) => context.text('ファイルが大きすぎます。16MBまでのファイルを取り込めます。', 413) });
  for (const path of ['/workspace/sign-in/*', '/workspace/sign-out', '/workspace/account/*', '/workspace/people/*']) staff.use(path, (context, next) => (context.req.path === '/workspace/people/import' ? large(context, next) : small(context, next)));
  staff.route('/', signInRoutes(parts));
  staff.use('/workspace/*', requireActor(parts));
  staff.route('/', accountRoutes(parts));
  staff.route('/', importRoutes(parts) as unknown as Hono<SignedInEnv>);
  staff.route('/', peopleRoutes(parts) as unknown as Hono<SignedInEnv>);
  staff.route('/', auditLogRoutes(parts) as unknown as Hono<SignedInEnv>);
}
