import { verifyAudit } from '../../src/database/audit-store.ts';
import { type AnswerEvent, type AnswerVersion, listEvents, listVersions } from '../../src/database/answer-store.ts';
import type { Database } from '../../src/database/connection.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { findTransition } from '../../src/domain/approval/transitions.ts';
import type { Acknowledged } from './round-client.ts';

/** Everything that is wrong after the kills, one sentence each; nothing when all is well. */
export async function checkRound(db: Database, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const faults: string[] = [];
  const byRequest = Map.groupBy(acknowledged, ({ request }) => request);
  const rows = await db.selectFrom('request').selectAll().execute();
  const logged = await loggedSteps(db);
  for (const row of rows) {
    const id = String(row.id);
    const { versions, events } = await readTransaction(db, async (trx) => ({ versions: await listVersions(trx, id), events: await listEvents(trx, id) }));
    const say = (fault: string) => faults.push(`request ${id}: ${fault}`);
    checkStanding(row, versions, events, say);
    for (const step of byRequest.get(id) ?? []) checkAcknowledged(step, versions, events, say);
    const steps = events.length + versions.filter(({ parked }) => parked).length;
    if ((logged.get(id) ?? 0) !== steps) say(`${steps} steps and parked versions, ${logged.get(id) ?? 0} audit rows`);
  }
  for (const fault of await readTransaction(db, (trx) => verifyAudit(trx))) faults.push(`audit: ${JSON.stringify(fault)}`);
  return faults;
}

/** No half step: the steps make a chain of the table, and the request stands at its end with a version that exists. */
function checkStanding(row: { readonly state: string; readonly current_version: number | null }, versions: readonly AnswerVersion[], events: readonly AnswerEvent[], say: (fault: string) => void): void {
  let state = 'not-started';
  for (const { id, from, to, action, actingRole } of events) {
    if (from !== state || findTransition(actingRole, from, action)?.to !== to) say(`step ${id} goes ${from} → ${to} by ${action} after ${state}`);
    state = to;
  }
  if (row.state !== state) say(`stands at ${row.state}, its last step led to ${state}`);
  if (row.current_version !== (events.at(-1)?.version ?? null)) say(`its current version is ${row.current_version}, that of the last step ${events.at(-1)?.version}`);
  if (row.current_version !== null && versions[row.current_version - 1]?.parked !== false) say(`its current version ${row.current_version} is missing or parked`);
  versions.forEach(({ number }, index) => { if (number !== index + 1) say(`version ${index + 1} is missing`); });
  const made = versions.filter(({ parked }) => !parked).length;
  const named = new Set(events.map(({ version }) => version).filter((version) => version !== null)).size;
  if (made !== named) say(`${made} versions, ${named} of them made by a step`);
}

/** What was acknowledged is there: the words in their version, the step with its note. */
function checkAcknowledged({ action, words, outcome }: Acknowledged, versions: readonly AnswerVersion[], events: readonly AnswerEvent[], say: (fault: string) => void): void {
  const holds = (number: number | null | undefined, parked: boolean): boolean => {
    const version = number ? versions[number - 1] : undefined;
    return version?.parked === parked && version.answer.kind === 'item' && version.answer.text === words;
  };
  if (outcome.outcome === 'saved' && !holds(outcome.version, false)) say(`the saved words of ${words} are lost`);
  if (outcome.parkedVersion !== undefined && !holds(outcome.parkedVersion, true)) say(`the parked words of ${words} are lost`);
  if (outcome.outcome !== 'done') return;
  if (!events.some((event) => event.action === action && event.note === words && event.to === outcome.state)) say(`the step ${action} of ${words} is lost`);
  if ((action === 'submit' || action === 'correct') && !holds(outcome.version, false)) say(`the words of ${action} of ${words} are lost`);
}

async function loggedSteps(db: Database): Promise<Map<string, number>> {
  const rows = await db.selectFrom('audit_event').select('entry').where('action', '<>', 'refusal').execute();
  const counts = new Map<string, number>();
  for (const { entry } of rows) {
    const { details } = JSON.parse(entry) as { details: { request?: string } };
    if (details.request !== undefined) counts.set(details.request, (counts.get(details.request) ?? 0) + 1);
  }
  return counts;
}
