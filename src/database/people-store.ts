import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, isHeldOn, type Post, roles } from '../domain/organization/post.ts';
import { listDatedDepartments } from './department-store.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** Somebody who works with Ayumi, with all posts: past, present and to come. */
export interface Person {
  readonly id: string;
  /** 職員番号. */
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  /** The row of schema auth, or null while the person cannot sign in. */
  readonly authUserId: string | null;
  /** Whether this is a fictional person of the demonstration. */
  readonly demo: boolean;
  readonly mustChangePassword: boolean;
  readonly posts: readonly StoredPost[];
}

export interface StoredPost extends Post {
  readonly id: string;
}

export interface NewPerson extends Omit<Person, 'posts'> {
  readonly posts: readonly NewPost[];
}

export interface NewPost extends StoredPost {
  /** City of the department; null for a post without one. */
  readonly municipality: string | null;
}

/** The person as somebody who acts on the given day, with the posts held on it and no others. */
export async function actorOf(trx: ReadTransaction, personId: string, today: CalendarDate): Promise<Actor> {
  const person = await findPerson(trx, personId);
  if (!person) throw new Error(`There is no person ${personId}.`);
  return toActor(person, today);
}

export function toActor({ id, staffNumber, name, posts }: Person, today: CalendarDate): Actor {
  return { personId: id, staffNumber, name, posts: posts.filter((post) => isHeldOn(post, today)).map(({ role, department, from, until }) => ({ role, department, from, until })) };
}

export async function findPerson(trx: ReadTransaction, personId: string): Promise<Person | undefined> {
  return (await readPeople(trx, { id: personId }))[0];
}

/** Capital and small letters of a staff number are the same. */
export async function findPersonByStaffNumber(trx: ReadTransaction, staffNumber: string): Promise<Person | undefined> {
  return (await readPeople(trx, { staffNumber }))[0];
}

/** Whose row of schema auth it is. */
export async function findPersonByAuthUser(trx: ReadTransaction, authUserId: string): Promise<Person | undefined> {
  return (await readPeople(trx, { authUserId }))[0];
}

/** Everybody, in the order of staff numbers. */
export function listPeople(trx: ReadTransaction): Promise<Person[]> {
  return readPeople(trx, {});
}

async function readPeople(trx: ReadTransaction, { id, staffNumber, authUserId }: { readonly id?: string; readonly staffNumber?: string; readonly authUserId?: string }): Promise<Person[]> {
  let query = trx.selectFrom('person').selectAll();
  if (id !== undefined) query = query.where('id', '=', id);
  if (staffNumber !== undefined) query = query.where((eb) => eb(eb.fn('lower', ['staff_number']), '=', staffNumber.toLowerCase()));
  if (authUserId !== undefined) query = query.where('auth_user_id', '=', authUserId);
  const people = await query.orderBy('staff_number').execute();
  if (people.length === 0) return [];
  let held = trx.selectFrom('post').selectAll();
  if (people.length === 1) held = held.where('person_id', '=', people[0]!.id);
  const posts = Map.groupBy(await held.orderBy('valid_from').orderBy('id').execute(), ({ person_id: holder }) => holder);
  return people.map((row) => ({
    id: row.id, staffNumber: row.staff_number, name: row.name, email: row.email, authUserId: row.auth_user_id, demo: row.demo, mustChangePassword: row.must_change_password,
    posts: (posts.get(row.id) ?? [])
      .map((post) => ({ id: post.id, role: post.role, department: post.department_id, from: post.valid_from, until: post.valid_until, ...(post.title !== null && { title: post.title }) }))
      .sort((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role)),
  }));
}

export async function insertPerson(trx: WriteTransaction, person: NewPerson): Promise<void> {
  await trx.insertInto('person').values({
    id: person.id, staff_number: person.staffNumber, name: person.name, email: person.email, auth_user_id: person.authUserId, demo: person.demo,
    must_change_password: person.mustChangePassword,
  }).execute();
  for (const post of person.posts) await insertPost(trx, person.id, post);
}

export async function updatePerson(trx: WriteTransaction, personId: string, change: Pick<Person, 'name' | 'email'>): Promise<void> {
  await trx.updateTable('person').set(change).where('id', '=', personId).execute();
}

export function insertPost(trx: WriteTransaction, personId: string, post: NewPost): Promise<void> {
  return insertPosts(trx, [{ personId, post }]);
}

/** Gives many posts at once. */
export async function insertPosts(trx: WriteTransaction, posts: readonly { readonly personId: string; readonly post: NewPost }[]): Promise<void> {
  const rows = posts.map(({ personId, post: { id, role, municipality, department, from, until, title = null } }) => (
    { id, person_id: personId, role, municipality_code: department === null ? null : municipality, department_id: department, valid_from: from, valid_until: until, title }));
  for (let start = 0; start < rows.length; start += 1_000) await trx.insertInto('post').values(rows.slice(start, start + 1_000)).execute();
}

/** Sets the last day of a post; null takes it away. */
export async function endPost(trx: WriteTransaction, postId: string, until: CalendarDate | null): Promise<void> {
  await trx.updateTable('post').set({ valid_until: until }).where('id', '=', postId).execute();
}

/** Sets what a post is called where it has approved; null where it is called after its department. */
export async function titlePost(trx: WriteTransaction, postId: string, title: string | null): Promise<void> {
  await trx.updateTable('post').set({ title }).where('id', '=', postId).execute();
}

/** Takes back a post that has not begun. */
export async function deletePost(trx: WriteTransaction, postId: string): Promise<void> {
  await trx.deleteFrom('post').where('id', '=', postId).execute();
}

/** A department that a post can be in, under its newest name. */
export interface KnownDepartment {
  readonly municipality: string;
  readonly id: string;
  readonly name: string;
}

/** The departments that go on, in the order of the plans and then of the reorganisations. */
export async function listDepartments(trx: ReadTransaction): Promise<KnownDepartment[]> {
  const cities = await trx.selectFrom('municipality').select('code').orderBy('code').execute();
  const known: KnownDepartment[] = [];
  for (const { code } of cities) {
    for (const { id, name, ended } of await listDatedDepartments(trx, code)) if (ended === null) known.push({ municipality: code, id, name });
  }
  return known;
}
