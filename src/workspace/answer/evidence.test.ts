import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { readAudit } from '../../database/audit-store.ts';
import { listEvidence } from '../../database/evidence-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { limitForms } from '../forms/form-limits.ts';
import { testParts } from '../task-client.testing.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { answerTask } from './answer.ts';
import { asAttachment } from '../forms/attachment.ts';

let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

function as(actor: Actor, now = duringRound) {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.use('/workspace/*', limitForms);
  app.route('/workspace/requests', answerTask(testParts(room.db, now)));
  return {
    get: (path: string) => app.request(`/workspace/requests/${path}`),
    /** The form as a browser sends it, with files. */
    send: async (id: string, fields: Record<string, string>, files: readonly File[] = [], remove: readonly string[] = []) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ baseVersion: '', outcome: 'reported', ...fields })) body.append(name, value);
      for (const file of files.length > 0 ? files : [new File([], '')]) body.append('evidence', file);
      for (const one of remove) body.append('removeEvidence', one);
      const response = await app.request(`/workspace/requests/${id}`, { method: 'POST', body });
      return { status: response.status, text: await response.text(), to: response.headers.get('location') };
    },
  };
}

const pdf = (name: string, length = 2_000) => new File(['%PDF-1.7\n', 'あ'.repeat(Math.ceil(length / 3))], name);
const evidenceOf = (id: string) => readTransaction(room.db, (trx) => listEvidence(trx, id));
const answerOf = (id: string) => readTransaction(room.db, async (trx) => (await loadRequest(trx, id))?.answer);

