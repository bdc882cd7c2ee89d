import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listenToRounds, type RoundChanges } from '../../database/round-changes.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { boardTask } from './board.tsx';

let room: OpenTestDatabase;
let changes: RoundChanges;

beforeEach(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  changes = listenToRounds(room.connection);
});
afterEach(async () => {
  await changes.close();
  await room.close();
});

/** The events as a browser gets them, read until a text has come. */
async function listen(timing = { gather: 10, heartbeat: 20_000, longest: 300_000 }, query = 'plan=gyozaisei-6&year=2021') {
  const abort = new AbortController();
  const response = await taskClient('/workspace/board', boardTask(testParts(room.db), changes, timing), people.viewer).raw(`/workspace/board/events?${query}`, { signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    stop: () => reader.cancel(),
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended after: ${text}`);
        text += value;
      }
      return text;
    },
    async toEnd(): Promise<string> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
      }
    },
  };
}

const save = async (number: string) => {
  const requestId = await requestOf(room.db, number, 'shokuin');
  expect(await saveAnswer(room.db, { requestId, answer: { ...emptyItemAnswer, text: '書いた。' }, baseVersion: null, actor: people.writer, today: '2022-05-10' })).toMatchObject({ outcome: 'saved' });
  return requestId;
};

describe('the events of the board', () => {
  test('name the request that somebody has saved', async () => {
    const events = await listen();
    await changes.ready();
    expect(events.response.headers.get('content-type')).toContain('text/event-stream');
    const id = await save('43');
    await events.until(`event: moved\ndata: ["${id}"]`);
    await events.stop();
  });

  test('say nothing of other rounds, and nothing of what was written', async () => {
    const other = await listen({ gather: 10, heartbeat: 50, longest: 1_000 }, 'plan=gyozaisei-6&year=2019');
    await changes.ready();
    await save('43');
    const text = await other.toEnd();
    expect(text).toContain(': \n\n');
    expect(text).not.toMatch(/\["\d+"\]/);
    expect(text).not.toContain('書いた');
  });

  test('end after a while, so that the browser is asked again who it is', async () => {
    expect(await (await listen({ gather: 10, heartbeat: 20, longest: 100 })).toEnd()).toContain(': \n\n');
  });

  test('end when the server stops', async () => {
    const events = await listen();
    await changes.ready();
    await changes.close();
    await events.toEnd();
  });

  test('tell a browser not to come again where nobody listens to the database', async () => {
    const { status } = await taskClient('/workspace/board', boardTask(testParts(room.db)), people.viewer).get('/workspace/board/events');
    expect(status).toBe(204);
  });
});
