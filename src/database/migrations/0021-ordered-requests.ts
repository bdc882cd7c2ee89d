import { type Kysely, sql } from 'kysely';

/** A department that headquarters has ordered to do something is asked about it, also where the plan does not name it. */
export async function allowOrderedRequests(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ayumi.request drop constraint request_capacity_check`.execute(db);
  await sql`alter table ayumi.request add constraint request_capacity_check check (capacity in ('responsible', 'for-collective', 'ordered', 'indicator-owner'))`.execute(db);
  await sql`comment on column ayumi.request.capacity is 'Whether the plan names the department, or it reports this year for a collective (関係各課), or has an order of headquarters to answer, or gives the figure of an indicator.'`.execute(db);
}
