import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { boardTask } from './board.tsx';

const address = '/workspace/board/gyozaisei-6/2021';
const today = '2022-05-10';
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor, now = duringRound) => taskClient('/workspace/board', boardTask(testParts(room.db, now)), actor);
const secretariat = () => as(people.secretariat);
const state = async (id: string) => (await readTransaction(room.db, (trx) => loadRequest(trx, id)))?.state;

/** Hands an answer of 職員課 in and approves it. */
async function approve(number: string, text: string): Promise<string> {
  const id = await requestOf(room.db, number, 'shokuin');
  expect(await actOnRequest(room.db, { requestId: id, action: 'submit', actor: people.writer, today, answer: { ...emptyItemAnswer, text }, baseVersion: null })).toMatchObject({ outcome: 'done' });
  expect(await actOnRequest(room.db, { requestId: id, action: 'approve', actor: people.head, today })).toMatchObject({ outcome: 'done' });
  return id;
}

describe('the board', () => {
  test('leads to the round that is open, and shows who has each request now', async () => {
    expect((await secretariat().get('/workspace/board')).to).toBe(address);
    const { status, text } = await secretariat().get(address);
    expect(status).toBe(200);
    expect(text).toContain('全120件を表示しています。');
    expect(text).toMatch(/05 ICT人財の育成<\/a><\/th><td>職員課<\/td><td>[^]*?未着手[^]*?<td>tanto、tanto2<\/td><td>5月20日（あと10日）<\/td><td>動きなし<\/td>/);
  });

  test('is read by executives and viewers without boxes and buttons, and by nobody else', async () => {
    const { status, text } = await as(people.viewer).get(address);
    expect(status).toBe(200);
    expect(text).not.toContain('type="checkbox"');
    expect(text).not.toContain('受理する');
    for (const actor of [people.writer, people.head, people.administrator]) {
      for (const path of ['', '/unanswered', '/unanswered.csv']) expect((await as(actor).get(`${address}${path}`)).status).toBe(403);
      expect((await as(actor).get('/workspace/board/events')).status).toBe(403);
    }
    expect((await as(people.viewer).post(`${address}/check`, [['action', 'accept'], ['request', '1']])).status).toBe(403);
    expect((await as(people.viewer).post(`${address}/apply`, [['action', 'accept'], ['request', '1 1']])).text).toContain('受理や差戻しができるのは事務局です。');
  });

  test('is filtered by department, state, words in any width, and what is late', async () => {
    const shown = async (query: string, now = duringRound) => /(全\d+件|\d+件のうち\d+件)を表示/.exec((await as(people.secretariat, now).get(`${address}${query}`)).text)?.[1];
    expect(await shown('?department=shokuin')).toBe('120件のうち23件');
    expect(await shown('?words=ｉｃｔ')).toBe('120件のうち1件');
    expect(await shown('?words=%E6%8C%87%E6%A8%991')).toBe('120件のうち1件');
    expect(await shown('?state=accepted')).toBe('120件のうち0件');
    expect(await shown('?only=overdue')).toBe('120件のうち0件');
    expect(await shown('?only=overdue', new Date('2022-05-21T03:00:00Z'))).toBe('全120件');
    expect(await shown('?state=nonsense&only=nonsense')).toBe('全120件');
  });

  test('can tick everything that is shown without a script', async () => {
    const { text } = await secretariat().get(`${address}?department=shokuin&chosen=all`);
    expect(text.match(/ checked/g)).toHaveLength(23);
  });

  test('says in plain words that a round is not there', async () => {
    for (const path of ['/workspace/board/gyozaisei-6/2033', '/workspace/board/none/2021', '/workspace/board/gyozaisei-6/x']) expect((await secretariat().get(path)).status).toBe(404);
  });
});

