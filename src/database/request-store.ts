import { sql } from 'kysely';
import { type ActingRole, whoHasIt } from '../domain/approval/transitions.ts';
import type { CalendarDate, FiscalYear, FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import type { InstructionToAnswer } from '../domain/headquarters/headquarters.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { type Actor, departmentRoles, isHeldOn } from '../domain/organization/post.ts';
import type { Answer } from '../domain/round/answer.ts';
import type { Evidence } from '../domain/round/evidence.ts';
import { type LastYear, lastYearOfAll } from '../domain/round/last-year.ts';
import type { RequestedNode } from '../domain/round/requested-node.ts';
import type { Round } from '../domain/round/round.ts';
import { type AnswerEvent, keyOf, listEvents, listVersions, loadVersion } from './answer-store.ts';
import { loadAskedSubject } from './asked-subject.ts';
import { correctionIn, type SecretariatCorrection } from './secretariat-correction.ts';
import { loadBefore } from './plan-before.ts';
import { type DeadlineChange, listDeadlineChanges } from './deadline-change-store.ts';
import { listEvidence } from './evidence-store.ts';
import { listInstructionsTo } from './headquarters-store.ts';
import { loadRequestLineage, type RequestLineage } from './request-lineage.ts';
import { type RequestSummary, summaries, summaryFromRow } from './request-summary.ts';
import { loadRound } from './round-store.ts';
import type { ReadTransaction } from './transaction.ts';

export type { RequestSummary };

/** A request with all that the page of an item shows. */
export interface RequestDetail extends RequestSummary, RequestLineage {
  readonly round: Round;
  /** The last change of the deadlines since the round was opened, or null. */
  readonly deadlineChange: DeadlineChange | null;
  readonly plan: { readonly id: string; readonly title: string; readonly labels: FiscalYearLabelling };
  /** The current version as typed; null while nothing was written. */
  readonly answer: Answer | null;
  /** How many versions there are, parked ones too. */
  readonly versions: number;
  readonly events: readonly AnswerEvent[];
  /** What the secretariat has changed in what the department wrote, while nobody has written since; else null. */
  readonly correction: SecretariatCorrection | null;
  /** Files that stand beside the answer. */
  readonly evidence: readonly Evidence[];
  readonly lastYear: LastYear | null;
  readonly node: RequestedNode | null;
  readonly indicator: Indicator | null;
  /** What other departments are asked about the same subject. */
  readonly others: readonly RequestSummary[];
  /** Instructions of headquarters that must be answered. */
  readonly instructions: readonly InstructionToAnswer[];
}

/** A request on the board of the secretariat. */
export interface BoardRow extends RequestSummary {
  /** Who did something with it last. */
  readonly lastPerson: string | null;
  /** Names of those in whose hands it is now; empty when it was accepted, or nobody holds the post. */
  readonly withWhom: readonly string[];
}

/** What stands with the departments in which the actor writes or approves: of rounds that are open, and of a closed one while no newer one is open. */
export async function listMyWork(trx: ReadTransaction, actor: Actor, today: CalendarDate): Promise<RequestSummary[]> {
  const departments = new Set(actor.posts.flatMap((post) => (post.department !== null && departmentRoles.includes(post.role) && isHeldOn(post, today) ? [post.department] : [])));
  if (departments.size === 0) return [];
  const rows = await summaries(trx).where('request.department_id', 'in', [...departments])
    .where((eb) => eb.or([
      eb('round.state', '=', 'open'),
      eb.and([
        eb('round.state', '=', 'closed'),
        eb.not(eb.exists(eb.selectFrom('round as newer').select('newer.state').whereRef('newer.plan_id', '=', 'request.plan_id')
          .whereRef('newer.fiscal_year', '>', 'request.fiscal_year').where('newer.state', '<>', 'preparing'))),
      ]),
    ])).execute();
  return rows.map(summaryFromRow);
}

/** One request without what only its page shows, or nothing when there is none of that id. */
export async function loadRequestSummary(trx: ReadTransaction, id: string): Promise<RequestSummary | undefined> {
  const key = keyOf(id);
  const row = key === null ? undefined : await summaries(trx).where('request.id', '=', key).executeTakeFirst();
  return row && summaryFromRow(row);
}

/** Everything about one request, or nothing when there is none of that id. */
export async function loadRequest(trx: ReadTransaction, id: string): Promise<RequestDetail | undefined> {
  const [key, summary] = [keyOf(id), await loadRequestSummary(trx, id)];
  if (key === null || !summary) return undefined;
  const { planId, fiscalYear, subject, department, currentVersion } = summary;
  const [round, asked] = [await loadRound(trx, planId, fiscalYear), await loadAskedSubject(trx, planId, subject)];
  if (!round || !asked) throw new Error(`Request ${id} has no round or no plan; the tables forbid it.`);
  const current = currentVersion === null ? undefined : await loadVersion(trx, id, currentVersion);
  const { count } = await trx.selectFrom('answer_version').select(({ fn }) => fn.countAll<number>().as('count')).where('request_id', '=', key).executeTakeFirstOrThrow();
  const others = await summaries(trx).where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear)
    .where(`request.${subject.kind}_id`, '=', subject.id).where('request.id', '<>', key).execute();
  const before = await loadBefore(trx, planId, fiscalYear);
  return {
    ...summary, ...asked, round,
    ...(await loadRequestLineage(trx, { key, planId, subject, department })),
    deadlineChange: (await listDeadlineChanges(trx, planId, fiscalYear))[0] ?? null,
    answer: current?.answer ?? null,
    versions: count,
    events: await listEvents(trx, id),
    correction: current?.cause === 'correct' ? correctionIn(await listVersions(trx, id), current.number) : null,
    evidence: await listEvidence(trx, id),
    lastYear: before && lastYearOfAll(before.edition, before.subjectsOf(subject), department),
    others: others.map(summaryFromRow),
    instructions: subject.kind === 'node' ? await listInstructionsTo(trx, { planId, fiscalYear, nodeId: subject.id, department }) : [],
  };
}

