import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Outside eyes (意見): what reviewers and the council said, the city's response, what came of it, and whether it is published. */
export async function createOpinionTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'opinion', 'An opinion of a body outside the administration (意見) on the results of a year. Append-only: its words stand in opinion_version.', {
    id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side.'],
    plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
    fiscal_year: ['integer not null check (fiscal_year between 1900 and 2200)', 'Fiscal year whose results it is about.'],
    node_id: ['text', 'Element that it is about, or null.'],
    indicator_id: ['text', 'Indicator that it is about, or null; both null for the whole plan.'],
  }, ['check (node_id is null or indicator_id is null)']);
  await createTable(db, 'opinion_version', 'The words of an opinion as they were written down. Append-only: a correction is the next version.', {
    opinion_id: [`bigint not null references ayumi.opinion ${deferred}`, 'Opinion.'],
    version: ['integer not null check (version >= 1)', 'Number within the opinion, from 1.'],
    body: [`text not null check (body in ('advisory-council', 'assembly', 'external-reviewers'))`, 'Kind of body: 審議会, 議会, 外部評価委員.'],
    body_name: ['text', 'Name of the body where the city prints it; never the name of a person.'],
    stated_on: ['date not null', 'Day on which the opinion was given.'],
    text: ['text not null', 'The opinion.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat wrote it down.'],
    saved_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was written down.'],
  }, ['primary key (opinion_id, version)']);
  await createTable(db, 'opinion_response', 'What the city answered (対応) or did afterwards (その後の状況). Append-only: a later one of the same kind, department and fiscal year stands for the earlier.', {
    id: ['bigint generated always as identity primary key', 'Order in which they were written down.'],
    opinion_id: [`bigint not null references ayumi.opinion ${deferred}`, 'Opinion.'],
    kind: [`text not null check (kind in ('response', 'follow-up'))`, 'response (対応), follow-up (その後の状況).'],
    department_id: ['text not null', 'Department that answers.'],
    responded_on: ['date not null', 'Day of the answer.'],
    text: ['text not null', 'The answer.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat wrote it down.'],
    saved_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was written down.'],
  });
  await createTable(db, 'opinion_publication', 'Whether an opinion is published beside its item: each decision stands, the last one holds. Append-only.', {
    id: ['bigint generated always as identity primary key', 'Order of the decisions.'],
    opinion_id: [`bigint not null references ayumi.opinion ${deferred}`, 'Opinion.'],
    is_published: ['boolean not null', 'Whether it is published from this decision on.'],
    decided_on: ['date not null', 'Day of the decision.'],
    version: ['integer not null', 'Version of the words that the decision was about: later words need another decision.'],
    last_response_id: ['bigint', 'Last answer that the decision was about; null where there was none.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat recorded it.'],
    saved_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was recorded.'],
  }, [`foreign key (opinion_id, version) references ayumi.opinion_version (opinion_id, version) ${deferred}`]);
  for (const table of ['opinion', 'opinion_version', 'opinion_response', 'opinion_publication']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.id('ayumi', table)} for each statement execute function ayumi.refuse_change()`.execute(db);
    await sql`alter table ${sql.id('ayumi', table)} enable always trigger append_only`.execute(db);
  }
  await sql`create index on ayumi.opinion (plan_id, fiscal_year)`.execute(db);
  await sql`create index on ayumi.opinion_response (opinion_id)`.execute(db);
  await sql`create index on ayumi.opinion_publication (opinion_id)`.execute(db);
}
