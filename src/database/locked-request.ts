import { sql } from 'kysely';
import type { RequestStanding } from '../domain/approval/request-policy.ts';
import type { AnswerState } from '../domain/approval/transitions.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Round, Subject } from '../domain/round/round.ts';
import { keyOf } from './answer-store.ts';
import { loadRound, subjectFromRow } from './round-store.ts';
import type { WriteTransaction } from './transaction.ts';

/** A request that nobody else can change until the transaction ends. */
export interface LockedRequest extends RequestStanding {
  readonly key: number;
  readonly subject: Subject;
  readonly currentVersion: number | null;
  readonly round: Round;
}

/** Waits until nobody else works on the request and takes it. Nothing when there is none of that id, or it went into another one. */
export async function lockRequest(trx: WriteTransaction, requestId: string): Promise<LockedRequest | undefined> {
  const key = keyOf(requestId);
  if (key === null) return undefined;
  const row = await trx.selectFrom('request').selectAll().where('id', '=', key).where('merged_into', 'is', null).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  // After the lock and in a query of its own: a round that was closed while this waited is seen as closed.
  const round = await loadRound(trx, row.plan_id, row.fiscal_year);
  if (!round) throw new Error(`Request ${requestId} belongs to no round; the table forbids it.`);
  return {
    key, subject: subjectFromRow(row), round, department: row.department_id, state: row.state, currentVersion: row.current_version,
    roundIsOpen: round.state === 'open', departmentDeadline: round.departmentDeadline, headDeadline: round.headDeadline, unlockedUntil: row.unlocked_until,
  };
}

export interface RequestChange {
  readonly state?: AnswerState;
  readonly currentVersion?: number;
  readonly unlockedUntil?: CalendarDate;
}

/** Writes where the request stands now, and that something happened to it. */
export async function changeRequest(trx: WriteTransaction, { key }: LockedRequest, { state, currentVersion, unlockedUntil }: RequestChange): Promise<void> {
  await trx.updateTable('request').where('id', '=', key).set({
    last_activity: sql<string>`clock_timestamp()`,
    ...(state !== undefined && { state }),
    ...(currentVersion !== undefined && { current_version: currentVersion }),
    ...(unlockedUntil !== undefined && { unlocked_until: unlockedUntil }),
  }).execute();
}