describe('evidence beside an answer', () => {
  test('is added with the words that stand in the form, listed, sent as it came, and removed', async () => {
    const id = await requestOf(room.db, '05', 'shokuin');
    const writer = as(people.writer);
    expect(await (await writer.get(id)).text()).toMatch(/enctype="multipart\/form-data"[\s\S]*type="file"/);
    expect((await writer.send(id, { action: 'save', text: '派遣した。' }, [pdf('派遣 報告（令和３年度）.pdf'), new File(['番号,値\n'], '一覧.csv')])).to).toContain('done=save');
    expect(await answerOf(id)).toMatchObject({ text: '派遣した。' });
    const [report, list] = await evidenceOf(id);
    expect([report, list]).toMatchObject([{ name: '派遣 報告（令和３年度）.pdf', mediaType: 'application/pdf', personName: 'tanto' }, { name: '一覧.csv', mediaType: 'text/csv' }]);
    const sent = await as(people.viewer).get(`${id}/evidence/${report!.id}`);
    expect(await sent.text()).toBe(await pdf('').text());
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E6%B4%BE%E9%81%A3%20/);
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await writer.send(id, { action: 'save', baseVersion: '1', text: '派遣した。' }, [], [report!.id])).status).toBe(303);
    expect((await evidenceOf(id)).map(({ name }) => name)).toEqual(['一覧.csv']);
    expect((await writer.get(`${id}/evidence/${report!.id}`)).status).toBe(404);
    const logged = await readTransaction(room.db, (trx) => readAudit(trx));
    expect(logged.map(({ action }) => action).filter((action) => action.endsWith('evidence'))).toEqual(['add-evidence', 'add-evidence', 'read-evidence', 'remove-evidence']);
  });

  test('that does not fit is refused with every reason, and the words are kept', async () => {
    const id = await requestOf(room.db, '43', 'shokuin');
    const { status, text } = await as(people.writer).send(id, { action: 'submit', text: '大事な文章' }, [pdf('大きい.pdf', 10 * 1024 * 1024 + 9), new File(['<script>'], '偽の<b>写真.png'), new File(['MZ'], '道具.exe')]);
    expect(status).toBe(422);
    expect(text).toContain('href="#evidence"');
    expect(text).toContain('「大きい.pdf」は大きすぎます');
    expect(text).toContain('「偽の&lt;b&gt;写真.png」の中身が、ファイル名の種類（png）と違います。');
    expect(text).toContain('「道具.exe」は、添えられない種類のファイルです。');
    expect(await answerOf(id)).toMatchObject({ text: '大事な文章' });
    expect(await evidenceOf(id)).toEqual([]);
    expect((await readTransaction(room.db, (trx) => loadRequest(trx, id)))?.state).toBe('draft');
  });

  test('may be changed only while the answer may be written, by whom it may be written, and is read by whom the answer is read', async () => {
    const id = await requestOf(room.db, '44', 'shokuin');
    await as(people.writer).send(id, { action: 'submit', text: '提出した文章' }, [pdf('提出.pdf')]);
    const [file] = await evidenceOf(id);
    const late = await as(people.writer).send(id, { action: 'save', baseVersion: '1', text: '提出した文章' }, [pdf('後から.pdf')], [file!.id]);
    expect(late.status).toBe(422);
    expect((await as(people.stranger).send(id, { action: 'save' }, [pdf('他課.pdf')])).status).toBe(403);
    expect(await evidenceOf(id)).toHaveLength(1);
    expect((await as(people.stranger).get(`${id}/evidence/${file!.id}`)).status).toBe(403);
    expect((await as(people.administrator).get(`${id}/evidence/${file!.id}`)).status).toBe(403);
    expect((await as(people.head).get(`${id}/evidence/${file!.id}`)).status).toBe(200);
    expect((await as(people.writer).get(`${await requestOf(room.db, '05', 'shokuin')}/evidence/${file!.id}`)).status).toBe(404);
    expect(await (await as(people.head).get(id)).text()).not.toContain('type="file"');
  });

  test('of the same name and content twice is one, and more than fits in one form is turned away', async () => {
    const id = await requestOf(room.db, '47', 'shokuin');
    const writer = as(people.writer);
    await writer.send(id, { action: 'save', text: '一' }, [pdf('同じ.pdf'), pdf('同じ.pdf')]);
    await writer.send(id, { action: 'save', text: '一', baseVersion: '1' }, [pdf('同じ.pdf')]);
    expect(await evidenceOf(id)).toHaveLength(1);
    const app = new Hono().use('/workspace/*', limitForms).post('/workspace/requests/1', (context) => context.text('taken'));
    const sized = (bytes: number, type: string) => app.request('/workspace/requests/1', { method: 'POST', body: 'x', headers: { 'content-type': type, 'content-length': String(bytes) } });
    expect((await sized(51 * 1024 * 1024, 'multipart/form-data; boundary=x')).status).toBe(200);
    expect((await sized(53 * 1024 * 1024, 'multipart/form-data; boundary=x')).status).toBe(413);
    expect((await sized(3 * 1024 * 1024, 'application/x-www-form-urlencoded')).status).toBe(413);
  });

  test('that the round requires keeps an answer from being submitted without it', async () => {
    const id = await requestOf(room.db, '49', 'shokuin');
    await room.db.updateTable('round').set({ asked: JSON.stringify({ progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'required' }) }).execute();
    const { status, text } = await as(people.writer).send(id, { action: 'submit', text: '実施した。' });
    expect(status).toBe(422);
    expect(text).toContain('「証拠資料」が添えられていません。');
    expect((await as(people.writer).send(id, { action: 'submit', text: '実施した。', baseVersion: '1' }, [pdf('証拠.pdf')])).to).toContain('done=submit');
  });

  test('of a round that was prepared before there was evidence is not asked', async () => {
    const id = await requestOf(room.db, '52', 'shokuin');
    await room.db.updateTable('round').set({ asked: JSON.stringify({ progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked' }) }).execute();
    expect(await (await as(people.writer).get(id)).text()).not.toContain('証拠資料');
    const { status, text } = await as(people.writer).send(id, { action: 'save', text: '実施した。' }, [pdf('証拠.pdf')]);
    expect([status, text.includes('この照会では、証拠資料を求めていません。')]).toEqual([422, true]);
  });
});

test('no name of a file breaks the header or hides its extension', () => {
  expect(asAttachment('a"\r\nset-cookie: x=1\u202efdp.exe;.pdf', 'evidence-7')).toBe('attachment; filename="evidence-7.pdf"; filename*=UTF-8\'\'a___set-cookie_%20x%3D1_fdp.exe%3B.pdf');
  expect(asAttachment('半分\ud800.csv', 'evidence-8')).toContain('%EF%BF%BD.csv');
});
