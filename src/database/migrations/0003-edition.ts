import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

export async function createEditionTable(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'edition',
    'A published edition (版). Append-only: the database refuses to change, delete or truncate it, for its owner too.',
    {
      id: ['bigint generated always as identity primary key', 'Number of the row; has gaps.'],
      canonical: [
        'text not null',
        'The canonical JSON (RFC 8785) of the edition, exactly the text that was hashed. Everything else follows from it.',
      ],
      hash: [
        `text not null unique check (hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))`,
        'SHA-256 of the text in UTF-8, 64 hexadecimal digits; the database checks it when the row comes in.',
      ],
      plan_id: [`text not null generated always as (canonical::jsonb #>> '{plan,id}') stored references ayumi.plan deferrable`, 'Plan, read from the text.'],
      fiscal_year: [`integer not null generated always as ((canonical::jsonb ->> 'fiscalYear')::integer) stored`, 'Fiscal year, read from the text.'],
      number: [
        `integer not null generated always as ((canonical::jsonb ->> 'number')::integer) stored`,
        'Number of the edition, read from the text: 1 for 第１版.',
      ],
      created_at: ['timestamptz(3) not null default now()', 'When it was stored.'],
    },
    ['unique (plan_id, fiscal_year, number)'],
  );
  // Statement triggers: an UPDATE that would meet no row, a cascade and INSERT … ON CONFLICT DO UPDATE are refused alike.
  // ALWAYS: session_replication_role = replica does not silence them.
  await sql`
    create function ayumi.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $body$
    begin
      raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end
    $body$;
    comment on function ayumi.refuse_change() is 'Raises an error: the table is append-only.';
    create trigger append_only before update or delete or truncate on ayumi.edition for each statement execute function ayumi.refuse_change();
    alter table ayumi.edition enable always trigger append_only;
  `.execute(db);
}
