import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people } from '../../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { findPersonByStaffNumber } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { importRoutes } from './people-import.tsx';

const address = '/workspace/people/import';
let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

/** One installation for all tests: between the dry run and its application the file stays in it. */
const open = () => {
  const routes = importRoutes(testParts(room.db));
  return (actor: Actor) => {
    const client = taskClient('/', routes, actor);
    return {
      get: () => client.get(address),
      send: async (text: string) => {
        const form = new FormData();
        form.set('file', new File([text], '異動.csv', { type: 'text/csv' }));
        const response = await client.raw(address, { method: 'POST', body: form });
        return { status: response.status, text: await response.text() };
      },
      apply: (page: string, key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? 'x') => client.post(address, [['key', key], ['seen', /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '']]),
    };
  };
};
const list = (...lines: readonly string[]) => ['職員番号,氏名,メール,部署,役割,開始日,終了日', ...lines].join('\r\n');
const stored = (staffNumber: string) => readTransaction(room.db, (trx) => findPersonByStaffNumber(trx, staffNumber));

test('is for システム管理者 alone', async () => {
  const as = open();
  for (const actor of [people.secretariat, people.writer, people.viewer]) {
    expect((await as(actor).get()).status).toBe(403);
    expect((await as(actor).send(list('A1,甲,,,閲覧者,2022-04-01,'))).status).toBe(403);
  }
  expect((await as(people.administrator).get()).status).toBe(200);
});

test('shows every problem at its line and column, and takes nothing', async () => {
  const page = await open()(people.administrator).send(list('A1,<b>甲</b>,,無い課,担当者,いつか,', '=1,乙,,,閲覧者,2022-04-01,'));
  expect(page.status).toBe(422);
  for (const words of ['一覧の誤り（4件）', '部署「無い課」は登録されていません', '「いつか」は日付ではありません', '数式のように始まっています']) expect(page.text).toContain(words);
  expect(page.text).not.toContain('name="key"');
  expect((await open()(people.administrator).send('')).text).toContain('CSVファイルを選んでください');
});

test('shows every change, applies it, and shows the one-time passwords once', async () => {
  const client = open()(people.administrator);
  const dry = await client.send(list('A1,<i>甲</i>,a1@example.lg.jp,職員課,担当者,令和４年４月１日,', 'tanto,,,職員課,担当者,,2022-05-31'));
  for (const words of ['新しい利用者（1件）', '&lt;i&gt;甲&lt;/i&gt;', '終了日が変わる役割（1件）', '2行を読みました（UTF-8）']) expect(dry.text).toContain(words);
  expect(await stored('A1')).toBeUndefined();
  const done = await client.apply(dry.text);
  expect(done.status).toBe(200);
  expect(done.text).toMatch(/<code>([a-z2-9]{4}-){3}[a-z2-9]{4}<\/code>/);
  expect(await stored('A1')).toMatchObject({ name: '<i>甲</i>', mustChangePassword: true, posts: [{ department: 'shokuin', from: '2022-04-01' }] });
  const again = await client.apply(dry.text);
  expect(again.status).toBe(409);
  expect(again.text).not.toMatch(/<code>/);
});

test('applies nobody else\'s file, and none that was forgotten', async () => {
  const as = open();
  const dry = await as(people.administrator).send(list('B1,乙,,,閲覧者,2022-04-01,'));
  expect((await as({ ...people.administrator, personId: 'somebody' }).apply(dry.text)).status).toBe(422);
  expect((await open()(people.administrator).apply(dry.text)).text).toContain('もう一度ファイルを選んでください');
  expect(await stored('B1')).toBeUndefined();
});
