import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Every time that the deadlines of an open round were moved, with the reason that the departments read. */
export async function createDeadlineChangeTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'deadline_change', 'A change of the deadlines (締切の変更) of a round that was open. Append-only; the deadlines that hold stand in round.', {
    id: ['bigint generated always as identity primary key', 'Order of the changes.'],
    plan_id: ['text not null', 'Plan.'],
    fiscal_year: ['integer not null', 'Fiscal year of the round.'],
    former_department_deadline: ['date not null', 'Last day for the department before the change.'],
    former_head_deadline: ['date not null', 'Last day for its section head before the change.'],
    department_deadline: ['date not null', 'Last day for the department from this change on.'],
    head_deadline: ['date not null check (head_deadline >= department_deadline)', 'Last day for its section head from this change on.'],
    reason: [`text not null check (reason <> '')`, 'Why, as the departments read it.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat changed them.'],
    changed_at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
  }, [`foreign key (plan_id, fiscal_year) references ayumi.round ${deferred}`]);
  await sql`
    create trigger append_only before update or delete or truncate on ayumi.deadline_change for each statement execute function ayumi.refuse_change();
    alter table ayumi.deadline_change enable always trigger append_only;
    create index on ayumi.deadline_change (plan_id, fiscal_year, id);
  `.execute(db);
}
