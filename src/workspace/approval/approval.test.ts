import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith, duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { insertPerson } from '../../database/people-store.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Answer, emptyItemAnswer } from '../../domain/round/answer.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { approvalTask } from './approval.tsx';

const today = '2022-05-10';
const deputy = actorWith('dairi', ['deputy', 'shokuin']);
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await writeTransaction(room.db, (trx) => insertPerson(trx, {
    id: deputy.personId, staffNumber: deputy.staffNumber, name: deputy.name, email: null, authUserId: null, demo: false, mustChangePassword: false,
    posts: deputy.posts.map((post) => ({ ...post, id: 'dairi-0', municipality: '132195' })),
  }));
});
afterAll(() => room.close());

const as = (actor: Actor, now = duringRound) => taskClient('/workspace/approval', approvalTask(testParts(room.db, now)), actor);
const load = (id: string) => readTransaction(room.db, (trx) => loadRequest(trx, id));

/** Hands an answer of 職員課 in. */
async function submit(number: string, answer: Partial<Answer & { kind: 'item' }> = { text: '研修を実施した。' }): Promise<string> {
  const requestId = await requestOf(room.db, number, 'shokuin');
  const { currentVersion = null } = (await load(requestId)) ?? {};
  expect(await actOnRequest(room.db, { requestId, action: 'submit', actor: people.writer, today, answer: { ...emptyItemAnswer, ...answer }, baseVersion: currentVersion })).toMatchObject({ outcome: 'done' });
  return requestId;
}

describe('the list for a section head', () => {
  test('marks what differs from last year, and says when nothing does', async () => {
    const id = await submit('05');
    const before = (await load(id))?.lastYear?.paragraphs.map(({ text }) => text).join('\n') ?? '';
    const changed = await as(people.head).get('/workspace/approval');
    expect(changed.text).toContain('<ins><span class="visually-hidden">（追加）</span>');
    expect(changed.text).toContain('<del><span class="visually-hidden">（削除）</span>');
    expect(changed.text).not.toContain('前年度と同じ文章です。');
    await actOnRequest(room.db, { requestId: id, action: 'withdraw', actor: people.writer, today });
    await submit('05', { text: before });
    expect((await as(people.head).get('/workspace/approval')).text).toContain('前年度と同じ文章です。');
  });

  test('shows every field that was answered, hostile ones as text', async () => {
    await submit('08', {
      outcome: 'postponed', text: '<img src=x onerror=alert(1)>のため見合わせた。', issues: '課題の<b>文章</b>', nextYear: '来年度の予定', selfAssessment: 'c',
      effects: [{ kind: 'recurring', printed: '1,224,000円', method: '単価×件数' }],
    });
    const { text } = await as(people.head).get('/workspace/approval');
    for (const shown of ['見合わせ', '課題の&lt;b&gt;文章&lt;/b&gt;', '来年度の予定', 'Ｃ（遅れ）', '効果額（毎年度）', '1,224,000円（単価×件数）', 'tantoが提出']) expect(text).toContain(shown);
    expect(text).not.toContain('<img');
  });

  test('is for heads and deputies of a department, and holds only what is theirs', async () => {
    for (const actor of [people.writer, people.secretariat, people.viewer, people.administrator]) {
      const { status, text } = await as(actor).get('/workspace/approval');
      expect([status, text.includes('承認できるのは、所属長と代決者です。')]).toEqual([403, true]);
      expect((await as(actor).post('/workspace/approval/approve', [['request', '1 1']])).status).toBe(403);
    }
    const id = await requestOf(room.db, '05', 'shokuin');
    const other = as(actorWith('zaisei-kacho', ['section-head', 'zaisei']));
    expect((await other.get('/workspace/approval')).text).toContain('承認を待っているものはありません。');
    expect((await other.get(`/workspace/approval/${id}/send-back`)).status).toBe(404);
    const { to } = await other.post('/workspace/approval/approve', [['request', `${id} 1`]]);
    expect((await other.get(to ?? '')).text).toContain('この照会の担当ではないため、操作できません。');
    expect((await load(id))?.state).toBe('submitted');
  });
});

