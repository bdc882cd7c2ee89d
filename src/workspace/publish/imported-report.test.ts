import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith } from '../../../tests/city-hall.ts';
import { makePlan, makeYearReport } from '../../../tests/factories.ts';
import { importPlan } from '../../commands/import-plan.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { readAudit } from '../../database/audit-store.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { readTransaction } from '../../database/transaction.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { publishTask } from './publish.tsx';

const here = '/workspace/publish/plan/2020/imported';
const secretariat = actorWith('jimukyoku', ['secretariat']);
let room: OpenTestDatabase;
let shown = 0;
beforeAll(async () => {
  room = await openTestDatabase();
  const plan = makePlan();
  await importPlan(room.db, { plan, reports: [makeYearReport({ edition: { number: 1, issuedOn: null } }, plan), makeYearReport({ fiscalYear: 2021 }, plan)], actor: 'test' });
});
afterAll(() => room.close());
const as = (actor = secretariat) => taskClient('/workspace/publish', publishTask({ ...testParts(room.db), published: () => { shown += 1; return Promise.resolve(); } }), actor);

test('is for 事務局 alone', async () => {
  expect((await as(actorWith('kanri', ['administrator'])).get(here)).status).toBe(403);
  expect((await as(actorWith('kanri', ['administrator'])).post(here)).status).toBe(403);
});

test('shows every text that would be published, and is listed without a round', async () => {
  expect((await as().get('/workspace/publish')).text).toContain(`href="${here}"`);
  const { text } = await as().get(here);
  for (const words of ['窓口を見直した。', '記載台を減らした。', '取り込んだ令和２年度の公表', 'ありません。公表できます。', '2022-05-10']) expect(text).toContain(words);
  expect((await as().get('/workspace/publish/plan/1999/imported')).status).toBe(404);
});

test('refuses a day that is none, and keeps it', async () => {
  const { status, text } = await as().post(here, [['issuedOn', '2021-02-30']]);
  expect([status, text]).toEqual([422, expect.stringContaining('「2021-02-30」は存在する日付ではありません。')]);
});

test('refuses a year that has a round', async () => {
  const prepared = await prepareRound(room.db, {
    planId: 'plan', fiscalYear: 2021, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'optional' }, scale: [],
    departmentDeadline: '2022-05-20', headDeadline: '2022-05-27', actor: secretariat, assignments: { forCollectives: {}, forIndicators: {} },
  });
  expect(prepared.outcome).toBe('prepared');
  const { status, text } = await as().post('/workspace/publish/plan/2021/imported', [['issuedOn', '']]);
  expect([status, text]).toEqual([422, expect.stringContaining('この年度には照会があります。')]);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'refusal', details: { attempted: 'publish-imported-report', codes: ['year-has-round'] } });
});

test('publishes it once, with its day and its row in the audit log; the public side is made anew', async () => {
  const { to } = await as().post(here, [['issuedOn', '2021-09-01']]);
  expect(to).toBe(`${here}?done=publish`);
  expect((await as().get(to!)).text).toContain('href="/plans/plan/2020/"');
  expect((await readTransaction(room.db, (trx) => loadEdition(trx, 'plan', 2020)))?.edition).toMatchObject({ number: 1, issuedOn: '2021-09-01' });
  expect(shown).toBe(1);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)).toMatchObject({ action: 'publish-edition', actor: 'jimukyoku' });
  const again = await as().post(here, [['issuedOn', '']]);
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('この年度は公表済みです。')]);
});
