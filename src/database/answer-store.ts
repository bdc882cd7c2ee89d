import { sql } from 'kysely';
import type { ActingRole, Action, AnswerState } from '../domain/approval/transitions.ts';
import type { Answer } from '../domain/round/answer.ts';
import { answerFromText } from '../domain/round/stored-answer.ts';
import type { VersionCause } from './round-tables.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

export type { VersionCause };

/** One saved state of an answer. */
export interface AnswerVersion {
  readonly number: number;
  /** The version that was on the screen when this one was written. */
  readonly baseNumber: number | null;
  readonly answer: Answer;
  /** Kept although somebody else had written meanwhile; never current by itself. */
  readonly parked: boolean;
  readonly personId: string;
  readonly personName: string;
  /** Author department. */
  readonly department: string;
  readonly cause: VersionCause;
  readonly note: string | null;
  /** Whether it said nothing that last year's published text did not. */
  readonly unchangedFromLastYear: boolean;
  /** Instant in UTC. */
  readonly savedAt: string;
}

/** One step of a request. */
export interface AnswerEvent {
  readonly id: number;
  readonly action: Action;
  readonly actingRole: ActingRole;
  /** Whether a 代決者 acted for the section head. */
  readonly byDeputy: boolean;
  readonly from: AnswerState;
  readonly to: AnswerState;
  readonly personId: string;
  readonly personName: string;
  readonly note: string | null;
  /** Paragraph that the note is about, counted from 1. */
  readonly paragraph: number | null;
  readonly version: number | null;
  /** Instant in UTC. */
  readonly at: string;
}

/** Every version of an answer, parked ones too, oldest first. */
export async function listVersions(trx: ReadTransaction, requestId: string): Promise<AnswerVersion[]> {
  const key = keyOf(requestId);
  if (key === null) return [];
  return (await versions(trx).where('request_id', '=', key).orderBy('number').execute()).map(versionFromRow);
}

export async function loadVersion(trx: ReadTransaction, requestId: string, number: number): Promise<AnswerVersion | undefined> {
  const key = keyOf(requestId);
  if (key === null || !isVersionNumber(number)) return undefined;
  const row = await versions(trx).where('request_id', '=', key).where('number', '=', number).executeTakeFirst();
  return row && versionFromRow(row);
}

/** The steps of a request, oldest first. */
export async function listEvents(trx: ReadTransaction, requestId: string): Promise<AnswerEvent[]> {
  const key = keyOf(requestId);
  if (key === null) return [];
  const rows = await trx.selectFrom('answer_event').innerJoin('person', 'person.id', 'answer_event.person_id')
    .selectAll('answer_event').select('person.name as person_name').where('request_id', '=', key).orderBy('answer_event.id').execute();
  return rows.map((row) => ({
    id: row.id, action: row.action, actingRole: row.acting_role, byDeputy: row.by_deputy, from: row.from_state, to: row.to_state,
    personId: row.person_id, personName: row.person_name, note: row.note, paragraph: row.paragraph, version: row.version, at: row.at,
  }));
}

/** A version before it has its number. */
export type NewVersion = Omit<Row<'answer_version'>, 'number' | 'saved_at'>;

/** Appends a version. The request is locked by the caller, so numbers run without gaps. */
export async function appendVersion(trx: WriteTransaction, version: NewVersion): Promise<{ readonly number: number; readonly savedAt: string }> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from ayumi.answer_version where request_id = ${version.request_id})`;
  const { number, saved_at } = await trx.insertInto('answer_version').values({ ...version, number: next }).returning(['number', 'saved_at']).executeTakeFirstOrThrow();
  return { number, savedAt: saved_at };
}

/** Appends a step. */
export async function appendEvent(trx: WriteTransaction, event: Omit<Row<'answer_event'>, 'id' | 'at'>): Promise<void> {
  await trx.insertInto('answer_event').values(event).execute();
}

/** The id of a request as the tables have it, or null for a text that cannot be one. */
export function keyOf(requestId: string): number | null {
  return /^[1-9]\d{0,14}$/.test(requestId) ? Number(requestId) : null;
}

/** Whether a version can have this number; more does not fit the column. */
export function isVersionNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 2_147_483_647;
}

function versions(trx: ReadTransaction) {
  return trx.selectFrom('answer_version').innerJoin('person', 'person.id', 'answer_version.person_id')
    .selectAll('answer_version').select('person.name as person_name');
}

function versionFromRow(row: Row<'answer_version'> & { readonly person_name: string }): AnswerVersion {
  return {
    number: row.number, baseNumber: row.base_number, answer: answerFromText(row.content), parked: row.parked, personId: row.person_id,
    personName: row.person_name, department: row.department_id, cause: row.cause, note: row.note, unchangedFromLastYear: row.copied, savedAt: row.saved_at,
  };
}