describe('approving', () => {
  test('takes one, or those that are chosen, and tells the result of each', async () => {
    const ids = [await submit('43'), await submit('44'), await submit('47')];
    const head = as(people.head);
    const one = await head.post('/workspace/approval/approve', [['only', `${ids[0]} 1`], ['request', `${ids[1]} 1`]]);
    expect([one.status, (await load(ids[0]!))?.state, (await load(ids[1]!))?.state]).toEqual([303, 'approved', 'submitted']);
    const { to } = await head.post('/workspace/approval/approve', [['request', `${ids[0]} 1`], ['request', `${ids[1]} 1`], ['request', `${ids[2]} 1`]]);
    const { text } = await head.get(to ?? '');
    expect(text.match(/承認し、事務局に送りました。/g)).toHaveLength(2);
    expect(text).toContain('「事務局の確認待ち」の照会では「承認する」ことはできません。');
    expect(text).toContain('承認して、事務局の確認を待っているもの（3件）');
    // Nobody else sees the results, whoever knows the address.
    expect((await as(deputy).get(to ?? '')).text).not.toContain('操作の結果');
  });

  test('can be done by a deputy', async () => {
    const id = await submit('48');
    await as(deputy).post('/workspace/approval/approve', [['only', `${id} 1`]]);
    const request = await load(id);
    expect([request?.state, request?.events.at(-1)?.byDeputy]).toEqual(['approved', true]);
  });

  test('does not take what was written after it was read', async () => {
    const id = await submit('49');
    await actOnRequest(room.db, { requestId: id, action: 'withdraw', actor: people.writer, today });
    await submit('49', { text: '書き直した。' });
    const head = as(people.head);
    const { to } = await head.post('/workspace/approval/approve', [['request', `${id} 1`]]);
    expect((await head.get(to ?? '')).text).toContain('読んでいる間に回答が書き換えられたため、何もしていません。');
    expect((await load(id))?.state).toBe('submitted');
  });

  test('of nothing says so', async () => {
    const { status, text } = await as(people.head).post('/workspace/approval/approve', []);
    expect([status, text.includes('承認するものを一つ以上選んでください。')]).toEqual([422, true]);
  });

  test('is not offered after the deadline of the head, with the reason', async () => {
    const { text } = await as(people.head, new Date('2022-05-28T03:00:00Z')).get('/workspace/approval');
    expect(text).toContain('締切を過ぎたため');
    expect(text).not.toContain('name="only"');
  });
});

describe('sending back', () => {
  test('carries a note at a paragraph', async () => {
    const id = await submit('50', { text: '在宅勤務を始めた。\n対象は50人である。' });
    const head = as(people.head);
    const page = await head.get(`/workspace/approval/${id}/send-back`);
    expect(page.text).toContain('第2段落　対象は50人である。');
    const { status, to } = await head.post(`/workspace/approval/${id}/send-back`, [['version', '1'], ['paragraph', '2'], ['note', '基準日を書いてください。']]);
    expect(status).toBe(303);
    expect((await head.get(to ?? '')).text).toContain('「差戻し」になりました。');
    const request = await load(id);
    expect(request).toMatchObject({ state: 'returned', lastNote: '基準日を書いてください。' });
    expect(request?.events.at(-1)?.paragraph).toBe(2);
  });

  test('wants a note, and loses neither it nor the choice', async () => {
    const id = await submit('51', { text: '一つ目。\n二つ目。' });
    const head = as(people.head);
    const empty = await head.post(`/workspace/approval/${id}/send-back`, [['version', '1'], ['paragraph', '2'], ['note', '　']]);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#note"');
    expect(empty.text).toMatch(/value="2" checked/);
    const long = await head.post(`/workspace/approval/${id}/send-back`, [['version', '1'], ['paragraph', ''], ['note', '長'.repeat(10_001)]]);
    expect([long.status, long.text.includes('長'.repeat(10_001))]).toEqual([422, true]);
    expect((await load(id))?.state).toBe('submitted');
  });
});
