import { afterAll, beforeAll, expect, test } from 'vitest';
import { duringRound, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listPlannedRequests } from '../../database/round-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { roundsTask } from './rounds.tsx';

// The year turns after a spring in which one department was split and another went into a third.

const address = '/workspace/rounds/gyozaisei-6/2022';
let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await apply({ kind: 'split', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル推進課' }] });
  await apply({ kind: 'abolish', day: '2022-05-01', reason: '規則改正', before: ['shokuin'], after: [{ id: 'zaisei', name: '' }] });
});
afterAll(() => room.close());

async function apply(form: ReorganisationForm): Promise<void> {
  const request = { municipality: '132195', form, choices: new Map<string, string>(), actor: people.administrator, today: '2022-05-10', now: () => duringRound };
  const dry = await planReorganisation(room.db, request);
  const outcome = await reorganise(room.db, { ...request, seen: dry.ok ? dry.seen : '' });
  if (outcome.outcome !== 'reorganised') throw new Error(JSON.stringify(outcome));
}

const client = () => taskClient('/workspace/rounds', roundsTask(testParts(room.db)), people.secretariat);
const fields: readonly (readonly [string, string])[] = [
  ['asked-selfAssessment', 'not-asked'], ['asked-issues', 'optional'], ['asked-nextYear', 'optional'], ['asked-effects', 'not-asked'], ['asked-evidence', 'not-asked'],
  ['scale', ''], ['departmentDeadline', '2023-05-19'], ['headDeadline', '2023-05-26'],
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
  expect(text).toContain('職員課（令和４年５月１日の改正でなくなった）：財政課が引き継ぎました。');
});

test('the round opens as it was previewed', async () => {
  expect((await client().post(`${address}/open`, [['allowUnassigned', '1']])).to).toBe('/workspace/rounds?done=opened');
});
