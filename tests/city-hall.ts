import { importPlan } from '../src/commands/import-plan.ts';
import { openRound } from '../src/commands/open-round.ts';
import { prepareRound } from '../src/commands/prepare-round.ts';
import { publishEdition } from '../src/commands/publish-edition.ts';
import type { Database } from '../src/database/connection.ts';
import { loadEdition } from '../src/database/edition-store.ts';
import { insertPerson } from '../src/database/people-store.ts';
import { listBoard } from '../src/database/request-store.ts';
import { readTransaction, writeTransaction } from '../src/database/transaction.ts';
import { readBundle } from '../src/documents/bundle/read-bundle.ts';
import { sealingOf } from '../src/documents/edition-json/edition-json.ts';
import type { Actor, Post, Role } from '../src/domain/organization/post.ts';
import { proposeAssignments } from '../src/domain/round/plan-requests.ts';

// A city hall in the middle of its round: the sample published for 2020, the round of 2021 open, people in their posts.

export const planId = 'gyozaisei-6';
export const duringRound = new Date('2022-05-10T03:00:00Z');

/** Somebody with posts, as the program sees a person who is signed in. */
export function actorWith(name: string, ...posts: readonly (readonly [Role, string?])[]): Actor {
  return { personId: `person-${name}`, staffNumber: name, name, posts: posts.map(([role, department = null]): Post => ({ role, department, from: '2020-04-01', until: null })) };
}

export const people = {
  secretariat: actorWith('jimukyoku', ['secretariat']),
  writer: actorWith('tanto', ['reporter', 'shokuin']),
  otherWriter: actorWith('tanto2', ['reporter', 'shokuin']),
  head: actorWith('kacho', ['section-head', 'shokuin']),
  stranger: actorWith('yoso', ['reporter', 'zaisei']),
  viewer: actorWith('etsuran', ['viewer']),
  administrator: actorWith('kanri', ['administrator']),
} as const;

/** Sets the scene in an empty database. All indicators are owned by 政策室. */
export async function openCityHall(db: Database): Promise<void> {
  const read = await readBundle('samples/komae-2020');
  if (!read.ok) throw new Error('The sample has problems.');
  await importPlan(db, { ...read.value, actor: 'system' });
  await publishEdition(db, { planId, fiscalYear: 2020, actor: 'system', hashOf: sealingOf });
  await writeTransaction(db, async (trx) => {
    for (const { personId, staffNumber, name, posts } of Object.values(people)) {
      await insertPerson(trx, {
        id: personId, staffNumber, name, email: null, authUserId: null, demo: false, mustChangePassword: false,
        posts: posts.map((post, index) => ({ ...post, id: `${personId}-${index}`, municipality: post.department === null ? null : '132195' })),
      });
    }
  });
  const edition = await readTransaction(db, (trx) => loadEdition(trx, planId, 2020));
  const actor = people.secretariat;
  const prepared = await prepareRound(db, {
    planId, fiscalYear: 2021, asked: { progress: 'required', selfAssessment: 'optional', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'optional' },
    scale: [{ id: 'a', name: 'Ａ（順調）' }, { id: 'b', name: 'Ｂ（おおむね順調）' }, { id: 'c', name: 'Ｃ（遅れ）' }],
    departmentDeadline: '2022-05-20', headDeadline: '2022-05-27', actor,
    assignments: proposeAssignments(edition?.edition ?? null, Object.fromEntries(read.value.plan.indicators.map(({ id }) => [id, 'seisaku']))),
  });
  if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
  const opened = await openRound(db, { planId, fiscalYear: 2021, actor, allowUnassigned: true });
  if (opened.outcome === 'refused') throw new Error(JSON.stringify(opened.refusals));
}

/** The request to a department about an item: 05 is ICT人財の育成, asked of 職員課 (shokuin). */
export async function requestOf(db: Database, number: string, department: string): Promise<string> {
  const board = await readTransaction(db, (trx) => listBoard(trx, planId, 2021));
  const found = board.find((request) => request.number === number && request.department === department);
  if (!found) throw new Error(`No request to ${department} about ${number}.`);
  return found.id;
}
