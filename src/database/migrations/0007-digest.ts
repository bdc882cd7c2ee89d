import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

/** Reminders (督促): one a person and day, whatever happens, which the unique key keeps. */
export async function createDigestTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'digest', 'A reminder (督促): all that was in the hands of a person on a day, in one message. Never two for one person and day.', {
    id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side; has gaps.'],
    person_id: ['text not null references ayumi.person', 'Who is reminded.'],
    day: ['date not null', 'Day in Japan on which it was made.'],
    address: ['text', 'E-mail address at that time, or null: then it is handed over on paper.'],
    subject: ['text not null', 'Subject of the message.'],
    body: ['text not null', 'Text of the message, without markup.'],
    requests: ['integer not null check (requests > 0)', 'How many requests it lists.'],
    overdue: ['integer not null check (overdue between 0 and requests)', 'How many of them were past their day.'],
    state: [
      `text not null check (state in ('outbox', 'sending', 'sent', 'failed'))`,
      'outbox: to be printed or copied; sending: handed to the mail server, which has not answered yet; sent: the mail server took it; failed: it did not.',
    ],
    failure: ['text', 'Why the mail server did not take it, in words for the secretariat; null unless failed.'],
    attempts: ['integer not null default 0 check (attempts >= 0)', 'How often it was handed to the mail server.'],
    created_by: ['text not null references ayumi.person', 'Who of the secretariat had it made.'],
    created_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was made.'],
    changed_at: ['timestamptz(3) not null default clock_timestamp()', 'When its state changed last.'],
  }, [
    'unique (person_id, day)',
    `check ((failure is not null) = (state = 'failed'))`,
    `check (address is not null or state = 'outbox')`,
  ]);
  await sql`create index on ayumi.digest (day)`.execute(db);
}
