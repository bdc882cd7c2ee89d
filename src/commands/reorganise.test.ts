import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, planId, requestOf } from '../../tests/city-hall.ts';
import { readAudit } from '../database/audit-store.ts';
import { listVersions } from '../database/answer-store.ts';
import type { Database } from '../database/connection.ts';
import { loadDepartmentHistory, loadPlanOfYear, loadPlanToAsk } from '../database/department-store.ts';
import { loadEdition } from '../database/edition-store.ts';
import { listInstructionsTo } from '../database/headquarters-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { findPersonByStaffNumber, listDepartments } from '../database/people-store.ts';
import { listBoard, loadRequest } from '../database/request-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import type { ReorganisationForm } from '../domain/organization/check-reorganisation.ts';
import { successorsOn } from '../domain/organization/department-history.ts';
import type { Actor } from '../domain/organization/post.ts';
import { emptyItemAnswer } from '../domain/round/answer.ts';
import { publishEdition } from './publish-edition.ts';
import { type Choices, endOnly } from './reorganisation-effects.ts';
import { planReorganisation, reorganise, type ReorganiseOutcome } from './reorganise.ts';
import { saveAnswer } from './save-answer.ts';

const municipality = '132195';
const form = (change: Partial<ReorganisationForm>): ReorganisationForm => ({ kind: 'rename', day: '2022-04-01', reason: '組織規則の改正', before: [], after: [], ...change });
const split = form({ kind: 'split', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル推進課' }] });

async function withCityHall(work: (room: OpenTestDatabase) => Promise<void>): Promise<void> {
  const room = await openTestDatabase();
  try {
    await openCityHall(room.db);
    await work(room);
  } finally {
    await room.close();
  }
}

const asked = (db: Database, typed: ReorganisationForm, choices: Choices = new Map(), actor: Actor = people.administrator, today = '2022-05-10') =>
  planReorganisation(db, { municipality, form: typed, choices, actor, today });

async function apply(db: Database, typed: ReorganisationForm, choices: Choices = new Map(), actor: Actor = people.administrator, today = '2022-05-10'): Promise<ReorganiseOutcome> {
  const plan = await asked(db, typed, choices, actor, today);
  return reorganise(db, { municipality, form: typed, choices, actor, today, now: () => duringRound, seen: plan.ok ? plan.seen : '' });
}
const codesOf = (outcome: ReorganiseOutcome): string[] => (outcome.outcome === 'refused' ? outcome.problems.map(({ code }) => code) : [outcome.outcome]);
const board = (db: Database) => readTransaction(db, (trx) => listBoard(trx, planId, 2021));
const editionOf2020 = async (db: Database) => JSON.stringify(await db.selectFrom('edition').select(['canonical', 'hash']).orderBy('id').execute());

function write(db: Database, requestId: string, text: string, actor: Actor) {
  return saveAnswer(db, { requestId, baseVersion: null, answer: { ...emptyItemAnswer, text }, actor, today: '2022-05-10' });
}

describe('a department that gets another name', () => {
  let room: OpenTestDatabase;
  beforeAll(async () => { room = await openTestDatabase(); await openCityHall(room.db); });
  afterAll(() => room.close());

  test('keeps its requests, posts and id, and is called by the new name where staff work', async () => {
    const before = await board(room.db);
    const edition = await editionOf2020(room.db);
    expect(await apply(room.db, form({ before: ['shokuin'], after: [{ id: 'shokuin', name: '人財課' }] }))).toMatchObject({ outcome: 'reorganised', moved: 0, merged: 0 });
    const after = await board(room.db);
    expect(after.map(({ id, department }) => [id, department])).toEqual(before.map(({ id, department }) => [id, department]));
    expect(new Set(after.filter(({ department }) => department === 'shokuin').map(({ departmentName }) => departmentName))).toEqual(new Set(['人財課']));
    expect((await readTransaction(room.db, listDepartments)).find(({ id }) => id === 'shokuin')?.name).toBe('人財課');
    expect(await editionOf2020(room.db)).toBe(edition);
  });

  test('stands under its old name in a year before and under the new one in the year that is being reported', async () => {
    const nameIn = async (year: number) => (await readTransaction(room.db, (trx) => loadPlanOfYear(trx, planId, year)))?.departments.find(({ id }) => id === 'shokuin')?.name;
    expect([await nameIn(2020), await nameIn(2021)]).toEqual(['職員課', '人財課']);
    expect(await publishEdition(room.db, { planId, fiscalYear: 2020, actor: 'system', hashOf: sealingOf })).toMatchObject({ outcome: 'already-published' });
  });

  test('is written into the audit log with who, when and why', async () => {
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).findLast(({ action }) => action === 'reorganise')).toMatchObject({
      actor: 'kanri', details: { kind: 'rename', from: '2022-04-01', reason: '組織規則の改正', before: [{ department: 'shokuin', name: '職員課' }], after: [{ department: 'shokuin', name: '人財課' }] },
    });
  });

  test('is refused a second time, before its day, and to anybody but システム管理者', async () => {
    expect(codesOf(await apply(room.db, form({ before: ['shokuin'], after: [{ id: 'shokuin', name: '人財課' }] })))).toEqual(['name-unchanged']);
    const next = form({ day: '2023-04-01', before: ['shokuin'], after: [{ id: 'shokuin', name: '人事課' }] });
    expect(codesOf(await apply(room.db, next))).toEqual(['too-early']);
    for (const actor of [people.secretariat, people.writer, people.viewer]) expect(codesOf(await apply(room.db, next, new Map(), actor, '2023-04-01'))).toEqual(['not-administrator']);
    expect(codesOf(await apply(room.db, next, new Map(), people.administrator, '2023-04-01'))).toEqual(['reorganised']);
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).filter(({ action, details }) => action === 'refusal' && details['attempted'] === 'reorganise')).toHaveLength(5);
  });

  test('leaves a published year as it was printed, also where the reorganisation is recorded late for a day before it was reported', async () => {
    expect(await apply(room.db, form({ day: '2021-04-01', before: ['zaisei'], after: [{ id: 'zaisei', name: '財務課' }] }))).toMatchObject({ outcome: 'reorganised' });
    expect(await publishEdition(room.db, { planId, fiscalYear: 2020, actor: 'system', hashOf: sealingOf })).toMatchObject({ outcome: 'already-published' });
    expect((await readTransaction(room.db, (trx) => loadPlanOfYear(trx, planId, 2020)))?.departments.find(({ id }) => id === 'zaisei')?.name).toBe('財政課');
    expect((await readTransaction(room.db, (trx) => loadPlanToAsk(trx, planId, 2020)))?.departments.find(({ id }) => id === 'zaisei')?.name).toBe('財務課');
  });
});

