import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, openCityHall, people, planId } from '../../tests/city-hall.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { listBoard, loadRequest } from '../database/request-store.ts';
import { listPlannedRequests } from '../database/round-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { emptyItemAnswer } from '../domain/round/answer.ts';
import { actOnRequest } from './act-on-request.ts';
import { askDepartment } from './ask-department.ts';
import { composeYearReport } from './compose-year-report.ts';
import { addAgendaItem, callMeeting } from './hold-meeting.ts';
import { openRound } from './open-round.ts';
import { prepareRound } from './prepare-round.ts';
import { recordDecision } from './record-decision.ts';

// Headquarters may order any department, also one that the plan does not name at the item: 職員課 is responsible for 05, 財政課 is ordered.

const actor = people.secretariat;
let room: OpenTestDatabase;
let meetingId = '';

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  const meeting = await callMeeting(room.db, { meeting: { planId, fiscalYear: 2021, heldOn: '2022-07-12', title: '第１回推進本部' }, actor });
  meetingId = meeting.outcome === 'done' ? meeting.id : '';
});
afterAll(() => room.close());

async function order(nodeId: string, department: string, text: string) {
  const item = await addAgendaItem(room.db, { item: { meetingId, subject: { kind: 'node', id: nodeId }, title: nodeId, paper: '' }, actor });
  return recordDecision(room.db, { decision: { meetingId, agendaItemId: item.outcome === 'done' ? item.id : '', text: '継続する。', assessment: null, explanation: null, instruction: { text, departments: [department] } }, indicators: [], actor });
}
const prepare = () => prepareRound(room.db, {
  planId, fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
  departmentDeadline: '2023-05-20', headDeadline: '2023-05-27', actor, assignments: { forCollectives: {}, forIndicators: {} },
});
const open = () => openRound(room.db, { planId, fiscalYear: 2022, actor, allowUnassigned: true });
const asked = async (nodeId: string) => (await readTransaction(room.db, (trx) => listPlannedRequests(trx, planId, 2022))).filter(({ subject }) => subject.id === nodeId).map(({ department, capacity }) => `${department} ${capacity}`);

test('a heading of the plan, which no round asks about, cannot carry an order', async () => {
  expect(await order('m1', 'zaisei', '報告すること。')).toMatchObject({ outcome: 'invalid', problems: [{ code: 'instruction-without-node' }] });
});

test('a department that is ordered is asked in the next round, beside those that the plan names', async () => {
  await order('i05', 'zaisei', '予算措置を検討すること。');
  await order('i05', 'shokuin', '研修の効果を示すこと。');
  await prepare();
  expect(await asked('i05')).toEqual(['shokuin responsible', 'zaisei ordered']);
});

test('an order on a relisting is answered at its original; one that came after the round was prepared stops its opening', async () => {
  await order('i45', 'seisaku', '計画と合わせること。');
  expect(await open()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'plan-changed' }] });
  await prepare();
  expect(await asked('i05')).toEqual(['shokuin responsible', 'zaisei ordered', 'seisaku ordered']);
  expect(await open()).toMatchObject({ outcome: 'opened' });
});

test('the order stands at the top of its form, must be answered, and what is written is in the report under its name', async () => {
  const { id } = (await readTransaction(room.db, (trx) => listBoard(trx, planId, 2022))).find(({ department, subject }) => department === 'zaisei' && subject.id === 'i05')!;
  expect((await readTransaction(room.db, (trx) => loadRequest(trx, id)))!.instructions).toMatchObject([{ text: '予算措置を検討すること。', meeting: { title: '第１回推進本部' }, inheritedFrom: [] }]);
  const all = actorWith('tanto', ['reporter', 'zaisei'], ['section-head', 'zaisei'], ['secretariat']);
  const [instruction] = (await readTransaction(room.db, (trx) => loadRequest(trx, id)))!.instructions;
  const submit = (instructionAnswers: Record<string, string>, baseVersion: number | null) => actOnRequest(room.db, { requestId: id, action: 'submit', actor: all, today: '2023-05-10', baseVersion, answer: { ...emptyItemAnswer, text: '予算を措置した。', instructionAnswers } });
  expect(await submit({}, null)).toMatchObject({ outcome: 'invalid' });
  expect(await submit({ [instruction!.id]: '当初予算に計上した。' }, 1)).toMatchObject({ outcome: 'done' });
  for (const action of ['approve', 'accept'] as const) await actOnRequest(room.db, { requestId: id, action, actor: all, today: '2023-05-10' });
  const { report, problems } = await readTransaction(room.db, (trx) => composeYearReport(trx, planId, 2022));
  expect(problems).toEqual([]);
  expect(report.reports.find(({ nodeId }) => nodeId === 'i05')).toMatchObject({ responsiblePrinted: '職員課', reporters: [], paragraphs: [{ text: '予算を措置した。', department: 'zaisei', approval: { post: '財政課長' } }] });
});

test('an order that came while the round was open is asked by hand', async () => {
  const ask = () => askDepartment(room.db, { planId, fiscalYear: 2022, subject: { kind: 'node', id: 'i30' }, department: 'zaisei', actor });
  expect(await ask()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-responsible' }] });
  await order('i30', 'zaisei', '報告すること。');
  expect(await ask()).toMatchObject({ outcome: 'asked' });
});
