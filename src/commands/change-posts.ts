import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { deletePost, endPost as storeEnd, findPerson, insertPost, listDepartments, listPeople, type Person, type StoredPost, titlePost as storeTitle } from '../database/people-store.ts';
import { lockPeople, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { type CalendarDate, isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import { checkPostTitle } from '../domain/organization/post-title.ts';
import { noSuchPerson, type PeopleOutcome, problem, refuseOthers } from './people-problem.ts';
import { parsePost, type PostForm } from './post-form.ts';

export interface GivePostRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly post: PostForm;
  readonly now: () => Date;
}

/** Gives somebody one more post, with a row in the audit log. */
export function givePost(db: Database, { actor, personId, post: form, now }: GivePostRequest): Promise<PeopleOutcome> {
  return writeTransaction(db, async (trx): Promise<PeopleOutcome> => {
    await lockPeople(trx);
    const person = await findPerson(trx, personId);
    const parsed = parsePost(form, await listDepartments(trx), person?.posts, person?.name);
    const problems = [...refuseOthers(actor), ...(person ? [] : [noSuchPerson]), ...('problems' in parsed ? parsed.problems : [])];
    if (problems.length > 0 || !person || 'problems' in parsed) return { done: false, problems };
    await insertPost(trx, personId, parsed.post);
    await auditPost(trx, 'give-post', { actor, person, post: parsed.post, now });
    return { done: true };
  });
}

export interface EndPostRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly postId: string;
  /** Last day, as typed. */
  readonly until: string;
  readonly today: CalendarDate;
  readonly now: () => Date;
}

/**
 * Sets the last day of a post, or takes it back when it has not begun by then. It stops to count the day after: for the rest of the
 * last day it can still be used. The last システム管理者 stays.
 */
export function endPost(db: Database, { actor, personId, postId, until, today, now }: EndPostRequest): Promise<PeopleOutcome> {
  return writeTransaction(db, async (trx): Promise<PeopleOutcome> => {
    await lockPeople(trx);
    const person = await findPerson(trx, personId);
    const post = person?.posts.find(({ id }) => id === postId);
    const problems = [...refuseOthers(actor), ...(person && post ? [] : [noSuchPerson])];
    if (!isCalendarDate(until)) problems.push(problem(`until-${postId}`, 'until-invalid', '終わる日を、2027-03-31 の形で入力してください。', '実在する日付にしてください。'));
    if (post?.role === 'administrator' && !(await remainsWithout(trx, post, today))) {
      problems.push(problem(`until-${postId}`, 'last-administrator', '期限のないシステム管理者がいなくなるため、終わらせることができません。', '先に、別の人をシステム管理者に登録してください。'));
    }
    if (problems.length > 0 || !person || !post) return { done: false, problems };
    if (until < post.from) await deletePost(trx, postId);
    else await storeEnd(trx, postId, until);
    await auditPost(trx, until < post.from ? 'withdraw-post' : 'end-post', { actor, person, post: { ...post, until }, now });
    return { done: true };
  });
}

export interface TitlePostRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly postId: string;
  /** As typed; empty where the post is called after its department. */
  readonly title: string;
  readonly now: () => Date;
}

/** Records what a 所属長 is called where it has approved (職名). What is published already keeps what it was called then. */
export function titlePost(db: Database, { actor, personId, postId, title: typed, now }: TitlePostRequest): Promise<PeopleOutcome> {
  return writeTransaction(db, async (trx): Promise<PeopleOutcome> => {
    await lockPeople(trx);
    const person = await findPerson(trx, personId);
    const post = person?.posts.find(({ id }) => id === postId);
    const title = typed.trim();
    const wrong = checkPostTitle(title, post?.role, person?.name ?? '').map((each) => ({ ...each, path: [`title-${postId}`] }));
    const problems = [...refuseOthers(actor), ...(person && post ? [] : [noSuchPerson]), ...wrong];
    if (problems.length > 0 || !person || !post) return { done: false, problems };
    await storeTitle(trx, postId, title === '' ? null : title);
    const { title: before = null, ...rest } = post;
    await auditPost(trx, 'title-post', { actor, person, post: { ...rest, ...(title !== '' && { title }) }, before, now });
    return { done: true };
  });
}

/** Whether somebody else keeps the system today without an end. */
async function remainsWithout(trx: WriteTransaction, { id }: StoredPost, today: CalendarDate): Promise<boolean> {
  return (await listPeople(trx)).some(({ demo, posts }) => !demo && posts.some((post) => post.role === 'administrator' && post.id !== id && post.from <= today && post.until === null));
}

function auditPost(
  trx: WriteTransaction, action: string,
  { actor, person, post: { role, department, from, until, title }, before, now }: { readonly actor: Actor; readonly person: Person; readonly post: Omit<StoredPost, 'id'>; readonly before?: string | null; readonly now: () => Date },
) {
  return appendAudit(trx, { actor: actor.staffNumber, action, planId: null, details: { staffNumber: person.staffNumber, role, department, from, until, ...(title !== undefined && { postTitle: title }), ...(before !== undefined && { before }) } }, now);
}
