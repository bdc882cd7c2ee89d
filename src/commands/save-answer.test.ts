import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { loadRequest } from '../database/request-store.ts';
import { readTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Answer, ItemAnswer } from '../domain/round/answer.ts';
import { longestAnswer } from '../domain/round/stored-answer.ts';
import { actOnRequest } from './act-on-request.ts';
import { restoreVersion } from './restore-version.ts';
import { days, indicatorAnswer, itemAnswer, openRoundRoom, openSampleRound, type RoundRoom } from './round.testing.ts';
import { saveAnswer, type SaveOutcome } from './save-answer.ts';

let room: RoundRoom;
let reporter: Actor;
let colleague: Actor;
let id: string;
/** Requests that no test has touched. */
let fresh: { readonly id: number; readonly department_id: string }[];
let department: string;

beforeAll(async () => {
  room = await openRoundRoom();
  await openSampleRound(room);
  const posts = room.plan.departments.map(({ id }) => ({ role: 'reporter' as const, department: id, from: '2021-04-01', until: null }));
  reporter = { ...(await room.actor('reporter', 'shokuin')), posts };
  colleague = { ...(await room.actor('reporter', 'seisaku')), posts };
  fresh = await room.db.selectFrom('request').select(['id', 'department_id']).where('node_id', 'is not', null).orderBy('position', 'desc').execute();
});
beforeEach(() => {
  const next = fresh.pop()!;
  id = String(next.id);
  department = next.department_id;
});
afterAll(() => room.opened.close());

const save = (answer: Answer, baseVersion: number | null, actor = reporter) => saveAnswer(room.db, { requestId: id, answer, baseVersion, actor, today: days.early });
const saved = async (answer: Answer, baseVersion: number | null): Promise<number> => {
  const outcome = await save(answer, baseVersion);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.version;
};
const texts = async () => (await room.versionsOf(id)).map(({ answer }) => (answer as ItemAnswer).text);
const detail = async () => (await readTransaction(room.db, (trx) => loadRequest(trx, id)))!;

test('keeps every save as a version, with who and when', async () => {
  await saved(itemAnswer('一'), null);
  await saved(itemAnswer('一二'), 1);
  expect(await texts()).toEqual(['一', '一二']);
  const [first, second] = await room.versionsOf(id);
  expect(first).toMatchObject({ number: 1, baseNumber: null, parked: false, personId: reporter.personId, personName: reporter.name, department, cause: 'save', note: null });
  expect(second).toMatchObject({ number: 2, baseNumber: 1 });
  expect(Math.abs(Date.now() - Date.parse(second!.savedAt))).toBeLessThan(60_000);
  expect(await detail()).toMatchObject({ currentVersion: 2, versions: 2, state: 'draft', answer: { text: '一二' } });
});

test('does nothing when the very same words stand there, or a form is left empty', async () => {
  expect(await save(itemAnswer(''), null)).toEqual({ outcome: 'unchanged', version: null, state: 'not-started' });
  await saved(itemAnswer('一行目\n二行目'), null);
  expect(await save(itemAnswer('一行目\r\n二行目'), 1)).toEqual({ outcome: 'unchanged', version: 1, state: 'draft' });
  expect(await texts()).toEqual(['一行目\n二行目']);
});

test('takes a save again whose acknowledgement was lost', async () => {
  await saved(itemAnswer('届いたが、返事が失われた'), null);
  expect(await save(itemAnswer('届いたが、返事が失われた'), null)).toEqual({ outcome: 'unchanged', version: 1, state: 'draft' });
});

test('parks the words of the second of two people, and shows what counts now', async () => {
  await saved(itemAnswer('初め'), null);
  await saved(itemAnswer('先の人'), 1);
  const outcome = await save(itemAnswer('後の人'), 1, colleague);
  expect(outcome).toMatchObject({ outcome: 'conflict', parkedVersion: 3, current: { number: 2, answer: { text: '先の人' }, personName: reporter.name } });
  expect(await detail()).toMatchObject({ currentVersion: 2, answer: { text: '先の人' } });
  expect((await room.versionsOf(id))[2]).toMatchObject({ parked: true, baseNumber: 1, personId: colleague.personId, answer: { text: '後の人' } });
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'park-answer', details: { request: id, version: 3, base: 1, current: 2 } });
});

test('does not park the same words twice', async () => {
  await saved(itemAnswer('初め'), null);
  await saved(itemAnswer('先の人'), 1);
  expect(await save(itemAnswer('後の人'), 1, colleague)).toMatchObject({ outcome: 'conflict', parkedVersion: 3 });
  expect(await save(itemAnswer('後の人'), 1, colleague)).toMatchObject({ outcome: 'conflict', parkedVersion: 3 });
  expect(await save(itemAnswer('後の人、続き'), 1, colleague)).toMatchObject({ outcome: 'conflict', parkedVersion: 4 });
});

