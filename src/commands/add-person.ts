import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { insertCredential } from '../database/credential-store.ts';
import { findPersonByStaffNumber, insertPerson, listDepartments, type NewPost } from '../database/people-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { parseStaffNumber } from '../domain/organization/staff-number.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { oneTimePassword } from './one-time-password.ts';
import { type PeopleOutcome, problem, refuseOthers } from './people-problem.ts';
import { parsePost, type PostForm } from './post-form.ts';

export interface AddPersonRequest {
  readonly actor: Actor;
  /** As typed. */
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
  /** The first post; others are given later. */
  readonly post: PostForm;
  readonly now: () => Date;
}

export interface AddedPerson {
  readonly personId: string;
  readonly staffNumber: string;
  readonly name: string;
  /** To be shown once; nobody can read it again. */
  readonly oneTimePassword: string;
}

/** Adds somebody with a first post and a one-time password, with a row in the audit log. */
export async function addPerson(db: Database, { actor, post: postForm, now, ...typed }: AddPersonRequest): Promise<PeopleOutcome<AddedPerson>> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return writeTransaction(db, async (trx): Promise<PeopleOutcome<AddedPerson>> => {
    const staffNumber = parseStaffNumber(typed.staffNumber);
    const name = typed.name.trim();
    const email = typed.email.trim();
    const parsed = parsePost(postForm, await listDepartments(trx), [], name);
    const problems: Problem[] = [
      ...refuseOthers(actor),
      ...(staffNumber === null ? [problem('staffNumber', 'staff-number-invalid', '職員番号を、30字以内の半角の英数字で入力してください。', '記号は「.」「_」「-」だけが使えます。')] : []),
      ...(staffNumber !== null && (await findPersonByStaffNumber(trx, staffNumber)) ? [problem('staffNumber', 'staff-number-taken', `職員番号「${staffNumber}」は、既に登録されています。`, '利用者の一覧を確かめてください。')] : []),
      ...nameProblems(name), ...emailProblems(email),
      ...('problems' in parsed ? parsed.problems : []),
    ];
    if (problems.length > 0 || staffNumber === null || 'problems' in parsed) return { done: false, problems };
    const personId = await storePerson(trx, { staffNumber, name, email: email || null, passwordHash, posts: [parsed.post], demo: false, by: actor.staffNumber, now });
    return { done: true, personId, staffNumber, name, oneTimePassword: password };
  });
}

export interface PersonToStore {
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  /** Hash of a one-time password, or null for somebody who has no password. */
  readonly passwordHash: string | null;
  readonly posts: readonly NewPost[];
  readonly demo: boolean;
  /** Who adds, for the audit log. */
  readonly by: string;
  readonly now: () => Date;
}

/** Stores a person with everything that belongs to it and its row in the audit log; returns the id. */
export async function storePerson(trx: WriteTransaction, { passwordHash, posts, by, now, ...person }: PersonToStore): Promise<string> {
  const id = randomUUID();
  const authUserId = await insertCredential(trx, { ...person, passwordHash });
  await insertPerson(trx, { id, ...person, authUserId, mustChangePassword: passwordHash !== null, posts });
  await appendAudit(trx, {
    actor: by, action: 'add-person', planId: null,
    details: { staffNumber: person.staffNumber, name: person.name, demo: person.demo, posts: posts.map(({ role, department, from, until }) => ({ role, department, from, until })) },
  }, now);
  return id;
}

export function nameProblems(name: string): Problem[] {
  if (name === '') return [problem('name', 'name-missing', '氏名を入力してください。', '姓と名の間は空けてください。')];
  return [...name].length > 60 || /\p{Cc}/u.test(name) ? [problem('name', 'name-invalid', '氏名は60字以内で入力してください。', '改行や制御文字は使えません。')] : [];
}

export function emailProblems(email: string): Problem[] {
  if (email === '' || (/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254)) return [];
  return [problem('email', 'email-invalid', 'メールアドレスの形が正しくありません。', '「名前@ドメイン」の形で入力するか、空欄にしてください。')];
}
