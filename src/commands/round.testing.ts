import { sql } from 'kysely';
import { type AnswerVersion, listVersions } from '../database/answer-store.ts';
import type { Database } from '../database/connection.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { readBundle } from '../documents/bundle/read-bundle.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Actor, Role } from '../domain/organization/post.ts';
import { emptyItemAnswer, type ItemAnswer } from '../domain/round/answer.ts';
import { emptyIndicatorAnswer, type IndicatorAnswer } from '../domain/round/indicator-answer.ts';
import { type Assignments, proposeAssignments } from '../domain/round/plan-requests.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { importPlan } from './import-plan.ts';
import { openRound } from './open-round.ts';
import { prepareRound } from './prepare-round.ts';
import { publishEdition } from './publish-edition.ts';

// A round of 2021 on the real plan, for tests: everybody is asked who was named in 2020, and 政策室 for every indicator.

export const planId = 'gyozaisei-6';
export const fiscalYear = 2021;
export const departmentDeadline = '2022-06-30';
export const headDeadline = '2022-07-10';
/** Days before and after the deadlines. */
export const days = { early: '2022-06-30', afterDepartment: '2022-07-01', afterHead: '2022-07-11' } as const;

export interface RoundRoom {
  readonly opened: OpenTestDatabase;
  readonly db: Database;
  readonly plan: Plan;
  readonly report2020: YearReport;
  /** Somebody with one post; the same person for the same post. */
  actor(role: Role, department?: string | null): Promise<Actor>;
  /** Id of the request about this item or indicator to a department. */
  requestOf(subject: string, department: string): Promise<string>;
  /** Every version with what was typed. */
  versionsOf(requestId: string): Promise<AnswerVersion[]>;
}

export async function openRoundRoom(): Promise<RoundRoom> {
  const opened = await openTestDatabase();
  const { db } = opened;
  const read = await readBundle('samples/komae-2020');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { plan, reports } = read.value;
  await importPlan(db, { plan, reports, actor: '見本' });
  await publishEdition(db, { planId, fiscalYear: 2020, actor: '見本', hashOf: sealingOf });
  const people = new Map<string, Actor>();
  return {
    opened, db, plan, report2020: reports[0]!,
    actor: async (role, department = null) => {
      const key = `${role}.${department ?? 'city'}`;
      const known = people.get(key);
      if (known) return known;
      const actor = { personId: key, staffNumber: String(1001 + people.size), name: `${role} ${department ?? ''}`.trim(), posts: [{ role, department, from: '2021-04-01', until: null }] };
      people.set(key, actor);
      await db.insertInto('person').values({ id: key, staff_number: actor.staffNumber, name: actor.name, email: null, auth_user_id: null }).execute();
      await db.insertInto('post').values({
        id: key, person_id: key, role, department_id: department, municipality_code: department === null ? null : plan.municipality.code, valid_from: '2021-04-01', valid_until: null,
      }).execute();
      return actor;
    },
    requestOf: async (subject, department) => {
      const { id } = await db.selectFrom('request').select('id').where('department_id', '=', department)
        .where(sql<boolean>`coalesce(node_id, indicator_id) = ${subject}`).executeTakeFirstOrThrow();
      return String(id);
    },
    versionsOf: (requestId) => readTransaction(db, (trx) => listVersions(trx, requestId)),
  };
}

/** Prepares and opens the round of 2021. */
export async function openSampleRound(room: RoundRoom): Promise<void> {
  const actor = await room.actor('secretariat');
  const prepared = await prepareRound(room.db, { ...sampleRound(room), actor });
  if (prepared.outcome !== 'prepared') throw new Error(JSON.stringify(prepared));
  const outcome = await openRound(room.db, { planId, fiscalYear, actor });
  if (outcome.outcome !== 'opened') throw new Error(JSON.stringify(outcome));
}

export function sampleRound({ plan, report2020 }: RoundRoom) {
  const asked = { progress: 'required', selfAssessment: 'optional', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'not-asked' } as const;
  return { planId, fiscalYear, asked, scale: [{ id: 'a', name: 'Ａ' }, { id: 'b', name: 'Ｂ' }], departmentDeadline, headDeadline, assignments: sampleAssignments(plan, report2020) };
}

function sampleAssignments(plan: Plan, report: YearReport): Assignments {
  const { forCollectives } = proposeAssignments(null);
  return {
    forCollectives: { ...forCollectives, ...Object.fromEntries(report.reports.map(({ nodeId, reporters }) => [nodeId, reporters])) },
    forIndicators: Object.fromEntries(plan.indicators.map(({ id }) => [id, 'seisaku'])),
  };
}

export function itemAnswer(text: string, more: Partial<ItemAnswer> = {}): ItemAnswer {
  return { ...emptyItemAnswer, text, ...more };
}

export function indicatorAnswer(printed: string, more: Partial<IndicatorAnswer> = {}): IndicatorAnswer {
  return { ...emptyIndicatorAnswer, printed, ...more };
}
