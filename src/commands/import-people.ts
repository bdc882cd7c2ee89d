import { createHash, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { listDatedDepartments } from '../database/department-store.ts';
import { loadMunicipality } from '../database/municipality-store.ts';
import { endPost, insertPosts, listPeople, type NewPost, titlePost, updatePerson } from '../database/people-store.ts';
import { lockPeople, type ReadTransaction, readTransaction, writeTransaction } from '../database/transaction.ts';
import { readCsv } from '../documents/csv/read-csv.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { type NameableDepartment, readPeopleRows } from '../domain/organization/people-rows.ts';
import { type PeopleChanges, planPeopleImport } from '../domain/organization/plan-people-import.ts';
import type { Actor, Post } from '../domain/organization/post.ts';
import { mayKeepPeople } from '../domain/organization/sign-in-rules.ts';
import type { RowProblem } from '../domain/organization/typed-rows.ts';
import { storePerson } from './add-person.ts';
import { oneTimePassword } from './one-time-password.ts';

export interface PeopleImportRequest {
  readonly bytes: Uint8Array;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** What an import would do: all problems, or all changes. */
export interface PeopleImportPlan {
  /** As a clerk knows it; null where the file cannot be read. */
  readonly encoding: string | null;
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly changes: PeopleChanges;
  readonly departments: readonly NameableDepartment[];
  /** Tells whether the same changes are still to be made. */
  readonly seen: string;
}

export interface IssuedPassword {
  readonly staffNumber: string;
  readonly name: string;
  /** To be shown once; nobody can read it again. */
  readonly oneTimePassword: string;
}

export type PeopleImportOutcome =
  | { readonly outcome: 'imported'; readonly changes: PeopleChanges; readonly passwords: readonly IssuedPassword[] }
  /** There are problems, or something changed since the dry run: it is to be looked at again. */
  | { readonly outcome: 'look-again'; readonly plan: PeopleImportPlan };

/** A one-time password takes some tens of milliseconds to hash, on purpose; more people at once would keep the browser waiting for minutes. */
export const mostNewPeople = 1_000;
/** Changes of one entry in the audit log. */
const changesInEntry = 500;
const nothing: PeopleChanges = { newPeople: [], changedPeople: [], newPosts: [], endingPosts: [], retitledPosts: [], unchanged: 0 };

/** The dry run: every problem with its line and column, and every change. Stores nothing. */
export function planImport(db: Database, request: PeopleImportRequest): Promise<PeopleImportPlan> {
  return readTransaction(db, (trx) => workOut(trx, request));
}

/**
 * Applies the list, all or nothing, with the changes in the audit log. New people get one-time passwords, which are returned once.
 *
 * @param seen what the dry run showed (`PeopleImportPlan.seen`)
 */
export async function importPeople(db: Database, request: PeopleImportRequest & { readonly seen: string; readonly now: () => Date }): Promise<PeopleImportOutcome> {
  const { actor, now, seen } = request;
  const first = await planImport(db, request);
  if (first.problems.length > 0 || first.seen !== seen) return { outcome: 'look-again', plan: first };
  // Hashing takes its time and is done before anybody has to wait for a lock.
  const passwords = first.changes.newPeople.map(({ staffNumber, name }): IssuedPassword => ({ staffNumber, name, oneTimePassword: oneTimePassword() }));
  const hashes = await Promise.all(passwords.map(({ oneTimePassword: password }) => hashPassword(password)));
  return writeTransaction(db, async (trx): Promise<PeopleImportOutcome> => {
    await lockPeople(trx);
    const plan = await workOut(trx, request);
    if (plan.problems.length > 0 || plan.seen !== seen) return { outcome: 'look-again', plan };
    const { changes } = plan;
    const city = await cityOf(trx);
    const toStore = (post: Post): NewPost => ({ ...post, id: randomUUID(), municipality: post.department === null ? null : city });
    for (const { person, name, email } of changes.changedPeople) await updatePerson(trx, person.id, { name, email });
    for (const { post, until } of changes.endingPosts) await endPost(trx, post.id, until);
    for (const { post, title } of changes.retitledPosts) await titlePost(trx, post.id, title);
    await insertPosts(trx, changes.newPosts.map(({ person, post }) => ({ personId: person.id, post: toStore(post) })));
    for (const [index, { staffNumber, name, email, posts }] of changes.newPeople.entries()) {
      await storePerson(trx, { staffNumber, name, email, passwordHash: hashes[index] ?? null, posts: posts.map(toStore), demo: false, by: actor.staffNumber, now });
    }
    const done = detailsOf(changes);
    for (let start = 0; start < Math.max(done.length, 1); start += changesInEntry) {
      await appendAudit(trx, {
        actor: actor.staffNumber, action: 'import-people', planId: null,
        details: { count: changes.newPeople.length, hash: createHash('sha256').update(request.bytes).digest('hex'), changes: done.slice(start, start + changesInEntry) },
      }, now);
    }
    return { outcome: 'imported', changes, passwords };
  });
}

async function workOut(trx: ReadTransaction, { bytes, actor, today }: PeopleImportRequest): Promise<PeopleImportPlan> {
  const city = await cityOf(trx);
  const departments = city === null ? [] : await listDatedDepartments(trx, city);
  const failed = (code: string, message: string): PeopleImportPlan => ({ encoding: null, rows: 0, problems: [{ line: 1, column: '', code, message }], changes: nothing, departments, seen: '' });
  if (!mayKeepPeople(actor)) return failed('not-administrator', '利用者を取り込めるのは、システム管理者だけです。');
  const csv = readCsv(bytes);
  if (!csv.ok) return failed('unreadable', `${csv.message}${csv.fix}`);
  const { rows, problems } = readPeopleRows(csv.rows, departments);
  const planned = planPeopleImport(rows, await listPeople(trx), today);
  const { newPeople } = planned.changes;
  const tooMany: RowProblem[] = newPeople.length <= mostNewPeople ? [] : [{ line: 1, column: '', code: 'too-many-new-people', message: `一度に登録できる新しい利用者は${mostNewPeople.toLocaleString('ja-JP')}人までです（${newPeople.length.toLocaleString('ja-JP')}人）。ファイルを分けてください。` }];
  const all = [...problems, ...planned.problems, ...tooMany].toSorted((left, right) => left.line - right.line);
  const seen = createHash('sha256').update(JSON.stringify([newPeople, detailsOf(planned.changes)])).digest('hex').slice(0, 32);
  return { encoding: csv.encoding, rows: Math.max(csv.rows.length - 1, 0), problems: all, changes: all.length > 0 ? nothing : planned.changes, departments, seen };
}

/** The city whose departments people work in; an installation is one city's. */
async function cityOf(trx: ReadTransaction): Promise<string | null> {
  return (await loadMunicipality(trx))?.code ?? null;
}

function detailsOf({ changedPeople, newPosts, endingPosts, retitledPosts }: PeopleChanges) {
  return [
    ...changedPeople.map(({ person, name, email }) => ({ staffNumber: person.staffNumber, name, email, before: { name: person.name, email: person.email } })),
    ...newPosts.map(({ person, post: { role, department, from, until, title } }) => ({ staffNumber: person.staffNumber, role, department, from, until, ...(title !== undefined && { postTitle: title }) })),
    ...retitledPosts.map(({ person, post: { role, department, from, title: before = null }, title }) => ({ staffNumber: person.staffNumber, role, department, from, postTitle: title, before })),
    ...endingPosts.map(({ person, post: { role, department, from, until: before }, until }) => ({ staffNumber: person.staffNumber, role, department, from, until, before })),
  ];
}
