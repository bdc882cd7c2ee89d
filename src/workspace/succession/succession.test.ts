import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { openRound } from '../../commands/open-round.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { readAudit, verifyAudit } from '../../database/audit-store.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { listBoard, loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { successionTask } from './succession.ts';

const address = '/workspace/succession';
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const as = (actor: Actor) => taskClient(address, successionTask(testParts(room.db)), actor);
const office = () => as(people.secretariat);
const seenIn = (text: string) => /name="seen" value="([0-9a-f]{32})"/.exec(text)?.[1] ?? '';
const fields: readonly (readonly [string, string])[] = [
  ['title', '狛江市第７次行財政改革推進計画'], ['id', 'gyozaisei-7'], ['adopted', '2022-03'], ['from', '2022'], ['to', '2026'],
  ['step-i05', 'continue'], ['step-i06', 'merge'], ['words-i06', '05'], ['step-i07', 'end'], ['words-i07', '目的を達したため'],
];

test('the form proposes that everything goes on, and only the secretariat sees it', async () => {
  expect((await as(people.head).get(`${address}/${planId}`)).status).toBe(403);
  const { text } = await office().get(`${address}/${planId}`);
  expect(text).toContain('value="狛江市第７次行財政改革推進計画"');
  expect(text).toContain('value="gyozaisei-7"');
  expect(text.match(/<option value="continue" selected/g)).toHaveLength(64);
  expect((await office().get(`${address}/none`)).status).toBe(404);
});

test('everything that is wrong is told at its field, and nothing that was typed is lost', async () => {
  const wrong = await office().post(`${address}/${planId}/dry-run`, [['title', ''], ['id', 'gyozaisei-7'], ['from', '令和７'], ['to', '2029'], ['step-i07', 'end'], ['words-i07', '']]);
  expect(wrong.status).toBe(422);
  for (const said of ['href="#title"', 'href="#from"', 'value="令和７"']) expect(wrong.text).toContain(said);
  const taken = await office().post(`${address}/${planId}/dry-run`, [...fields.map(([name, value]) => [name, name === 'id' ? planId : value] as const), ['step-i08', 'merge'], ['words-i08', '99']]);
  for (const said of ['既に登録されています。', 'href="#words-i08"']) expect(taken.text).toContain(said);
});

test('the next plan is made from this one, item by item; its first round shows what was published on the items before', async () => {
  const before = await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2020));
  const dryRun = await office().post(`${address}/${planId}/dry-run`, fields);
  for (const said of ['統合1件、終了1件', '05 ICT人財の育成、06 AI・RPA等の先進技術の導入', '目的を達したため', 'まだ何も変わっていません。']) expect(dryRun.text).toContain(said);
  expect(await readTransaction(room.db, (trx) => loadPlan(trx, 'gyozaisei-7'))).toBeUndefined();
  expect((await office().post(`${address}/${planId}/record`, [...fields, ['seen', '0'.repeat(32)]])).status).toBe(409);
  expect((await office().post(`${address}/${planId}/record`, [...fields, ['seen', seenIn(dryRun.text)]])).to).toBe(`${address}?done=gyozaisei-7`);
  const next = await readTransaction(room.db, (trx) => loadPlan(trx, 'gyozaisei-7'));
  expect(next?.succession?.items.find(({ node }) => node === 'i05')?.from.map(({ id }) => id)).toEqual(['i05', 'i06']);
  expect((await office().get(address)).text).toContain('狛江市第６次行財政改革推進計画から移行（継続61件、統合1件、終了1件）');
  expect(await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2020))).toEqual(before);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'succeed-plan', planId: 'gyozaisei-7', details: { from: planId, ended: 1 } });

  const actor = people.secretariat;
  const prepared = await prepareRound(room.db, {
    planId: 'gyozaisei-7', fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2023-05-20', headDeadline: '2023-05-27', actor, assignments: { forCollectives: {}, forIndicators: {} },
  });
  if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
  await openRound(room.db, { planId: 'gyozaisei-7', fiscalYear: 2022, actor, allowUnassigned: true });
  const request = (await readTransaction(room.db, (trx) => listBoard(trx, 'gyozaisei-7', 2022))).find(({ subject }) => subject.id === 'i05');
  const { lastYear } = (await readTransaction(room.db, (trx) => loadRequest(trx, request!.id))) ?? {};
  const published = before!.edition.nodes.filter(({ id }) => id === 'i05' || id === 'i06').flatMap(({ report }) => report?.paragraphs ?? []);
  expect(lastYear).toMatchObject({ fiscalYear: 2020, paragraphs: published });
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});
