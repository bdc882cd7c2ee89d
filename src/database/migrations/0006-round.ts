import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';
const states = `('not-started', 'draft', 'submitted', 'returned', 'approved', 'accepted')`;

/** The yearly round: what is asked of whom, every version of every answer, and every step of approval. */
export async function createRoundTables(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'round',
    'A round (年度の進捗管理): what the departments are asked about a plan for one fiscal year.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      fiscal_year: ['integer not null check (fiscal_year between 1900 and 2200)', 'Fiscal year that is asked about.'],
      state: [
        `text not null check (state in ('preparing', 'open', 'closed'))`,
        'preparing: only the secretariat sees it; open: the departments answer; closed: nothing moves any more.',
      ],
      asked: ['jsonb not null', 'How each field is asked: {"progress": "required", "issues": "optional", …}.'],
      scale: ['jsonb not null', `The city's own scale of self-assessment, best first: [{"id": "a", "name": "A"}]; empty when none is asked.`],
      department_deadline: ['date not null', 'Last day for the department, included.'],
      head_deadline: ['date not null check (head_deadline >= department_deadline)', 'Last day for its section head, included.'],
    },
    ['primary key (plan_id, fiscal_year)'],
  );
  await createTable(
    db,
    'request',
    'A request (照会) to one department about one item or indicator, and where its answer stands.',
    {
      id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side; has gaps.'],
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the round.'],
      position: ['integer not null check (position >= 1)', 'Order in the round, from 1: that of the plan.'],
      node_id: ['text', 'Element that is asked about, or null for an indicator.'],
      indicator_id: ['text', 'Indicator that is asked about, or null for an element.'],
      department_id: ['text not null', 'Department that is asked.'],
      capacity: [
        `text not null check (capacity in ('responsible', 'for-collective', 'indicator-owner'))`,
        'Whether the plan names the department, or it reports this year for a collective (関係各課), or gives the figure of an indicator.',
      ],
      state: [`text not null default 'not-started' check (state in ${states})`, 'State of approval; the to_state of the newest answer_event.'],
      unlocked_until: ['date', 'Last day of an unlock by the secretariat after the deadline, or null.'],
      current_version: ['integer', 'Number of the version that counts, or null while nothing was written.'],
      last_activity: ['timestamptz(3)', 'When it was written to or decided on last, or null.'],
    },
    [
      `foreign key (plan_id, fiscal_year) references ayumi.round ${deferred}`,
      `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`,
      `foreign key (plan_id, indicator_id) references ayumi.indicator ${deferred}`,
      `foreign key (plan_id, department_id) references ayumi.plan_department ${deferred}`,
      'unique nulls not distinct (plan_id, fiscal_year, node_id, indicator_id, department_id)',
      `unique (plan_id, fiscal_year, position) ${deferred}`,
      'check ((node_id is null) <> (indicator_id is null))',
      `check ((indicator_id is not null) = (capacity = 'indicator-owner'))`,
      `check (state = 'not-started' or current_version is not null)`,
    ],
  );
  await createTable(
    db,
    'answer_version',
    'Every version of an answer that was ever saved. Append-only: the database refuses to change, delete or truncate it.',
    {
      request_id: [`bigint not null references ayumi.request ${deferred}`, 'Request.'],
      number: ['integer not null check (number >= 1)', 'Number within the request, from 1.'],
      base_number: ['integer', 'Version that was on the screen when this one was written, or null for none.'],
      content: ['text not null', 'The answer as typed, as JSON. Text and not jsonb: jsonb refuses NUL and half surrogates, which people paste.'],
      copied: ['boolean not null', `Whether it said nothing that last year's published text did not, when it was saved.`],
      parked: ['boolean not null', 'Whether somebody else had written meanwhile: kept so that no word is lost, never current by itself.'],
      person_id: [`text not null references ayumi.person ${deferred}`, 'Who wrote it.'],
      department_id: ['text not null', 'Author department: whose answer it is, also where the secretariat corrected it.'],
      cause: [
        `text not null check (cause in ('save', 'submit', 'correct', 'restore', 'merge', 'workbook'))`,
        'What made it: saving, submitting, a correction by the secretariat, restoring an older version, merging two, a workbook.',
      ],
      note: ['text', 'Why, in the words of who wrote it, or null.'],
      saved_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was saved.'],
    },
    ['primary key (request_id, number)'],
  );
  await createTable(
    db,
    'answer_event',
    'Every step of a request: who did what with it. Append-only.',
    {
      id: ['bigint generated always as identity primary key', 'Order of the steps; has gaps.'],
      request_id: [`bigint not null references ayumi.request ${deferred}`, 'Request.'],
      action: [
        `text not null check (action in ('save', 'submit', 'withdraw', 'approve', 'send-back', 'withdraw-approval', 'accept', 'correct', 'unlock'))`,
        'What was done; see docs/approval.md.',
      ],
      acting_role: [`text not null check (acting_role in ('reporter', 'section-head', 'secretariat'))`, 'In which capacity.'],
      by_deputy: ['boolean not null default false', 'Whether a 代決者 acted for the section head.'],
      from_state: [`text not null check (from_state in ${states})`, 'State before.'],
      to_state: [`text not null check (to_state in ${states})`, 'State after.'],
      person_id: [`text not null references ayumi.person ${deferred}`, 'Who.'],
      note: ['text', 'Why it was sent back, corrected or unlocked, or null.'],
      paragraph: ['integer', 'Paragraph that the note is about, counted from 1, or null for the whole.'],
      version: ['integer', 'Version that it was done with, or null where there was none.'],
      at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
    },
    [`foreign key (request_id, version) references ayumi.answer_version ${deferred}`],
  );
  await sql`
    alter table ayumi.request add foreign key (id, current_version) references ayumi.answer_version deferrable initially deferred;
    create index on ayumi.request (department_id, plan_id, fiscal_year);
    create index on ayumi.answer_event (request_id, id);

    create trigger append_only before update or delete or truncate on ayumi.answer_version for each statement execute function ayumi.refuse_change();
    alter table ayumi.answer_version enable always trigger append_only;
    create trigger append_only before update or delete or truncate on ayumi.answer_event for each statement execute function ayumi.refuse_change();
    alter table ayumi.answer_event enable always trigger append_only;

    create function ayumi.notify_round() returns trigger language plpgsql set search_path = pg_catalog as $body$
    begin
      if tg_table_name = 'request' then
        perform pg_notify('ayumi_round', concat_ws(' ', new.plan_id, new.fiscal_year, new.id));
      else
        perform pg_notify('ayumi_round', concat_ws(' ', new.plan_id, new.fiscal_year));
      end if;
      return null;
    end
    $body$;
    comment on function ayumi.notify_round() is 'Tells channel ayumi_round what moved: planId fiscalYear requestId; without the last when it was the round itself.';
    create trigger notify_round after update on ayumi.request for each row execute function ayumi.notify_round();
    create trigger notify_round after insert or update on ayumi.round for each row execute function ayumi.notify_round();
  `.execute(db);
}
