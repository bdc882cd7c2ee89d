import { type Kysely, sql } from 'kysely';

/** What a head of a department is called where it has approved, where that is not simply after the department. */
export async function addPostTitle(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ayumi.post add column title text check (title is null or (title <> '' and role = 'section-head'))`.execute(db);
  await sql`comment on column ayumi.post.title is '職名 of a 所属長 as typed, printed where the post has approved; null where it is called after its department. Never a name.'`.execute(db);
}
