import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCityHall, people } from '../../tests/city-hall.ts';
import { readAudit } from '../database/audit-store.ts';
import { listDigests } from '../database/digest-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { startTestMailServer, type TestMailServer } from './mail-server.testing.ts';
import { readMailSettings } from './mail-settings.ts';
import { retryDigest, sendDigests } from './send-digests.ts';

const today = '2022-05-21';
const { secretariat, writer, otherWriter, stranger } = people;
let room: OpenTestDatabase;
let server: TestMailServer | undefined;

beforeEach(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await sql`update ayumi.person set email = staff_number || '@example.lg.jp' where staff_number in ('tanto', 'yoso')`.execute(room.db);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await room.close();
});

const send = (personIds: readonly string[], mail: Parameters<typeof sendDigests>[1]['mail'] = null) => sendDigests(room.db, { personIds, actor: secretariat, today, address: 'https://ayumi.example.lg.jp', mail });
const stored = () => readTransaction(room.db, (trx) => listDigests(trx, today));
const audited = async () => (await readTransaction(room.db, (trx) => readAudit(trx))).map(({ action }) => action);
const settings = () => ({ url: server!.url, from: '政策室 <seisaku@example.lg.jp>' });

describe('reminders', () => {
  test('go to the outbox without a mail server, with their text, and into the log', async () => {
    expect(await send([writer.personId, stranger.personId])).toEqual({ outcome: 'done', sent: 0, failed: 0, outbox: 2, skipped: 0 });
    const [first] = await stored();
    expect(first).toMatchObject({ personName: 'tanto', state: 'outbox', address: 'tanto@example.lg.jp' });
    expect(first?.body).toContain('05 ICT人財の育成（職員課）');
    expect(await audited()).toContain('make-digests');
  });

  test('go by mail with one, one for each person, and on paper to those without an address', async () => {
    server = await startTestMailServer();
    expect(await send([writer.personId, otherWriter.personId, stranger.personId], settings())).toEqual({ outcome: 'done', sent: 2, failed: 0, outbox: 1, skipped: 0 });
    expect(server.received.map(({ to }) => to).toSorted()).toEqual(['tanto@example.lg.jp', 'yoso@example.lg.jp']);
    expect((await stored()).map(({ personName, state }) => [personName, state])).toEqual([['tanto', 'sent'], ['tanto2', 'outbox'], ['yoso', 'sent']]);
    expect((await audited()).filter((action) => action === 'send-digest')).toHaveLength(2);
  });

  test('are never two for a person and day, though several of the secretariat send at the same moment', async () => {
    server = await startTestMailServer();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send([writer.personId, stranger.personId], settings())));
    expect(outcomes.reduce((sum, outcome) => sum + (outcome.outcome === 'done' ? outcome.sent : 0), 0)).toBe(2);
    expect(server.received).toHaveLength(2);
    expect(await send([writer.personId], settings())).toMatchObject({ sent: 0, skipped: 1 });
    expect(server.received).toHaveLength(2);
  });

  test('that the server refuses say why, and can be sent again', async () => {
    server = await startTestMailServer({ refuses: (to) => to.startsWith('tanto@') });
    expect(await send([writer.personId, stranger.personId], settings())).toMatchObject({ sent: 1, failed: 1 });
    const failed = (await stored()).find(({ state }) => state === 'failed');
    expect(failed?.failure).toBe('メールサーバーが宛先を受け付けませんでした。（550 no such mailbox）');
    await sql`update ayumi.person set email = 'tanto-new@example.lg.jp' where staff_number = 'tanto'`.execute(room.db);
    expect(await retryDigest(room.db, { id: failed!.id, actor: secretariat, mail: settings() })).toEqual({ outcome: 'sent' });
    expect((await stored()).map(({ state, attempts }) => [state, attempts])).toEqual([['sent', 2], ['sent', 1]]);
    expect(await retryDigest(room.db, { id: failed!.id, actor: secretariat, mail: settings() })).toMatchObject({ outcome: 'refused', refusal: { code: 'not-to-be-sent' } });
    expect(server.received.map(({ to }) => to)).toEqual(['yoso@example.lg.jp', 'tanto-new@example.lg.jp']);
  });

  test('all fail with the reason when the server is away, after one try', async () => {
    server = await startTestMailServer();
    const mail = settings();
    await server.close();
    expect(await send([writer.personId, stranger.personId], mail)).toMatchObject({ sent: 0, failed: 2 });
    expect((await stored()).every(({ failure }) => failure?.startsWith('メールサーバーに接続できませんでした。'))).toBe(true);
  });

  test('that were being sent when the program stopped are known as interrupted and not sent again by themselves', async () => {
    await send([writer.personId]);
    await sql`update ayumi.digest set state = 'sending', changed_at = now() - interval '11 minutes'`.execute(room.db);
    expect((await stored())[0]).toMatchObject({ state: 'sending', interrupted: true });
    server = await startTestMailServer();
    expect(await send([writer.personId], settings())).toMatchObject({ sent: 0, skipped: 1 });
    const [digest] = await stored();
    const both = await Promise.all([1, 2].map(() => retryDigest(room.db, { id: digest!.id, actor: secretariat, mail: settings() })));
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'sent']);
    expect(server.received).toHaveLength(1);
  });

  test('are not made for somebody with nothing in hand, nor by anybody but the secretariat', async () => {
    expect(await send([people.viewer.personId])).toMatchObject({ outbox: 0, skipped: 1 });
    expect(await sendDigests(room.db, { personIds: [stranger.personId], actor: writer, today, address: null, mail: null })).toMatchObject({ outcome: 'refused', refusal: { code: 'not-secretariat' } });
    expect(await stored()).toEqual([]);
  });
});

describe('the settings of the mail server', () => {
  test('may be missing altogether', () => { expect(readMailSettings({})).toBeNull(); });
  test('need a sender', () => { expect(() => readMailSettings({ SMTP_URL: 'smtp://host:25' })).toThrow('MAIL_FROM'); });
  test('need an address of a mail server', () => { expect(() => readMailSettings({ SMTP_URL: 'http://host', MAIL_FROM: 'a@b.jp' })).toThrow('SMTP_URL'); });
});
