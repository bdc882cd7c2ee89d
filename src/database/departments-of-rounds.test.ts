import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openCityHall } from '../../tests/city-hall.ts';
import { recordDepartmentsOfRounds } from './migrations/0019-departments-of-rounds.ts';
import { loadRoundFollows } from './department-store.ts';
import { openTestDatabase } from './open-test-database.ts';
import { readTransaction } from './transaction.ts';

test('a round that was there before it recorded what it follows goes on to follow what it did: until 1 April after its year, and what it met', async () => {
  const { db, close } = await openTestDatabase();
  await openCityHall(db);
  await sql.raw(`
    insert into ayumi.reorganisation (municipality_code, effective_on, kind, reason, person_id) select '132195', day::date, 'establish', '規則改正', 'person-kanri' from unnest(array['2021-10-01', '2022-04-01', '2022-04-02', '2022-06-01']) as day;
    insert into ayumi.reorganisation_round (reorganisation_id, plan_id, fiscal_year) select id, 'gyozaisei-6', 2021 from ayumi.reorganisation where effective_on in ('2022-04-01', '2022-06-01');
  `).execute(db);
  await recordDepartmentsOfRounds(db as unknown as Kysely<unknown>);
  const followed = (await readTransaction(db, (trx) => loadRoundFollows(trx, 'gyozaisei-6', 2021)))!.reorganisations;
  const days = await db.selectFrom('reorganisation').select(['id', 'effective_on']).orderBy('effective_on').execute();
  expect(days.filter(({ id }) => followed.has(String(id))).map(({ effective_on: day }) => day)).toEqual(['2021-10-01', '2022-04-01', '2022-06-01']);
  await close();
});
