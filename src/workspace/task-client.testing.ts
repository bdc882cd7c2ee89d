import { Hono } from 'hono';
import { duringRound } from '../../tests/city-hall.ts';
import type { Database } from '../database/connection.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { WorkspaceEnv, WorkspaceParts } from './workspace.ts';

/** The pages of one task as one person sees them: forms are posted, redirects are told and not followed. */
export interface TaskClient {
  get(path: string): Promise<Answered>;
  post(path: string, fields?: readonly (readonly [string, string])[]): Promise<Answered>;
  raw(path: string, init?: RequestInit): Promise<Response>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** Address of a redirect, or null. */
  readonly to: string | null;
}

export function testParts(db: Database, now: Date = duringRound): WorkspaceParts {
  return { db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, published: () => Promise.resolve(), now: () => now };
}

export function taskClient(address: string, task: Hono<WorkspaceEnv>, actor: Actor): TaskClient {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => {
    context.set('actor', actor);
    await next();
  });
  app.route(address, task);
  const answered = async (response: Response): Promise<Answered> => ({ status: response.status, text: await response.text(), to: response.headers.get('location') });
  return {
    get: async (path) => answered(await app.request(path)),
    post: async (path, fields = []) => answered(await app.request(path, { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })),
    raw: async (path, init) => app.request(path, init),
  };
}
