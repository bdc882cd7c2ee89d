import { type Kysely, sql } from 'kysely';

/**
 * Until now a year followed the reorganisations until 1 April after it beside those during its round; from now on its round alone says
 * what it follows. Rounds that are there keep what they followed. Decision 0021.
 */
export async function recordDepartmentsOfRounds(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into ayumi.reorganisation_round (reorganisation_id, plan_id, fiscal_year)
    select reorganisation.id, round.plan_id, round.fiscal_year
    from ayumi.round join ayumi.plan on plan.id = round.plan_id join ayumi.reorganisation on reorganisation.municipality_code = plan.municipality_code
    where effective_on <= make_date(fiscal_year + 1, 4, 1)
    on conflict do nothing`.execute(db);
  await sql`comment on table ayumi.reorganisation_round is 'A reorganisation that the round of a year follows: recorded before it was prepared, or before it was closed or published. Append-only.'`.execute(db);
}
