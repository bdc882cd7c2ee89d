import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';

/** Where a reminder is on its way. */
export type DigestState = 'outbox' | 'sending' | 'sent' | 'failed';

// The table of reminders as the queries see it. What each column means stands in tables.md.
export interface DigestTables {
  digest: {
    id: GeneratedAlways<number>;
    person_id: string;
    day: CalendarDate;
    address: string | null;
    subject: string;
    body: string;
    requests: number;
    overdue: number;
    state: DigestState;
    failure: string | null;
    attempts: Generated<number>;
    created_by: string;
    created_at: Generated<string>;
    changed_at: Generated<string>;
  };
}
