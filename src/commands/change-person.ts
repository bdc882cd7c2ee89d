import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { findPerson, updatePerson } from '../database/people-store.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { emailProblems, nameProblems } from './add-person.ts';
import { noSuchPerson, type PeopleOutcome, refuseOthers } from './people-problem.ts';

export interface ChangePersonRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly now: () => Date;
}

/** Changes name and address for mail, with a row in the audit log. The staff number never changes. */
export function changePerson(db: Database, { actor, personId, now, ...typed }: ChangePersonRequest): Promise<PeopleOutcome> {
  const name = typed.name.trim();
  const email = typed.email.trim();
  return writeTransaction(db, async (trx): Promise<PeopleOutcome> => {
    const person = await findPerson(trx, personId);
    const problems = [...refuseOthers(actor), ...(person ? [] : [noSuchPerson]), ...nameProblems(name), ...emailProblems(email)];
    if (problems.length > 0 || !person) return { done: false, problems };
    if (person.name === name && (person.email ?? '') === email) return { done: true };
    await updatePerson(trx, personId, { name, email: email || null });
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'change-person', planId: null,
      details: { staffNumber: person.staffNumber, before: { name: person.name, email: person.email }, after: { name, email: email || null } },
    }, now);
    return { done: true };
  });
}
