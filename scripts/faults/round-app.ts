// The product as a fault test sees it: its database and its commands behind a socket. Killed with -9 again and again.
//   node scripts/faults/round-app.ts <folder>
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { saveAnswer } from '../../src/commands/save-answer.ts';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/start-embedded-postgres.ts';
import type { Action, AnswerState } from '../../src/domain/approval/transitions.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { actorOf, type Person, today } from './round-people.ts';

/** What a client asks for. `words` are its own, so that they are found again. */
export type Asked =
  | { readonly do: 'look'; readonly request: string }
  | { readonly do: Action; readonly as: Person; readonly request: string; readonly baseVersion: number | null; readonly words: string };

/** Where a request stands, as a client sees it before it acts. */
export interface Standing {
  readonly state: AnswerState;
  readonly version: number | null;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const db = openDatabase(server.connection);
  const departments = (await db.selectFrom('plan_department').select('department_id').execute()).map((row) => row.department_id);
  const socket = join(folder, 'app.sock');
  rmSync(socket, { force: true });
  createServer((request, response) => {
    text(request).then((body) => answerTo(db, departments, JSON.parse(body) as Asked)).then(
      (outcome) => response.end(JSON.stringify(outcome)),
      // The database is killed too, now and then: the client is told that nothing is known.
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(socket, () => process.stdout.write(`ready ${server.pid}\n`));
}

async function answerTo(db: Database, departments: readonly string[], asked: Asked): Promise<unknown> {
  const { request: requestId } = asked;
  if (asked.do === 'look') return db.selectFrom('request').select(['state', 'current_version as version']).where('id', '=', Number(requestId)).executeTakeFirstOrThrow();
  const { do: action, as, baseVersion, words } = asked;
  const common = { requestId, actor: actorOf(as, departments), today, baseVersion };
  const answer = { ...emptyItemAnswer, text: words };
  if (action === 'save' || action === 'take-in') return saveAnswer(db, { ...common, answer, ...(action === 'take-in' && { cause: 'workbook' }) });
  const writes = action === 'submit' || action === 'correct';
  return actOnRequest(db, { ...common, action, note: words, ...(writes && { answer }), ...(action === 'unlock' && { unlockUntil: today }) });
}
