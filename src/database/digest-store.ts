import { sql } from 'kysely';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { DigestState } from './digest-tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A reminder as it was made, and what became of it. */
export interface StoredDigest {
  readonly id: number;
  readonly personId: string;
  readonly personName: string;
  readonly day: CalendarDate;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly requests: number;
  readonly overdue: number;
  readonly state: DigestState;
  readonly failure: string | null;
  readonly attempts: number;
  /** Instant of the last change of its state, in UTC. */
  readonly changedAt: string;
  /** Whether it was handed to the mail server long ago and no answer was noted: the program was stopped meanwhile. */
  readonly interrupted: boolean;
}

export type NewDigest = Pick<StoredDigest, 'personId' | 'day' | 'address' | 'subject' | 'body' | 'requests' | 'overdue'> & {
  readonly state: 'outbox' | 'sending';
  readonly createdBy: string;
};

/** No mail server is waited for as long as this: after it, a reminder in sending was interrupted. Minutes. */
const longestSending = 10;

/**
 * Makes reminders; who has one of that day already keeps it and gets no other, also when two do this at the same moment.
 *
 * @returns those that were made now, and are the caller's to send
 */
export async function insertDigests(trx: WriteTransaction, digests: readonly NewDigest[]): Promise<StoredDigest[]> {
  if (digests.length === 0) return [];
  // In one order for all: two who do this at once wait for each other and never in a circle.
  const rows = digests.toSorted((left, right) => (left.personId < right.personId ? -1 : 1)).map(({ personId, createdBy, state, ...digest }) => ({
    ...digest, person_id: personId, created_by: createdBy, state, failure: null, attempts: state === 'sending' ? 1 : 0,
  }));
  const inserted = await trx.insertInto('digest').values(rows).onConflict((conflict) => conflict.columns(['person_id', 'day']).doNothing()).returning('id').execute();
  return readDigests(trx, { ids: inserted.map(({ id }) => id) });
}

/** The reminders of a day, by name. */
export function listDigests(trx: ReadTransaction, day: CalendarDate): Promise<StoredDigest[]> {
  return readDigests(trx, { day });
}

export async function loadDigest(trx: ReadTransaction, id: number): Promise<StoredDigest | undefined> {
  return (await readDigests(trx, { ids: [id] }))[0];
}

/** The days on which reminders were made, newest first, with their number. */
export async function listDigestDays(trx: ReadTransaction): Promise<{ readonly day: CalendarDate; readonly digests: number }[]> {
  return trx.selectFrom('digest').select((eb) => ['day', eb.fn.countAll<number>().as('digests')]).groupBy('day').orderBy('day', 'desc').limit(60).execute();
}

/**
 * Takes a reminder for another try, so that nobody else takes it at the same time.
 *
 * @returns whether it is the caller's to send: it had failed, was interrupted, or stood in the outbox with an address
 */
export async function claimDigest(trx: WriteTransaction, id: number): Promise<boolean> {
  const claimed = await trx.updateTable('digest')
    // An address that was wrong may have been put right since.
    .set((eb) => ({ state: 'sending', failure: null, attempts: eb('attempts', '+', 1), changed_at: sql<string>`clock_timestamp()`, address: sql<string>`coalesce(${addressNow}, digest.address)` }))
    .where('id', '=', id).where(sql<boolean>`coalesce(${addressNow}, digest.address) is not null`)
    .where((eb) => eb.or([eb('state', 'in', ['failed', 'outbox']), eb.and([eb('state', '=', 'sending'), interrupted])]))
    .returning('id').execute();
  return claimed.length === 1;
}

/** Notes what the mail server said. Only what is being sent can end. */
export async function finishDigest(trx: WriteTransaction, id: number, failure: string | null): Promise<void> {
  await trx.updateTable('digest')
    .set({ state: failure === null ? 'sent' : 'failed', failure, changed_at: sql<string>`clock_timestamp()` })
    .where('id', '=', id).where('state', '=', 'sending').execute();
}

const addressNow = sql`(select person.email from ayumi.person where person.id = digest.person_id)`;
const interrupted = sql<boolean>`digest.changed_at < clock_timestamp() - make_interval(mins => ${sql.lit(longestSending)})`;

async function readDigests(trx: ReadTransaction, { day, ids }: { readonly day?: CalendarDate; readonly ids?: readonly number[] }): Promise<StoredDigest[]> {
  let query = trx.selectFrom('digest').innerJoin('person', 'person.id', 'digest.person_id').selectAll('digest').select(['person.name as person_name', interrupted.as('old')]);
  if (day !== undefined) query = query.where('digest.day', '=', day);
  if (ids !== undefined) query = query.where('digest.id', 'in', ids.length > 0 ? ids : [0]);
  const rows = await query.orderBy('person.staff_number').execute();
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, personName: row.person_name, day: row.day, address: row.address, subject: row.subject, body: row.body,
    requests: row.requests, overdue: row.overdue, state: row.state, failure: row.failure, attempts: row.attempts, changedAt: row.changed_at,
    interrupted: row.state === 'sending' && row.old,
  }));
}
