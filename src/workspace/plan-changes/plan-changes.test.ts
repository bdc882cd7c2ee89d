import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { readAudit, verifyAudit } from '../../database/audit-store.ts';
import { loadPlanToAsk } from '../../database/department-store.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { listPlannedRequests } from '../../database/round-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { roundsTask } from '../rounds/rounds.tsx';
import { taskClient, testParts } from '../task-client.testing.ts';
import { planChangesTask } from './plan-changes.ts';

const address = '/workspace/plan-changes';
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor) => taskClient(address, planChangesTask(testParts(room.db)), actor);
const office = () => as(people.secretariat);
const changes = async () => (await readTransaction(room.db, (trx) => loadPlan(trx, planId)))?.changes ?? [];
const seenIn = (text: string) => /name="seen" value="([0-9a-f]{32})"/.exec(text)?.[1] ?? '';
type Fields = readonly (readonly [string, string])[];

async function record(fields: Fields): Promise<{ readonly dryRun: string; readonly status: number }> {
  const dryRun = await office().post(`${address}/${planId}/dry-run`, fields);
  if (dryRun.status !== 200) throw new Error(dryRun.text);
  return { dryRun: dryRun.text, status: (await office().post(`${address}/${planId}/record`, [...fields, ['seen', seenIn(dryRun.text)]])).status };
}

const finish: Fields = [['kind', 'finished'], ['fiscalYear', '2021'], ['decidedOn', '2022-03-20'], ['reason', '目的を達したため'], ['nodes', 'i05']];

test('only the secretariat records, and is told of everything that is wrong, with what was typed', async () => {
  expect((await as(people.head).get(address)).status).toBe(403);
  expect((await as(people.head).post(`${address}/${planId}/record`, finish)).status).toBe(403);
  const wrong = await office().post(`${address}/${planId}/dry-run`, [['kind', 'merged'], ['fiscalYear', '2021'], ['decidedOn', '2022-02-30'], ['reason', ''], ['nodes', 'i45'], ['into', 'i45']]);
  expect(wrong.status).toBe(422);
  for (const said of ['「45 ICT人財の育成（再掲）」は再掲のため', '統合先が、統合される項目の中にあります。', '存在する日付ではありません', '本文が空です', 'href="#reason"', 'value="2022-02-30"']) expect(wrong.text).toContain(said);
  expect((await office().post(`${address}/${planId}/dry-run`, [['kind', 'finished'], ['fiscalYear', 'いつか'], ['reason', '理由']])).text).toContain('href="#fiscalYear"');
  expect((await office().post(`${address}/none/dry-run`, finish)).status).toBe(404);
  expect((await office().get(`${address}/${planId}/new/renamed`)).status).toBe(404);
  expect(await changes()).toEqual([]);
});

test('a finished item is asked a last time; the dry run says what follows, and the published edition stays as it was', async () => {
  const before = await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2020));
  const { dryRun, status } = await record(finish);
  expect(status).toBe(303);
  for (const said of ['05 ICT人財の育成', '再掲も、元に従います：45 ICT人財の育成（再掲）', '令和３年度の照会が、最後になります。', 'まだ何も変わっていません。']) expect(dryRun).toContain(said);
  expect(dryRun).not.toContain('既に照会しているため');
  const asked = async (year: number) => (await readTransaction(room.db, (trx) => loadPlanToAsk(trx, planId, year)))?.nodes.some(({ id }) => id === 'i05');
  expect([await asked(2021), await asked(2022)]).toEqual([true, false]);
  const draft = await taskClient('/workspace/rounds', roundsTask(testParts(room.db)), people.secretariat).get(`/workspace/rounds/${planId}/2022/reporters`);
  expect(draft.status).not.toBe(500);
  expect(await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2020))).toEqual(before);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'change-plan', actor: 'jimukyoku', details: { change: 'c1', kind: 'finished', nodes: ['i05'] } });
  expect((await office().get(address)).text).toContain('<b>令和３年度に終了</b>');
});

