import type { Context, Hono } from 'hono';
import type { Database } from '../database/connection.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { PublishedFiles } from '../publication/published-files.ts';
import type { Proofreader } from '../proofreader/open-proofreader.ts';
import type { WorkspaceAssets } from '../ui/workspace-frame.tsx';

/** What every task of the staff side is given. */
export interface WorkspaceParts {
  readonly db: Database;
  readonly assets: WorkspaceAssets;
  /** Whether this installation is the demonstration with fictional people. */
  readonly demo: boolean;
  /** Told when something has been published: the public side is made anew. Resolves when it shows the new state; told what is finished on the way. */
  readonly published: (progress?: (made: string) => void) => Promise<void>;
  /** The public side as it stands; left out where an installation has none to carry out (tests). */
  readonly publicSide?: () => PublishedFiles;
  /** Reads what people write for slips; null where the installation does without. */
  readonly proofreader: Proofreader | null;
  /** The clock of the installation, in Japan's time; replaced in tests. */
  readonly now: () => Date;
}

/** What the middleware before a task has put there: the person who is signed in. */
export interface WorkspaceEnv {
  Variables: { actor: Actor };
}

export type WorkspaceContext = Context<WorkspaceEnv>;

/** One task of the staff side with its pages, below /workspace. */
export type WorkspaceTask = (parts: WorkspaceParts) => Hono<WorkspaceEnv>;

/** The calendar day in Japan at a moment. */
export function dayInJapan(moment: Date): CalendarDate {
  return new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}
