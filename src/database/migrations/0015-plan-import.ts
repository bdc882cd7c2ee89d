import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Workbooks that are being taken in as a plan, and how they were read, for the next year. */
export async function createPlanImportTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'plan_upload', 'A workbook that somebody has sent to take in a plan, with what was chosen for it so far. Removed when it is taken in or given up, or when it expires.', {
    id: ['text primary key', 'Random key, part of addresses of the staff side; only the person who sent the file reaches it.'],
    person_id: [`text not null references ayumi.person ${deferred}`, 'Who sent it.'],
    name: ['text not null', 'Name of the file as it was sent, without folders.'],
    sha256: ['text not null', 'SHA-256 of the bytes, in hexadecimal; stands in the audit log of the import too.'],
    content: ['bytea not null', 'The bytes as they came. They are read in a process with limits, each time anew.'],
    draft: ['text', 'What was chosen so far, as JSON (domain/plan-import/import-draft); null until a plan was chosen.'],
    created_at: ['timestamptz(3) not null', 'When it came.'],
    expires_at: ['timestamptz(3) not null', 'When it may be removed.'],
  });
  await sql`alter table ayumi.plan_upload alter column content set storage external`.execute(db);
  await sql`create index on ayumi.plan_upload (person_id)`.execute(db);
  await createTable(db, 'import_mapping', 'How the workbook was read from which a plan was last taken in: offered again the next year.', {
    plan_id: [`text primary key references ayumi.plan ${deferred}`, 'Plan.'],
    mapping: ['text not null', 'The mapping as JSON (format ayumi-mapping/1), with the ids that were given.'],
    file_name: ['text not null', 'Name of the workbook.'],
    person_id: [`text not null references ayumi.person ${deferred}`, 'Who took it in.'],
    saved_at: ['timestamptz(3) not null', 'When.'],
  });
}
