import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Headquarters (推進本部): meetings, agendas, decisions, and instructions that come back in the next round. */
export async function createHeadquartersTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'meeting', 'A meeting of headquarters about the results of one fiscal year of a plan.', {
    id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side.'],
    plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
    fiscal_year: ['integer not null check (fiscal_year between 1900 and 2200)', 'Fiscal year whose results are deliberated.'],
    held_on: ['date not null', 'Day of the meeting.'],
    title: ['text not null', 'Title of the meeting.'],
  });
  await createTable(db, 'agenda_item', 'An item on the agenda of a meeting (議題).', {
    id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side.'],
    meeting_id: [`bigint not null references ayumi.meeting ${deferred}`, 'Meeting.'],
    position: ['integer not null check (position >= 1)', 'Order on the agenda, from 1.'],
    node_id: ['text', 'Element that is deliberated, or null.'],
    indicator_id: ['text', 'Indicator that is deliberated, or null; both null for a matter of the whole plan.'],
    title: ['text not null', 'Title of the item.'],
    paper: ['text not null', 'What the secretariat lays before the meeting, as typed; may be empty.'],
  }, [`unique (meeting_id, position) ${deferred}`, 'check (node_id is null or indicator_id is null)']);
  await createTable(db, 'decision', 'What headquarters decided on an item (決定). Append-only: a later decision stands beside the earlier.', {
    id: ['bigint generated always as identity primary key', 'Order in which decisions were recorded.'],
    agenda_item_id: [`bigint not null references ayumi.agenda_item ${deferred}`, 'Item.'],
    text: ['text not null', 'The decision in words.'],
    assessment: ['text', 'Step of the scale of the round, or null where none was given.'],
    explanation: ['text', 'Why the assessment differs from the state of an indicator; null where it does not.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat recorded it.'],
    decided_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was recorded.'],
  });
  await createTable(db, 'instruction', 'An order of headquarters to named departments (本部指示), answered in a later round. Append-only.', {
    id: ['bigint generated always as identity primary key', 'Number; names the instruction in an answer.'],
    agenda_item_id: [`bigint not null references ayumi.agenda_item ${deferred}`, 'Item on which it was given.'],
    plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
    node_id: ['text not null', 'Element that it is about.'],
    text: ['text not null', 'The order in words.'],
    answer_in: ['integer not null check (answer_in between 1900 and 2200)', 'Fiscal year of the round in which it is answered.'],
    person_id: ['text not null references ayumi.person', 'Who of the secretariat recorded it.'],
    issued_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was recorded.'],
  });
  await createTable(db, 'instruction_department', 'A department that an instruction is given to. Append-only.', {
    instruction_id: [`bigint not null references ayumi.instruction ${deferred}`, 'Instruction.'],
    department_id: ['text not null', 'Department.'],
  }, ['primary key (instruction_id, department_id)']);
  for (const table of ['decision', 'instruction', 'instruction_department']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.id('ayumi', table)} for each statement execute function ayumi.refuse_change()`.execute(db);
    await sql`alter table ${sql.id('ayumi', table)} enable always trigger append_only`.execute(db);
  }
  await sql`create index on ayumi.instruction (plan_id, answer_in)`.execute(db);
}
