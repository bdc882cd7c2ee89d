import { type Kysely, sql } from 'kysely';

/** On which terms a city lets its published data be used. */
export async function addLicence(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ayumi.municipality add column licence text check (licence in ('PDL-1.0', 'CC-BY-4.0'))`.execute(db);
  await sql`comment on column ayumi.municipality.licence is 'Terms on which the published data may be used: PDL-1.0 or CC-BY-4.0; null where the city has not said.'`.execute(db);
}
