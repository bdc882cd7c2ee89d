// Several people save and submit at random while the product is killed with -9 at random; then counts what was lost or is half done.
//   node scripts/faults/round.ts [rounds, default 200]
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { importPlan } from '../../src/commands/import-plan.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import type { Database } from '../../src/database/connection.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { readBundle } from '../../src/documents/bundle/read-bundle.ts';
import { withHomeDatabase } from '../../tests/home-database.ts';
import { checkRound } from './round-check.ts';
import type { Acknowledged } from './round-client.ts';
import { actorOf, fiscalYear, people, planId } from './round-people.ts';

export interface RoundFindings {
  readonly rounds: number;
  /** Steps that were acknowledged, by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** How many people work at once, and on how many requests: few, so that they meet. */
const clientCount = 4;
const requestCount = 6;

/** Lets people work in a round in `folder`, kills the product `rounds` times, and checks what is there. Every other time its database is killed with it. */
export async function killWhileAnswering(folder: string, rounds: number): Promise<RoundFindings> {
  const requests = await withHomeDatabase(folder, prepareSample);
  const acknowledged: Acknowledged[] = [];
  const clients = Array.from({ length: clientCount }, (_, index) => startClient(folder, `人${index + 1}`, requests, acknowledged));
  for (let round = 1; round <= rounds; round += 1) {
    const app = spawn(process.execPath, [fileURLToPath(new URL('round-app.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(app, 'exit');
    const server = await readyServer(app, round);
    await sleep(100 + Math.random() * 700);
    if (round % 2 === 0) process.kill(server, 'SIGKILL');
    app.kill('SIGKILL');
    await exit;
  }
  for (const { client, exit } of clients) {
    client.send('stop');
    await exit;
  }
  const faults = await withHomeDatabase(folder, (db) => checkRound(db, acknowledged));
  const outcomes = Object.fromEntries([...Map.groupBy(acknowledged, ({ outcome }) => outcome.outcome)].map(([outcome, steps]) => [outcome, steps.length]));
  return { rounds, outcomes, faults };
}

/** Opens a round of the sample and gives the requests that people will work on. */
async function prepareSample(db: Database): Promise<string[]> {
  await migrateToLatest(db);
  const read = await readBundle(fileURLToPath(new URL('../../samples/komae-2020', import.meta.url)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await importPlan(db, { ...read.value, actor: 'faults' });
  await db.insertInto('person').values(people.map((id) => ({ id, staff_number: id, name: id, email: null, auth_user_id: null }))).execute();
  const actor = actorOf('secretariat', []);
  const asked = { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'not-asked' } as const;
  const prepared = await prepareRound(db, {
    planId, fiscalYear, asked, scale: [], departmentDeadline: '2022-06-30', headDeadline: '2022-07-10', assignments: { forCollectives: {}, forIndicators: {} }, actor,
  });
  const opened = await openRound(db, { planId, fiscalYear, actor, allowUnassigned: true });
  if (prepared.outcome !== 'prepared' || opened.outcome !== 'opened') throw new Error(JSON.stringify([prepared, opened]));
  const rows = await db.selectFrom('request').select('id').orderBy('id').limit(requestCount).execute();
  return rows.map(({ id }) => String(id));
}

function startClient(folder: string, name: string, requests: readonly string[], acknowledged: Acknowledged[]): { client: ChildProcess; exit: Promise<unknown> } {
  const client = fork(fileURLToPath(new URL('round-client.ts', import.meta.url)), [join(folder, 'app.sock'), name, ...requests]);
  client.on('message', (message) => acknowledged.push(message as Acknowledged));
  return { client, exit: once(client, 'exit') };
}

function readyServer(app: ChildProcess, round: number): Promise<number> {
  return new Promise((resolve, reject) => {
    createInterface({ input: app.stdout! }).once('line', (line) => resolve(Number(line.split(' ')[1])));
    app.once('exit', (code) => reject(new Error(`the product ended in round ${round} with ${code}`)));
  });
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-round-'));
  const started = Date.now();
  const { rounds, outcomes, faults } = await killWhileAnswering(folder, Number(process.argv[2] ?? 200));
  rmSync(folder, { recursive: true, force: true });
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  console.log(`${rounds} kills in ${Math.round((Date.now() - started) / 1000)} s; acknowledged: ${counts}; ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
