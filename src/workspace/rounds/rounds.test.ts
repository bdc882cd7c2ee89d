import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { readAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listPlannedRequests, loadRound } from '../../database/round-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { assignmentsOf } from '../../domain/round/plan-requests.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { yearsToPrepare } from './round-proposal.ts';
import { roundsTask } from './rounds.tsx';

const address = '/workspace/rounds/gyozaisei-6/2022';
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor) => taskClient('/workspace/rounds', roundsTask(testParts(room.db)), actor);
const secretariat = () => as(people.secretariat);
const round = () => readTransaction(room.db, (trx) => loadRound(trx, planId, 2022));
const assignments = async () => assignmentsOf(await readTransaction(room.db, (trx) => listPlannedRequests(trx, planId, 2022)));

const fields: readonly (readonly [string, string])[] = [
  ['asked-selfAssessment', 'required'], ['asked-issues', 'optional'], ['asked-nextYear', 'optional'], ['asked-effects', 'not-asked'], ['asked-evidence', 'optional'],
  ['scale', 'Ａ　順調\r\n\r\nＢ　遅れ'], ['departmentDeadline', '2023-05-19'], ['headDeadline', '2023-05-26'],
];
const withField = (name: string, value: string) => fields.map((field) => (field[0] === name ? [name, value] as const : field));

describe('setting up a round', () => {
  test('is the secretariat\'s', async () => {
    for (const actor of [people.writer, people.head, people.viewer, people.administrator]) {
      expect((await as(actor).get('/workspace/rounds')).status).toBe(403);
      expect((await as(actor).post(`${address}/fields`, fields)).status).toBe(403);
      expect((await as(actor).post('/workspace/rounds/gyozaisei-6/2021/close', [['allowUnaccepted', '1']])).status).toBe(403);
    }
    expect(await round()).toBeUndefined();
  });

  test('begins with the year after the newest one, from the plan', async () => {
    const { text } = await secretariat().get('/workspace/rounds');
    expect(text).toContain('令和３年度');
    expect(text).toContain('次の年度：<b>令和４年度</b>');
    expect((await secretariat().get(`/workspace/rounds/new?plan=${planId}&year=2022`)).to).toBe(`${address}/fields`);
    const step = await secretariat().get(`${address}/fields`);
    expect(step.text).toContain('令和２年度の公表版をもとに');
    expect(step.text).toContain('value="2023-05-20"');
    expect((await secretariat().get(`${address}/preview`)).to).toBe(`${address}/fields`);
  });

  test('names every problem of the first step at its field, and loses nothing that was typed', async () => {
    const { status, text } = await secretariat().post(`${address}/fields`, [
      ['asked-selfAssessment', 'required'], ['asked-issues', 'optional'], ['asked-nextYear', 'required'], ['asked-effects', 'not-asked'], ['asked-evidence', 'optional'],
      ['scale', 'Ａ\nＡ'], ['departmentDeadline', '2023-06-01'], ['headDeadline', '2023-05-01'],
    ]);
    expect(status).toBe(422);
    for (const kept of ['href="#scale"', 'href="#headDeadline"', 'value="2023-06-01"', 'value="2023-05-01"', '\nＡ\nＡ</textarea>']) expect(text).toContain(kept);
    expect(text).toMatch(/name="asked-nextYear" value="required" checked/);
    expect((await secretariat().post(`${address}/fields`, withField('departmentDeadline', 'いつか'))).text).toContain('href="#departmentDeadline"');
    expect(await round()).toBeUndefined();
  });

  test('keeps fields, scale and deadlines, and proposes who reported last time', async () => {
    const { status, to } = await secretariat().post(`${address}/fields`, fields);
    expect([status, to]).toEqual([303, `${address}/reporters`]);
    expect(await round()).toMatchObject({
      state: 'preparing', asked: { progress: 'required', selfAssessment: 'required', effects: 'not-asked' }, departmentDeadline: '2023-05-19',
      scale: [{ id: 's1', name: 'Ａ　順調' }, { id: 's2', name: 'Ｂ　遅れ' }],
    });
    const { text } = await secretariat().get(`${address}/reporters`);
    expect(text).toContain('計画で推進部署が「関係各課」などとなっている23件について');
    expect(text).toMatch(/name="for-i01" value="seisaku" checked/);
  });

  test('takes departments for a collective and owners of indicators, and nothing foreign', async () => {
    const client = secretariat();
    const { forCollectives } = await assignments();
    const kept = Object.entries(forCollectives).filter(([id]) => id !== 'i01').flatMap(([id, own]) => own.map((department) => [`for-${id}`, department] as const));
    const refused = await client.post(`${address}/reporters`, [...kept, ['for-i01', 'no-such-department']]);
    expect([refused.status, refused.text.includes('部署「no-such-department」は、この計画の部署一覧にありません。')]).toEqual([422, true]);
    expect((await client.post(`${address}/reporters`, [...kept, ['for-i01', 'zaisei'], ['for-i01', 'seisaku']])).to).toBe(`${address}/indicators`);
    expect((await client.post(`${address}/indicators`, [['indicator-ind1', 'seisaku'], ['indicator-ind2', ''], ['indicator-ind4', 'zaisei']])).to).toBe(`${address}/preview`);
    const { forCollectives: saved, forIndicators } = await assignments();
    expect(saved['i01']).toEqual(['seisaku', 'zaisei']);
    expect(Object.keys(saved)).toEqual(Object.keys(forCollectives));
    expect(forIndicators).toEqual({ ind1: 'seisaku', ind4: 'zaisei' });
  });

  test('shows what each department will receive, and names what nobody is asked about', async () => {
    const { text } = await secretariat().get(`${address}/preview`);
    expect(text).toContain('回答する部署が決まっていないものが5件あります。');
    expect(text).toContain('指標3 ');
    expect(text).toMatch(/<b>財政課<\/b>　<span class="note">\d+件（取組\d+件、指標1件）/);
    expect(text).toContain('市史編さん室（担当者・所属長）');
  });

  test('opens only when what is left out is left out on purpose, with a row in the log', async () => {
    const client = secretariat();
    const refused = await client.post(`${address}/open`);
    expect([refused.status, refused.text.includes('href="#allowUnassigned"')]).toEqual([422, true]);
    const { to } = await client.post(`${address}/open`, [['allowUnassigned', '1']]);
    expect((await client.get(to ?? '')).text).toContain('照会を開始しました。');
    expect((await round())?.state).toBe('open');
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'open-round', actor: 'jimukyoku' });
  });

  test('is over once the round is open', async () => {
    for (const path of ['fields', 'reporters', 'indicators', 'preview']) expect((await secretariat().get(`${address}/${path}`)).status).toBe(404);
    expect((await secretariat().post(`${address}/fields`, fields)).status).toBe(404);
    expect((await round())?.departmentDeadline).toBe('2023-05-19');
  });
});

