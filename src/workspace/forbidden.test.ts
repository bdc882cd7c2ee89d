import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people, planId, requestOf } from '../../tests/city-hall.ts';
import { readAudit } from '../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { answerTask } from './answer/answer.ts';
import { boardTask } from './board/board.tsx';
import { roundsTask } from './rounds/rounds.tsx';
import { taskClient, testParts } from './task-client.testing.ts';

let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const last = async () => (await readTransaction(room.db, (trx) => readAudit(trx))).at(-1);
const as = (actor: Actor) => ({
  answer: taskClient('/workspace/requests', answerTask(testParts(room.db)), actor),
  board: taskClient('/workspace/board', boardTask(testParts(room.db)), actor),
  rounds: taskClient('/workspace/rounds', roundsTask(testParts(room.db)), actor),
});

test('who asks for what is not theirs is answered in words, and the log says who asked for what', async () => {
  const address = `/workspace/rounds/${planId}/2021/close`;
  const page = await as(people.writer).rounds.post(address, [['allowUnaccepted', '1']]);
  expect([page.status, page.text.includes('この操作はできません')]).toEqual([403, true]);
  expect(await last()).toMatchObject({ actor: 'tanto', action: 'refusal', details: { attempted: `POST ${address}`, code: 'forbidden' } });
  const id = await requestOf(room.db, '05', 'shokuin');
  expect((await as(people.stranger).answer.get(`/workspace/requests/${id}`)).status).toBe(403);
  expect(await last()).toMatchObject({ actor: 'yoso', action: 'refusal', details: { attempted: `GET /workspace/requests/${id}` } });
});

test('a list that is taken out stands in the log, with who took it', async () => {
  expect((await as(people.viewer).board.get(`/workspace/board/${planId}/2021/unanswered.csv`)).status).toBe(200);
  expect(await last()).toMatchObject({ actor: 'etsuran', action: 'export-document', planId, details: { document: 'unanswered-list', fiscalYear: 2021 } });
});
