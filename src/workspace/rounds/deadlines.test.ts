import { afterAll, beforeAll, expect, test } from 'vitest';
import { duringRound, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listMyWork } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { answerTask } from '../answer/answer.ts';
import { myWorkTask } from '../my-work/my-work.tsx';
import { taskClient, testParts } from '../task-client.testing.ts';
import { roundsTask } from './rounds.tsx';

const address = `/workspace/rounds/${planId}/2021/deadlines`;
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

test('the secretariat moves the deadlines with a reason, and everybody who is asked reads both', async () => {
  const client = taskClient('/workspace/rounds', roundsTask(testParts(room.db, duringRound)), people.secretariat);
  expect((await client.get('/workspace/rounds')).text).toContain(`href="${address}"`);
  const wrong = await client.post(address, [['departmentDeadline', '2022-05-01'], ['headDeadline', 'いつか'], ['reason', '<b>災害対応</b>']]);
  expect(wrong.status).toBe(422);
  for (const part of ['href="#headDeadline"', 'value="2022-05-01"', '\n&lt;b&gt;災害対応&lt;/b&gt;</textarea>']) expect(wrong.text).toContain(part);
  const none = await client.post(address, [['departmentDeadline', '2022-06-10'], ['headDeadline', '2022-06-17'], ['reason', '']]);
  expect([none.status, none.text.includes('<a href="#reason">変更の理由が書かれていません。')]).toEqual([422, true]);
  expect((await client.post(address, [['departmentDeadline', '2022-06-10'], ['headDeadline', '2022-06-17'], ['reason', '<b>災害対応</b>']])).to).toBe('/workspace/rounds?done=deadlines');
  expect((await client.get('/workspace/rounds?done=deadlines')).text).toContain('締切を変更しました。');
  expect((await client.get(address)).text).toContain('これまでの変更');

  const notice = '<b>締切が変わりました。</b>担当者：5月20日から6月10日へ、所属長：5月27日から6月17日へ。理由：<bdi>&lt;b&gt;災害対応&lt;/b&gt;</bdi>';
  const work = await taskClient('/workspace', myWorkTask(testParts(room.db, duringRound)), people.writer).get('/workspace');
  expect(work.text).toContain(notice);
  const [request] = await readTransaction(room.db, (trx) => listMyWork(trx, people.writer, '2022-05-10'));
  const page = await taskClient('/workspace/requests', answerTask(testParts(room.db, duringRound)), people.writer).get(`/workspace/requests/${request!.id}`);
  expect(page.text).toContain(notice);
});

test('there is nothing to move in a round that is not open', async () => {
  const client = taskClient('/workspace/rounds', roundsTask(testParts(room.db, duringRound)), people.secretariat);
  expect((await client.get(`/workspace/rounds/${planId}/2030/deadlines`)).status).toBe(404);
  expect((await taskClient('/workspace/rounds', roundsTask(testParts(room.db, duringRound)), people.writer).get(address)).status).toBe(403);
});
