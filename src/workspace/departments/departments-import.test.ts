import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { readAudit, verifyAudit } from '../../database/audit-store.ts';
import { listDatedDepartments, loadDepartmentHistory } from '../../database/department-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { findPersonByStaffNumber } from '../../database/people-store.ts';
import { listBoard } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { csvInCp932 } from '../../publication/csv-in-cp932.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { departmentsTask } from './departments.ts';

const address = '/workspace/departments/import';
const city = '132195';
let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

/** One installation for all tests: between the dry run and its application the list stays in it. */
const open = () => {
  const task = departmentsTask(testParts(room.db));
  return (actor: Actor) => {
    const client = taskClient('/workspace/departments', task, actor);
    return {
      get: () => client.get(address),
      send: async (content: string | Uint8Array<ArrayBuffer>, reason = '組織規則の改正') => {
        const form = new FormData();
        form.set('reason', reason);
        form.set('file', new File([content], '部署.csv', { type: 'text/csv' }));
        const response = await client.raw(address, { method: 'POST', body: form });
        return { status: response.status, text: await response.text() };
      },
      apply: (page: string) => client.post(address, [['key', /name="key" value="([^"]+)"/.exec(page)?.[1] ?? 'x'], ['seen', /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '']]),
    };
  };
};
const list = (...lines: readonly string[]) => ['識別子,名称,開始日,終了日,引継先', ...lines].join('\r\n');
const spring = list('shokuin,職員課,,令和４年３月31日,人財戦略課', 'jinzai,人財戦略課,R4.4.1,,', 'zaisei,財務課,2022/4/1,,', 'seisaku,政策室,,,');
const history = () => readTransaction(room.db, (trx) => loadDepartmentHistory(trx, city));
const audit = () => readTransaction(room.db, (trx) => readAudit(trx));

test('is for システム管理者 alone', async () => {
  const as = open();
  for (const actor of [people.secretariat, people.writer, people.viewer]) {
    expect((await as(actor).get()).status).toBe(403);
    expect((await as(actor).send(spring)).status).toBe(403);
  }
  expect((await as(people.administrator).get()).status).toBe(200);
});

test('shows every problem at its line and column, those of the reorganisations too, and takes nothing', async () => {
  const client = open()(people.administrator);
  const page = await client.send(list('企画,企画課,2022-04-01,,', 'zaisei,<b>政策室</b>,いつか,,', 'shokuin,職員課,,2022-03-31,', 'digital,デジタル課,2022-06-01,,', 'seisaku,職員課,2022-04-01,,', 'zaisei,財政課,,2022-03-31,無い課', 'x,"閉じ課",2022-04-01,,'));
  expect(page.status).toBe(422);
  for (const words of [
    '一覧の誤り（6件）', '部署の識別子「企画」が正しくありません', '「いつか」は日付ではありません', '引き継ぐ部署のない照会または推進部署が', '改正日（2022-06-01）になるまで実施できません', '「職員課」という名称の部署が、ほかにもあります', '引継先「無い課」は登録されていません', '組織規則の改正</textarea>',
  ]) expect(page.text).toContain(words);
  expect(page.text).not.toContain('この内容で取り込む');
  const empty = await client.send('', '');
  expect(empty.status).toBe(422);
  for (const field of ['href="#reason"', 'href="#file"']) expect(empty.text).toContain(field);
  expect((await client.send(Uint8Array.of(0x81, 0xff, 0x00))).text).toContain('文字コード');
  expect(await history()).toEqual([]);
});

test('reads UTF-8 and CP932 alike, shows what would happen, does exactly that, and does it once', async () => {
  const client = open()(people.administrator);
  const before = await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021));
  const own = before.filter(({ department }) => department === 'shokuin').length;
  const cp932 = csvInCp932(new TextEncoder().encode(spring));
  const dry = await client.send(cp932.ok ? new Uint8Array(cp932.bytes) : '');
  for (const words of ['4行を読みました（Shift_JIS（CP932））', '組織改正（3件）', '「財政課」を「財務課」に名称変更', '「人財戦略課」を新設', '「職員課」を廃止し、「人財戦略課」が事務を引き継ぐ', `<td>${own}件</td>`, '同じ行は1行']) expect(dry.text).toContain(words);
  expect((await client.send(spring)).text).toContain('4行を読みました（UTF-8）');
  expect([await history(), (await audit()).filter(({ action }) => action === 'reorganise')]).toEqual([[], []]);

  const done = await client.apply(dry.text);
  expect([done.status, done.text.includes('組織改正3件を実施しました。')]).toEqual([200, true]);
  expect((await history()).map(({ kind, day, reason }) => `${day} ${kind} ${reason}`)).toEqual(['2022-04-01 establish 組織規則の改正', '2022-04-01 rename 組織規則の改正', '2022-04-01 abolish 組織規則の改正']);
  const departments = new Map((await readTransaction(room.db, (trx) => listDatedDepartments(trx, city))).map(({ id, name, ended }) => [id, [name, ended]]));
  expect([departments.get('zaisei'), departments.get('jinzai'), departments.get('shokuin')]).toEqual([['財務課', null], ['人財戦略課', null], ['職員課', '2022-04-01']]);
  const after = await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021));
  expect(after.filter(({ department }) => department === 'jinzai')).toHaveLength(own);
  expect((await readTransaction(room.db, (trx) => findPersonByStaffNumber(trx, 'tanto')))?.posts.map(({ department, from }) => [department, from])).toEqual([['shokuin', '2020-04-01'], ['jinzai', '2022-04-01']]);
  expect((await audit()).filter(({ action }) => action === 'reorganise')).toHaveLength(3);
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);

  const again = await client.apply(dry.text);
  expect(again.status).toBe(409);
  expect((await history())).toHaveLength(3);
  expect((await client.send(list('jinzai,人財戦略課,2022-04-01,,', 'zaisei,財務課,,,'))).text).toContain('取り込む変更はありません。');
});
