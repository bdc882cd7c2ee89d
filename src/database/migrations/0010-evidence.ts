import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Evidence (証拠資料) beside the answers. The bytes stand in the database, so that one backup holds everything. */
export async function createEvidenceTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'evidence', 'A file that stands beside an answer as evidence. Append-only; one that was removed stays, and says so in evidence_removal.', {
    id: ['bigint generated always as identity primary key', 'Number, part of addresses of the staff side.'],
    request_id: [`bigint not null references ayumi.request ${deferred}`, 'Request whose answer it belongs to.'],
    name: ['text not null', 'Name of the file as it was typed, extension and all; NUL and half surrogates are replaced.'],
    media_type: ['text not null', 'Type by which it is sent, from a short list; never what the browser said.'],
    size: ['integer not null check (size > 0)', 'Bytes.'],
    sha256: ['text not null', 'SHA-256 of the bytes, in hexadecimal; stands in the audit log too.'],
    content: ['bytea not null', 'The bytes.'],
    person_id: [`text not null references ayumi.person ${deferred}`, 'Who added it.'],
    added_at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
  }, ['check (size = length(content))']);
  await createTable(db, 'evidence_removal', 'That a file was removed from an answer: it is listed and sent no more. Append-only.', {
    evidence_id: [`bigint primary key references ayumi.evidence ${deferred}`, 'File.'],
    person_id: [`text not null references ayumi.person ${deferred}`, 'Who removed it.'],
    removed_at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
  });
  // Bytes of pictures and Office files do not get smaller: no time is spent on compressing them again.
  await sql`alter table ayumi.evidence alter column content set storage external`.execute(db);
  await sql`create index on ayumi.evidence (request_id)`.execute(db);
  for (const table of ['evidence', 'evidence_removal']) {
    await sql`create trigger append_only before update or delete or truncate on ${sql.id('ayumi', table)} for each statement execute function ayumi.refuse_change()`.execute(db);
    await sql`alter table ${sql.id('ayumi', table)} enable always trigger append_only`.execute(db);
  }
}
