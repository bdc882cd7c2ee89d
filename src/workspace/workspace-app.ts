import { Hono } from 'hono';
import type { MailSettings } from '../commands/mail-settings.ts';
import type { RoundChanges } from '../database/round-changes.ts';
import { answerTask } from './answer/answer.ts';
import { approvalTask } from './approval/approval.tsx';
import { boardTask } from './board/board.tsx';
import { exchangeTask } from './exchange/exchange.ts';
import { limitForms } from './forms/form-limits.ts';
import { departmentsTask } from './departments/departments.ts';
import { missing } from './forbidden.tsx';
import { headquartersTask } from './headquarters/headquarters.ts';
import { myWorkTask } from './my-work/my-work.tsx';
import { opinionsTask } from './opinions/opinions.ts';
import { planImportTask } from './plan-import/plan-import.ts';
import type { PeopleSetup } from './access/people-parts.ts';
import { mountPeople } from './people-side.ts';
import { planChangesTask } from './plan-changes/plan-changes.ts';
import { proofreadingTask } from './proofreading/proofreading.ts';
import { publishTask } from './publish/publish.tsx';
import { remindersTask } from './reminders/reminders.tsx';
import { roundsTask } from './rounds/rounds.tsx';
import { startTask } from './start/start.ts';
import { successionTask } from './succession/succession.ts';
import { type StaffFile } from './workspace-assets.ts';
import type { WorkspaceEnv } from './workspace.ts';

/** What the staff side is given when the program starts. */
export interface WorkspaceSetup extends PeopleSetup {
  readonly files: ReadonlyMap<string, StaffFile>;
  /** What moves in the rounds, for the board that keeps itself up to date; null where nobody listens. */
  readonly changes: RoundChanges | null;
  readonly mail: MailSettings | null;
}

/** The whole staff side: sign-in before everything, then one task for each kind of work. */
export async function createWorkspaceApp(setup: WorkspaceSetup): Promise<Hono<WorkspaceEnv>> {
  const app = new Hono<WorkspaceEnv>();
  app.get('/workspace-assets/:name', (context) => {
    const file = setup.files.get(context.req.path);
    if (!file) return context.text('ファイルがありません。', 404);
    return context.body(file.content, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
  });
  app.get('/workspace', (context) => context.redirect('/workspace/', 301));
  await mountPeople(app, setup);
  app.use('/workspace/*', limitForms);
  app.route('/workspace/requests', answerTask(setup));
  app.route('/workspace/approval', approvalTask(setup));
  app.route('/workspace/board', boardTask(setup, setup.changes));
  app.route('/workspace/exchange', exchangeTask(setup));
  app.route('/workspace/rounds', roundsTask(setup));
  app.route('/workspace/reminders', remindersTask(setup, { mail: setup.mail, address: setup.settings.workspaceUrl }));
  app.route('/workspace/departments', departmentsTask(setup));
  app.route('/workspace/start', startTask(setup));
  app.route('/workspace/plan-import', planImportTask(setup));
  app.route('/workspace/plan-changes', planChangesTask(setup));
  app.route('/workspace/succession', successionTask(setup));
  app.route('/workspace/headquarters', headquartersTask(setup));
  app.route('/workspace/proofreading', proofreadingTask(setup));
  app.route('/workspace/opinions', opinionsTask(setup));
  app.route('/workspace/publish', publishTask(setup));
  app.route('/workspace/', myWorkTask(setup));
  app.all('/workspace/*', (context) => missing(context, setup, '番地（URL）が間違っているか、ページがありません。'));
  return app;
}
