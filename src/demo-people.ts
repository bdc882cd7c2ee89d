import { randomUUID } from 'node:crypto';
import { storePerson } from './commands/add-person.ts';
import type { Database } from './database/connection.ts';
import { type KnownDepartment, listDepartments, listPeople, type NewPost } from './database/people-store.ts';
import { listPlans } from './database/plan-store.ts';
import { lockPeople, type ReadTransaction, readTransaction, writeTransaction } from './database/transaction.ts';
import type { Role } from './domain/organization/post.ts';
import { PlainRefusal } from './domain/problem/plain-refusal.ts';

/** The plan that ships with the product: the demonstration knows no other. */
const samplePlan = 'gyozaisei-6';

/** There are fictional people, whom anybody may enter as, in a production start. The message is for the person who starts. */
export class DemoPeopleInProduction extends PlainRefusal {
  constructor() {
    super('見本の人物が登録されているため、本番の設定（NODE_ENV=production）では起動できません。見本の人物には、だれでも入ることができます。本番では、AYUMI_HOME に新しいフォルダーを指定するか、DATABASE_URL に新しいデータベースを指定して、--empty で始めてください。');
  }
}

/** Departments that are shown by name; one reporter and one head stand for all the others. */
const others = 'others';

const fictional: readonly { readonly staffNumber: string; readonly name: string; readonly role: Role; readonly departments: readonly string[] }[] = [
  { staffNumber: 'mihon-11', name: '担当 一郎（見本）', role: 'reporter', departments: ['mirai'] },
  { staffNumber: 'mihon-12', name: '担当 二葉（見本）', role: 'reporter', departments: ['seisaku'] },
  { staffNumber: 'mihon-13', name: '担当 三郎（見本）', role: 'reporter', departments: ['somu', 'shokuin'] },
  { staffNumber: 'mihon-14', name: '担当 四葉（見本）', role: 'reporter', departments: ['zaisei'] },
  { staffNumber: 'mihon-15', name: '担当 五郎（見本）', role: 'reporter', departments: ['korei-shogai'] },
  { staffNumber: 'mihon-16', name: '担当 六花（見本）', role: 'reporter', departments: [others] },
  { staffNumber: 'mihon-21', name: '課長 一男（見本）', role: 'section-head', departments: ['seisaku', 'mirai'] },
  { staffNumber: 'mihon-22', name: '課長 二美（見本）', role: 'section-head', departments: ['somu', 'shokuin'] },
  { staffNumber: 'mihon-23', name: '課長 三樹（見本）', role: 'section-head', departments: ['zaisei'] },
  { staffNumber: 'mihon-24', name: '課長 四織（見本）', role: 'section-head', departments: ['korei-shogai'] },
  { staffNumber: 'mihon-25', name: '課長 五月（見本）', role: 'section-head', departments: [others] },
  { staffNumber: 'mihon-31', name: '代決 一恵（見本）', role: 'deputy', departments: ['zaisei'] },
  { staffNumber: 'mihon-41', name: '事務局 一彦（見本）', role: 'secretariat', departments: [] },
  { staffNumber: 'mihon-51', name: '市長 一（見本）', role: 'executive', departments: [] },
  { staffNumber: 'mihon-61', name: '閲覧 一子（見本）', role: 'viewer', departments: [] },
  { staffNumber: 'mihon-71', name: '管理 一成（見本）', role: 'administrator', departments: [] },
];

/**
 * Adds fictional people of every role, when the database holds nothing but the sample and nobody has ever touched it.
 * They have no password: one enters as them by a button, in a demonstration only.
 */
export async function addDemoPeople(db: Database, now: () => Date): Promise<boolean> {
  return writeTransaction(db, async (trx) => {
    await lockPeople(trx);
    if (!(await isUntouchedSample(trx))) return false;
    const departments = await listDepartments(trx);
    const named = new Set(fictional.flatMap((person) => person.departments));
    const rest = departments.filter(({ id }) => !named.has(id));
    for (const { staffNumber, name, role, departments: wanted } of fictional) {
      const held = wanted.length === 0 ? [null] : wanted.flatMap((id) => (id === others ? rest : departments.filter((department) => department.id === id)));
      await storePerson(trx, { staffNumber, name, email: null, passwordHash: null, posts: held.map((department) => newPost(role, department)), demo: true, by: 'system', now });
    }
    return true;
  });
}

/** From before the first year that the sample can be rolled forward to. */
function newPost(role: Role, department: KnownDepartment | null): NewPost {
  return { id: randomUUID(), role, municipality: department?.municipality ?? null, department: department?.id ?? null, from: '2020-04-01', until: null };
}

async function isUntouchedSample(trx: ReadTransaction): Promise<boolean> {
  const plans = await listPlans(trx);
  if (plans.length !== 1 || plans[0]?.id !== samplePlan || (await listPeople(trx)).length > 0) return false;
  return (await trx.selectFrom('audit_event').select('sequence').where('actor', '!=', 'system').limit(1).executeTakeFirst()) === undefined;
}

/** Whether this is a demonstration: fictional people, the sample, and no other plan. */
export function isDemonstration(db: Database): Promise<boolean> {
  return readTransaction(db, async (trx) => (await hasDemoPeople(trx)) && (await listPlans(trx)).every(({ id }) => id === samplePlan));
}

/** @throws DemoPeopleInProduction */
export async function refuseDemoPeopleInProduction(db: Database): Promise<void> {
  if (await readTransaction(db, hasDemoPeople)) throw new DemoPeopleInProduction();
}

async function hasDemoPeople(trx: ReadTransaction): Promise<boolean> {
  return (await listPeople(trx)).some(({ demo }) => demo);
}
