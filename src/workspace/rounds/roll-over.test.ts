import { afterAll, beforeAll, expect, test } from 'vitest';
import { duringRound, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { closeRound } from '../../commands/close-round.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { loadPlanOfYear, loadPlanToAsk } from '../../database/department-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listBoard } from '../../database/request-store.ts';
import { listPlannedRequests } from '../../database/round-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { roundsTask } from './rounds.tsx';

// The year turns late: one department was split in the spring before, and another went into a third two months after the spring in which
// the year ended. Who is asked must be there to answer.

const address = '/workspace/rounds/gyozaisei-6/2022';
let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await apply({ kind: 'split', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル推進課' }] });
  await apply({ kind: 'abolish', day: '2023-06-01', reason: '規則改正', before: ['shokuin'], after: [{ id: 'zaisei', name: '' }] });
});
afterAll(() => room.close());

async function apply(form: ReorganisationForm): Promise<void> {
  const request = { municipality: '132195', form, choices: new Map<string, string>(), actor: people.administrator, today: '2023-06-05', now: () => duringRound };
  const dry = await planReorganisation(room.db, request);
  const outcome = await reorganise(room.db, { ...request, seen: dry.ok ? dry.seen : '' });
  if (outcome.outcome !== 'reorganised') throw new Error(JSON.stringify(outcome));
}

const client = () => taskClient('/workspace/rounds', roundsTask(testParts(room.db)), people.secretariat);
const fields: readonly (readonly [string, string])[] = [
  ['asked-selfAssessment', 'not-asked'], ['asked-issues', 'optional'], ['asked-nextYear', 'optional'], ['asked-effects', 'not-asked'], ['asked-evidence', 'not-asked'],
  ['scale', ''], ['departmentDeadline', '2023-06-19'], ['headDeadline', '2023-06-26'],
];

test('the next round proposes those who follow, and asks nobody who is no more', async () => {
  expect((await client().post(`${address}/fields`, fields)).to).toBe(`${address}/reporters`);
  const planned = await readTransaction(room.db, (trx) => listPlannedRequests(trx, planId, 2022));
  const departments = new Set(planned.map(({ department }) => department));
  for (const gone of ['seisaku', 'shokuin']) expect(departments).not.toContain(gone);
  expect(departments).toContain('kikaku');
  expect(planned.filter(({ capacity }) => capacity === 'indicator-owner').every(({ department }) => department === 'kikaku')).toBe(true);
  const { text } = await client().get(`${address}/reporters`);
  expect(text).toMatch(/name="for-i01" value="kikaku" checked/);
  expect(text).not.toMatch(/name="for-[^"]+" value="seisaku"/);
});

test('the preview says which departments are no more and who follows them', async () => {
  const { text } = await client().get(`${address}/preview`);
  expect(text).toContain('政策室（令和４年４月１日の改正でなくなった）：企画課、デジタル推進課が引き継ぎました。');
  expect(text).toContain('職員課（令和５年６月１日の改正でなくなった）：財政課が引き継ぎました。');
});

test('the round opens as it was previewed', async () => {
  expect((await client().post(`${address}/open`, [['allowUnassigned', '1']])).to).toBe('/workspace/rounds?done=opened');
});

test('who follows can answer, and the year is read with the departments that its round asked, whatever comes later', async () => {
  const asked = (await readTransaction(room.db, (trx) => listBoard(trx, planId, 2022))).find(({ number, subject }) => number === '05' && subject.kind === 'node')!;
  expect([asked.department, asked.departmentName]).toEqual(['zaisei', '財政課']);
  expect(await saveAnswer(room.db, { requestId: asked.id, baseVersion: null, answer: { ...emptyItemAnswer, text: '研修を実施した。' }, actor: people.stranger, today: '2023-06-10' })).toMatchObject({ outcome: 'saved' });
  expect(await closeRound(room.db, { planId, fiscalYear: 2022, actor: people.secretariat, allowUnaccepted: true })).toMatchObject({ outcome: 'closed' });
  await apply({ kind: 'rename', day: '2023-06-02', reason: '規則改正', before: ['zaisei'], after: [{ id: 'zaisei', name: '財務課' }] });
  const plan = async (load: typeof loadPlanOfYear) => (await readTransaction(room.db, (trx) => load(trx, planId, 2022)))!;
  expect((await plan(loadPlanOfYear)).departments.find(({ id }) => id === 'zaisei')?.name).toBe('財政課');
  expect((await plan(loadPlanOfYear)).nodes.find(({ id }) => id === 'i05')?.responsible).toEqual([{ department: 'zaisei' }]);
  const next = (await client().get('/workspace/rounds/gyozaisei-6/2023/fields')).text;
  expect(next).toContain('令和５年度');
  expect((await readTransaction(room.db, (trx) => loadPlanToAsk(trx, planId, 2023)))?.departments.find(({ id }) => id === 'zaisei')?.name).toBe('財務課');
});
