import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../../tests/factories.ts';
import { duringRound, people } from '../../tests/city-hall.ts';
import { sql } from 'kysely';
import { actOnRequest } from '../commands/act-on-request.ts';
import { openRound } from '../commands/open-round.ts';
import { prepareRound } from '../commands/prepare-round.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { insertPerson } from '../database/people-store.ts';
import { savePlan } from '../database/plan-store.ts';
import { listBoard } from '../database/request-store.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { emptyItemAnswer } from '../domain/round/answer.ts';
import { answerToText } from '../domain/round/stored-answer.ts';
import { answerTask } from './answer/answer.ts';
import { approvalTask } from './approval/approval.tsx';
import { myWorkTask } from './my-work/my-work.tsx';
import { publishTask } from './publish/publish.tsx';
import { remindersTask } from './reminders/reminders.tsx';
import { roundsTask } from './rounds/rounds.tsx';
import { taskClient, testParts } from './task-client.testing.ts';
import { boardTask } from './board/board.tsx';

// 65 items × 40 departments: the size of a large city in which everybody answers everything.
const items = 65;
const departments = Array.from({ length: 40 }, (_, index) => ({ id: `d${index + 1}`, name: `第${index + 1}課` }));
const text = '市民の声を聴き、業務を見直した。'.repeat(125);
const today = '2022-05-10';
/** Some seconds on an idle machine; a machine that tests is busy. Milliseconds. */
const patience = 240_000;
const everywhere = (role: 'reporter' | 'section-head'): Actor => ({
  personId: role, staffNumber: role, name: role, posts: departments.map(({ id }) => ({ role, department: id, from: '2020-04-01', until: null })),
});
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  const plan = makePlan({
    departments, indicators: [],
    tree: [{ id: 'm1', number: '１', title: '行政運営', children: [{ id: 'b1', number: '１', title: '業務の改善', children: Array.from({ length: items }, (_, index) => ({
      id: `i${index + 1}`, number: String(index + 1).padStart(2, '0'), title: `取組${index + 1}${'の推進'.repeat(10)}`, responsible: departments.map(({ id }) => id),
    })) }] }],
  });
  await writeTransaction(room.db, async (trx) => {
    await savePlan(trx, plan);
    for (const { personId: id, staffNumber, name, posts } of [people.secretariat, everywhere('reporter'), everywhere('section-head')]) {
      await insertPerson(trx, {
        id, staffNumber, name, email: null, authUserId: null, demo: false, mustChangePassword: false,
        posts: posts.map((post, index) => ({ ...post, id: `${id}-${index}`, municipality: post.department === null ? null : '132195' })),
      });
    }
  });
  const actor = people.secretariat;
  await prepareRound(room.db, {
    planId: plan.id, fiscalYear: 2021, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2022-05-20', headDeadline: '2022-05-27', assignments: { forCollectives: {}, forIndicators: {} }, actor,
  });
  await openRound(room.db, { planId: plan.id, fiscalYear: 2021, actor });
});
afterAll(() => room.close());

test('65 items × 40 departments stand on one page', async () => {
  const client = taskClient('/workspace/board', boardTask(testParts(room.db, duringRound)), people.secretariat);
  const page = await client.get('/workspace/board/plan/2021');
  expect(page.text.match(/<tr id="request-/g)).toHaveLength(items * departments.length);
  expect(page.text).toContain('全2600件を表示しています。');
  expect(page.text).not.toMatch(/undefined|NaN|\[object/);
});

test('a section head of many answers of 2,000 characters reads all of them, and approves them together', async () => {
  const mine = (await readTransaction(room.db, (trx) => listBoard(trx, 'plan', 2021))).filter(({ department }) => department === 'd1');
  for (const { id } of mine) {
    expect(await actOnRequest(room.db, { requestId: id, action: 'submit', actor: everywhere('reporter'), today, answer: { ...emptyItemAnswer, text }, baseVersion: null })).toMatchObject({ outcome: 'done' });
  }
  const client = taskClient('/workspace/approval', approvalTask(testParts(room.db, duringRound)), everywhere('section-head'));
  const page = await client.get('/workspace/approval');
  expect(page.text.split(text)).toHaveLength(items + 1);
  const { to } = await client.post('/workspace/approval/approve', mine.map(({ id }) => ['request', `${id} 1`] as const));
  expect((await client.get(to ?? '')).text.match(/承認し、事務局に送りました。/g)).toHaveLength(items);
}, patience);

describe('2,600 answers of 2,000 characters', () => {
  const parts = () => testParts(room.db, duringRound);
  const whole = ({ status, text: page }: { readonly status: number; readonly text: string }) => {
    expect(status).toBe(200);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    return page;
  };
  beforeAll(async () => {
    // At once, and not through 2,600 forms: what is tested is who reads them.
    const content = answerToText({ ...emptyItemAnswer, text });
    await sql`insert into ayumi.answer_version (request_id, number, content, copied, parked, person_id, department_id, cause)
      select id, 1, ${content}, false, false, 'reporter', department_id, 'submit' from ayumi.request where current_version is null`.execute(room.db);
    await sql`update ayumi.request set state = 'accepted', current_version = 1, last_activity = now()`.execute(room.db);
  });

  test('are on the board, at the reminders and in the settings of the round without one that is missing', async () => {
    const board = taskClient('/workspace/board', boardTask(parts()), people.secretariat);
    expect(whole(await board.get('/workspace/board/plan/2021'))).toContain('全2600件を表示しています。');
    expect(whole(await board.get('/workspace/board/plan/2021/unanswered'))).not.toContain('取組1の推進');
    whole(await taskClient('/workspace/reminders', remindersTask(parts(), { mail: null, address: null }), people.secretariat).get('/workspace/reminders?scope=all'));
    const rounds = taskClient('/workspace/rounds', roundsTask(parts()), people.secretariat);
    expect(whole(await rounds.get('/workspace/rounds'))).toContain('2600件');
    for (const page of ['add', 'close', 'deadlines']) whole(await rounds.get(`/workspace/rounds/plan/2021/${page}`));
  });

  test('are all in the work of somebody who acts for every department, and beside each other at one item', async () => {
    const work = taskClient('/workspace', myWorkTask(parts()), everywhere('section-head'));
    expect(whole(await work.get('/workspace')).match(/href="\/workspace\/requests\/\d+"/g)).toHaveLength(items * departments.length);
    const [request] = await readTransaction(room.db, (trx) => listBoard(trx, 'plan', 2021));
    const page = whole(await taskClient('/workspace/requests', answerTask(parts()), people.secretariat).get(`/workspace/requests/${request!.id}`));
    expect(page).toContain(text);
    expect(page.match(/<li>第\d+課　/g)).toHaveLength(departments.length - 1);
  });

  test('stand before the secretariat as one edition to be published', async () => {
    const publish = taskClient('/workspace/publish', publishTask(parts()), people.secretariat);
    const page = whole(await publish.get('/workspace/publish/plan/2021'));
    expect(page).toContain('ありません。公表できます。');
    expect(page).toContain(`報告のあるもの${items}件`);
  }, patience);
});
