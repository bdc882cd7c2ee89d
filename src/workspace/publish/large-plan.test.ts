import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../../tests/city-hall.ts';
import { makePlan } from '../../../tests/factories.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { openRound } from '../../commands/open-round.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { insertPerson } from '../../database/people-store.ts';
import { savePlan } from '../../database/plan-store.ts';
import { listBoard } from '../../database/request-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { answerToText } from '../../domain/round/stored-answer.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { publishTask } from './publish.tsx';

// A comprehensive plan of 400 items in 20 departments: published, looked at before, reorganised and corrected.

const items = 400;
const departments = Array.from({ length: 20 }, (_, index) => ({ id: `d${index + 1}`, name: `第${index + 1}課` }));
const here = '/workspace/publish/plan/2021';
const year = 'plans/plan/2021/';
/** Some seconds on an idle machine; a machine that tests is busy. Milliseconds. */
const patience = 120_000;
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  const plan = makePlan({
    departments, indicators: [],
    tree: [{ id: 'm1', number: '１', title: '行政運営', children: [{ id: 'b1', number: '１', title: '業務の改善', children: Array.from({ length: items }, (_, index) => ({
      id: `i${index + 1}`, number: String(index + 1).padStart(3, '0'), title: `取組${index + 1}`, responsible: [`d${(index % 20) + 1}`],
    })) }] }],
  });
  await writeTransaction(room.db, async (trx) => {
    await savePlan(trx, plan);
    for (const { personId: id, staffNumber, name } of [people.secretariat, people.administrator]) await insertPerson(trx, { id, staffNumber, name, email: null, authUserId: null, demo: false, mustChangePassword: false, posts: [] });
  });
  const actor = people.secretariat;
  await prepareRound(room.db, {
    planId: plan.id, fiscalYear: 2021, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2022-05-20', headDeadline: '2022-05-27', assignments: { forCollectives: {}, forIndicators: {} }, actor,
  });
  await openRound(room.db, { planId: plan.id, fiscalYear: 2021, actor });
  await sql`
    insert into ayumi.answer_version (request_id, number, content, copied, parked, person_id, department_id, cause)
    select id, 1, ${answerToText({ ...emptyItemAnswer, text: '業務を見直した。' })}, false, false, 'person-jimukyoku', department_id, 'submit' from ayumi.request`.execute(room.db);
  await sql`update ayumi.request set state = 'accepted', current_version = 1, last_activity = now()`.execute(room.db);
}, patience);
afterAll(() => room.close());

const publish = () => taskClient('/workspace/publish', publishTask(testParts(room.db)), people.secretariat);
const edition = (number: number) => readTransaction(room.db, (trx) => loadEdition(trx, 'plan', 2021, number));

test('is published, with every one of its pages to be read before', async () => {
  const client = publish();
  expect((await client.get(here)).text).toContain(`報告のあるもの${items}件`);
  for (const number of ['001', '400']) expect((await client.get(`${here}/preview/${year}initiatives/${number}/`)).text).toContain('業務を見直した。');
  expect((await client.post(here, [['action', 'publish']])).status).toBe(303);
  expect((await edition(1))!.edition.nodes.filter(({ report }) => report !== null)).toHaveLength(items);
}, patience);

test('is corrected in one place after a reorganisation of all its departments; the first edition stays as it was', async () => {
  const first = (await edition(1))!.canonical;
  const form = { kind: 'merge', day: '2022-04-01', reason: '組織規則の改正', before: departments.map(({ id }) => id), after: [{ id: 'all', name: '統合課' }] };
  const request = { municipality: '132195', form, choices: new Map<string, string>(), actor: people.administrator, today: '2022-05-10', now: () => new Date('2022-05-10T00:00:00Z') };
  const dry = await planReorganisation(room.db, request);
  expect(dry.ok && dry.effects.owners).toHaveLength(items);
  expect(await reorganise(room.db, { ...request, seen: dry.ok ? dry.seen : '' })).toMatchObject({ outcome: 'reorganised', moved: 0 });
  const asked = (await readTransaction(room.db, (trx) => listBoard(trx, 'plan', 2021))).find(({ number }) => number === '400')!;
  expect(await actOnRequest(room.db, { requestId: asked.id, action: 'correct', baseVersion: 1, actor: people.secretariat, today: '2022-09-01', note: '誤記', answer: { ...emptyItemAnswer, text: '業務を三つ見直した。' } })).toMatchObject({ outcome: 'done' });
  const client = publish();
  await client.post(here, [['action', 'save'], ['issuedOn', ''], ['correctionReason', '誤記があったため'], ['decisionsShown', 'none']]);
  expect((await client.get(here)).text).toContain('正誤表（公表済みの版との違い）（1件）');
  expect((await client.post(here, [['action', 'publish']])).status).toBe(303);
  const second = (await edition(2))!.edition;
  expect(second.corrects?.changes.map(({ kind, subject }) => [kind, subject?.id])).toEqual([['paragraph', 'i400']]);
  expect((await edition(1))!.canonical).toBe(first);
}, patience);
