import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, planId, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { readAudit } from '../../database/audit-store.ts';
import { listVersions } from '../../database/answer-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadCityProofreading } from '../../database/proofreading-store.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { openProofreader, type Proofreader } from '../../proofreader/open-proofreader.ts';
import { type TaskClient, taskClient, testParts } from '../task-client.testing.ts';
import { answerTask } from './answer.ts';

let room: OpenTestDatabase;
let proofreader: Proofreader;

beforeAll(async () => {
  room = await openTestDatabase();
  proofreader = openProofreader();
  await openCityHall(room.db);
  // The process is started once, so that no page of a test is shown before it is ready.
  await proofreader.paragraph({ path: 'a', nodeId: null, kind: 'report', paragraph: null, item: false, text: '用意ができた。' }, { entries: [] });
});
afterAll(async () => {
  await proofreader.close();
  await room.close();
});

const slip = '費用対効果などついて検証を行った。';
const fix = { field: 'text', quote: 'などついて', suggestion: 'などについて', starts: [5] };
const dismissal = { rule: 'missing-ni', quote: 'などついて', suggestion: 'などについて', reason: 'why' };
const as = (actor: Actor, with_: Proofreader | null = proofreader): TaskClient => taskClient('/workspace/requests', answerTask({ ...testParts(room.db), proofreader: with_ }), actor);
const draft = async (number: string, text: string): Promise<string> => {
  const id = await requestOf(room.db, number, 'shokuin');
  await saveAnswer(room.db, { requestId: id, answer: { ...emptyItemAnswer, text }, baseVersion: null, actor: people.writer, today: '2022-05-10' });
  return id;
};
const stored = (id: string) => readTransaction(room.db, async (trx) => (await loadRequest(trx, id))!);

