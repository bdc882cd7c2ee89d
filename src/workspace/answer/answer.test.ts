import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { listVersions } from '../../database/answer-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { answerTask } from './answer.ts';

let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

/** The pages as one person sees them. */
function as(actor: Actor, now = duringRound) {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.route('/workspace/requests', answerTask({ db: room.db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, now: () => now, published: async () => {} }));
  return {
    get: async (path: string) => { const response = await app.request(`/workspace/requests/${path}`); return { status: response.status, text: await response.text(), to: response.headers.get('location') }; },
    post: async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const response = await app.request(`/workspace/requests/${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
      return { status: response.status, text: await response.text(), to: response.headers.get('location') };
    },
  };
}

describe('an answer', () => {
  test('stands beside last year\'s text, with its deadlines and the plan\'s description', async () => {
    const { text } = await as(people.writer).get(await requestOf(room.db, '05', 'shokuin'));
    expect(text).toContain('令和２年度の報告');
    expect(text).toContain('東京都市町村職員研修所のIoT・AI評論家を講師に招いた講演会');
    expect(text).toContain('令和３年度の取組状況');
    expect(text).toContain('締切：担当者 令和４年５月20日');
  });

  test('is saved as typed, sent to the head, and taken back, each step with its sentence', async () => {
    const id = await requestOf(room.db, '43', 'shokuin');
    const writer = as(people.writer);
    const saved = await writer.post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: 'ＯＪＴを<b>実施</b>した。\r\n・２回', issues: '', nextYear: '' });
    expect([saved.status, saved.to]).toEqual([303, `/workspace/requests/${id}?done=save`]);
    expect((await writer.get(id)).text).toContain('ＯＪＴを&lt;b&gt;実施&lt;/b&gt;した。');
    const sent = await writer.post(id, { action: 'submit', baseVersion: '1', outcome: 'reported', text: 'ＯＪＴを実施した。' });
    expect(sent.to).toBe(`/workspace/requests/${id}?done=submit`);
    const page = await as(people.head).get(id);
    expect(page.text).toContain('承認する');
    expect(page.text).toContain('差し戻す');
    expect((await writer.post(id, { action: 'withdraw' })).status).toBe(303);
    expect((await readTransaction(room.db, (trx) => loadRequest(trx, id)))?.state).toBe('draft');
  });

  test('that is not complete is refused with every problem linked to its field, and nothing typed is lost', async () => {
    const id = await requestOf(room.db, '44', 'shokuin');
    const { status, text } = await as(people.writer).post(id, { action: 'submit', baseVersion: '', outcome: 'cancelled', text: '', issues: '書きかけの課題', 'effects-0-printed': 'たくさん', 'effects-0-method': '' });
    expect(status).toBe(422);
    expect(text).toContain('href="#text"');
    expect(text).toContain('href="#effects-0-printed"');
    expect(text).toContain('href="#effects-0-method"');
    expect(text).toContain('書きかけの課題');
    expect(text).toContain('「中止」の理由が書かれていません。');
  });

  test('that two people write at once keeps both versions, and the second is asked to merge them', async () => {
    const id = await requestOf(room.db, '47', 'shokuin');
    await as(people.writer).post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: '先に書いた文' });
    const second = await as(people.otherWriter).post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: '後から書いた文' });
    expect(second.to).toMatch(/merge\?parked=2$/);
    const merge = await as(people.otherWriter).get(`${id}/merge?parked=2`);
    expect(merge.text).toContain('先に書いた文');
    expect(merge.text).toContain('後から書いた文');
    const merged = await as(people.otherWriter).post(id, { action: 'save', cause: 'merge', baseVersion: '1', outcome: 'reported', text: '先に書いた文\n後から書いた文' });
    expect(merged.to).toBe(`/workspace/requests/${id}?done=merge`);
    const versions = await readTransaction(room.db, (trx) => listVersions(trx, id));
    expect(versions.map(({ number, parked, cause }) => [number, parked, cause]).toSorted()).toEqual([[1, false, 'save'], [2, true, 'save'], [3, false, 'merge']]);
  });

  test('saved by the script gets its version and time as JSON, or the version to merge with', async () => {
    const id = await requestOf(room.db, '49', 'shokuin');
    const json = { accept: 'application/json' };
    const first = await as(people.writer).post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: '一' }, json);
    expect(JSON.parse(first.text)).toMatchObject({ outcome: 'saved', version: 1 });
    const other = await as(people.otherWriter).post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: '二' }, json);
    expect([other.status, JSON.parse(other.text)]).toMatchObject([409, { outcome: 'conflict', parkedVersion: 2 }]);
  });

  test('can be compared with and brought back to any version that was saved', async () => {
    const id = await requestOf(room.db, '52', 'shokuin');
    const writer = as(people.writer);
    await writer.post(id, { action: 'save', baseVersion: '', outcome: 'reported', text: '超過勤務を縮減した。' });
    await writer.post(id, { action: 'save', baseVersion: '1', outcome: 'reported', text: '超過勤務を大きく縮減した。' });
    const compared = await writer.get(`${id}/versions?older=1&newer=2`);
    expect(compared.text).toMatch(/<ins>.*大きく.*<\/ins>/);
    await writer.post(`${id}/restore`, { number: '1', baseVersion: '2' });
    const detail = await readTransaction(room.db, (trx) => loadRequest(trx, id));
    expect(detail?.answer).toMatchObject({ text: '超過勤務を縮減した。' });
  });

  test('may be read by a viewer, but not by another department, nor by who only keeps the system', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    expect((await as(people.viewer).get(id)).status).toBe(200);
    expect((await as(people.stranger).get(id)).status).toBe(403);
    expect((await as(people.administrator).get(id)).status).toBe(403);
    expect((await as(people.writer).get('999999')).status).toBe(404);
    expect((await as(people.writer).get('1%27or')).status).toBe(404);
    expect((await as(people.stranger).post(id, { action: 'save', text: '他課の文' })).status).toBe(403);
  });

  test('is locked after the deadline, in words that say whom to ask', async () => {
    const id = await requestOf(room.db, '53', 'shokuin');
    const late = as(people.writer, new Date('2022-05-21T03:00:00Z'));
    expect((await late.get(id)).text).toContain('締切を過ぎたため、入力できません。');
    expect((await late.post(id, { action: 'save', text: '遅れた文', outcome: 'reported' })).status).toBe(422);
    await as(people.secretariat).post(id, { action: 'unlock', note: '災害対応のため' });
    expect((await late.post(id, { action: 'save', text: '遅れた文', outcome: 'reported', baseVersion: '' })).status).toBe(303);
  });
});

test('an indicator is answered by its owner: zero is a value, and what was typed is kept', async () => {
  const id = await requestOf(room.db, '1', 'seisaku');
  const owner = as({ ...people.writer, posts: [{ role: 'reporter', department: 'seisaku', from: '2020-04-01', until: null }] });
  const wrong = await owner.post(id, { action: 'submit', baseVersion: '', printed: '約三割', asOf: '2022-02-30' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('href="#printed"');
  expect(wrong.text).toContain('href="#asOf"');
  const base = /name="baseVersion" value="(\d*)"/.exec(wrong.text)?.[1] ?? '';
  expect((await owner.post(id, { action: 'submit', baseVersion: base, printed: '０', asOf: '', standing: 'provisional', note: '' })).status).toBe(303);
  const detail = await readTransaction(room.db, (trx) => loadRequest(trx, id));
  expect(detail?.answer).toMatchObject({ printed: '０', standing: 'provisional' });
});
