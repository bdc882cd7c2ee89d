import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const read = (key: string): string => `(entry::jsonb ->> '${key}')`;

export async function createAuditEventTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'audit_event', 'The audit log: what was done, by whom. Append-only, and each entry names the hash of the one before it.', {
    sequence: [
      `bigint generated always as (${read('sequence')}::bigint) stored primary key`,
      'Place in the chain, from 1 without gaps; read from the entry.',
    ],
    entry: ['text not null', 'Canonical JSON (RFC 8785) of the entry, exactly the text that was hashed. Everything else follows from it.'],
    hash: [
      `text not null unique check (hash = encode(sha256(convert_to(entry, 'UTF8')), 'hex'))`,
      'SHA-256 of the text in UTF-8, 64 hexadecimal digits.',
    ],
    previous_hash: [
      `text not null generated always as ${read('previousHash')} stored`,
      'Hash of the entry before, 64 zeros for the first; read from the entry.',
    ],
    occurred_at: [
      `text not null generated always as ${read('occurredAt')} stored`,
      'Instant in UTC, 2021-08-01T00:00:00.000Z: sorts as text; read from the entry.',
    ],
    actor: [`text not null generated always as ${read('actor')} stored`, 'Who did it; read from the entry.'],
    action: [`text not null generated always as ${read('action')} stored`, 'What was done: import-plan; read from the entry.'],
    plan_id: [
      `text generated always as ${read('planId')} stored`,
      'Plan that it was done to, or null; read from the entry. No foreign key: the log outlives what it tells of.',
    ],
  });
  await sql`
    create index on ayumi.audit_event (plan_id, sequence);
    create trigger append_only before update or delete or truncate on ayumi.audit_event for each statement execute function ayumi.refuse_change();
    alter table ayumi.audit_event enable always trigger append_only;

    create function ayumi.check_audit_link() returns trigger language plpgsql set search_path = pg_catalog as $body$
    declare
      last record;
      entry jsonb := new.entry::jsonb;
    begin
      select sequence, hash into last from ayumi.audit_event order by sequence desc limit 1;
      if (entry ->> 'sequence')::bigint is distinct from coalesce(last.sequence, 0) + 1
        or entry ->> 'previousHash' is distinct from coalesce(last.hash, repeat('0', 64)) then
        raise exception 'audit entry % does not follow entry %', entry ->> 'sequence', coalesce(last.sequence, 0) using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end
    $body$;
    comment on function ayumi.check_audit_link() is 'Refuses an audit entry that does not follow the last one.';
    create trigger follows_last before insert on ayumi.audit_event for each row execute function ayumi.check_audit_link();
    alter table ayumi.audit_event enable always trigger follows_last;
  `.execute(db);
}