describe('asking one more department', () => {
  test('offers first what nobody was asked about, and puts it into the work of the department', async () => {
    const client = secretariat();
    const page = await client.get(`${address}/add`);
    expect(page.text).toMatch(/<option value="indicator ind2">指標2 [^<]*（まだどこにも照会していません）/);
    const empty = await client.post(`${address}/add`, [['subject', 'indicator ind2']]);
    expect([empty.status, empty.text.includes('href="#department"'), empty.text.includes('<option value="indicator ind2" selected')]).toEqual([422, true, true]);
    const { to } = await client.post(`${address}/add`, [['subject', 'indicator ind2'], ['department', 'zaisei']]);
    expect((await client.get(to ?? '')).text).toContain('照会を追加しました。');
    expect((await assignments()).forIndicators['ind2']).toBe('zaisei');
    expect((await client.post(`${address}/add`, [['subject', 'indicator ind2'], ['department', 'seisaku']])).text).toContain('すでに照会しています。');
    expect((await client.post(`${address}/add`, [['subject', 'other x'], ['department', 'seisaku']])).status).toBe(422);
    expect((await client.get('/workspace/rounds/gyozaisei-6/2031/add')).status).toBe(404);
  });
});

describe('closing a round', () => {
  test('tells what was not accepted, and does it only on purpose', async () => {
    const client = secretariat();
    expect((await client.get(`${address}/close`)).text).toMatch(/受理していない\d+件を、受理しないまま終了する/);
    const refused = await client.post(`${address}/close`);
    expect([refused.status, (await round())?.state]).toEqual([422, 'open']);
    const { to } = await client.post(`${address}/close`, [['allowUnaccepted', '1']]);
    expect((await client.get(to ?? '')).text).toContain('照会を終了しました。');
    expect((await round())?.state).toBe('closed');
    expect((await client.get(`${address}/close`)).status).toBe(404);
  });
});

test('addresses of nothing are answered in plain words', async () => {
  for (const path of ['/none/2022/fields', '/gyozaisei-6/twenty/fields', '/gyozaisei-6/1/fields', '/none/2022/close']) expect((await secretariat().get(`/workspace/rounds${path}`)).status).toBe(404);
});

test('years can be prepared from the one after the newest to the present one', () => {
  expect(yearsToPrepare(2020, '2021-03-31')).toEqual([2021]);
  expect(yearsToPrepare(2020, '2023-04-01')).toEqual([2021, 2022, 2023]);
  expect(yearsToPrepare(null, '2022-05-10')).toEqual([2021, 2022]);
});
