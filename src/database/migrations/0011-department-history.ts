import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Departments with dates (組織改正): names by period, successors, and what followed from each reorganisation. Source: product.md, rule 9. */
export async function createDepartmentHistoryTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'reorganisation', 'A reorganisation (組織改正): one dated change of departments. Append-only.', {
    id: ['bigint generated always as identity primary key', 'Order in which they were recorded; has gaps.'],
    municipality_code: [`text not null references ayumi.municipality ${deferred}`, 'City.'],
    effective_on: ['date not null', 'First day of the new order, usually 1 April.'],
    kind: [`text not null check (kind in ('establish', 'rename', 'split', 'merge', 'abolish'))`, '新設, 名称変更, 分割, 統合 or 廃止.'],
    reason: ['text not null', 'Why, as typed: the ordinance or rule that was changed.'],
    person_id: ['text not null references ayumi.person', 'Who recorded it.'],
    recorded_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was recorded.'],
  });
  await createTable(db, 'reorganisation_department', 'A department before or after a reorganisation, with its name on that side. One on both sides goes on. Append-only.', {
    reorganisation_id: [`bigint not null references ayumi.reorganisation ${deferred}`, 'Reorganisation.'],
    side: [`text not null check (side in ('before', 'after'))`, 'before: until the day before; after: from the day on.'],
    position: ['integer not null check (position >= 1)', 'Order of succession, from 1.'],
    municipality_code: ['text not null', 'City of the department.'],
    department_id: ['text not null', 'Department.'],
    name: ['text not null', 'Its name on that side.'],
  }, [
    'primary key (reorganisation_id, side, position)', 'unique (reorganisation_id, side, department_id)',
    `foreign key (municipality_code, department_id) references ayumi.department ${deferred}`,
  ]);
  await createTable(db, 'reorganisation_successor', 'Who follows a department in one item or indicator of a plan, where a reorganisation concerned it. Append-only.', {
    reorganisation_id: [`bigint not null references ayumi.reorganisation ${deferred}`, 'Reorganisation.'],
    plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
    subject_kind: [`text not null check (subject_kind in ('node', 'indicator'))`, 'Element or indicator.'],
    subject_id: ['text not null', 'Its id; kept when the plan no longer has it.'],
    department_id: ['text not null', 'Department that gave it up.'],
    successor_id: ['text not null', 'Department that follows; the same where it kept it after a split.'],
  }, ['primary key (reorganisation_id, plan_id, subject_kind, subject_id, department_id)']);
  await createTable(db, 'reorganisation_round', 'A round that was not closed when a reorganisation took effect, so that its year follows it. Append-only.', {
    reorganisation_id: [`bigint not null references ayumi.reorganisation ${deferred}`, 'Reorganisation.'],
    plan_id: ['text not null', 'Plan.'],
    fiscal_year: ['integer not null', 'Fiscal year of the round.'],
  }, ['primary key (reorganisation_id, plan_id, fiscal_year)', `foreign key (plan_id, fiscal_year) references ayumi.round ${deferred}`]);
  await createTable(db, 'request_move', 'A request of an open round that moved to another department, with all its answers. Append-only.', {
    reorganisation_id: [`bigint not null references ayumi.reorganisation ${deferred}`, 'Reorganisation.'],
    request_id: [`bigint not null references ayumi.request ${deferred}`, 'Request.'],
    from_department_id: ['text not null', 'Department until then; it stays the author of its versions.'],
    to_department_id: ['text not null', 'Department from then on.'],
  }, ['primary key (reorganisation_id, request_id)']);
  for (const table of ['reorganisation', 'reorganisation_department', 'reorganisation_successor', 'reorganisation_round', 'request_move']) {
    await sql`create trigger append_only before update or delete or truncate on ${sql.id('ayumi', table)} for each statement execute function ayumi.refuse_change()`.execute(db);
    await sql`alter table ${sql.id('ayumi', table)} enable always trigger append_only`.execute(db);
  }
  // Two departments that were asked about the same item may become one. Then one request stays, and the other belongs to it.
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint where conrelid = 'ayumi.request'::regclass and contype = 'u' and cardinality(conkey) = 5`.execute(db);
  for (const { name } of rows) await sql`alter table ayumi.request drop constraint ${sql.id(name)}`.execute(db);
  await sql`
    alter table ayumi.request add column merged_into bigint references ayumi.request deferrable initially deferred check (merged_into <> id);
    comment on column ayumi.request.merged_into is 'Request of the merged department about the same subject, which goes on instead of this one; null for every request that is asked.';
    create unique index on ayumi.request (plan_id, fiscal_year, node_id, indicator_id, department_id) nulls not distinct where merged_into is null;
    create index on ayumi.reorganisation_department (municipality_code, department_id);
    create index on ayumi.reorganisation_successor (plan_id);
    create index on ayumi.request_move (request_id);
  `.execute(db);
}
