import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';

/** Proofreading (校閲): the city's own words, and what people decided on findings. */
export async function createProofreadingTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'proofreading_dictionary', 'The dictionary of a city (用字用語辞書): its own words, which win over every rule. No row while nothing was written.', {
    municipality_code: [`text primary key references ayumi.municipality ${deferred}`, 'City.'],
    source: ['text not null', 'YAML in the format of prh, as typed.'],
    person_id: ['text references ayumi.person', 'Who of the secretariat wrote it last; null for what came with a bundle.'],
    changed_at: ['timestamptz(3) not null default clock_timestamp()', 'When it was written last.'],
  });
  await createTable(db, 'proofreading_decision', 'What somebody decided on a finding, so that it is not raised again. Taken back by deleting; both stand in the audit log.', {
    id: ['bigint generated always as identity primary key', 'Number, part of forms of the staff side; has gaps.'],
    municipality_code: [`text not null references ayumi.municipality ${deferred}`, 'City.'],
    verdict: [`text not null check (verdict in ('not-an-error', 'left-as-it-is'))`, 'not-an-error: never raised again in this city; left-as-it-is: the finding is right, and this report is published so all the same.'],
    rule: ['text not null', 'Name of the rule that found it.'],
    quote: ['text not null', 'The words that it found.'],
    suggestion: ['text', 'The words that it would have put there, or null.'],
    plan_id: [`text references ayumi.plan ${deferred}`, 'Plan of the report that is left as it is; null for the whole city.'],
    fiscal_year: ['integer', 'Fiscal year of that report; null for the whole city.'],
    reason: ['text', 'Why, in the words of the person, or null.'],
    person_id: ['text not null references ayumi.person', 'Who decided.'],
    decided_at: ['timestamptz(3) not null default clock_timestamp()', 'When.'],
  }, [
    'unique nulls not distinct (municipality_code, rule, quote, suggestion, plan_id, fiscal_year)',
    `check ((verdict = 'left-as-it-is') = (plan_id is not null))`,
    'check ((plan_id is null) = (fiscal_year is null))',
  ]);
  await sql`create index on ayumi.proofreading_decision (plan_id)`.execute(db);
}