test('merges two versions into a third', async () => {
  await saved(itemAnswer('先'), null);
  await save(itemAnswer('後'), null, colleague);
  const outcome = await saveAnswer(room.db, { requestId: id, answer: itemAnswer('先\n後'), baseVersion: 1, actor: colleague, today: days.early, cause: 'merge' });
  expect(outcome).toMatchObject({ outcome: 'saved', version: 3 });
  expect((await room.versionsOf(id)).map(({ cause, parked }) => [cause, parked])).toEqual([['save', false], ['save', true], ['merge', false]]);
});

test('keeps the words of all of twenty people who save at once, and lets one of them count', async () => {
  await saved(itemAnswer('初め'), null);
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => save(itemAnswer(`${index}人目の文章`), 1, index % 2 === 0 ? reporter : colleague)));
  expect(Map.groupBy(outcomes, ({ outcome }) => outcome).get('saved')).toHaveLength(1);
  expect(Map.groupBy(outcomes, ({ outcome }) => outcome).get('conflict')).toHaveLength(19);
  const versions = await room.versionsOf(id);
  expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(versions.filter(({ parked }) => parked)).toHaveLength(19);
  expect(new Set(await texts())).toEqual(new Set(['初め', ...Array.from({ length: 20 }, (_, index) => `${index}人目の文章`)]));
  const current = await detail();
  const winner = outcomes.find((outcome) => outcome.outcome === 'saved') as Extract<SaveOutcome, { outcome: 'saved' }>;
  expect(current.currentVersion).toBe(winner.version);
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});

test('lets one of many who submit at once through, and parks the others', async () => {
  const submits = await Promise.all(Array.from({ length: 6 }, (_, index) =>
    actOnRequest(room.db, { requestId: id, action: 'submit', actor: reporter, today: days.early, answer: itemAnswer(`${index}`), baseVersion: null })));
  expect(submits.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  // Whoever comes after a submission finds a request that can no longer be written to.
  expect(submits.filter((outcome) => outcome.outcome === 'refused' && outcome.code === 'not-in-this-state')).toHaveLength(5);
});

describe('restoring', () => {
  test('makes an older version count again and loses nothing', async () => {
    await saved(itemAnswer('古い'), null);
    await saved(itemAnswer('新しい'), 1);
    expect(await restoreVersion(room.db, { requestId: id, number: 1, baseVersion: 2, actor: reporter, today: days.early })).toMatchObject({ outcome: 'saved', version: 3, state: 'draft' });
    expect(await texts()).toEqual(['古い', '新しい', '古い']);
    expect((await room.versionsOf(id))[2]).toMatchObject({ cause: 'restore', baseNumber: 2 });
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'restore-version', details: { restored: 1, version: 3 } });
  });

  test('brings back parked words', async () => {
    await saved(itemAnswer('先'), null);
    await save(itemAnswer('後'), null, colleague);
    expect(await restoreVersion(room.db, { requestId: id, number: 2, baseVersion: 1, actor: colleague, today: days.early })).toMatchObject({ outcome: 'saved', version: 3 });
    expect(await detail()).toMatchObject({ answer: { text: '後' } });
  });

  test('does not write over what somebody else has written meanwhile', async () => {
    await saved(itemAnswer('古い'), null);
    await saved(itemAnswer('新しい'), 1);
    await saved(itemAnswer('もっと新しい'), 2);
    expect(await restoreVersion(room.db, { requestId: id, number: 1, baseVersion: 2, actor: colleague, today: days.early })).toMatchObject({ outcome: 'conflict', current: { number: 3 } });
    expect(await detail()).toMatchObject({ answer: { text: 'もっと新しい' } });
  });

  test.each([0, 99, 1.5, 3e9, Number.NaN])('refuses version %s, which does not exist', async (number) => {
    await saved(itemAnswer('一'), null);
    expect(await restoreVersion(room.db, { requestId: id, number, baseVersion: 1, actor: reporter, today: days.early })).toMatchObject({ outcome: 'refused', code: 'unknown-version' });
  });
});

