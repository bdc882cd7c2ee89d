import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAudit } from '../../database/audit-store.ts';
import { writeTransaction } from '../../database/transaction.ts';
import { appCode, type Browser, openStaffRoom, type StaffRoom } from '../staff-room.testing.ts';

let room: StaffRoom;
let auditor: Browser;
beforeAll(async () => {
  room = await openStaffRoom();
  for (let count = 0; count < 120; count += 1) {
    await writeTransaction(room.opened.db, (trx) => appendAudit(trx, {
      actor: count % 2 === 0 ? 'A100' : 'B200', action: count % 3 === 0 ? 'import-plan' : 'publish-edition', planId: count % 5 === 0 ? 'p' : null, details: { note: `<b>${count}</b>` },
    }, () => new Date(Date.parse('2026-03-31T14:59:00Z') + count * 60_000)));
  }
  await room.addPerson('S1', 'secretariat');
  auditor = room.browser();
  await auditor.signIn('S1');
  const key = /class="key">([A-Z2-7 ]+)</.exec((await auditor.get('/workspace/account/second-step')).text)![1]!;
  await auditor.post('/workspace/account/second-step', { code: appCode(key) });
});
afterAll(() => room.opened.close());

const found = async (query: string) => {
  const { text } = await auditor.get(`/workspace/audit?${query}`);
  return { rows: [...text.matchAll(/<th scope="row" class="number">(\d+)<\/th>/g)].map(([, number]) => Number(number)), text };
};

test('shows the newest entries first, fifty a page, and hostile contents as text', async () => {
  const first = await found('');
  expect(first.rows).toHaveLength(50);
  expect(first.rows).toEqual(first.rows.toSorted((left, right) => right - left));
  const total = Number(/(\d+)件のうち/.exec(first.text)![1]);
  const last = await found(`page=${Math.ceil(total / 50)}`);
  expect(last.rows.at(-1)).toBe(1);
  expect(last.text).toContain('&lt;b&gt;0&lt;/b&gt;');
  expect(last.text).toContain('新しい記録へ');
});

test('finds by person, action and plan together', async () => {
  const { rows, text } = await found('actor=a100&action=import-plan&plan=p');
  expect(rows).toEqual([91, 61, 31, 1]);
  expect(text).toContain('計画の取込み');
  expect((await found('actor=S1&action=sign-in')).text).toMatch(/接続元：不明　方法：パスワード/);
});

test('takes a day as a day in Japan', async () => {
  expect((await found('from=2026-03-31&until=2026-03-31')).rows).toEqual([1]);
  expect((await found('from=2026-04-01&until=2026-04-01')).rows[0]).toBe(120);
  expect((await found('until=2026-02-30')).text).toContain('日付を、2026-04-01 の形で入力してください。');
});

test('says that the chain is whole, and which entry is not what was written', async () => {
  expect((await auditor.get('/workspace/audit/verify')).text).toContain('異常はありません。');
  await sql`
    alter table ayumi.audit_event disable trigger append_only; alter table ayumi.audit_event drop constraint audit_event_check;
    update ayumi.audit_event set entry = replace(entry, 'A100', 'C300') where sequence = 3;
    delete from ayumi.audit_event where sequence = 7;
  `.execute(room.opened.db);
  const { text } = await auditor.get('/workspace/audit/verify');
  expect(text).toContain('監査記録3は、書き込まれた後に書き換えられています。');
  expect(text).toContain('監査記録7がありません。');
});

test('is closed to everybody else', async () => {
  await room.addPerson('R1', 'reporter');
  const browser = room.browser();
  await browser.signIn('R1');
  for (const path of ['/workspace/audit', '/workspace/audit/verify']) expect((await browser.get(path)).status).toBe(403);
});
