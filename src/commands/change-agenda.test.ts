import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../tests/city-hall.ts';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { listAgenda } from '../database/headquarters-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { editAgendaItem, moveAgendaItem, removeAgendaItem } from './change-agenda.ts';
import { addAgendaItem, callMeeting } from './hold-meeting.ts';
import { recordDecision } from './record-decision.ts';

let room: OpenTestDatabase;
let meetingId = '';
const actor = people.secretariat;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());
beforeEach(async () => {
  meetingId = await made(callMeeting(room.db, { meeting: { planId, fiscalYear: 2021, heldOn: '2022-07-12', title: '推進本部会議' }, actor }));
});

async function made(outcome: ReturnType<typeof callMeeting>): Promise<string> {
  const done = await outcome;
  if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
  return done.id;
}
const add = (title: string, paper = '') => made(addAgendaItem(room.db, { item: { meetingId, subject: { kind: 'node', id: 'i05' }, title, paper }, actor }));
const titles = async () => (await readTransaction(room.db, (trx) => listAgenda(trx, meetingId))).map(({ title }) => title);
const decide = (agendaItemId: string, instruction: { text: string; departments: readonly string[] } | null = null) =>
  recordDecision(room.db, { decision: { meetingId, agendaItemId, text: '継続する。', assessment: null, explanation: null, instruction }, indicators: [], actor });
const move = (itemId: string, step: -1 | 1) => moveAgendaItem(room.db, { meetingId, itemId, step, actor });
const lastEntry = async () => (await readTransaction(room.db, (trx) => readAudit(trx))).at(-1);

describe('before anything is decided, the secretariat', () => {
  test('moves an item up and down, but not beyond the ends', async () => {
    const [first, , third] = [await add('一'), await add('二'), await add('三')];
    expect(await move(third, -1)).toMatchObject({ outcome: 'done' });
    expect(await titles()).toEqual(['一', '三', '二']);
    expect(await move(first, -1)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('最初の議題') });
    expect(await move(first, 1)).toMatchObject({ outcome: 'done' });
    expect(await titles()).toEqual(['三', '一', '二']);
    expect(await lastEntry()).toMatchObject({ action: 'move-agenda-item', actor: actor.staffNumber, details: { before: 1, after: 2 } });
  });

  test('corrects title and paper; the log keeps both states', async () => {
    const item = await add('一', '古い資料');
    expect(await editAgendaItem(room.db, { meetingId, itemId: item, title: '１', paper: '新しい資料\n二行目', actor })).toMatchObject({ outcome: 'done' });
    expect((await readTransaction(room.db, (trx) => listAgenda(trx, meetingId)))[0]).toMatchObject({ title: '１', paper: '新しい資料\n二行目' });
    expect(await lastEntry()).toMatchObject({ action: 'change-agenda-item', details: { before: { paper: '古い資料' }, after: { paper: '新しい資料\n二行目' } } });
  });

  test('takes an item off, and the next one gets its number and the place after the last', async () => {
    const item = await add('一');
    await add('二');
    expect(await removeAgendaItem(room.db, { meetingId, itemId: item, actor })).toMatchObject({ outcome: 'done' });
    await add('三');
    expect(await titles()).toEqual(['二', '三']);
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
  });

  test.each([['an empty title', '　', ''], ['NUL', 'あ\u0000', ''], ['a reversal of the direction of writing in the paper', 'あ', '資料\u202eいうえ'], ['half of a pair', 'あ\ud83d', '']])('is told of %s, and nothing is stored', async (_, title, paper) => {
    const item = await add('一');
    const { length } = await readTransaction(room.db, (trx) => readAudit(trx));
    expect(await editAgendaItem(room.db, { meetingId, itemId: item, title, paper, actor })).toMatchObject({ outcome: 'invalid' });
    expect(await addAgendaItem(room.db, { item: { meetingId, subject: null, title, paper }, actor })).toMatchObject({ outcome: 'invalid' });
    expect(await titles()).toEqual(['一']);
    expect(await readTransaction(room.db, (trx) => readAudit(trx))).toHaveLength(length);
  });
});

test('a decided item keeps its text, its number and its place', async () => {
  const [first, second, third] = [await add('一'), await add('二'), await add('三')];
  expect(await decide(second)).toMatchObject({ outcome: 'done' });
  expect(await editAgendaItem(room.db, { meetingId, itemId: second, title: '別', paper: '', actor })).toMatchObject({ outcome: 'refused' });
  expect(await removeAgendaItem(room.db, { meetingId, itemId: second, actor })).toMatchObject({ outcome: 'refused' });
  for (const [item, step] of [[second, 1], [second, -1], [first, 1], [third, -1]] as const) expect(await move(item, step)).toMatchObject({ outcome: 'refused' });
  expect(await removeAgendaItem(room.db, { meetingId, itemId: first, actor })).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('番号が変わる') });
  expect(await removeAgendaItem(room.db, { meetingId, itemId: third, actor })).toMatchObject({ outcome: 'done' });
  expect(await titles()).toEqual(['一', '二']);
});

test('nobody but the secretariat corrects an agenda, and an item of another meeting is not found', async () => {
  const item = await add('一');
  for (const stranger of [people.head, people.viewer, people.administrator]) {
    expect(await removeAgendaItem(room.db, { meetingId, itemId: item, actor: stranger })).toMatchObject({ outcome: 'refused' });
    expect(await moveAgendaItem(room.db, { meetingId, itemId: item, step: 1, actor: stranger })).toMatchObject({ outcome: 'refused' });
    expect(await editAgendaItem(room.db, { meetingId, itemId: item, title: 'x', paper: '', actor: stranger })).toMatchObject({ outcome: 'refused' });
  }
  for (const wrong of ['999999', '1; drop table', '', '９']) expect(await removeAgendaItem(room.db, { meetingId: wrong, itemId: item, actor })).toMatchObject({ outcome: 'refused' });
});

test('a decision and the removal of its item at the same moment leave one of the two, whole', async () => {
  const items = [];
  for (let index = 0; index < 6; index += 1) items.push(await add(`議題${index}`));
  for (const item of items.toReversed()) {
    const [decided, removed] = await Promise.all([decide(item), removeAgendaItem(room.db, { meetingId, itemId: item, actor })]);
    // Once a later item is decided, no earlier one can be removed.
    expect([decided.outcome, removed.outcome].filter((outcome) => outcome === 'done')).toHaveLength(1);
  }
});

test('an order to a department that is not in the plan is refused, and nothing of the decision is kept', async () => {
  const item = await add('一');
  expect(await decide(item, { text: '示すこと。', departments: ['shokuin', 'haishi-ka'] })).toMatchObject({ outcome: 'invalid', problems: [{ code: 'unknown-department', path: ['departments'] }] });
  expect((await readTransaction(room.db, (trx) => listAgenda(trx, meetingId)))[0]?.decisions).toEqual([]);
});

test('a meeting about a year without results is refused', async () => {
  for (const fiscalYear of [1868, 2035, Number.NaN, 2020.5]) {
    expect(await callMeeting(room.db, { meeting: { planId, fiscalYear, heldOn: '2022-07-12', title: '会議' }, actor })).toMatchObject({ outcome: 'invalid', problems: [{ path: ['round'] }] });
  }
});