/** Every request of a round with who has it now. @param today the day on which posts are looked up; without it that of the server, in Japan */
export async function listBoard(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, today?: CalendarDate): Promise<BoardRow[]> {
  const rows = await summaries(trx).where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear)
    .select((eb) => eb.selectFrom('answer_event').innerJoin('person', 'person.id', 'answer_event.person_id').select('person.name')
      .whereRef('answer_event.request_id', '=', 'request.id').orderBy('answer_event.id', 'desc').limit(1).as('last_person'))
    .execute();
  const holders = await listHolders(trx, planId, today);
  return rows.map((row) => {
    const summary = summaryFromRow(row);
    const role = whoHasIt(summary.state);
    return { ...summary, lastPerson: row.last_person, withWhom: role === null ? [] : holders(role, summary.department) };
  });
}

/** Names of those who act in a role for a department; deputies stand in only where there is no section head. */
async function listHolders(trx: ReadTransaction, planId: string, today?: CalendarDate): Promise<(role: ActingRole, department: string) => string[]> {
  const day = today === undefined ? sql<CalendarDate>`(now() at time zone 'Asia/Tokyo')::date` : sql<CalendarDate>`${today}::date`;
  const posts = await trx.selectFrom('post').innerJoin('person', 'person.id', 'post.person_id').select(['post.role', 'post.department_id', 'person.name'])
    .where('post.role', 'in', ['reporter', 'section-head', 'deputy', 'secretariat'])
    .where('post.valid_from', '<=', day).where((eb) => eb.or([eb('post.valid_until', 'is', null), eb('post.valid_until', '>=', day)]))
    .where((eb) => eb.or([
      eb('post.municipality_code', 'is', null),
      eb('post.municipality_code', '=', eb.selectFrom('plan').select('plan.municipality_code').where('plan.id', '=', planId)),
    ]))
    .orderBy('person.staff_number').execute();
  const names = Map.groupBy(posts, ({ role, department_id }) => `${role} ${department_id ?? ''}`);
  const namesOf = (key: string): string[] => [...new Set((names.get(key) ?? []).map(({ name }) => name))];
  return (role, department) => {
    if (role === 'secretariat') return namesOf('secretariat ');
    if (role === 'reporter') return namesOf(`reporter ${department}`);
    const heads = namesOf(`section-head ${department}`);
    return heads.length > 0 ? heads : namesOf(`deputy ${department}`);
  };
}
