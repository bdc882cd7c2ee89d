import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { openRound } from '../../commands/open-round.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listBoard, loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { headquartersTask } from './headquarters.ts';

const address = '/workspace/headquarters';
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const office = () => taskClient(address, headquartersTask(testParts(room.db)), people.secretariat);

async function change(form: ReorganisationForm): Promise<void> {
  const request = { municipality: '132195', form, choices: new Map<string, string>(), actor: people.administrator, today: '2022-05-01', now: () => new Date('2022-05-01T00:00:00Z') };
  const planned = await planReorganisation(room.db, request);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  const done = await reorganise(room.db, { ...request, seen: planned.seen });
  if (done.outcome !== 'reorganised') throw new Error(JSON.stringify(done));
}

async function meet(): Promise<{ readonly meeting: string; readonly item: string }> {
  const meeting = (await office().post(address, [['round', `${planId} 2021`], ['title', '第１回推進本部'], ['heldOn', '2022-04-05']])).to!.split('/').at(-1)!;
  const item = (await office().post(`${address}/${meeting}/items`, [['subject', 'node i05'], ['title', ''], ['paper', '']])).to!.split('item-').at(-1)!;
  return { meeting, item };
}

const order = ({ meeting, item }: Awaited<ReturnType<typeof meet>>, department: string, text: string) =>
  office().post(`${address}/${meeting}/items/${item}/decision`, [['text', '継続する。'], ['assessment', ''], ['instruction', text], ['departments', department]]);

test('an order to a department that is dissolved comes to all that follow it, and the list of orders follows it there', async () => {
  const agenda = await meet();
  expect((await order(agenda, 'shokuin', '研修の効果を示すこと。')).status).toBe(303);
  await change({ kind: 'split', day: '2022-05-01', reason: '規則の改正', before: ['shokuin'], after: [{ id: 'jinji', name: '人事課' }, { id: 'ikusei', name: '人財育成課' }] });
  const early = (await office().get(`${address}/follow-up/${planId}`)).text;
  expect(early).toContain('職員課（人事課、人財育成課が引継ぎ）');

  const actor = people.secretariat;
  const prepared = await prepareRound(room.db, {
    planId, fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2023-05-20', headDeadline: '2023-05-27', actor, assignments: { forCollectives: {}, forIndicators: {} },
  });
  if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
  await openRound(room.db, { planId, fiscalYear: 2022, actor, allowUnassigned: true });
  const request = (await readTransaction(room.db, (trx) => listBoard(trx, planId, 2022))).find(({ subject }) => subject.id === 'i05');
  expect(request?.department).toBe('jinji');
  expect((await readTransaction(room.db, (trx) => loadRequest(trx, request!.id)))?.instructions.map(({ text }) => text)).toEqual(['研修の効果を示すこと。']);
  const late = (await office().get(`${address}/follow-up/${planId}`)).text;
  expect(late).toContain(`<a href="/workspace/requests/${request!.id}">職員課</a>（人事課が引継ぎ）`);

  // The form offers who is there today; an order by hand to the dissolved department reaches its successors all the same.
  const page = (await office().get(`${address}/${agenda.meeting}/items/${agenda.item}`)).text;
  expect(page).not.toContain('value="shokuin"');
  expect(page).toContain('人事課');
});

test('an order to a department that was abolished and that nobody follows is refused: it would be lost', async () => {
  const agenda = await meet();
  await change({ kind: 'establish', day: '2022-05-01', reason: '規則の改正', before: [], after: [{ id: 'rinji', name: '臨時対策室' }] });
  await change({ kind: 'abolish', day: '2022-05-01', reason: '規則の改正', before: ['rinji'], after: [] });
  const refused = await order(agenda, 'rinji', '報告すること。');
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('部署「臨時対策室」は廃止され、引き継いだ部署がありません。');
});