test('a merger that comes late leaves what was sent, takes out what is only prepared, and names the orders that no round brings back', async () => {
  const prepared = await prepareRound(room.db, {
    planId, fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2023-05-20', headDeadline: '2023-05-27', actor: people.secretariat, assignments: { forCollectives: { i02: ['seisaku'] }, forIndicators: {} },
  });
  if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
  const planned = async () => (await readTransaction(room.db, (trx) => listPlannedRequests(trx, planId, 2022))).filter(({ subject }) => subject.id === 'i02').length;
  expect(await planned()).toBe(1);
  const { dryRun, status } = await record([['kind', 'merged'], ['fiscalYear', '2021'], ['decidedOn', ''], ['reason', '一体で進めるため'], ['nodes', 'i02'], ['into', 'i01']]);
  expect(status).toBe(303);
  expect(dryRun).toContain('準備中の照会から、次の1件を取り除きます：令和４年度 02 ');
  expect(dryRun).toMatch(/次の\d件は、既に照会しているため、そのまま残ります。/);
  expect(await planned()).toBe(0);
});

test('the form for the next round tells which items are not asked any more', async () => {
  const { text } = await taskClient('/workspace/rounds', roundsTask(testParts(room.db)), people.secretariat).get(`/workspace/rounds/${planId}/2022/preview`);
  expect(text).toContain('次の項目は、照会しません。');
  expect(text).toContain('05 ICT人財の育成：令和３年度に終了（目的を達したため）');
});

test('an item is added with its place, number and departments, and stands in the tree from then on', async () => {
  const fields: Fields = [['kind', 'added'], ['fiscalYear', '2022'], ['reason', '新たな課題のため'], ['number', '66'], ['title', '窓口の予約'], ['parent', 'm1-d2-b1'], ['responsible', 'seisaku'], ['collective', '関係各課'], ['description', '予約できる窓口を増やす。']];
  expect((await office().post(`${address}/${planId}/dry-run`, fields.map(([name, value]) => [name, name === 'number' ? '05' : value]))).text).toContain('番号「05」が重複しています。');
  expect((await office().post(`${address}/${planId}/dry-run`, fields.map(([name, value]) => [name, name === 'parent' ? 'm1' : value]))).text).toContain('href="#parent"');
  expect((await record(fields)).status).toBe(303);
  const plan = await readTransaction(room.db, (trx) => loadPlan(trx, planId));
  expect(plan?.nodes.find(({ number }) => number === '66')).toMatchObject({ id: 'i66', parentId: 'm1-d2-b1', responsible: [{ department: 'seisaku' }, { collective: '関係各課' }], description: [{ text: '予約できる窓口を増やす。' }] });
  expect(plan?.changes.at(-1)).toMatchObject({ kind: 'added', nodes: ['i66'], fiscalYear: 2022 });
});

test('what was looked at is what is recorded: a change that came in between is shown first', async () => {
  const fields: Fields = [['kind', 'stopped'], ['fiscalYear', '2021'], ['reason', '見合わせのため'], ['nodes', 'i06']];
  const dryRun = await office().post(`${address}/${planId}/dry-run`, fields);
  await record([['kind', 'stopped'], ['fiscalYear', '2021'], ['reason', '先に記録したため'], ['nodes', 'i07']]);
  expect((await office().post(`${address}/${planId}/record`, [...fields, ['seen', seenIn(dryRun.text)]])).status).toBe(409);
  expect((await changes()).some(({ nodes }) => nodes.includes('i06'))).toBe(false);
});

test('a mistaken record is withdrawn with its reason, stays in sight, and counts no more', async () => {
  expect((await office().post(`${address}/${planId}/c1/withdraw`, [[`withdrawal-${planId}-c1`, '']])).status).toBe(422);
  expect((await office().post(`${address}/${planId}/c1/withdraw`, [[`withdrawal-${planId}-c1`, '対象を誤ったため']])).status).toBe(303);
  expect((await changes()).map(({ id }) => id)).not.toContain('c1');
  expect((await office().get(address)).text).toContain('取消し：対象を誤ったため');
  expect((await office().post(`${address}/${planId}/c1/withdraw`, [[`withdrawal-${planId}-c1`, 'もう一度']])).status).toBe(422);
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});

test.each(['plan_change', 'plan_change_node', 'plan_change_withdrawal'])('the database itself refuses to change or delete from %s', async (table) => {
  await expect(writeTransaction(room.db, (trx) => sql`delete from ${sql.id('ayumi', table)}`.execute(trx))).rejects.toThrow('append-only');
});
