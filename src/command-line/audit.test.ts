import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addFirstAdministrator } from '../commands/add-first-administrator.ts';
import { appendAudit, sha256 } from '../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { writeTransaction } from '../database/transaction.ts';
import { verifyAuditLog } from './audit.ts';
import { resetPassword } from './reset-password.ts';

let opened: OpenTestDatabase;
let home: string;
const printed: string[] = [];
beforeAll(async () => {
  opened = await openTestDatabase();
  home = mkdtempSync(join(tmpdir(), 'ayumi-audit-'));
  vi.stubEnv('AYUMI_HOME', home);
  vi.stubEnv('DATABASE_URL', opened.connection.connectionString);
});
beforeEach(() => {
  printed.length = 0;
  for (const channel of ['log', 'error'] as const) vi.spyOn(console, channel).mockImplementation((text: string) => { printed.push(text); });
});
afterEach(() => { vi.restoreAllMocks(); });
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
  await opened.close();
});

const append = (count: number) => writeTransaction(opened.db, async (trx) => {
  for (let index = 0; index < count; index += 1) await appendAudit(trx, { actor: 'a', action: 'append', planId: null, details: { index } });
});
/** What somebody with the database in hand can do, who has taken off its guards. */
const tamper = (statement: string) => sql.raw(statement).execute(opened.db);

test('says that an empty log has no fault, and prints the end of a whole one to be noted', async () => {
  expect(await verifyAuditLog({})).toBe(0);
  expect(printed.join()).toContain('監査記録はまだありません');
  await append(9);
  expect(await verifyAuditLog({})).toBe(0);
  expect(printed.at(-1)).toMatch(/監査記録1から9までに異常はありません。\n最後の記録　9:[0-9a-f]{64}/);
});

test('finds entries cut off at the end with the end that was noted', async () => {
  const head = /9:[0-9a-f]{64}/.exec((await verifyAuditLog({}), printed.at(-1)!))![0];
  expect(await verifyAuditLog({ head })).toBe(0);
  expect(await verifyAuditLog({ head: head.replace('9:', '12:') })).toBe(1);
  expect(printed.join()).toContain('監査記録10から12までがありません。');
  expect(await verifyAuditLog({ head: 'nine' })).toBe(1);
  expect(printed.at(-1)).toContain('--head は');
});

test('names the entries that were altered, are missing or were put in, and ends with 1', async () => {
  await tamper(`alter table ayumi.audit_event disable trigger append_only; alter table ayumi.audit_event disable trigger follows_last; alter table ayumi.audit_event drop constraint audit_event_check`);
  await tamper(`update ayumi.audit_event set entry = replace(entry, '"index":2', '"index":200') where sequence = 3`);
  await tamper(`delete from ayumi.audit_event where sequence in (5, 6)`);
  const forged = JSON.stringify({ format: 'ayumi-audit/1', sequence: 0, previousHash: '0'.repeat(64), actor: 'x', action: 'forged', planId: null, details: {}, occurredAt: '2026-01-01T00:00:00.000Z' });
  await opened.db.insertInto('audit_event').values({ entry: forged, hash: sha256(forged) }).execute();
  expect(await verifyAuditLog({})).toBe(1);
  expect(printed).toEqual([
    '監査記録0として、後から差し込まれた記録があります。', '監査記録3は、書き込まれた後に書き換えられています。', '監査記録5から6までがありません。',
    '監査記録に異常が3件あります。バックアップと比べてください。',
  ]);
});

test('gives a one-time password at the shell to somebody who has one, and says when there is no such person', async () => {
  const { db, connection, close } = await openTestDatabase();
  vi.stubEnv('DATABASE_URL', connection.connectionString);
  await addFirstAdministrator(db, '2026-04-01', () => new Date());
  expect(await resetPassword('ADMIN')).toBe(0);
  expect(printed.at(-1)).toMatch(/仮のパスワード ([a-z2-9]{4}-){3}[a-z2-9]{4}/);
  expect(await resetPassword('nobody')).toBe(1);
  await close();
});
