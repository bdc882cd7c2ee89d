import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** The life of items (計画の変更), how a plan goes on from the one before it, and what a report carries beside its paragraphs. */
export async function createLifeTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'plan_change', 'A change of a plan (計画の変更): items that were added, merged, stopped or finished. Append-only: a mistaken one is withdrawn.', {
    plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
    id: ['text not null', 'Short id within the plan: c1.'],
    position: ['integer not null check (position >= 1)', 'Order in which they were recorded, from 1.'],
    kind: [`text not null check (kind in ('added', 'merged', 'stopped', 'finished'))`, '追加, 統合, 中止 or 終了.'],
    fiscal_year: ['integer not null check (fiscal_year between 1900 and 2200)', 'Fiscal year in which it takes effect.'],
    decided_on: ['date', 'Day on which it was decided, or null where the source does not say.'],
    into_node_id: [`text check ((kind = 'merged') = (into_node_id is not null))`, 'Element into which the others were merged, or null.'],
    reason: ['text not null', 'Why, as typed.'],
    person_id: ['text references ayumi.person', 'Who of the secretariat recorded it; null for what came with a bundle.'],
    recorded_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was recorded.'],
  }, ['primary key (plan_id, id)', 'unique (plan_id, position)', `foreign key (plan_id, into_node_id) references ayumi.plan_node ${deferred}`]);
  await createTable(db, 'plan_change_node', 'An element that a change of the plan is about. Append-only.', {
    plan_id: ['text not null', 'Plan.'],
    change_id: ['text not null', 'Change.'],
    position: ['integer not null check (position >= 1)', 'Order as typed, from 1.'],
    node_id: ['text not null', 'Element that was added, or that ends.'],
  }, ['primary key (plan_id, change_id, position)', `foreign key (plan_id, change_id) references ayumi.plan_change ${deferred}`, `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`]);
  await createTable(db, 'plan_change_withdrawal', 'That a change was recorded by mistake and does not count. Append-only.', {
    plan_id: ['text not null', 'Plan.'],
    change_id: ['text not null', 'Change.'],
    reason: ['text not null', 'Why it does not count, as typed.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat withdrew it.'],
    withdrawn_at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
  }, ['primary key (plan_id, change_id)', `foreign key (plan_id, change_id) references ayumi.plan_change ${deferred}`]);
  for (const table of ['plan_change', 'plan_change_node', 'plan_change_withdrawal']) {
    await sql`create trigger append_only before update or delete or truncate on ${sql.id('ayumi', table)} for each statement execute function ayumi.refuse_change()`.execute(db);
    await sql`alter table ${sql.id('ayumi', table)} enable always trigger append_only`.execute(db);
  }
  await createTable(db, 'plan_succession', 'From which plan a plan goes on (次期計画への移行).', {
    plan_id: [`text primary key references ayumi.plan on delete cascade ${deferred}`, 'The new plan.'],
    from_plan_id: ['text not null check (from_plan_id <> plan_id)', 'The plan before. No foreign key: it may never have been held here.'],
    from_title: ['text not null', 'Its title.'],
  });
  await createTable(db, 'plan_succession_item', 'What an element of the new plan comes from: one row for each former element, and one without any for a new element.', {
    plan_id: [`text not null references ayumi.plan_succession on delete cascade ${deferred}`, 'The new plan.'],
    position: ['integer not null check (position >= 1)', 'Order of the elements of the new plan, from 1.'],
    place: ['integer not null check (place >= 0)', 'Order of the former elements of one, from 1; 0 for a new element.'],
    node_id: ['text not null', 'Element of the new plan.'],
    former_id: ['text', 'Element of the plan before; null for a new element.'],
    former_number: ['text', 'Its number as printed there.'],
    former_title: ['text', 'Its title as printed there.'],
  }, ['primary key (plan_id, position, place)', `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`, 'check ((place = 0) = (former_id is null))']);
  await createTable(db, 'plan_succession_ended', 'An element of the plan before that was not taken over, with the reason.', {
    plan_id: [`text not null references ayumi.plan_succession on delete cascade ${deferred}`, 'The new plan.'],
    position: ['integer not null check (position >= 1)', 'Order, from 1.'],
    former_id: ['text not null', 'Element of the plan before.'],
    former_number: ['text not null', 'Its number as printed there.'],
    former_title: ['text not null', 'Its title as printed there.'],
    reason: ['text not null', 'Why it was not taken over.'],
  }, ['primary key (plan_id, position)']);
  await sql`
    alter table ayumi.report_paragraph
      add column approved_by text,
      add column approved_by_deputy boolean not null default false check (approved_by is not null or not approved_by_deputy),
      add column corrected_after boolean not null default false check (approved_by is not null or not corrected_after);
    comment on column ayumi.report_paragraph.approved_by is 'Post that approved it: 政策室長. Never a person; null where the source does not say.';
    comment on column ayumi.report_paragraph.approved_by_deputy is 'Whether a deputy approved for that post (代決).';
    comment on column ayumi.report_paragraph.corrected_after is 'Whether the secretariat changed the words after they were approved.';
    alter table ayumi.year_report
      add column opinions text not null default '[]',
      add column decisions text not null default '[]';
    comment on column ayumi.year_report.opinions is 'Opinions from outside that are published with it, as JSON in the form of a bundle; read through the parser.';
    comment on column ayumi.year_report.decisions is 'Decisions of headquarters that are published with it, as JSON in the form of a bundle.';
    alter table ayumi.round
      add column decisions_shown text not null default 'none' check (decisions_shown in ('none', 'decisions', 'instructions'));
    comment on column ayumi.round.decisions_shown is 'What of headquarters the edition carries: none; decisions: decisions and assessments; instructions: the orders too.';
  `.execute(db);
}
