import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { listenToRounds, type RoundChanges, type RoundSignal } from './round-changes.ts';

let room: OpenTestDatabase;
let changes: RoundChanges;

beforeEach(async () => {
  room = await openTestDatabase();
  changes = listenToRounds(room.connection);
});
afterEach(async () => {
  await changes.close();
  await room.close();
});

const notify = (payload: string) => sql`select pg_notify('ayumi_round', ${payload})`.execute(room.db);
const connections = async () => (await sql<{ pid: number }>`select pid from pg_stat_activity where application_name = 'ayumi board' and datname = current_database()`.execute(room.db)).rows;

/** Collects what is told, and waits until something of it is as wanted. */
function listener() {
  const heard: RoundSignal[] = [];
  return {
    heard,
    hear: (signal: RoundSignal) => { heard.push(signal); },
    until: async (wanted: (signal: RoundSignal) => boolean) => { await expect.poll(() => heard.some(wanted), { timeout: 10_000 }).toBe(true); },
  };
}

describe('what moves in a round', () => {
  test('reaches everybody who listens over one connection, and nobody who has left', async () => {
    const [one, other] = [listener(), listener()];
    changes.subscribe(one.hear);
    const leave = changes.subscribe(other.hear);
    await changes.ready();
    await notify('plan 2021 7');
    await Promise.all([one, other].map(({ until }) => until((signal) => signal.kind === 'changed' && signal.change.requestId === '7')));
    expect(await connections()).toHaveLength(1);
    leave();
    await notify('plan 2021');
    await one.until((signal) => signal.kind === 'changed' && signal.change.requestId === null);
    expect(other.heard.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
  });

  test('may have been missed while the connection was lost: it comes back and says so', async () => {
    const { heard, hear, until } = listener();
    changes.subscribe(hear);
    await changes.ready();
    heard.length = 0;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ayumi board' and datname = current_database()`.execute(room.db);
    await until(({ kind }) => kind === 'missed');
    await notify('plan 2021 8');
    await until((signal) => signal.kind === 'changed' && signal.change.requestId === '8');
  });

  test('is not told any more after the end, and the connection is gone', async () => {
    const { heard, hear, until } = listener();
    changes.subscribe(hear);
    await changes.ready();
    await changes.close();
    await until(({ kind }) => kind === 'closed');
    await expect.poll(connections).toHaveLength(0);
    changes.subscribe(hear);
    expect(heard.filter(({ kind }) => kind === 'closed')).toHaveLength(2);
  });

  test('is not disturbed by words that no trigger of ours has sent', async () => {
    const { heard, hear, until } = listener();
    changes.subscribe(hear);
    await changes.ready();
    for (const payload of ['', 'nonsense', 'a b c', 'plan 2021 x']) await notify(payload);
    await notify('plan 2021 9');
    await until(({ kind }) => kind === 'changed');
    expect(heard.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
  });
});

test('nothing is connected before somebody listens', async () => {
  expect(await connections()).toHaveLength(0);
});
