import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listBoard } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Answered, taskClient, testParts } from '../task-client.testing.ts';
import { departmentsTask } from './departments.ts';

const address = '/workspace/departments';
let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor) => taskClient(address, departmentsTask(testParts(room.db)), actor);
const admin = () => as(people.administrator);
type Fields = readonly (readonly [string, string])[];
const rename: Fields = [['kind', 'rename'], ['day', '2022-04-01'], ['reason', '組織規則の改正'], ['before', 'shokuin'], ['after-name-0', '人財課']];
const split: Fields = [
  ['kind', 'split'], ['day', '2022-04-01'], ['reason', '分割'], ['before', 'seisaku'], ['after-name-0', '企画課'], ['after-id-0', 'kikaku'], ['after-name-1', ''], ['after-id-1', ''], ['after-name-2', 'デジタル推進課'], ['after-id-2', 'digital'],
];
const seenIn = ({ text }: Answered): Fields => [['seen', /name="seen" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '']];

test('is read by システム管理者 and 事務局, and changed by the first alone', async () => {
  for (const actor of [people.writer, people.head, people.viewer]) expect((await as(actor).get(address)).status).toBe(403);
  const read = await as(people.secretariat).get(address);
  expect([read.status, read.text.includes('職員課'), read.text.includes('組織改正を登録する')]).toEqual([200, true, false]);
  expect((await as(people.secretariat).get(`${address}/new/rename`)).status).toBe(403);
  for (const path of ['dry-run', 'apply']) expect((await as(people.secretariat).post(`${address}/${path}`, rename)).status).toBe(403);
  for (const kind of ['rename', 'split', 'merge', 'abolish', 'establish']) expect((await admin().get(`${address}/new/${kind}`)).status).toBe(200);
  expect((await admin().get(`${address}/new/teleport`)).status).toBe(404);
});

describe('a reorganisation', () => {
  test('names every problem at its field and loses nothing that was typed', async () => {
    const { status, text } = await admin().post(`${address}/dry-run`, [['kind', 'split'], ['day', '2022-04-31'], ['reason', ''], ['before', 'seisaku'], ['after-name-0', '職員課'], ['after-id-0', '企画'], ['after-name-1', '<b>課</b>'], ['after-id-1', 'zaisei']]);
    expect(status).toBe(422);
    for (const kept of ['href="#day"', 'href="#reason"', 'href="#after-id-0"', 'href="#after-name-0"', 'href="#after-id-1"', 'value="2022-04-31"', 'value="企画"', '&lt;b&gt;課&lt;/b&gt;']) expect(text).toContain(kept);
    expect((await admin().post(`${address}/dry-run`, [['kind', 'x']])).status).toBe(404);
    expect((await admin().post(`${address}/dry-run`, [['kind', 'merge'], ['day', '2022-04-01'], ['reason', 'x']])).text).toContain('href="#before"');
  });

  test('is shown before it is applied, and changes nothing until then', async () => {
    const { status, text } = await admin().post(`${address}/dry-run`, split);
    expect(status).toBe(200);
    for (const words of ['「政策室」を「企画課」「デジタル推進課」に分割', '令和４年４月１日', '移る照会', 'この内容で組織改正を実施する', 'まだ何も変わっていません']) expect(text).toContain(words);
    expect((await admin().get(address)).text).toContain('組織改正は、まだ登録されていません。');
  });

  test('moves each request to whom was chosen on the page', async () => {
    const dry = await admin().post(`${address}/dry-run`, split);
    const [, key = ''] = /<select name="(to\.[^"]+)"/.exec(dry.text) ?? [];
    const subject = key.split('.')[3];
    const applied = await admin().post(`${address}/apply`, [...split, ...seenIn(dry), [key, 'digital']]);
    expect([applied.status, applied.to]).toEqual([303, expect.stringMatching(/done=\d+-0$/)]);
    const board = await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021));
    expect(board.filter(({ department }) => department === 'digital').map((row) => row.subject.id)).toEqual([subject]);
    const page = await admin().get(applied.to ?? '');
    for (const words of ['組織改正を実施しました', 'なくなった部署', '企画課、デジタル推進課', '令和４年４月１日']) expect(page.text).toContain(words);
    expect((await admin().post(`${address}/apply`, [...split, ...seenIn(dry)])).status).toBe(422);
  });

  test('that was not shown, or that lies ahead, is shown and not applied', async () => {
    expect((await admin().post(`${address}/apply`, rename)).status).toBe(409);
    const ahead: Fields = rename.map(([name, value]) => (name === 'day' ? [name, '2023-04-01'] : [name, value]));
    const dry = await admin().post(`${address}/dry-run`, ahead);
    expect(dry.text).toContain('改正日（2023-04-01）になるまで実施できません。');
    expect(dry.text).not.toContain('formaction');
    expect((await admin().post(`${address}/apply`, [...ahead, ...seenIn(dry)])).status).toBe(422);
  });

  test('survives hostile input', async () => {
    for (const value of ['\0', '\u202e', '𠮷'.repeat(5_000), '<script>', '__proto__', '../..', "'; drop table ayumi.department; --"]) {
      for (const field of ['kind', 'day', 'reason', 'before', 'after-name-0', 'seen']) {
        const { status, text } = await admin().post(`${address}/apply`, rename.map(([name, typed]) => (name === field ? [name, value] : [name, typed])));
        expect([404, 409, 422]).toContain(status);
        expect(text).not.toContain('<script>');
      }
    }
  });
});
