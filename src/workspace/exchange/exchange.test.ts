import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith, duringRound, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { receivedFile, workbookOf } from '../../commands/survey-workbooks.testing.ts';
import { readAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { readTransaction } from '../../database/transaction.ts';
import { FilledIn } from '../../documents/survey-workbook/filled-in.testing.ts';
import { unpackZip } from '../../documents/zip/repack-zip.ts';
import { lyingZip } from '../../documents/workbook/lying-zip.testing.ts';
import { workbookParts } from '../../documents/workbook/minimal-workbook.testing.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { limitForms } from '../forms/form-limits.ts';
import { testParts } from '../task-client.testing.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { exchangeTask } from './exchange.ts';

let room: OpenTestDatabase;
let task: ReturnType<typeof exchangeTask>;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  task = exchangeTask(testParts(room.db, duringRound));
});
afterAll(() => room.close());

const address = `/workspace/exchange/${planId}/2021`;
function as(actor: Actor) {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.use('/workspace/*', limitForms);
  app.route('/workspace/exchange', task);
  const answered = async (response: Response) => ({ status: response.status, to: response.headers.get('location') ?? '', text: await response.text() });
  return {
    raw: (path: string) => app.request(path),
    get: async (path: string) => answered(await app.request(path)),
    post: async (path: string, fields: Record<string, string>) => answered(await app.request(path, { method: 'POST', body: new URLSearchParams(fields) })),
    hand: async (...files: readonly (readonly [string, Uint8Array])[]) => {
      const body = new FormData();
      for (const [name, bytes] of files.length > 0 ? files : [['', new Uint8Array()] as const]) body.append('files', new File([new Uint8Array(bytes)], name));
      return answered(await app.request(`${address}/check`, { method: 'POST', body }));
    },
  };
}

describe('workbooks go out', () => {
  test('to the reporters of a department and to the secretariat, and to nobody else', async () => {
    for (const actor of [people.writer, people.secretariat]) {
      const sent = await as(actor).raw(`${address}/workbook?department=shokuin`);
      expect(sent.headers.get('content-disposition')).toContain(encodeURIComponent('照会_令和３年度_職員課.xlsx'));
      const { workbook } = await receivedFile(new Uint8Array(await sent.arrayBuffer()));
      expect([workbook!.said.departments, workbook!.rows.filter(({ table }) => table === 'progress')]).toMatchObject(['shokuin', { length: 23 }]);
    }
    for (const actor of [people.stranger, people.head, people.viewer, people.administrator]) expect((await as(actor).get(`${address}/workbook?department=shokuin`)).status).toBe(403);
    for (const actor of [people.viewer, people.administrator, people.head]) expect((await as(actor).get(address)).status).toBe(403);
    expect((await as(people.secretariat).get(`${address}/workbook?department=nobody`)).status).toBe(404);
    expect((await as(people.secretariat).get('/workspace/exchange/nothing/2021')).status).toBe(404);
  });
  test('as one for a person with posts in several departments', async () => {
    const both = actorWith('kenmu', ['reporter', 'shokuin'], ['reporter', 'zaisei']);
    const { workbook } = await receivedFile(new Uint8Array(await (await as(both).raw(`${address}/workbook`)).arrayBuffer()));
    expect(workbook!.said.departments.split(' ').toSorted()).toEqual(['shokuin', 'zaisei']);
    const filled = (await FilledIn.open(new Uint8Array(await (await as(both).raw(`${address}/workbook`)).arrayBuffer())));
    expect(filled.column('progress', 'department')).toBe(0);
  });
  test('all at once, by department or by person, for the secretariat alone, and the log says so', async () => {
    const names = async (by: string) => [...unpackZip(new Uint8Array(await (await as(people.secretariat).raw(`${address}/workbooks.zip?by=${by}`)).arrayBuffer())).keys()];
    const departments = await names('department');
    expect(departments).toContain('照会_令和３年度_職員課.xlsx');
    expect(new Set(departments).size).toBe(departments.length);
    expect(await names('person')).toEqual(['照会_令和３年度_職員課_tanto.xlsx', '照会_令和３年度_職員課_tanto2.xlsx', '照会_令和３年度_財政課_yoso.xlsx']);
    expect((await as(people.writer).get(`${address}/workbooks.zip`)).status).toBe(403);
    const log = await readTransaction(room.db, (trx) => readAudit(trx));
    expect(log.findLast(({ action }) => action === 'export-survey')).toMatchObject({ actor: 'jimukyoku', details: { fiscalYear: 2021, workbooks: 3 } });
  });
});

describe('workbooks come back', () => {
  const filled = async (text: string) => (await FilledIn.open(await workbookOf(room.db, 'shokuin'))).write('progress', '05', 'text', text).save();
  test('nothing chosen is said, with a link to the field', async () => {
    const { status, text } = await as(people.writer).hand();
    expect([status, text.includes('href="#files"'), text.includes('取り込むファイルを選んでください。')]).toEqual([422, true, true]);
  });
  test('what was checked is the own of who has checked it, and is gone for everybody else', async () => {
    const { to } = await as(people.writer).hand(['職員課.xlsx', await filled('派遣した。')]);
    expect((await as(people.writer).get(to)).text).toContain('職員課　変更1件');
    const { status, text } = await as(people.otherWriter).get(to);
    expect([status, text.includes('確認していたファイルが残っていません。')]).toEqual([422, true]);
    expect((await as(people.otherWriter).post(to, { seen: 'x' })).status).toBe(422);
  });
  test('a stale page writes nothing, the right one all of it, and once', async () => {
    const writer = as(people.writer);
    const { to } = await writer.hand(['職員課.xlsx', await filled('派遣した。')]);
    expect(await writer.post(to, { seen: 'stale' })).toMatchObject({ status: 409 });
    const [, seen = ''] = /name="seen" value="(\w+)"/.exec((await writer.get(to)).text) ?? [];
    const done = await writer.post(to, { seen });
    expect(done).toMatchObject({ status: 303, to: expect.stringContaining('/done/') });
    expect((await writer.get(done.to)).text).toContain('1個のファイルから、1件の回答を取り込みました。');
    expect(await writer.post(to, { seen })).toMatchObject({ status: 409 });
    expect((await writer.get(to)).text).toContain('取り込む変更はありません。');
  });
  test('a hostile file is named beside the others, its name is shown as text, and the server goes on', async () => {
    const bomb = lyingZip({ ...workbookParts({}), 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' });
    const { to } = await as(people.secretariat).hand(['<b>爆弾</b>.xlsx', bomb], ['職員課.xlsx', await filled('別の文章。')]);
    const { text } = await as(people.secretariat).get(to);
    expect(text).toContain('&lt;b&gt;爆弾&lt;/b&gt;.xlsx');
    expect(text).toContain('Excelが作らない宣言');
    expect(text).not.toContain('取り込む</button>');
    const rest = await as(people.secretariat).post(`${to}/remove`, { file: '0' });
    expect((await as(people.secretariat).get(rest.to)).text).toContain('取り込む</button>');
    expect((await as(people.writer).get(address)).status).toBe(200);
  });
  test('more than 64 MB at once is turned away before it is read', async () => {
    const app = new Hono().use('/workspace/*', limitForms).post('/workspace/*', (context) => context.text('taken'));
    const sized = async (megabytes: number, path = `${address}/check`) => (await app.request(path, { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(megabytes * 1_048_576) } })).status;
    expect([await sized(63), await sized(65), await sized(3, `${address}/check/key`)]).toEqual([200, 413, 413]);
  });
});