describe('a department that is split', () => {
  test('has its open requests, owners and posts listed before, and moved as chosen', () => withCityHall(async ({ db }) => {
    const edition = await editionOf2020(db);
    const dry = await asked(db, split);
    if (!dry.ok) throw new Error('refused');
    const own = (await board(db)).filter(({ department }) => department === 'seisaku');
    expect(dry.effects.requests.map(({ request }) => request.id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    expect(new Set(dry.effects.requests.map(({ to }) => to))).toEqual(new Set(['kikaku']));
    expect(dry.effects.owners.length).toBeGreaterThan(0);
    expect(await loadHistory(db)).toEqual([]);

    const chosen = dry.effects.requests[0]!;
    expect(await apply(db, split, new Map([[chosen.key, 'digital'], [dry.effects.requests[1]!.key, 'zaisei']]))).toMatchObject({ outcome: 'reorganised', moved: own.length, merged: 0 });
    const now = new Map((await board(db)).map(({ id, department }) => [id, department]));
    expect(now.get(chosen.request.id)).toBe('digital');
    expect(now.get(dry.effects.requests[1]!.request.id)).toBe('kikaku');
    expect([...now.values()]).not.toContain('seisaku');
    expect(await db.selectFrom('request_move').selectAll().execute()).toHaveLength(own.length);

    const plan = await readTransaction(db, (trx) => loadPlanToAsk(trx, planId, 2021));
    expect(plan?.departments.map(({ id }) => id)).not.toContain('seisaku');
    expect(plan?.departments.map(({ name }) => name)).toEqual(expect.arrayContaining(['企画課', 'デジタル推進課']));
    expect(plan?.nodes.flatMap(({ responsible }) => responsible)).not.toContainEqual({ department: 'seisaku' });
    expect(await editionOf2020(db)).toBe(edition);
    expect(await publishEdition(db, { planId, fiscalYear: 2020, actor: 'system', hashOf: sealingOf })).toMatchObject({ outcome: 'already-published' });
    expect(JSON.stringify((await readTransaction(db, (trx) => loadEdition(trx, planId, 2020)))?.edition.departments)).toContain('政策室');
  }));

  test('lets those who worked in it go on in the successor that was chosen, or end', () => withCityHall(async ({ db }) => {
    const typed = form({ kind: 'split', before: ['shokuin'], after: [{ id: 'jinji', name: '人事課' }, { id: 'kenshu', name: '研修課' }] });
    const dry = await asked(db, typed);
    if (!dry.ok) throw new Error('refused');
    expect(dry.effects.posts).toHaveLength(3);
    const keyOf = (staffNumber: string) => dry.effects.posts.find(({ person }) => person.staffNumber === staffNumber)!.key;
    await apply(db, typed, new Map([[keyOf('tanto2'), 'kenshu'], [keyOf('kacho'), endOnly]]));
    const posts = async (staffNumber: string) => (await readTransaction(db, (trx) => findPersonByStaffNumber(trx, staffNumber)))?.posts.map(({ department, from, until }) => [department, from, until]);
    expect(await posts('tanto')).toEqual([['shokuin', '2020-04-01', '2022-03-31'], ['jinji', '2022-04-01', null]]);
    expect(await posts('tanto2')).toEqual([['shokuin', '2020-04-01', '2022-03-31'], ['kenshu', '2022-04-01', null]]);
    expect(await posts('kacho')).toEqual([['shokuin', '2020-04-01', '2022-03-31']]);
    expect((await readTransaction(db, listDepartments)).map(({ id }) => id)).not.toContain('shokuin');
  }));
});

describe('departments that are merged', () => {
  const merge = form({ kind: 'merge', before: ['shokuin', 'seisaku'], after: [{ id: 'kikaku-jinji', name: '企画人事課' }] });

  test('take their answers along; the old department stays the author of its versions', () => withCityHall(async ({ db }) => {
    const id = await requestOf(db, '05', 'shokuin');
    await write(db, id, '研修を実施した。', people.writer);
    const before = await readTransaction(db, (trx) => listVersions(trx, id));
    await apply(db, merge);
    expect(await readTransaction(db, (trx) => loadRequest(trx, id))).toMatchObject({ department: 'kikaku-jinji', departmentName: '企画人事課', state: 'draft', answer: { text: '研修を実施した。' } });
    expect(await readTransaction(db, (trx) => listVersions(trx, id))).toEqual(before);
    expect(before[0]?.department).toBe('shokuin');
  }));

  test('are asked once about what both were asked about, and no word of either is lost', () => withCityHall(async ({ db }) => {
    const rows = await board(db);
    const both = rows.filter(({ department, number }) => department === 'shokuin' && rows.some((other) => other.department === 'seisaku' && other.number === number));
    expect(both.length).toBeGreaterThan(0);
    const mine = both[0]!;
    const theirs = rows.find(({ department, number }) => department === 'seisaku' && number === mine.number)!;
    const seisaku: Actor = { ...people.stranger, posts: [{ role: 'reporter', department: 'seisaku', from: '2020-04-01', until: null }] };
    await write(db, mine.id, '職員課の回答', people.writer);
    await write(db, theirs.id, '政策室の回答', seisaku);
    const dry = await asked(db, merge);
    expect(dry.ok && dry.effects.requests.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(both.length);
    expect(await apply(db, merge)).toMatchObject({ outcome: 'reorganised', merged: both.length });
    const left = (await board(db)).filter(({ number, department }) => number === mine.number && department === 'kikaku-jinji');
    expect(left).toHaveLength(1);
    const versions = await readTransaction(db, (trx) => listVersions(trx, left[0]!.id));
    expect(versions.map(({ department, parked, answer }) => [department, parked, answer.kind === 'item' && answer.text])).toEqual(expect.arrayContaining([
      ['shokuin', left[0]!.id !== mine.id, '職員課の回答'], ['seisaku', left[0]!.id !== theirs.id, '政策室の回答']]));
    const gone = left[0]!.id === mine.id ? theirs.id : mine.id;
    expect(await readTransaction(db, (trx) => loadRequest(trx, gone))).toBeUndefined();
    expect(await write(db, gone, '遅れた回答', people.writer)).toMatchObject({ outcome: 'refused' });
  }));

  test('compose with a split before', () => withCityHall(async ({ db }) => {
    await apply(db, split);
    await apply(db, form({ kind: 'merge', day: '2022-05-01', before: ['kikaku', 'shokuin'], after: [{ id: 'kikaku', name: '企画人事課' }] }));
    expect(successorsOn(await loadHistory(db), 'seisaku', '2022-05-10')).toEqual(['kikaku', 'digital']);
    const departments = new Set((await board(db)).map(({ department }) => department));
    for (const gone of ['seisaku', 'shokuin']) expect(departments).not.toContain(gone);
  }));
});

describe('a department that is abolished', () => {
  test('cannot leave requests alone, and hands them to who takes over', () => withCityHall(async ({ db }) => {
    expect(codesOf(await apply(db, form({ kind: 'abolish', before: ['shokuin'] })))).toEqual(['no-successor']);
    expect(codesOf(await apply(db, form({ kind: 'abolish', before: ['shokuin'], after: [{ id: 'seisaku', name: '' }] })))).toEqual(['reorganised']);
    expect((await board(db)).map(({ department }) => department)).not.toContain('shokuin');
  }));
});

test('an order of headquarters to a department that is no more is answered by who follows it', () => withCityHall(async ({ db }) => {
  const meeting = await db.insertInto('meeting').values({ plan_id: planId, fiscal_year: 2020, held_on: '2021-08-01', title: '推進本部' }).returning('id').executeTakeFirstOrThrow();
  const item = await db.insertInto('agenda_item').values({ meeting_id: meeting.id, position: 1, node_id: 'i05', indicator_id: null, title: '議題', paper: '' }).returning('id').executeTakeFirstOrThrow();
  const { id } = await db.insertInto('instruction').values({ agenda_item_id: item.id, plan_id: planId, node_id: 'i05', text: '研修の効果を測ること。', answer_in: 2021, person_id: people.secretariat.personId }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('instruction_department').values({ instruction_id: id, department_id: 'shokuin' }).execute();
  const typed = form({ before: ['shokuin'], kind: 'abolish', after: [{ id: 'zaisei', name: '' }] });
  const dry = await asked(db, typed);
  expect(dry.ok && dry.effects.instructions).toMatchObject([{ text: '研修の効果を測ること。', from: 'shokuin', successors: ['zaisei'] }]);
  await apply(db, typed);
  const orders = (department: string) => readTransaction(db, (trx) => listInstructionsTo(trx, { planId, fiscalYear: 2021, nodeId: 'i05', department }));
  expect(await orders('zaisei')).toEqual([{ id: String(id), text: '研修の効果を測ること。', meeting: { title: '推進本部', heldOn: '2021-08-01' }, inheritedFrom: ['職員課'] }]);
  expect(await orders('seisaku')).toEqual([]);
}));

test('what was written since the dry run is shown before anything is applied', () => withCityHall(async ({ db }) => {
  const typed = form({ kind: 'abolish', before: ['shokuin'], after: [{ id: 'zaisei', name: '' }] });
  const dry = await asked(db, typed);
  await write(db, await requestOf(db, '05', 'shokuin'), '新しい回答', people.writer);
  const request = { municipality, form: typed, choices: new Map(), actor: people.administrator, today: '2022-05-10', now: () => duringRound };
  expect(await reorganise(db, { ...request, seen: dry.ok ? dry.seen : '' })).toMatchObject({ outcome: 'changed' });
  expect(await loadHistory(db)).toEqual([]);
}));

test('two at once that concern the same department: one is done and one is refused', () => withCityHall(async ({ db }) => {
  const one = form({ kind: 'abolish', before: ['shokuin'], after: [{ id: 'zaisei', name: '' }] });
  const outcomes = await Promise.all([apply(db, one), apply(db, one)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'reorganised']);
}));

test('facts about departments are append-only', () => withCityHall(async ({ db }) => {
  await apply(db, split);
  await expect(db.updateTable('reorganisation').set({ reason: '改竄' }).execute()).rejects.toThrow('append-only');
  await expect(db.deleteFrom('reorganisation_department').execute()).rejects.toThrow('append-only');
  await expect(db.deleteFrom('request_move').execute()).rejects.toThrow('append-only');
}));

function loadHistory(db: Database) {
  return readTransaction(db, (trx) => loadDepartmentHistory(trx, municipality));
}