describe('proofreading beside an answer', () => {
  test('shows what it found below the text after saving, with the words around it', async () => {
    const id = await draft('05', slip);
    const { text } = await as(people.writer).get(`/workspace/requests/${id}`);
    expect(text).toContain('「費用対効果<mark>などついて</mark>検証を行った。」→「などについて」：');
    expect(text).toContain('formaction="/workspace/requests/' + id + '/proofreading/fix"');
  });

  test('answers a script with the inside of each box, whatever is stored', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    const { text } = await as(people.writer).post(`/workspace/requests/${id}/proofreading`, [['text', '一つ目。\r\n<b>効果</b>などついて検証を行った。'], ['issues', slip]]);
    const boxes = JSON.parse(text) as Record<string, string>;
    expect(boxes['text']).toContain('&lt;/b&gt;<mark>などついて</mark>');
    expect(boxes['issues']).toContain('<mark>などついて</mark>');
    expect(boxes['nextYear']).toBe('');
  });

  test('mends the text as a new version of who pressed the button, with everything else that stood in the form', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    const { to } = await as(people.writer).post(`/workspace/requests/${id}/proofreading/fix`, [
      ['baseVersion', '1'], ['outcome', 'reported'], ['text', `${slip}\r\nまだ保存していない段落。`], ['fix', JSON.stringify(fix)],
    ]);
    expect(to).toBe(`/workspace/requests/${id}?done=fix`);
    const { answer } = await stored(id);
    expect(answer).toMatchObject({ text: '費用対効果などについて検証を行った。\nまだ保存していない段落。' });
    const versions = await readTransaction(room.db, (trx) => listVersions(trx, id));
    expect(versions.find(({ number }) => number === 2)).toMatchObject({ personName: people.writer.name, cause: 'save' });
  });

  test('keeps what was typed where the words are no longer there, and where somebody wrote meanwhile', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    const gone = await as(people.writer).post(`/workspace/requests/${id}/proofreading/fix`, [['baseVersion', '2'], ['outcome', 'reported'], ['text', '別の文章。'], ['fix', JSON.stringify(fix)]]);
    expect([gone.status, gone.text.includes('別の文章。')]).toEqual([422, true]);
    for (const broken of ['', '{', 'null', '{"field":"baseVersion","quote":"2","suggestion":"","starts":[0]}']) {
      expect((await as(people.writer).post(`/workspace/requests/${id}/proofreading/fix`, [['text', '別の文章。'], ['fix', broken]])).status).toBe(422);
    }
    const late = await as(people.otherWriter).post(`/workspace/requests/${id}/proofreading/fix`, [['baseVersion', '1'], ['outcome', 'reported'], ['text', slip], ['fix', JSON.stringify(fix)]]);
    expect(late.to).toMatch(/merge\?parked=/);
  });

  test('is not for who may only read', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    expect((await as(people.stranger).post(`/workspace/requests/${id}/proofreading`, [['text', slip]])).status).toBe(403);
    for (const step of ['fix', 'dismiss']) {
      const refused = await as(people.viewer).post(`/workspace/requests/${id}/proofreading/${step}`, [['baseVersion', '2'], ['text', slip], ['fix', JSON.stringify(fix)], ['dismiss', JSON.stringify(dismissal)]]);
      expect(refused.status).toBe(422);
    }
    expect((await readTransaction(room.db, (trx) => loadCityProofreading(trx, planId)))?.decisions).toEqual([]);
  });

  test('remembers for the whole city what is no error, with the reason and the person, and does not show it again', async () => {
    const id = await draft('43', slip);
    const writer = as(people.writer);
    const { to } = await writer.post(`/workspace/requests/${id}/proofreading/dismiss`, [['baseVersion', '1'], ['outcome', 'reported'], ['text', slip], ['dismiss', JSON.stringify(dismissal)], ['why', '講座の名前です。']]);
    expect(to).toBe(`/workspace/requests/${id}?done=dismiss`);
    expect((await writer.get(`/workspace/requests/${id}`)).text).not.toContain('<mark>');
    const city = await readTransaction(room.db, (trx) => loadCityProofreading(trx, planId));
    expect(city?.decisions).toMatchObject([{ rule: 'missing-ni', quote: 'などついて', verdict: 'not-an-error', reason: '講座の名前です。', personName: people.writer.name, report: null }]);
    const audit = await readTransaction(room.db, (trx) => readAudit(trx, { planId }));
    expect(audit.findLast(({ action }) => action === 'decide-finding')).toMatchObject({ actor: people.writer.staffNumber, details: { quote: 'などついて', reason: '講座の名前です。', request: id } });
  });

  test('is a correction with its note where the secretariat presses the button', async () => {
    const id = await draft('44', '基準のより判断した。');
    const today = '2022-05-10';
    await actOnRequest(room.db, { requestId: id, action: 'submit', actor: people.writer, today });
    await actOnRequest(room.db, { requestId: id, action: 'approve', actor: people.head, today });
    const secretariat = as(people.secretariat);
    const page = (await secretariat.get(`/workspace/requests/${id}`)).text;
    const value = /name="fix"[^>]* value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const { to } = await secretariat.post(`/workspace/requests/${id}/proofreading/fix`, [['baseVersion', '1'], ['outcome', 'reported'], ['text', '基準のより判断した。'], ['fix', value]]);
    expect(to).toBe(`/workspace/requests/${id}?done=fix`);
    const { answer, events } = await stored(id);
    expect(answer).toMatchObject({ text: '基準により判断した。' });
    expect(events.at(-1)).toMatchObject({ action: 'correct', note: expect.stringContaining('校閲による修正：') as string });
  });

  test('says when it is not to be had, and saving goes on', async () => {
    const silent: Proofreader = { paragraph: () => Promise.resolve(null), edition: () => Promise.resolve(null), close: () => Promise.resolve() };
    const id = await requestOf(room.db, '43', 'shokuin');
    expect((await as(people.writer, silent).get(`/workspace/requests/${id}`)).text).toContain('校閲を利用できません。');
    expect((await as(people.writer, null).get(`/workspace/requests/${id}`)).text).not.toContain('class="proofreading"');
    const endless: Proofreader = { ...silent, paragraph: () => new Promise(() => {}) };
    // The proofreader never answers; the page does.
    expect((await as(people.writer, endless).get(`/workspace/requests/${id}`)).text).toContain('結果は、ページを読み直すと表示されます。');
  });
});
