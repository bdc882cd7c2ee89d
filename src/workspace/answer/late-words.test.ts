import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { listVersions } from '../../database/answer-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { answerTask } from './answer.ts';

let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const address = '/workspace/requests';
const as = (actor: Actor, now = duringRound) => taskClient(address, answerTask(testParts(room.db, now)), actor);
const form = (fields: Record<string, string>) => Object.entries({ outcome: 'reported', ...fields });
const versionsOf = (id: string) => readTransaction(room.db, (trx) => listVersions(trx, id));

describe('words that come too late', () => {
  test('because a colleague has submitted are kept, and the page says where', async () => {
    const id = `${address}/${await requestOf(room.db, '43', 'shokuin')}`;
    await as(people.writer).post(id, form({ action: 'submit', baseVersion: '', text: '先に提出した文章' }));
    const late = await as(people.otherWriter).post(id, form({ action: 'save', baseVersion: '', text: '書いていた<b>大事な</b>文章' }));
    expect(late.status).toBe(422);
    expect(late.text).toContain('版2として残しました');
    expect(late.text).toContain('書いていた&lt;b&gt;大事な&lt;/b&gt;文章');
    expect(late.text).toContain('「所属長の確認待ち」の照会では「保存する」ことはできません。');
    const versions = await versionsOf(id.slice(address.length + 1));
    expect(versions.map(({ parked, note }) => [parked, note])).toEqual([[false, null], [true, '「所属長の確認待ち」の照会では「保存する」ことはできません。']]);

    // The script is told the same, the same words are kept once, and the page can be asked for again.
    const init = { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(form({ action: 'save', baseVersion: '', text: '書いていた<b>大事な</b>文章' })) };
    expect(await (await as(people.otherWriter).raw(id, init)).json()).toMatchObject({ outcome: 'refused', code: 'not-in-this-state', parkedVersion: 2 });
    expect((await as(people.otherWriter).get(`${id}?parked=2`)).text).toContain('保存した版を見る');
    expect((await as(people.otherWriter).get(`${id}?parked=1`)).text).not.toContain('として残しました');

    await as(people.writer).post(id, [['action', 'withdraw']]);
    expect((await as(people.otherWriter).get(`${id}?parked=2`)).text).toContain('/merge?parked=2"');
    expect((await as(people.otherWriter).get(`${id}/merge?parked=2`)).text).toContain('二つの版を合わせる');
  });

  test('because two submit at once, or the deadline has passed meanwhile, are kept too', async () => {
    const number = await requestOf(room.db, '44', 'shokuin');
    await as(people.writer).post(`${address}/${number}`, form({ action: 'submit', baseVersion: '', text: '一人目' }));
    expect((await as(people.otherWriter).post(`${address}/${number}`, form({ action: 'submit', baseVersion: '', text: '二人目' }))).text).toContain('版2として残しました');
    const locked = await requestOf(room.db, '47', 'shokuin');
    const late = as(people.writer, new Date('2022-05-21T03:00:00Z'));
    expect((await late.post(`${address}/${locked}`, form({ action: 'save', baseVersion: '', text: '日付が変わった' }))).text).toContain('版1として残しました');
    expect(await versionsOf(locked)).toMatchObject([{ parked: true, answer: { text: '日付が変わった' } }]);
  });

  test('of somebody who may not write there are not kept, nor those that stand there already', async () => {
    const id = `${address}/${await requestOf(room.db, '49', 'shokuin')}`;
    await as(people.writer).post(id, form({ action: 'submit', baseVersion: '', text: '提出した文章' }));
    expect((await as(people.head).post(id, form({ action: 'save', baseVersion: '1', text: '課長の文章' }))).status).toBe(422);
    expect((await as(people.otherWriter).post(id, form({ action: 'save', baseVersion: '1', text: '提出した文章' }))).text).not.toContain('として残しました');
    expect(await versionsOf(id.slice(address.length + 1))).toHaveLength(1);
  });
});

test('a correction by the secretariat stands on the page of the department: who, why, and what is different', async () => {
  const id = `${address}/${await requestOf(room.db, '52', 'shokuin')}`;
  await as(people.writer).post(id, form({ action: 'submit', baseVersion: '', text: '研修を二回実施した。' }));
  await as(people.head).post(id, [['action', 'approve']]);
  const secretariat = as(people.secretariat);
  await secretariat.post(id, form({ action: 'correct', baseVersion: '1', text: '研修を三回実施した。', note: '実績と合わせるため' }));
  await secretariat.post(id, form({ action: 'correct', baseVersion: '2', text: '職員研修を三回実施した。', note: '何の研修か分かるように' }));
  const { text } = await as(people.writer).get(id);
  expect(text).toContain('事務局が修正しました');
  expect(text).toMatch(/jimukyoku（版2）　理由：実績と合わせるため[\s\S]*jimukyoku（版3）　理由：何の研修か分かるように/);
  expect(text).toContain('（削除）</span>二回<span');
  expect(text).toContain('（追加）</span>職員<span');
  // Once the department has written again, its own words are the ones that count.
  await secretariat.post(id, [['action', 'send-back'], ['note', '確かめてください']]);
  await as(people.writer).post(id, form({ action: 'save', baseVersion: '3', text: '職員研修を三回実施し、四十人が受講した。' }));
  expect((await as(people.writer).get(id)).text).not.toContain('事務局が修正しました');
});
