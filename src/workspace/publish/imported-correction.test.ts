import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../../tests/city-hall.ts';
import { makePlan, makeYearReport } from '../../../tests/factories.ts';
import { importPlan } from '../../commands/import-plan.ts';
import { openRound } from '../../commands/open-round.ts';
import { publishEdition } from '../../commands/publish-edition.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { insertPerson } from '../../database/people-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { sealingOf } from '../../documents/edition-json/edition-json.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { answerToText } from '../../domain/round/stored-answer.ts';
import { roundsTask } from '../rounds/rounds.tsx';
import { taskClient, testParts } from '../task-client.testing.ts';
import { publishTask } from './publish.tsx';

// A report was taken in and published; then a department was renamed; then the report is corrected.

let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  const plan = makePlan({ indicators: [] });
  await importPlan(room.db, { plan, reports: [makeYearReport({ edition: { number: 1, issuedOn: null }, measurements: [], notes: [], preface: [] }, plan)], actor: 'test' });
  await publishEdition(room.db, { planId: plan.id, fiscalYear: 2020, actor: 'test', hashOf: sealingOf });
  await writeTransaction(room.db, async (trx) => {
    for (const { personId: id, staffNumber, name } of [people.secretariat, people.administrator]) await insertPerson(trx, { id, staffNumber, name, email: null, authUserId: null, demo: false, mustChangePassword: false, posts: [] });
  });
  const request = { municipality: plan.municipality.code, form: { kind: 'rename', day: '2022-04-01', reason: '組織規則の改正', before: ['seisaku'], after: [{ id: 'seisaku', name: '企画課' }] }, choices: new Map<string, string>(), actor: people.administrator, today: '2022-05-10', now: () => new Date('2022-05-10T00:00:00Z') };
  const dry = await planReorganisation(room.db, request);
  expect(await reorganise(room.db, { ...request, seen: dry.ok ? dry.seen : '' })).toMatchObject({ outcome: 'reorganised' });
});
afterAll(() => room.close());

const edition = (number: number) => readTransaction(room.db, (trx) => loadEdition(trx, 'plan', 2020, number));
const nameIn = async (number: number) => (await edition(number))?.edition.departments.find(({ id }) => id === 'seisaku')?.name;

test('a year that was taken in is offered for its correction, which asks the departments of today and shows them under their names of today', async () => {
  const rounds = taskClient('/workspace/rounds', roundsTask(testParts(room.db)), people.secretariat);
  expect((await rounds.get('/workspace/rounds')).text).toContain('href="/workspace/rounds/plan/2020/fields"');
  expect((await rounds.get('/workspace/rounds/plan/2020/fields')).text).toContain('令和２年度の公表版をもとに');
  const prepared = await rounds.post('/workspace/rounds/plan/2020/fields', [['asked-selfAssessment', 'not-asked'], ['asked-issues', 'not-asked'], ['asked-nextYear', 'not-asked'], ['asked-effects', 'not-asked'], ['asked-evidence', 'not-asked'], ['scale', ''], ['departmentDeadline', '2022-06-20'], ['headDeadline', '2022-06-27']]);
  expect(prepared.to).toBe('/workspace/rounds/plan/2020/reporters');
  expect((await rounds.get('/workspace/rounds')).text).not.toContain('取り込んで公表した年度を訂正する');
  expect(await openRound(room.db, { planId: 'plan', fiscalYear: 2020, actor: people.secretariat, allowUnassigned: true })).toMatchObject({ outcome: 'opened' });
  await sql`
    insert into ayumi.answer_version (request_id, number, content, copied, parked, person_id, department_id, cause)
    select id, 1, ${answerToText({ ...emptyItemAnswer, text: '窓口を二つ見直した。' })}, false, false, 'person-jimukyoku', department_id, 'submit' from ayumi.request`.execute(room.db);
  await sql`update ayumi.request set state = 'accepted', current_version = 1, last_activity = now()`.execute(room.db);

  const first = (await edition(1))!.canonical;
  const publish = taskClient('/workspace/publish', publishTask(testParts(room.db)), people.secretariat);
  await publish.post('/workspace/publish/plan/2020', [['action', 'save'], ['issuedOn', ''], ['correctionReason', '誤記があったため'], ['decisionsShown', 'none']]);
  expect((await publish.post('/workspace/publish/plan/2020', [['action', 'publish']])).status).toBe(303);
  expect([await nameIn(1), await nameIn(2)]).toEqual(['政策室', '企画課']);
  const changes = (await edition(2))!.edition.corrects!.changes;
  expect(changes.find(({ place }) => place === '部署「政策室」')).toMatchObject({ before: '政策室', after: '企画課' });
  expect(changes.filter(({ place }) => place.endsWith('執筆部署')).map(({ after }) => after)).toContain('企画課');
  expect((await edition(1))!.canonical).toBe(first);
});
