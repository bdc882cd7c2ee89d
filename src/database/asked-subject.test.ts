import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoundRoom, type RoundRoom } from '../commands/round.testing.ts';
import { requestedNode } from '../domain/round/requested-node.ts';
import { loadAskedSubject } from './asked-subject.ts';
import { loadPlan } from './plan-store.ts';
import { readTransaction } from './transaction.ts';

let room: RoundRoom;
beforeAll(async () => { room = await openRoundRoom(); });
afterAll(() => room.opened.close());

test('says of every element and indicator of the plan what the whole plan says', async () => {
  const plan = (await readTransaction(room.db, (trx) => loadPlan(trx, 'gyozaisei-6')))!;
  for (const { id } of plan.nodes) {
    const asked = await readTransaction(room.db, (trx) => loadAskedSubject(trx, plan.id, { kind: 'node', id }));
    expect(asked).toEqual({ plan: { id: plan.id, title: plan.title, labels: plan.municipality.fiscalYearLabels }, node: requestedNode(plan, id), indicator: null });
  }
  for (const indicator of plan.indicators) {
    expect((await readTransaction(room.db, (trx) => loadAskedSubject(trx, plan.id, { kind: 'indicator', id: indicator.id })))?.indicator).toEqual(indicator);
  }
});

test('knows nothing of a plan or an element that is not there', async () => {
  expect(await readTransaction(room.db, (trx) => loadAskedSubject(trx, 'none', { kind: 'node', id: 'i01' }))).toBeUndefined();
  expect(await readTransaction(room.db, (trx) => loadAskedSubject(trx, 'gyozaisei-6', { kind: 'node', id: 'none' }))).toMatchObject({ node: null, indicator: null });
});
