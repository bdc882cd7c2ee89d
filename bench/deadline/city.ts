import { randomBytes, randomUUID } from 'node:crypto';
import { serializeSigned } from 'hono/utils/cookie';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { insertCredential } from '../../src/database/credential-store.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { insertPerson } from '../../src/database/people-store.ts';
import { savePlan } from '../../src/database/plan-store.ts';
import { writeTransaction } from '../../src/database/transaction.ts';
import type { Actor } from '../../src/domain/organization/post.ts';
import { loadSecretKey } from '../../src/home/secret-key.ts';
import { dayInJapan } from '../../src/workspace/workspace.ts';
import { withHomeDatabase } from '../../tests/home-database.ts';
import { makePlan } from '../../tests/factories.ts';

// A large city on the last day: 65 items × 40 departments are asked, and 300 people have signed in.

const items = 65;
const departments = Array.from({ length: 40 }, (_, index) => ({ id: `d${index + 1}`, name: `第${index + 1}課` }));

/** Somebody with a browser that is signed in, and the requests that nobody else of the bench writes to. */
export interface Signed {
  readonly cookie: string;
  readonly requests: readonly string[];
}

/** Makes the city in a new data folder. Passwords are left out: what is measured is not how 300 people sign in. */
export async function foundCity(home: string, people: number): Promise<Signed[]> {
  const key = loadSecretKey(home);
  return withHomeDatabase(home, async (db) => {
    await migrateToLatest(db);
    const today = dayInJapan(new Date());
    const secretariat: Actor = { personId: 'secretariat', staffNumber: 's1', name: '事務局', posts: [{ role: 'secretariat', department: null, from: '2020-04-01', until: null }] };
    const plan = makePlan({
      departments, indicators: [],
      tree: [{ id: 'm1', number: '１', title: '行政運営', children: [{ id: 'b1', number: '１', title: '業務の改善', children: Array.from({ length: items }, (_, index) => ({
        id: `i${index + 1}`, number: String(index + 1).padStart(2, '0'), title: `取組${index + 1}の推進`, responsible: departments.map(({ id }) => id),
      })) }] }],
    });
    const tokens = Array.from({ length: people }, () => randomBytes(24).toString('base64url'));
    await writeTransaction(db, async (trx) => {
      await savePlan(trx, plan);
      await insertPerson(trx, { id: 'secretariat', staffNumber: 's1', name: '事務局', email: null, authUserId: null, demo: false, mustChangePassword: false, posts: [{ ...secretariat.posts[0]!, id: 'post-s1', municipality: null }] });
      for (const [index, token] of tokens.entries()) {
        const [staffNumber, name] = [`t${index + 1}`, `担当 ${index + 1}`];
        const authUserId = await insertCredential(trx, { staffNumber, name, passwordHash: null });
        const post = { id: `post-${index}`, role: 'reporter', department: departmentOf(index), municipality: plan.municipality.code, from: '2020-04-01', until: null } as const;
        await insertPerson(trx, { id: `person-${index}`, staffNumber, name, email: null, authUserId, demo: false, mustChangePassword: false, posts: [post] });
        await trx.insertInto('auth.session').values({ id: randomUUID(), token, user_id: authUserId, expires_at: new Date(Date.now() + 12 * 3_600_000), ip_address: null, user_agent: 'bench' }).execute();
      }
    });
    const asked = { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'not-asked', evidence: 'not-asked' } as const;
    const round = { planId: plan.id, fiscalYear: 2021, actor: secretariat };
    const prepared = await prepareRound(db, { ...round, asked, scale: [], departmentDeadline: today, headDeadline: today, assignments: { forCollectives: {}, forIndicators: {} } });
    const opened = await openRound(db, { ...round, allowUnassigned: true });
    if (prepared.outcome !== 'prepared' || opened.outcome !== 'opened') throw new Error(JSON.stringify([prepared, opened]));
    const rows = await db.selectFrom('request').select(['id', 'department_id']).orderBy('position').execute();
    const byDepartment = Map.groupBy(rows, ({ department_id }) => department_id);
    const share = Math.floor(items / Math.ceil(people / departments.length));
    return Promise.all(tokens.map(async (token, index) => ({
      cookie: (await serializeSigned('ayumi.session_token', token, key)).split(';')[0]!,
      requests: (byDepartment.get(departmentOf(index)) ?? []).slice(Math.floor(index / departments.length) * share).slice(0, share).map(({ id }) => String(id)),
    })));
  });
}

function departmentOf(index: number): string {
  return departments[index % departments.length]!.id;
}