describe('an action on many requests', () => {
  test('is checked before it is done, and tells what came of each', async () => {
    const ready = await approve('43', 'ＯＪＴを実施した。');
    const waiting = await requestOf(room.db, '44', 'shokuin');
    const check = await secretariat().post(`${address}/check`, [['action', 'accept'], ['query', '?department=shokuin'], ['request', ready], ['request', waiting]]);
    expect(check.status).toBe(200);
    expect(check.text).toContain('次の1件を受理します。');
    expect(check.text).toContain('受理できないもの <small>1件</small>');
    expect(check.text).toContain(`name="request" value="${ready} 1"`);
    expect(check.text).not.toContain(`name="request" value="${waiting} `);
    expect(await state(ready)).toBe('approved');

    const client = secretariat();
    const done = await client.post(`${address}/apply`, [['action', 'accept'], ['query', '?department=shokuin'], ['request', `${ready} 1`]]);
    expect(done.status).toBe(303);
    expect(await state(ready)).toBe('accepted');
    const results = await client.get(done.to ?? '');
    expect(results.text).toContain('受理したもの 1件、できなかったもの 0件です。');
    expect(results.text).toContain(`href="${address}?department=shokuin"`);
    // Another person, or a server that was started anew, knows nothing of it.
    expect((await secretariat().get(done.to ?? '')).text).toContain('この結果の表示期限は過ぎました。');
  });

  test('does not accept what was corrected since it was shown', async () => {
    const id = await approve('50', '組織を見直した。');
    await actOnRequest(room.db, { requestId: id, action: 'correct', actor: people.secretariat, today, note: '誤字のため', answer: { ...emptyItemAnswer, text: '組織を見直しました。' }, baseVersion: 1 });
    const client = secretariat();
    const { to } = await client.post(`${address}/apply`, [['action', 'accept'], ['request', `${id} 1`]]);
    expect((await client.get(to ?? '')).text).toContain('確認の間に回答が書き換えられました。');
    expect(await state(id)).toBe('approved');
  });

  test('sends back with a reason and, after the deadline, a day until which it can be mended; nothing typed is lost', async () => {
    const id = await approve('47', '定員を見直した。');
    const late = as(people.secretariat, new Date('2022-06-01T03:00:00Z'));
    const refused = await late.post(`${address}/apply`, [['action', 'send-back'], ['request', `${id} 1`], ['note', ' '], ['unlockUntil', '']]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#note"');
    expect(refused.text).toContain('href="#unlockUntil"');
    const past = await late.post(`${address}/apply`, [['action', 'send-back'], ['request', `${id} 1`], ['note', '<b>人数</b>を書いてください。'], ['unlockUntil', '2022-05-31']]);
    expect(past.text).toContain('&lt;b&gt;人数&lt;/b&gt;を書いてください。');
    const { to } = await late.post(`${address}/apply`, [['action', 'send-back'], ['request', `${id} 1`], ['note', '人数を書いてください。'], ['unlockUntil', '2022-06-10']]);
    expect((await late.get(to ?? '')).text).toContain('差し戻したもの 1件');
    const request = await readTransaction(room.db, (trx) => loadRequest(trx, id));
    expect(request).toMatchObject({ state: 'returned', lastNote: '人数を書いてください。', unlockedUntil: '2022-06-10' });
  });

  test('with nothing chosen says so, on the board as it was filtered', async () => {
    const { status, text } = await secretariat().post(`${address}/check`, [['action', 'accept'], ['query', '?department=shokuin&chosen=all&foreign=1']]);
    expect(status).toBe(422);
    expect(text).toContain('一覧で一つ以上選んでください。');
    expect(text).toContain('120件のうち23件を表示しています。');
  });
});

describe('the list of the unanswered', () => {
  test('is printed by department, with whom it is', async () => {
    const { text } = await secretariat().get(`${address}/unanswered`);
    expect(text).toMatch(/<h2>職員課 <small>\d+件　担当者：tanto、tanto2<\/small><\/h2>/);
    expect(text).toMatch(/<h2>市史編さん室 <small>1件　担当者：登録なし<\/small><\/h2>/);
  });

  test('is a CSV with BOM in which nothing can be run', async () => {
    await sql`update ayumi.plan_node set title = '=HYPERLINK("http://example.com","x")' where id = 'i05'`.execute(room.db);
    const response = await secretariat().raw(`${address}/unanswered.csv`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(response.headers.get('content-disposition')).toContain('mikaito-gyozaisei-6-2021-2022-05-10.csv');
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toBe('計画,年度,種別,番号,題名,部署,状態,担当者,締切,締切からの経過日数,最後の動き,最後の動きをした人');
    expect(lines.find((line) => line.includes(',05,'))).toBe(`狛江市第６次行財政改革推進計画,令和３年度,取組,05,"'=HYPERLINK(""http://example.com"",""x"")",職員課,未着手,tanto、tanto2,2022-05-20,0,,`);
  });
});

test('hostile titles and names of departments are shown as text', async () => {
  const hostile = `<script>alert(1)</script>\u{202e}"'&`;
  await sql`update ayumi.plan_node set title = ${hostile} where id = 'i01'`.execute(room.db);
  await sql`update ayumi.plan_department set name = ${hostile} where department_id = 'seisaku'`.execute(room.db);
  for (const path of [address, `${address}/unanswered`]) {
    const { text } = await secretariat().get(path);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\u{202e}&quot;&#39;&amp;');
  }
});
