import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { startTestMailServer } from '../../commands/mail-server.testing.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { type Delivery, remindersTask } from './reminders.tsx';

const address = '/workspace/reminders';
const { secretariat, writer, otherWriter, stranger } = people;
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await sql`update ayumi.person set email = staff_number || '@example.lg.jp' where staff_number in ('tanto', 'yoso')`.execute(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor, day = '2022-05-10', delivery?: Delivery) => taskClient(address, remindersTask(testParts(room.db, new Date(`${day}T03:00:00Z`)), delivery), actor);
const namesIn = (text: string) => [...text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id);

describe('who would be reminded', () => {
  test('is seen by the secretariat alone', async () => {
    for (const actor of [writer, people.head, people.viewer, people.administrator]) {
      expect((await as(actor).get(address)).status).toBe(403);
      expect((await as(actor).post(`${address}/send`, [['person', writer.personId]])).status).toBe(403);
    }
  });

  test('is nobody long before the deadline, and everybody with something in hand when all are asked for', async () => {
    expect((await as(secretariat).get(address)).text).toContain('この条件に当てはまる人はいません。');
    const { text } = await as(secretariat).get(`${address}?scope=all`);
    expect(namesIn(text)).toEqual([writer.personId, otherWriter.personId, stranger.personId]);
    expect(text).toContain('メールアドレスなし（印刷して渡す）');
    expect(namesIn((await as(secretariat, '2022-05-14').get(address)).text)).toHaveLength(3);
    expect(namesIn((await as(secretariat, '2022-05-20').get(`${address}?scope=overdue`)).text)).toHaveLength(0);
    expect(namesIn((await as(secretariat, '2022-05-21').get(`${address}?scope=overdue`)).text)).toHaveLength(3);
  });

  test('reads the very text, and names departments in which nobody can be reminded', async () => {
    const { text } = await as(secretariat).get(`${address}?scope=all`);
    expect(text).toContain('【進捗管理】回答・確認をお願いするもの 23件');
    expect(text).toContain('・05 ICT人財の育成（職員課）');
    expect(text).toContain('市史編さん室　1件（担当者の登録なし）');
  });

  test('can be those in whose hands the requests are that were chosen on the board', async () => {
    const { status, text } = await as(secretariat).post(`${address}/chosen`, [['request', await requestOf(room.db, '05', 'shokuin')]]);
    expect([status, namesIn(text)]).toEqual([200, [writer.personId, otherWriter.personId]]);
    expect(text).toContain('回答状況で選んだ1件を手元に持つ2人です。');
    expect((await as(secretariat).post(`${address}/chosen`)).status).toBe(422);
  });
});

describe('reminding', () => {
  test('is checked first, and of nobody is refused', async () => {
    expect((await as(secretariat).post(`${address}/check`)).text).toContain('督促する人を一人以上選んでください。');
    const { text } = await as(secretariat).post(`${address}/check`, [['person', writer.personId], ['person', 'nobody']]);
    expect(namesIn(text)).toEqual([writer.personId]);
    expect(text).toContain('1人分の督促を作成する');
    expect((await as(secretariat).get(`${address}/days/2022-05-10`)).status).toBe(404);
  });

  test('without a mail server fills the outbox, from which it is printed or copied; and not twice that day', async () => {
    const client = as(secretariat);
    const { status, to } = await client.post(`${address}/send`, [['person', writer.personId], ['person', otherWriter.personId]]);
    expect([status, to]).toEqual([303, `${address}/days/2022-05-10?sent=0&failed=0&outbox=2&skipped=0`]);
    const { text } = await client.get(to ?? '');
    expect(text).toContain('送付箱に入れたもの2通です。');
    expect(text).toContain('tanto 様');
    expect(text).not.toContain('もう一度送る');
    expect((await client.post(`${address}/send`, [['person', writer.personId]])).to).toContain('outbox=0&skipped=1');
    const again = await client.get(`${address}?scope=all`);
    expect(namesIn(again.text)).toEqual([stranger.personId]);
    expect(again.text).toContain('今日の督促：送付箱');
    expect(again.text).toContain('2022年5月10日</a>　2通');
  });

  test('by mail shows what the server did not take, and sends it again when asked', async () => {
    const closed = await startTestMailServer();
    await closed.close();
    const away = as(secretariat, '2022-05-11', { mail: { url: closed.url, from: 'seisaku@example.lg.jp' }, address: 'https://ayumi.example.lg.jp' });
    const { to } = await away.post(`${address}/send`, [['person', stranger.personId]]);
    const failed = await away.get(to ?? '');
    expect(failed.text).toContain('送れなかったもの1通です。');
    expect(failed.text).toContain('メールサーバーに接続できませんでした。');
    expect(failed.text).toContain('https://ayumi.example.lg.jp/workspace/');
    const retry = /action="([^"]+retry)"/.exec(failed.text)?.[1] ?? '';
    const server = await startTestMailServer();
    const back = as(secretariat, '2022-05-11', { mail: { url: server.url, from: 'seisaku@example.lg.jp' }, address: null });
    const sent = await back.post(retry);
    expect((await back.get(sent.to ?? '')).text).toContain('メールで送ったもの1通です。');
    expect((await back.post(retry)).text).toContain('この督促は、送信済みか送信中です。');
    expect(server.received).toHaveLength(1);
    await server.close();
    expect((await as(secretariat).post(retry)).text).toContain('メールサーバーが設定されていないため、送信できません。');
  });

  test('of what is not there is answered in plain words', async () => {
    expect((await as(secretariat).post(`${address}/999/retry`)).status).toBe(404);
    expect((await as(secretariat).post(`${address}/x/retry`)).status).toBe(404);
    expect((await as(secretariat).get(`${address}/days/tomorrow`)).status).toBe(404);
  });
});