describe('hostile texts', () => {
  test.each([
    ['HTML', `<script>alert('x')</script><img src=x onerror=alert(1)>&amp;`], ['right-to-left marks', '\u202e逆\u2066順\u2069 \u200fאב'],
    ['NUL', '前\u0000後'], ['half of a surrogate pair', '前\ud83d後'], ['the other half', '前\udc00後'], ['rare characters', '髙﨑𠮷葛\u{e0100}か\u3099㈱①※'],
    ['quotes and code', `'";--\\ $1 \\u0000 {{x}} %_ \`\``], ['controls', 'a\u0001b\u0008c\u001bd\u007fe\u0085f\u2028g'],
  ])('%s come back as they were typed', async (_name, text) => {
    await saved(itemAnswer(text, { issues: text, nextYear: text, effects: [{ kind: 'recurring', printed: text, method: text }], instructionAnswers: { ['__proto__']: text, [text]: text } }), null);
    const { answer } = await detail();
    expect(answer).toEqual(itemAnswer(text, { issues: text, nextYear: text, effects: [{ kind: 'recurring', printed: text, method: text }], instructionAnswers: Object.fromEntries([['__proto__', text], [text, text]]) }));
  });

  test('what cannot be printed is a draft, and a problem with its place when it is submitted', async () => {
    const outcome = await actOnRequest(room.db, { requestId: id, action: 'submit', actor: reporter, today: days.early, answer: itemAnswer('良い文章\n前\u0000後'), baseVersion: null });
    expect(outcome).toMatchObject({ outcome: 'invalid', state: 'draft', version: 1, problems: [{ code: 'control-character', path: ['text'], message: '2文字目に印刷できない制御文字（U+0000）があります。' }] });
    expect(await texts()).toEqual(['良い文章\n前\u0000後']);
  });

  test('a pasted book is kept as a draft and refused with a sentence when it is submitted', async () => {
    const book = 'あ'.repeat(longestAnswer);
    await saved(itemAnswer(book), null);
    expect(await actOnRequest(room.db, { requestId: id, action: 'submit', actor: reporter, today: days.early })).toMatchObject({
      outcome: 'invalid', version: 1, problems: [{ code: 'too-long', message: '文章が長すぎます（200,000文字）。', fix: '30,000文字以内にしてください。' }],
    });
    expect((await texts())[0]).toHaveLength(longestAnswer);
  });

  test('what is longer than any draft is refused with a sentence, and what stood before stands', async () => {
    await saved(itemAnswer('前からの文章'), null);
    expect(await save(itemAnswer('あ'.repeat(longestAnswer), { issues: 'い' }), 1)).toEqual({
      outcome: 'refused', code: 'too-large', reason: '文章が長すぎるため、保存できません（200,001文字）。全体で200,000文字以内にしてください。',
    });
    expect(await texts()).toEqual(['前からの文章']);
  });

  test('a note loses only what no log can carry', async () => {
    await actOnRequest(room.db, { requestId: id, action: 'submit', actor: reporter, today: days.early, answer: itemAnswer('本文'), baseVersion: null });
    const head = await room.actor('section-head', department);
    expect(await actOnRequest(room.db, { requestId: id, action: 'send-back', actor: head, today: days.early, note: ' <b>前\u0000\ud83d後</b>\r\n二行目 ', paragraph: 2 })).toMatchObject({ outcome: 'done', state: 'returned' });
    expect(await detail()).toMatchObject({ lastNote: '<b>前\ufffd\ufffd後</b>\n二行目', events: [{ action: 'submit' }, { action: 'send-back', paragraph: 2, actingRole: 'section-head', byDeputy: false }] });
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
  });

  test.each(['0', '-1', '1.5', '99999999', '9'.repeat(30), '', 'x', `1'; drop table ayumi.request; --`, '\u0000\ud800', '１'])('a request %j that does not exist is refused and logged', async (requestId) => {
    expect(await saveAnswer(room.db, { requestId, answer: itemAnswer('x'), baseVersion: null, actor: reporter, today: days.early })).toMatchObject({ outcome: 'refused', code: 'unknown-request' });
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'refusal', actor: reporter.staffNumber, details: { attempted: 'save-answer', code: 'unknown-request' } });
  });

  test('an answer of another kind is refused', async () => {
    expect(await save(indicatorAnswer('1'), null)).toMatchObject({ outcome: 'refused', code: 'wrong-kind' });
  });
});

test('flags an answer that says nothing that last year did not, and no longer once it does', async () => {
  const lastYear = (await detail()).lastYear!;
  expect(lastYear.fiscalYear).toBe(2020);
  const copied = lastYear.paragraphs.map(({ text }) => text).join('\n');
  await saved(itemAnswer(copied), null);
  expect(await detail()).toMatchObject({ unchangedFromLastYear: true });
  await saved(itemAnswer(`${copied}\n今年度は回数を増やした。`), 1);
  expect(await detail()).toMatchObject({ unchangedFromLastYear: false });
  expect((await room.versionsOf(id)).map(({ unchangedFromLastYear }) => unchangedFromLastYear)).toEqual([true, false]);
});

test('tells listeners which request of which round has moved', async () => {
  const listener = new pg.Client(room.opened.connection);
  await listener.connect();
  const heard: string[] = [];
  listener.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  await listener.query('listen ayumi_round');
  await saved(itemAnswer('知らせる'), null);
  await save(itemAnswer('別の文章'), null, colleague);
  await listener.query('select 1');
  await listener.end();
  expect(heard).toEqual([`ayumi_round gyozaisei-6 2021 ${id}`, `ayumi_round gyozaisei-6 2021 ${id}`]);
});

test('the database lets nobody change or remove a version or a step', async () => {
  await saved(itemAnswer('残る'), null);
  await expect(room.db.updateTable('answer_version').set({ content: '{}' }).execute()).rejects.toThrow('append-only');
  await expect(room.db.deleteFrom('answer_version').execute()).rejects.toThrow('append-only');
  await expect(room.db.updateTable('answer_event').set({ note: 'x' }).execute()).rejects.toThrow('append-only');
  await expect(room.db.deleteFrom('answer_event').execute()).rejects.toThrow('append-only');
  await expect(room.db.deleteFrom('request').where('id', '=', Number(id)).execute()).rejects.toThrow('foreign key');
});
