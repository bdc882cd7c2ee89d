import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people } from '../../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { myWorkTask } from './my-work.tsx';

let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const seenBy = async (actor: (typeof people)[keyof typeof people]) => (await taskClient('/workspace', myWorkTask(testParts(room.db)), actor).get('/workspace')).text;

test('the secretariat sees where the year stands, and the step that is to be done now', async () => {
  const text = await seenBy(people.secretariat);
  expect(text).toContain('令和３年度の進み');
  expect(text).toMatch(/<li aria-current="step">.*?href="\/workspace\/board\/gyozaisei-6\/2021">回答の確認<\/a><span>未回答\d+件。担当者の締切は/);
  expect(text).not.toContain('今、回答や承認を求められているものはありません。');
});

test('a reporter sees what is asked, and nothing of the secretariat', async () => {
  const text = await seenBy(people.writer);
  expect(text).toContain('ICT人財の育成');
  expect(text).not.toContain('の進み');
});

test('who has no work reads so', async () => {
  expect(await seenBy(people.viewer)).toContain('今、回答や承認を求められているものはありません。');
});
